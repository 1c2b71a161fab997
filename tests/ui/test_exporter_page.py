#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An exporter's page: fields edited where they stand, notes, drafts, history."""

import json
import re

from harness import FocusWatch, check, run, story, wait

NAME = "东阳新纺织品有限公司"
USCC = "91350100M000100Y43"
TABLE = f"uscc,name,name_local,province\n{USCC},Dongyang New Textiles,{NAME},Fujian\n"


def opened(desk, file=None):
    """A workspace with one exporter, and its page."""
    if file is None:
        file = desk.workspace("sample")
        with open(desk.path("one.csv"), "w", encoding="utf-8") as table:
            table.write(TABLE)
        desk.cli("-w", file, "import", "exporters", desk.path("one.csv"))
    program = desk.start(file)
    window = program.campaign()
    program.key("ctrl+2")
    page = window.expect("grouping", "Exporters")
    row = page.expect("table row", re.compile(NAME))
    FocusWatch(program).to("table row", row.name)
    program.key("Return")
    window.expect("button", re.compile("^Advance to"))
    return file, program, window


def profile(program, window):
    """The profile's tab, with the focus in its first field."""
    FocusWatch(program).to("toggle button", "Exporter Menu")
    program.key("space")
    wait(lambda: len(list(window.all("menu item"))) >= 3, "the items of the menu")
    program.key("Return")
    first = window.expect("text", "Chinese name")
    wait(lambda: first.is_("focused"), "the focus in the first field")
    return FocusWatch(program)


def exporter(desk, file):
    return json.loads(desk.cli("-w", file, "list", "exporters", "--format=json"))[0]


def crash(desk, program):
    """The program is gone without a chance to save anything."""
    program.kill()
    desk.programs.remove(program)


@story("A field is changed where it stands: Enter keeps it, Escape takes it back, Undo too")
def in_place(desk):
    file, program, window = opened(desk)
    watch = profile(program, window)
    watch.to("text", "Phone")
    program.type("0579-1234")
    program.key("Return")
    wait(lambda: exporter(desk, file)["phone"] == "0579-1234", "the phone to be kept")
    window.expect("alert", where=lambda node: node.says("Undo"))
    phone = window.expect("text", "Phone")
    program.key("ctrl+a")
    program.type("9")
    wait(lambda: phone.text == "9", "the typed text")
    program.key("Escape")
    wait(lambda: phone.text == "0579-1234", "Escape to take it back")
    check(exporter(desk, file)["phone"] == "0579-1234", "Escape kept it")
    # Going on keeps it too.
    watch.to("text", "Email")
    program.type("a@example.com")
    program.key("Tab")
    wait(lambda: exporter(desk, file)["email"] == "a@example.com", "the email to be kept on leaving")
    window.expect("alert", where=lambda node: node.says("Undo")).find("button", "Undo").click()
    wait(lambda: not exporter(desk, file).get("email"), "the email to be undone")
    check(exporter(desk, file)["phone"] == "0579-1234", "one step undid two changes")


@story("A wrong text stays with its reason, also after the program was killed")
def wrong(desk):
    file, program, window = opened(desk)
    watch = profile(program, window)
    watch.to("text", "USCC")
    program.key("ctrl+a")
    program.type(USCC[:-1] + "4")
    window.expect("label", re.compile("(?i)check character"))
    program.key("Tab")
    check(exporter(desk, file)["uscc"] == USCC, "a wrong code was kept")
    program.settle(1.0)
    crash(desk, program)
    file, program, window = opened(desk, file)
    profile(program, window)
    code = window.expect("text", "USCC")
    wait(lambda: code.text == USCC[:-1] + "4", "the draft to be back")
    window.expect("label", re.compile("(?i)check character"))
    check(exporter(desk, file)["uscc"] == USCC, "the draft was kept by itself")


@story("What was begun over a value that others changed since is not kept by going on, only by Enter")
def begun_before(desk):
    file, program, window = opened(desk)
    watch = profile(program, window)
    watch.to("text", "City")
    program.type("Dongyang")
    program.settle(1.0)
    crash(desk, program)
    with open(desk.path("two.csv"), "w", encoding="utf-8") as table:
        table.write(TABLE.replace("province\n", "province,city\n").replace("Fujian\n", "Fujian,Fuzhou\n"))
    desk.cli("-w", file, "import", "exporters", "--on-duplicate=update", desk.path("two.csv"))
    check(exporter(desk, file)["city"] == "Fuzhou", "it was not changed meanwhile")
    file, program, window = opened(desk, file)
    watch = profile(program, window)
    window.expect("label", re.compile("Changed to “Fuzhou” meanwhile"))
    watch.to("text", "City")
    program.key("Tab")
    program.settle(1.0)
    check(exporter(desk, file)["city"] == "Fuzhou", "going on put the older text in its place")
    watch.to("text", "City", "shift+Tab")
    program.key("Return")
    wait(lambda: exporter(desk, file)["city"] == "Dongyang", "Enter to keep it")


