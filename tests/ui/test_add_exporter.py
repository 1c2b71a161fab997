#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An exporter by keyboard alone: added, found, moved on, taken back, archived."""

import json
import re

from harness import FocusWatch, check, run, story, wait

NAME = "东阳新纺织品有限公司"
USCC = "91350100M000100Y43"
BAD_USCC = "91350100M000100Y44"
TABLE = f"uscc,name,name_local,province\n{USCC},Dongyang New Textiles,{NAME},Fujian\n"


def exporters(program):
    window = program.campaign()
    program.key("ctrl+2")
    return window, window.expect("grouping", "Exporters")


def with_one(desk):
    """A workspace with one exporter, and the window on it."""
    file = desk.workspace("sample")
    with open(desk.path("one.csv"), "w", encoding="utf-8") as table:
        table.write(TABLE)
    desk.cli("-w", file, "import", "exporters", desk.path("one.csv"))
    program = desk.start(file)
    return file, program, *exporters(program)


def open_row(program, page, name):
    """Goes to the row with Tab and the arrows, and opens it."""
    row = page.expect("table row", re.compile(name))
    FocusWatch(program).to("table row", row.name)
    program.key("Return")


def activities(desk, file):
    return json.loads(desk.cli("-w", file, "list", "activities", "--format=json"))


def stage(desk, file):
    return json.loads(desk.cli("-w", file, "list", "exporters", "--format=json"))[0]["stage"]


