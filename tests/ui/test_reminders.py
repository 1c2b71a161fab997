#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop tells what is due while the program runs: once, to whom it concerns, and not of invented data."""

import datetime
import json
import re
import time

from gi.repository import GLib

from harness import FocusWatch, check, run, story, wait
from harness.notifications import Notifications

SNOOZE = "Snooze Until Tomorrow"
# The program looks two seconds after a workspace was opened: so long nothing has to come
QUIET = 5


def today(days=0):
    """The day in the workspace's own time zone, Shanghai's."""
    zone = datetime.timezone(datetime.timedelta(hours=8))
    return (datetime.datetime.now(zone) + datetime.timedelta(days)).date().isoformat()


def with_tasks(desk, *tasks, kind="sample", name="campaign.tradepivot"):
    """A workspace that holds these tasks besides: pairs of a title and an owner, due today."""
    made = desk.workspace(kind, "made.tradepivot")
    lines = desk.cli("-w", made, "export", "workspace", "-o", "-").splitlines()
    # Records of a kind stand together
    place = max((at for at, line in enumerate(lines) if '"kind":"task"' in line), default=len(lines) - 1) + 1
    lines[place:place] = [json.dumps({"kind": "task", "id": 9 * 10**17 + number, "title": title, "due": today(),
                                      **({"owner": owner} if owner else {})})
                          for number, (title, owner) in enumerate(tasks)]
    source = desk.path("workspace.jsonl")
    with open(source, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    path = desk.path(name)
    desk.cli("-w", path, "new")
    desk.cli("-w", path, "import", "workspace", source)
    return path


def me():
    """Who the desktop says is working here."""
    name = GLib.get_real_name()
    return name if name and name != "Unknown" else GLib.get_user_name()


def tasks(desk, file):
    return {task["title"]: task for task in json.loads(desk.cli("-w", file, "list", "tasks", "--format=json"))}


def quiet(desktop, number, seconds=QUIET):
    """Nothing more is told for a while: what does not come cannot be waited for otherwise."""
    time.sleep(seconds)
    check(len(desktop.shown) == number, f"told: {[str(n) for n in desktop.shown]}")


@story("A task that is due is told once; its button puts it off until tomorrow, and Undo takes that back")
def due(desk):
    with Notifications() as desktop:
        file = with_tasks(desk, ("Call the factory", me()), ("Not mine", "Somebody Else"))
        program = desk.start(file)
        program.campaign()
        told = desktop.expect("Call the factory")
        check(list(told.buttons) == [SNOOZE], f"the buttons {list(told.buttons)}")
        quiet(desktop, 1)
        desktop.press(told, SNOOZE)
        wait(lambda: tasks(desk, file)["Call the factory"].get("snoozed") == today(1), f"tomorrow, not {tasks(desk, file)}")
        program.key("ctrl+z")
        wait(lambda: not tasks(desk, file)["Call the factory"].get("snoozed"), "the snooze to be undone")
        program.close()
        # Told today already, it is not told again when the program starts once more.
        desk.start(file).campaign()
        quiet(desktop, 1)


@story("Several are told in one, which shows the overview when it is pressed")
def several(desk):
    with Notifications() as desktop:
        file = with_tasks(desk, ("Call the factory", None), ("Write to the bank", None))
        program = desk.start(file)
        window = program.campaign()
        program.key("ctrl+3")
        window.expect("grouping", "Commitments")
        told = desktop.expect("2 things are due today")
        check("Call the factory" in told.body and "Write to the bank" in told.body, told)
        check(not told.buttons, "one button for two tasks")
        desktop.press(told)
        window.expect("grouping", "Overview")


@story("Invented data tell nothing")
def demonstration(desk):
    with Notifications() as desktop:
        file = with_tasks(desk, ("Call the factory", None), kind="demo")
        desk.start(file).campaign()
        quiet(desktop, 0)


@story("Switched off in Preferences nothing is told; switched on again it is at the next start")
def switched_off(desk):
    with Notifications() as desktop:
        other = desk.workspace("sample", "other.tradepivot")
        file = with_tasks(desk, ("Call the factory", None))

        def switch(program):
            program.campaign()
            program.key("ctrl+comma")
            program.dialog("Preferences")
            toggle = program.root.expect("check box", re.compile("^Remind Me"))
            FocusWatch(program).to("check box", toggle.name)
            was = toggle.is_("checked")
            program.key("space")
            wait(lambda: toggle.is_("checked") != was, "the switch to turn")
            program.key("Escape")
            program.root.expect_no("dialog", "Preferences")

        program = desk.start(other)
        switch(program)
        program.close()
        program = desk.start(file)
        program.campaign()
        quiet(desktop, 0)
        switch(program)
        program.close()
        desk.start(file).campaign()
        desktop.expect("Call the factory")


run()