@story("A note is added with Enter, put right and deleted; one that was begun survives a kill")
def notes(desk):
    file, program, window = opened(desk)
    watch = FocusWatch(program)
    watch.to("text", "Add a note")
    program.type("met at the fair")
    program.key("Return")
    window.expect_words("met at the fair")
    listed = json.loads(desk.cli("-w", file, "list", "activities", "--format=json"))
    check([(a["kind"], a["text"]) for a in listed] == [("note", "met at the fair")], listed)
    window.expect("toggle button", "Note Menu")
    watch.to("toggle button", "Note Menu")
    program.key("space")
    wait(lambda: len(list(window.all("menu item"))) >= 2, "the items of the menu")
    program.key("Down", "Return")
    window.expect_no("toggle button", "Note Menu")
    window.expect("alert", where=lambda node: node.says("Undo")).find("button", "Undo").click()
    window.expect("toggle button", "Note Menu")
    watch.to("text", "Add a note")
    program.type("half a thou")
    program.settle(1.0)
    crash(desk, program)
    file, program, window = opened(desk, file)
    # It only waits to be added.
    FocusWatch(program).to("text", "Add a note")
    program.key("Return")

    def texts():
        return sorted(a["text"] for a in json.loads(desk.cli("-w", file, "list", "activities", "--format=json")))
    wait(lambda: texts() == ["half a thou", "met at the fair"], "the note that was begun")


@story("A note that is being put right waits for it too: elsewhere, beside another, after a kill")
def notes_put_right(desk):
    file, program, window = opened(desk)

    def notes():
        return sorted(a["text"] for a in json.loads(desk.cli("-w", file, "list", "activities", "--format=json")))

    def edit():
        """The next note comes into the form."""
        FocusWatch(program).to("toggle button", "Note Menu")
        program.key("space")
        wait(lambda: len(list(window.all("menu item"))) >= 2, "the items of the menu")
        program.key("Return")
        window.expect("button", "Save")
        wait(lambda: window.expect("text", "Add a note").is_("focused"), "the focus in the form")

    FocusWatch(program).to("text", "Add a note")
    for text in ("the first", "the second"):
        program.type(text)
        program.key("Return")
        wait(lambda: text in notes(), "the note to be kept")
        window.expect_words(text)
    edit()
    program.key("End")
    program.type(" put right")
    program.settle(1.0)
    crash(desk, program)
    file, program, window = opened(desk, file)
    # The form is as it was: it only waits to be kept.
    window.expect("button", "Save")
    # Another note comes into it and nothing is done there: the first is not forgotten.
    FocusWatch(program).to("text", "Add a note")
    FocusWatch(program).to("toggle button", "Note Menu")
    edit()
    program.settle(1.0)
    crash(desk, program)
    file, program, window = opened(desk, file)
    window.expect("button", "Save")
    FocusWatch(program).to("text", "Add a note")
    program.key("Return")
    wait(lambda: len([text for text in notes() if text.endswith(" put right")]) == 1, "the note to be put right")
    check(len(notes()) == 2, notes())
    window.expect_no("button", "Save")
    program.settle(1.0)
    crash(desk, program)
    file, program, window = opened(desk, file)
    window.expect("button", "Add")
    check(window.find("button", "Save") is None, "what was kept waits again")


@story("The history tells what a field was before, and that it was undone")
def history(desk):
    file, program, window = opened(desk)
    watch = profile(program, window)
    watch.to("text", "City")
    program.type("Fuzhou")
    program.key("Return")
    window.expect_words("Fuzhou, Fujian")
    FocusWatch(program).to("toggle button", "Exporter Menu")
    program.key("space")
    wait(lambda: len(list(window.all("menu item"))) >= 3, "the items of the menu")
    program.key("Down", "Down", "Return")
    dialog = program.dialog("History")
    dialog.expect_words("Not stated → Fuzhou")
    program.key("Escape")
    program.root.expect_no("dialog", "History")


run()
