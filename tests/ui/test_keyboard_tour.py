#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is reached without a pointer, and left again."""

import re

from harness import FocusWatch, check, run, story, wait

VIEWS = ("Overview", "Exporters", "Commitments", "Funds", "Reports")

# What opens a dialog from anywhere: its keys and its title
DIALOGS = (
    ("ctrl+question", "Keyboard Shortcuts"),
    ("ctrl+comma", "Preferences"),
    ("F1", "Help"),
    ("shift+ctrl+n", "New Workspace"),
)


def show(program, window, view):
    """Goes to a view by its keys and waits until it stands there."""
    program.key(f"ctrl+{VIEWS.index(view) + 1}")
    places = window.expect("list", "Views")
    places.expect("list item", re.compile(f"^{view}"), lambda row: row.is_("selected"))
    return window.expect("grouping", view)


@story("Ctrl+1 to Ctrl+5 show the five views")
def views(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    for view in (*VIEWS[1:], VIEWS[0]):
        show(program, window, view)


@story("Tab goes through every view and back, without a trap, and says where it is")
def tab(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    watch = FocusWatch(program)
    silent = []
    for view in VIEWS:
        show(program, window, view)
        program.settle()
        there = watch.tour("Tab")
        back = watch.tour("shift+Tab")
        for way, stops in (("forward", there), ("back", back)):
            check(any(role == "list item" and name.startswith(view) for role, name, _ in stops),
                  f"{view}: Tab {way} does not come by the sidebar: {[s[:2] for s in stops]}")
            check(len(stops) >= 5, f"{view}: Tab {way} stops only at {[s[:2] for s in stops]}")
        silent += [f"{view}: a {role} without a name" for role, name, _ in there if not name]
    check(not silent, "a screen reader has nothing to say at:\n" + "\n".join(silent))


@story("Tab goes through the pages of records and back, without a trap")
def tab_records(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    watch = FocusWatch(program)
    for kind, field, value, title in (("commitment", "key", "jd-procurement", "JD.com"),
                                      ("exporter", "name", "Ningbo Heche Kitchenware", "Ningbo Heche Kitchenware"),
                                      ("indicator", "name", "Capital spent on purchases",
                                       "Capital spent on purchases")):
        program.activate("open-record", f"('{kind}', int64 {desk.demo_id(kind, field, value)})")
        window.expect("grouping", title)
        program.settle()
        for key in ("Tab", "shift+Tab"):
            stops = watch.tour(key)
            check(any(stop[:2] == ("button", "Back") for stop in stops), f"{title}: {key} does not come by Back")
        program.key("alt+Left")
        window.expect_no("grouping", title)


@story("Esc closes each dialog and the focus goes back to where it was")
def escape(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.campaign()
    show(program, window, "Overview")
    for keys, title in DIALOGS:
        before = wait(program.focused, "something with the focus")
        program.key(keys)
        dialog = program.dialog(title)
        inside = wait(lambda: next((n for n in dialog.walk() if n.is_("focused")), None),
                      f"the focus in the dialog {title}")
        check(inside, title)
        program.key("Escape")
        program.root.expect_no(("dialog", "alert"))
        wait(lambda: before.is_("focused"), f"the focus back at {before} after {title}")


@story("F10 opens the main menu, whose items lead on")
def menu(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.campaign()
    show(program, window, "Overview")
    program.key("F10")
    wait(lambda: len(list(window.all("menu item"))) >= 4, "the items of the main menu")
    program.key("Escape")
    window.expect_no("menu item")
    program.key("F10")
    wait(lambda: len(list(window.all("menu item"))) >= 4, "the items of the main menu")
    program.key("Up", "Return")
    dialog = program.dialog()
    dialog.expect_words("TradePivot")
    program.key("Escape")
    program.root.expect_no("dialog")


@story("The shortcuts dialog lists every shortcut")
def shortcuts(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.campaign()
    show(program, window, "Overview")
    program.key("ctrl+question")
    dialog = program.dialog("Keyboard Shortcuts")
    for title in ("New Record", "Search", "Overview", "Reports", "Undo", "Redo", "Main Menu", "Quit"):
        dialog.expect("list item", re.compile(f"^{title}"))


@story("The as-of date is changed by keyboard, and every page says so")
def as_of(desk):
    program = desk.start(desk.workspace("sample"))
    window = program.campaign()
    show(program, window, "Commitments")
    program.key("ctrl+d")
    field = window.expect("text", "Date")
    FocusWatch(program).to("text", "Date")
    program.key("ctrl+a")
    program.type("2025-06-30")
    check(field.text == "2025-06-30", f"the field holds {field.text!r}")
    program.key("Return")
    window.expect_words("Figures as of 30 June 2025")
    window.expect("toggle button", "As of 30 Jun 2025")


@story("At 360 pixels every view fits, and the sidebar is one step back")
def narrow(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    show(program, window, "Overview")
    program.resize(360, 720)
    for number, view in enumerate(VIEWS, 1):
        program.key(f"ctrl+{number}")
        page = window.expect("grouping", view)
        wait(lambda: page.box[2] == 360, f"{view} as wide as the window")
        program.key("alt+Left")
        window.expect("list item", re.compile(f"^{view}"))
    program.resize(1280, 800)
    show(program, window, "Exporters")


run()
