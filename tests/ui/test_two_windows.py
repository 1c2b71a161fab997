#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows on one workspace, while tradepivot-cli writes to it as well."""

from harness import check, run, story, wait

EXPORTER = "uscc,name,province\n91350100M000100Y43,Harbour Lanterns,Fujian\n"


def count(window, view):
    """How many records the sidebar of a window says are behind a view."""
    return window.find("list", "Views").find("list item", view).description


def expect_count(windows, view, number):
    for place, window in enumerate(windows, 1):
        wait(lambda: count(window, view) == number, f"{view} {number} in window {place}")


def second_window(program, first):
    """Opens another window on the same file and returns both, the older first."""
    program.key("shift+ctrl+w")
    wait(lambda: len(program.frames()) == 2, "a second window")
    second = next(f for f in program.frames() if f.accessible.path != first.accessible.path)
    second.expect("list", "Views")
    return first, second


@story("What the command line adds and takes back shows in both windows")
def command_line(desk):
    file = desk.workspace("sample")
    program = desk.start(file)
    windows = second_window(program, program.campaign())
    expect_count(windows, "Exporters", "0")
    with open(desk.path("one.csv"), "w", encoding="utf-8") as table:
        table.write(EXPORTER)
    desk.cli("-w", file, "import", "exporters", desk.path("one.csv"))
    expect_count(windows, "Exporters", "1")
    desk.cli("-w", file, "undo")
    expect_count(windows, "Exporters", "0")
    desk.cli("-w", file, "redo")
    expect_count(windows, "Exporters", "1")


@story("What one window takes back shows in the other, and on the command line")
def undo(desk):
    file = desk.workspace("sample")
    with open(desk.path("one.csv"), "w", encoding="utf-8") as table:
        table.write(EXPORTER)
    desk.cli("-w", file, "import", "exporters", desk.path("one.csv"))
    program = desk.start(file)
    windows = second_window(program, program.campaign())
    expect_count(windows, "Exporters", "1")
    program.focus_window(program.ids()[-1])
    wait(lambda: windows[1].is_("active"), "the second window to have the keyboard")
    program.key("ctrl+z")
    expect_count(windows, "Exporters", "0")
    windows[1].expect_words("(?i)undone|taken back")
    check("Harbour" not in desk.cli("-w", file, "list", "exporters"), "the exporter is still in the file")
    program.key("shift+ctrl+z")
    expect_count(windows, "Exporters", "1")
    check("Harbour" in desk.cli("-w", file, "list", "exporters"), "the exporter is not back in the file")


@story("The file is whole when the last window closes")
def whole(desk):
    import os
    file = desk.workspace("sample")
    program = desk.start(file)
    first, second = second_window(program, program.campaign())
    program.key("ctrl+w")
    wait(lambda: len(program.frames()) == 1, "one window to close")
    left = program.frames()[0]
    left.expect("list", "Views")
    program.close()
    beside = sorted(name for name in os.listdir(os.path.dirname(file)) if name.startswith("campaign.tradepivot"))
    check(beside == ["campaign.tradepivot"], f"left beside the file: {beside}")
    desk.cli("-w", file, "check")


run()
