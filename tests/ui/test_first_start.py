#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: three ways on, and the campaign's total on the Overview."""

import os
import re

from harness import FocusWatch, check, run, story, wait


def explore(program):
    """Begins with the facts, which have the focus when the welcome page comes."""
    window = program.window()
    facts = window.expect("list item", re.compile("^The Facts Alone"))
    wait(lambda: facts.is_("focused"), "the focus on the first way")
    program.key("Return")
    return window


@story("The welcome page offers to explore, to import and to start empty")
def three_ways(desk):
    program = desk.start()
    window = program.window()
    window.expect_words("Welcome to TradePivot")
    for way in ("The Facts Alone", "With Demonstration Data", "Import a Spreadsheet…", "Start Empty"):
        window.expect("list item", re.compile(f"^{way}"))


@story("Exploring the facts shows CN¥302 bn, stated by 3 of 9 commitments")
def the_facts(desk):
    program = desk.start()
    window = explore(program)
    window.expect_words("CN¥302 bn")
    window.expect_words("Stated by 3 of 9 commitments")
    file = os.path.join(os.environ["XDG_DATA_HOME"], "tradepivot", "campaign.tradepivot")
    check(os.path.exists(file), f"no workspace at {file}")
    for target in ("10,000", "100,000", "10", "1,000,000"):
        window.expect_words(rf"\b{target}\b")
    program.close()
    status = desk.cli("-w", file, "list", "commitments", "--format=json")
    check(status.count('"title"') == 9, "the file does not hold nine commitments")


@story("A second start opens what was open last")
def second_start(desk):
    first = desk.start()
    explore(first).expect_words("CN¥302 bn")
    first.close()
    second = desk.start()
    second.window().expect_words("Stated by 3 of 9 commitments")


@story("Starting empty shows the next step on every view, never a blank page")
def empty(desk):
    program = desk.start()
    window = program.window()
    window.expect("list item", re.compile("^Start Empty"))
    FocusWatch(program).to("list item", "Start Empty")
    program.key("Return")
    window = program.campaign()
    for number, (view, next_step) in enumerate((
            ("Overview", "Import a Spreadsheet…"), ("Exporters", "Add Exporter…"),
            ("Commitments", "New Commitment…"), ("Funds", "New Fund…"), ("Reports", "Go to Commitments")), 1):
        program.key(f"ctrl+{number}")
        page = window.expect("grouping", view)
        page.expect("button", next_step)
        page.expect("label", re.compile("^(Nothing|No) .*Yet$"))


@story("Importing is a way to begin: the workspace is made and the file asked for")
def begin_with_import(desk):
    program = desk.start()
    window = program.window()
    window.expect("list item", re.compile("^Import a Spreadsheet"))
    FocusWatch(program).to("list item", "Import a Spreadsheet…")
    program.key("Return")
    program.dialog("Import Exporters").expect("button", "Choose File…")
    program.key("Escape")
    program.root.expect_no("dialog")
    window.expect("grouping", "Exporters").expect("button", "Add Exporter…")


@story("F10 opens the menu of the welcome page too, and Esc closes it")
def menu(desk):
    program = desk.start()
    window = program.window()
    window.expect_words("Welcome to TradePivot")
    program.key("F10")
    wait(lambda: len(list(window.all("menu item"))) >= 4, "the items of the menu")
    program.key("Escape")
    window.expect_no("menu item")


run()
