#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many exporters at once: what will happen, what happened, what was skipped; file and paper."""

import csv
import io
import os
import re
import shutil
import subprocess

from harness import check, run, story, wait


def select_all(program):
    """The list of exporters with all of them selected; returns the page."""
    program.campaign()
    program.resize(1280, 800)
    program.key("ctrl+2")
    page = program.window().expect("grouping", "Exporters")
    page.expect("tree table", "Exporters")
    program.settle()
    program.key("ctrl+f", "Down")
    program.settle()
    program.key("ctrl+a")
    page.expect_words("312 selected")
    page.expect("label", re.compile("^312 selected · .+ at risk$"))
    return page


def stages(desk, path):
    rows = csv.DictReader(io.StringIO(desk.cli("-w", path, "list", "exporters", "--format=csv").lstrip("\ufeff")))
    return {row["reference"]: row["stage"] for row in rows}


@story("Three hundred exporters advance in one step; what needs a reason is skipped and named, and one undo takes it back")
def advance(desk):
    path = desk.workspace("demo")
    before = stages(desk, path)
    program = desk.start(path)
    page = select_all(program)
    page.expect("button", "Advance…").click()
    dialog = program.dialog("Advance Exporters")
    plan = dialog.expect("label", re.compile("^[0-9]+ will advance; .*need a reason")).name
    number = int(plan.split(" ", 1)[0])
    check(stages(desk, path) == before, "the plan changed something")
    dialog.find("button", "Advance").click()
    dialog.expect_words(f"{number} advanced · {312 - number} skipped")
    after = stages(desk, path)
    moved = [key for key in before if before[key] != after[key]]
    check(len(moved) == number, f"{len(moved)} moved, {number} were announced")
    dialog.expect_words("needs a reason, because these are open")

    dialog.find("button", "Select the Skipped").click()
    program.root.expect_no("dialog", "Advance Exporters")
    page.expect("label", re.compile(f"^{312 - number} selected"))
    program.key("ctrl+z")
    wait(lambda: stages(desk, path) == before, "one undo to take all of it back")
    program.key("ctrl+shift+z")
    wait(lambda: stages(desk, path) == after, "the same again")
    program.root.expect_words("Redone")
    program.settle()


@story("No bulk action gets past an open document without a reason, which is recorded")
def gate(desk):
    path = desk.workspace("demo")
    before = stages(desk, path)
    program = desk.start(path)
    page = select_all(program)
    page.expect("button", "Advance…").click()
    dialog = program.dialog("Advance Exporters")
    plan = dialog.expect("label", re.compile("need a reason")).name
    dialog.expect("text", re.compile("^Reason")).set_text("Seen at the fair")
    wait(lambda: not dialog.says(plan), "another plan")
    dialog.expect("label", re.compile("^[0-9]+ will advance"))
    check(not dialog.says("need a reason"), "a reason was not enough")
    check(stages(desk, path) == before, "the plan changed something")
    wait(lambda: dialog.find("button", "Advance").is_("sensitive"), "the plan to be ready")
    dialog.find("button", "Advance").click()
    wait(lambda: stages(desk, path) != before, "them to move")
    check("Seen at the fair" in desk.cli("-w", path, "list", "activities", "--format=csv"),
          "the reason was not recorded")
    dialog.expect("button", "Close").click()
    program.root.expect_no("dialog", "Advance Exporters")
    program.settle()


@story("All are given to somebody by name")
def assign(desk):
    path = desk.workspace("demo")
    program = desk.start(path)
    page = select_all(program)
    page.expect("button", "Assign…").click()
    dialog = program.dialog("Assign Exporters")
    dialog.expect("text", re.compile("^Owner")).set_text("林悦")
    dialog.expect_words("312 will be assigned")
    wait(lambda: dialog.find("button", "Assign").is_("sensitive"), "the plan to be ready")
    dialog.find("button", "Assign").click()
    program.root.expect_no("dialog", "Assign Exporters")
    check(all(owner == "林悦" for owner in owners(desk, path)), "not all are hers")


def owners(desk, path):
    text = desk.cli("-w", path, "list", "exporters", "--format=csv").lstrip("\ufeff")
    return [row["owner"] for row in csv.DictReader(io.StringIO(text))]


