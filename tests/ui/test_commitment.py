#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new promise with capital: its pledge, its fund, its evidence, and a later correction."""

import json
import re

from harness import FocusWatch, check, run, story, wait

PROMISE = "Buys toys for domestic shelves"
EVIDENCE = "Press note of Harbour Market"


def pledged(desk, file):
    """What the ledger says is pledged by the new commitment, in whole yuan."""
    status = json.loads(desk.cli("-w", file, "status", "--format=json"))
    new = next((c for c in status["commitments"] if c["title"] == PROMISE), None)
    return sum(fund["pledged"] for fund in new["funds"]) // 100 if new else None


def add(desk, program):
    """Fills the dialog in by keyboard and saves."""
    window = program.campaign()
    program.key("ctrl+3")
    page = window.expect("grouping", "Commitments")
    page.expect("list", "Commitments")
    program.key("ctrl+n")
    dialog = program.dialog("New Commitment")
    promise = dialog.expect("text", "Promise")
    wait(lambda: promise.is_("focused"), "the focus in the promise")
    save = dialog.expect("button", "Save")
    check(not save.is_("sensitive"), "a promise without words can be saved")
    program.type(PROMISE)
    watch = FocusWatch(program)
    watch.to("text", "Name of the organisation", "shift+Tab")
    program.type("Harbour Market")
    for field, text in (("Capital", "5 bn"), ("Effective", "2026-01-01"), ("End", "2026-12-31"),
                        ("Title", EVIDENCE), ("Publisher", "Harbour Market")):
        watch.to("text", field)
        program.type(text)
    wait(lambda: save.is_("sensitive"), "Save to be sensitive")
    program.key("Return")
    program.root.expect_no("dialog", "New Commitment")
    return window, page


def open_page(program, window, page):
    row = page.expect("list item", re.compile("^Harbour Market: .*Capital: CN¥5 bn"))
    watch = FocusWatch(program)
    first = page.find("list item", re.compile("Pace:"))
    watch.to("list item", first.name)
    if row != first:
        watch.to("list item", row.name, "Down")
    program.key("Return")
    window.expect("button", "Edit Commitment…")
    return window.expect("grouping", "Harbour Market")


@story("Saved with capital it has a pledge, a fund, and its evidence on its page")
def new(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    window, page = add(desk, program)
    check(pledged(desk, file) == 5_000_000_000, f"pledged: {pledged(desk, file)}")
    page.expect_words(r"4 of 10 commitments state their capital, CN¥307 bn together")
    detail = open_page(program, window, page)
    detail.expect_words(PROMISE)
    detail.expect("level bar", re.compile("^CN¥5 bn"))
    detail.expect("list item", EVIDENCE)
    detail.expect_words("1 Jan(uary)? 2026")
    program.key("ctrl+4")
    funds = window.expect("grouping", "Funds")
    choice = funds.expect("combo box", where=lambda node: "Fund" in node.description)
    program.choose(choice, PROMISE)
    funds.expect("combo box", PROMISE)
    funds.expect("table cell", "Pledged: CN¥5 bn")
    funds.expect("table row", re.compile(r"Pledge.*5,000,000,000\.00"))


@story("Corrected to another capital, page and ledger follow, and undo brings the former back")
def edit(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    window, page = add(desk, program)
    detail = open_page(program, window, page)
    watch = FocusWatch(program)
    watch.to("button", "Edit Commitment…")
    program.key("Return")
    dialog = program.dialog("Edit Commitment")
    capital = dialog.expect("text", "Capital")
    watch.to("text", "Capital")
    check(capital.text.replace(",", "").startswith("5000000000"), capital.text)
    program.key("ctrl+a")
    program.type("6 bn")
    program.key("Return")
    program.root.expect_no("dialog", "Edit Commitment")
    detail.expect("level bar", re.compile("^CN¥6 bn"))
    check(pledged(desk, file) == 6_000_000_000, f"pledged: {pledged(desk, file)}")
    desk.cli("-w", file, "check")
    program.key("ctrl+z")
    detail.expect("level bar", re.compile("^CN¥5 bn"))
    check(pledged(desk, file) == 5_000_000_000, f"pledged: {pledged(desk, file)}")


run()