@story("A bad USCC is refused with words beside it; corrected, the exporter is saved")
def add(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    window, page = exporters(program)
    page.expect_words("No Exporters Yet")
    program.key("ctrl+n")
    dialog = program.dialog("Add Exporter")
    name = dialog.expect("text", "Chinese name")
    wait(lambda: name.is_("focused"), "the focus in the first field")
    name.set_text(NAME)
    watch = FocusWatch(program)
    watch.to("text", "USCC")
    program.type(BAD_USCC)
    row = dialog.expect("list item", re.compile("^USCC"))
    wait(lambda: row.is_("invalid-entry"), "the USCC to be marked as wrong")
    row.parent.expect("label", re.compile("(?i)check character"))
    save = dialog.expect("button", "Save")
    check(not save.is_("sensitive"), "a bad USCC can be saved")
    program.key("Return")
    check(json.loads(desk.cli("-w", file, "list", "exporters", "--format=json")) == [], "a bad USCC was saved")
    program.key("ctrl+a")
    program.type(USCC)
    wait(lambda: not row.is_("invalid-entry"), "the USCC to be right")
    row.parent.expect_no("label", re.compile("(?i)check character"))
    wait(lambda: save.is_("sensitive"), "Save to be sensitive")
    program.key("Return")
    program.root.expect_no("dialog", "Add Exporter")
    page.expect("table row", re.compile(f"{NAME}.*{USCC}.*Fujian.*Sourced"))
    saved = json.loads(desk.cli("-w", file, "list", "exporters", "--format=json"))
    check([record["uscc"] for record in saved] == [USCC], saved)


@story("It is found by Chinese characters, by pinyin and by initials, and not by others")
def search(desk):
    program = desk.start(desk.workspace("demo"))
    window, page = exporters(program)
    page.expect("table row", re.compile("宁波"))
    program.key("ctrl+f")
    entry = page.expect("entry", "Search Exporters")
    wait(lambda: entry.is_("focused"), "the focus in the search")

    def rows():
        tables = page.find("tree table", "Exporters")
        return [row.name for row in tables.children[-1].children] if tables else []

    for text, by_keys in (("沈阳蘅陌", False), ("shenyanghengmo", True), ("syhm", True)):
        if by_keys:
            program.key("ctrl+a")
            program.type(text)
        else:
            entry.set_text(text)
        wait(lambda: len(rows()) == 1 and "沈阳蘅陌厨具有限公司" in rows()[0], f"one row for {text}, not {rows()}")
    program.key("ctrl+a")
    program.type("zzzz")
    page.expect_words("No Exporter Matches")
    program.key("Escape")
    wait(lambda: len(rows()) > 10, "all rows after Esc")


@story("Its stage is moved by keyboard, and Ctrl+Z brings the former one back")
def advance(desk):
    file, program, window, page = with_one(desk)
    open_row(program, page, NAME)
    button = window.expect("button", re.compile("^Advance to Contacted"))
    watch = FocusWatch(program)
    watch.to("button", button.name)
    program.key("Return")
    dialog = program.dialog("Change Stage")
    watch.to("button", "Move")
    program.key("Return")
    program.root.expect_no("dialog", "Change Stage")
    window.expect("list item", re.compile("^Contacted, current stage"))
    check(stage(desk, file) == "contacted", stage(desk, file))
    check([a["kind"] for a in activities(desk, file)] == ["stage"], activities(desk, file))
    program.key("ctrl+z")
    window.expect("list item", re.compile("^Sourced, current stage"))
    window.expect_words("Undone: ")
    check(stage(desk, file) == "sourced", stage(desk, file))
    check(activities(desk, file) == [], "the activity is still there")
    program.key("shift+ctrl+z")
    window.expect("list item", re.compile("^Contacted, current stage"))


@story("It is archived from the menu, and the toast's Undo brings it back")
def archive(desk):
    file, program, window, page = with_one(desk)
    open_row(program, page, NAME)
    menu = window.expect("toggle button", "Exporter Menu")
    FocusWatch(program).to("toggle button", "Exporter Menu")
    program.key("space")
    wait(lambda: len(list(window.all("menu item"))) >= 2, "the items of the menu")
    program.key("Up", "Return")
    toast = window.expect("alert", where=lambda node: node.says("Undo"))
    places = window.expect("list", "Views")
    wait(lambda: places.find("list item", "Exporters").description == "0", "no exporter in the sidebar")
    toast.find("button", "Undo").click()
    wait(lambda: places.find("list item", "Exporters").description == "1", "the exporter back in the sidebar")
    program.key("ctrl+2")
    window.expect("grouping", "Exporters").expect("table row", re.compile(NAME))


@story("A USCC that is there already: whose it is stands in its row, and nothing can be saved twice")
def same_code(desk):
    file, program, window, page = with_one(desk)
    page.expect("table row", re.compile(NAME))
    program.key("ctrl+n")
    dialog = program.dialog("Add Exporter")
    dialog.expect_words("Enter a Chinese or an English name, and a province or a USCC")
    name = dialog.expect("text", "Chinese name")
    wait(lambda: name.is_("focused"), "the focus in the first field")
    name.set_text("另一家公司")
    FocusWatch(program).to("text", "USCC")
    program.type(USCC)
    dialog.expect("label", re.compile("This USCC is that of “.*”"))
    dialog.expect("button", "Open That One")
    check(dialog.find("button", re.compile("^Save and Compare")) is None, "it could be saved to be compared")
    check(not dialog.expect("button", "Save").is_("sensitive"), "it could be saved")
    program.key("BackSpace")
    dialog.expect_no("label", re.compile("This USCC is that of"))
    program.key("ctrl+a", "BackSpace")
    name.set_text("")
    program.key("Escape")
    leaving = program.root.expect("button", re.compile("^Discard"))
    leaving.click()
    program.root.expect_no("dialog", "Add Exporter")


@story("Likely duplicates are merged one after the other by keyboard alone")
def duplicates(desk):
    file = desk.workspace("sample")
    with open(desk.path("twice.csv"), "w", encoding="utf-8") as table:
        table.write("name,province,phone\n")
        for number in range(1, 4):
            for name in ("Red", "Blue"):
                table.write(f"{name} Works {number},Fujian,0591-55500{number}\n")
    desk.cli("-w", file, "import", "exporters", desk.path("twice.csv"))
    program = desk.start(file)
    window, page = exporters(program)
    page.expect("table row", re.compile("Works"))
    FocusWatch(program).to("toggle button", "Exporters Menu")
    program.key("space")
    wait(lambda: list(window.all("menu item")), "the items of the menu")
    program.key("Return")
    dialog = program.dialog("Likely Duplicates")

    def pairs():
        return list(dialog.all("list item", re.compile("Works")))
    wait(lambda: len(pairs()) == 3, "three pairs")
    watch = FocusWatch(program)
    watch.to("list item", pairs()[0].name)
    for left in (2, 1):
        program.key("Return")
        merging = program.dialog("Merge Exporters")
        merge = merging.expect("button", "Merge")
        wait(lambda: merge.is_("sensitive"), "Merge to be sensitive")
        FocusWatch(program).to("button", "Merge")
        program.key("Return")
        program.root.expect_no("dialog", "Merge Exporters")
        wait(lambda: len(pairs()) == left, "the pair to go")
        wait(lambda: any(pair.is_("focused") for pair in pairs()), "the focus on the next pair")


run()