@story("Owners are taken away by name only: an empty field does nothing")
def nobody(desk):
    path = desk.workspace("demo")
    program = desk.start(path)
    page = select_all(program)
    page.expect("button", "Assign…").click()
    dialog = program.dialog("Assign Exporters")
    dialog.expect_words("Enter or choose who is to have them.")
    check(not dialog.find("button", "Assign").is_("sensitive"), "nobody was chosen and Assign can be pressed")
    program.key("Return")
    program.settle()
    check(any(owners(desk, path)), "Enter took the owners away")
    dialog.find(None, re.compile("^Nobody")).click()
    dialog.expect_words("will be left without an owner")
    wait(lambda: dialog.find("button", "Assign").is_("sensitive"), "the plan to be ready")
    dialog.find("button", "Assign").click()
    wait(lambda: not any(owners(desk, path)), "the owners to be away")
    dialog.expect("button", "Close").click()
    program.root.expect_no("dialog", "Assign Exporters")
    program.settle()


@story("Escape while a bulk action runs does not hide what it did")
def escape(desk):
    path = desk.workspace("demo")
    before = stages(desk, path)
    program = desk.start(path)
    page = select_all(program)
    page.expect("button", "Advance…").click()
    dialog = program.dialog("Advance Exporters")
    dialog.expect("label", re.compile("^[0-9]+ will advance"))
    wait(lambda: dialog.find("button", "Advance").is_("sensitive"), "the plan to be ready")
    program.key("Return", "Escape")
    program.settle()
    if stages(desk, path) == before:
        check(dialog.find("button", "Advance").is_("sensitive"), "it was stopped, and cannot be pressed again")
    else:
        dialog.expect_words("skipped")
        dialog.expect("button", "Undo")


@story("Leaving the search with Escape selects nobody")
def leave_search(desk):
    program = desk.start(desk.workspace("demo"))
    program.campaign()
    program.key("ctrl+2")
    page = program.window().expect("grouping", "Exporters")
    page.expect("tree table", "Exporters")
    program.settle()
    program.key("ctrl+f", "n", "b")
    program.settle()
    program.key("Escape")
    program.settle()
    check(not page.says("1 selected"), "Escape selected an exporter")
    # Criticals end a program under test: closing the columns says nothing
    page.expect("button", "Columns…").click()
    program.dialog("Columns")
    program.key("Escape")
    program.root.expect_no("dialog", "Columns")
    program.settle()


@story("The selection goes into a file that spreadsheets read")
def export(desk):
    program = desk.start(desk.workspace("demo"))
    select_all(program)
    program.key("ctrl+e")
    program.root.expect("button", "Export CSV…").click()
    target = desk.path("exporters.csv")
    program.answer_file_dialog(target, "Export")
    wait(lambda: os.path.exists(target), "the file")
    with open(target, encoding="utf-8") as file:
        text = file.read()
    check(text.startswith("\ufeffreference,"), "no byte order mark")
    check(len(list(csv.reader(io.StringIO(text)))) == 313, "not all exporters are in it")


@story("The call list is shown page by page, and saved as a PDF in which Chinese can be searched")
def call_list(desk):
    program = desk.start(desk.workspace("demo"))
    select_all(program)
    program.key("ctrl+p")
    dialog = program.dialog("Print Preview")
    dialog.expect("label", re.compile("^Page 1 of [0-9]+$"))
    dialog.find("button", re.compile("^Next Page")).click()
    dialog.expect("label", re.compile("^Page 2 of [0-9]+$"))
    program.choose(dialog.expect("combo box", "Group by"), "Owner")
    dialog.expect("label", re.compile("^Page 1 of [0-9]+$"))
    dialog.expect("button", re.compile("^Save as PDF")).click()
    target = desk.path("calls.pdf")
    program.answer_file_dialog(target, "Save")
    wait(lambda: os.path.exists(target), "the file")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
        check("宁波禾澈厨具有限公司" in text, "a Chinese name cannot be found")
        check("Demonstration data" in text, "invented data do not say so")
        check(re.search("Lin Yue · [0-9]+", text), "the owners head no group")


run()
