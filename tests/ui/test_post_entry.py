#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posting to a fund's ledger, an overrun that asks first, and taking an entry back."""

import json
import re

from harness import FocusWatch, check, run, story, wait


def funds(desk, program):
    """The Funds page on JD.com's fund."""
    window = program.campaign()
    program.key("ctrl+4")
    page = window.expect("grouping", "Funds")
    choice = page.expect("combo box", where=lambda n: n.name.endswith("Fund"))
    program.choose(choice, "JD.com Procurement Fund")
    page.expect("combo box", "JD.com Procurement Fund")
    return page


def post(program, kind, amount):
    """Opens the dialog, chooses the kind of entry and types the amount, by keyboard."""
    program.key("ctrl+n")
    dialog = program.dialog("Post Entry")
    amount_field = dialog.expect("text", re.compile("^Amount"))
    wait(lambda: amount_field.is_("focused"), "the focus in the amount")
    entry = dialog.expect("combo box", "Entry")
    program.choose(entry, kind)
    entry.expect_words(f"(?m)^{kind}$")
    wait(lambda: entry.is_("focused"), "the focus back at the kind of entry")
    program.key("Tab")
    wait(lambda: amount_field.is_("focused"), "the focus in the amount")
    program.type(amount)
    return dialog


@story("An entry is posted and reversed, and the ledger shows both")
def post_and_reverse(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    page = funds(desk, program)
    page.expect("table cell", re.compile("^Allocated: CN¥0|^Allocated: None"))
    dialog = post(program, "Allocation", "1500000000")
    button = dialog.expect("button", "Post")
    wait(lambda: button.is_("sensitive"), "Post to be sensitive")
    dialog.expect_words("Allocated CN¥1.5 bn of CN¥200 bn pledged")
    button.click()
    program.root.expect_no("dialog")
    page.expect("table cell", "Allocated: CN¥1.5 bn")
    row = page.expect("table row", re.compile(r"Allocation.*1,500,000,000\.00"))
    check("198,500,000,000.00" in row.name, f"no running balance in {row}")

    row.program.click_at(row)
    program.key("Return")
    dialog = program.dialog()
    reason = dialog.expect("text", re.compile("[Rr]eason"))
    reverse = dialog.expect("button", "Reverse")
    check(not reverse.is_("sensitive"), "an entry can be reversed without a reason")
    reason.set_text("Posted to the wrong fund")
    reverse.click()
    program.root.expect_no("dialog")
    page.expect("table cell", re.compile("^Allocated: CN¥0|^Allocated: None"))
    page.expect("table row", re.compile("(?i)revers.*"))
    entries = json.loads(desk.cli("-w", file, "list", "ledger", "--where=fund=jd-procurement", "--format=json"))
    check(len(entries) == 3, f"{len(entries)} entries instead of pledge, allocation and reversal")


@story("An allocation past the pledge is posted only after it was confirmed, and stays flagged")
def overrun(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    page = funds(desk, program)
    dialog = post(program, "Allocation", "250,000,000,000")
    button = dialog.expect("button", "Post")
    confirm = dialog.expect("check box", "Confirm the Overrun")
    wait(lambda: not button.is_("sensitive"), "Post to be insensitive before the overrun is confirmed")
    check(not confirm.is_("checked"), "the overrun is confirmed from the start")
    FocusWatch(program).to("check box", "Confirm the Overrun")
    program.key("space")
    wait(lambda: button.is_("sensitive"), "Post to be sensitive after the overrun was confirmed")
    button.click()
    program.root.expect_no("dialog")
    page.expect("table cell", "Allocated: CN¥250 bn")
    page.expect_words("Confirmed overrun")
    desk.cli("-w", file, "check")


@story("What is no amount is refused with words beside it, and nothing is posted")
def refused(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    funds(desk, program)
    dialog = post(program, "Allocation", "12x")
    button = dialog.expect("button", "Post")
    row = dialog.expect("list item", re.compile("^Amount"))
    wait(lambda: row.is_("invalid-entry"), "the amount to be marked as wrong")
    check(not button.is_("sensitive"), "a wrong amount can be posted")
    program.key("Escape")
    program.root.expect_no("dialog", "Post Entry")
    entries = json.loads(desk.cli("-w", file, "list", "ledger", "--where=fund=jd-procurement", "--format=json"))
    check(len(entries) == 1, "something was posted")


run()
