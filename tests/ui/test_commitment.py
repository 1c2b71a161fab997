#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commitments: the list, a promise's page, a new promise by keyboard, and undo."""

from harness import Failure, check, run, story


@story("The list shows every promise, and Enter opens its page")
def opens(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.window()
    program.activate("show-view", "'commitments'")
    window.expect_words("CN¥151 bn of CN¥200 bn")
    words = window.words()
    for word in ("JD.com", "Taobao and Tmall", "Not stated", "Overdue", "Stalled", "No period", "Not started",
                 "Ahead", "Behind", "No target"):
        check(word in words, f"no “{word}” in the list: {words[:800]}")
    program.activate("open-record", "('commitment', int64 4)")
    window.expect_words("CN¥25.1 bn below the pro-rated target")
    for word in ("1 May 2025, assumed¹", "Ledger of the fund", "CN¥200 bn¹", "CN¥7.93 bn a week", "Recorded"):
        check(word in window.words(), f"no “{word}” on the page")


@story("Search narrows the list, and says where nothing is found")
def searches(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.window()
    program.activate("show-view", "'commitments'")
    window.expect_words("3 of 9 commitments state their capital")
    program.key("ctrl+f")
    program.type("baidu")
    window.expect_words("Free product advertising")
    program.type("xyz")
    window.expect_words("No Commitment Found")


def tab_to(program, dialog, name, key="Tab"):
    """Presses Tab until the field has the focus."""
    for _ in range(30):
        field = dialog.find("text", name)
        if field is not None and field.is_("focused"):
            return
        program.key(key)
        program.settle()
    raise Failure(f"Tab does not lead to {name}")


@story("A promise is recorded by keyboard alone, pledged, and taken back")
def records(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.window()
    program.activate("show-view", "'commitments'")
    window.expect_words("3 of 9 commitments state their capital")
    program.key("ctrl+n")
    dialog = program.dialog()
    check("sensitive" not in dialog.expect("button", "Save").states, "Save can be pressed on an empty form")
    dialog.expect_words("Enter the name of the organisation, or choose one.")
    tab_to(program, dialog, "Promise")
    program.type("Opens shelves to exporters")
    tab_to(program, dialog, "Name of the organisation", "shift+Tab")
    program.type("Green Shelf")
    tab_to(program, dialog, "Capital")
    program.type("5000000")
    dialog.expect("button", "Save", lambda node: node.is_("sensitive"))
    program.key("Return")
    program.root.expect_no("dialog")
    window.expect_words("Green Shelf")
    window.expect_words("4 of 10 commitments state their capital")
    program.key("ctrl+z")
    window.expect_words("3 of 9 commitments state their capital")


run()
