#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of exporters: cards moved by mouse and keys, and the gate that no way gets around."""

import re
import subprocess
import time

from harness import check, run, story, wait

STATUS = re.compile("(Missing|Requested|Received|Expired): ")


def board(program):
    """Opens the board; returns the page."""
    program.campaign()
    program.resize(1380, 900)
    program.key("ctrl+2")
    page = program.window().expect("grouping", "Exporters")
    page.expect("radio button", "Board").click()
    column(page, "Sourced")
    program.settle()
    return page


def column(page, stage):
    """The cards of a stage."""
    return page.expect("table", re.compile(f"^{stage} [(]"))


def number(page, stage):
    """How many exporters its head tells of."""
    return int(re.search("[(]([0-9]+) exporter", column(page, stage).name).group(1))


def cards(page, stage):
    left, top, width, height = column(page, stage).box
    shown = [node for node in column(page, stage).all("table cell")
             if top <= node.box[1] and node.box[1] + node.box[3] <= top + height]
    return sorted(shown, key=lambda node: node.box[1])


def company(card):
    return card.name.split(",")[0]


def drag(program, card, target):
    """Drags the middle of a card to the middle of a column, as far as it is on the screen."""
    frame = program.window().box
    x, y, width, height = card.box
    to_x, to_y, to_width, to_height = target.box
    right = min(to_x + to_width, frame[0] + frame[2] - 20)
    start = x - frame[0] + width // 2, y - frame[1] + height // 2
    end = (to_x + right) // 2 - frame[0], to_y - frame[1] + to_height // 2

    def point(place, *then):
        subprocess.run(["xdotool", "mousemove", "--window", program.main_id(), *map(str, place), *then], check=True)
    point(start, "mousedown", "1")
    for step in range(1, 11):
        point([a + (b - a) * step // 10 for a, b in zip(start, end)])
        time.sleep(0.03)
    program.settle()
    subprocess.run(["xdotool", "mouseup", "1"], check=True)


def stage_of(desk, path, name):
    rows = desk.cli("-w", path, "list", "exporters", f"--where=name={name}", "--format=csv").lstrip("\ufeff").splitlines()
    check(len(rows) == 2, f"{len(rows) - 1} exporters are called {name}")
    return dict(zip(rows[0].split(","), rows[1].split(",")))["stage"]


def focused_card(program):
    """The card with the focus, by its company's name."""
    node = program.focused()
    return company(node) if node is not None and node.role == "table cell" else None


@story("A card that is dragged to the next stage is moved, with a way back and on again")
def dragged(desk):
    path = desk.workspace("demo")
    program = desk.start(path)
    page = board(program)
    sourced, contacted = number(page, "Sourced"), number(page, "Contacted")
    card = cards(page, "Sourced")[0]
    name = company(card)
    drag(program, card, column(page, "Contacted"))
    wait(lambda: number(page, "Contacted") == contacted + 1, "one more in Contacted")
    check(number(page, "Sourced") == sourced - 1, "the card stands in two columns")
    check(stage_of(desk, path, name) == "contacted", f"{name} is not contacted in the workspace")
    wait(lambda: focused_card(program) == name, "the focus on the card that was moved")
    program.key("ctrl+z")
    wait(lambda: number(page, "Contacted") == contacted, "the card to go back")
    check(stage_of(desk, path, name) == "sourced", "undo left the stage as it was")
    wait(lambda: focused_card(program) == name, "the focus to go back with the card")
    check(name in map(company, cards(page, "Sourced")), "the card that came back is out of sight")
    program.key("ctrl+shift+z")
    wait(lambda: number(page, "Contacted") == contacted + 1, "the card to move again")
    wait(lambda: focused_card(program) == name, "the focus to go on with the card again")


@story("Past open requirements a card asks for a reason, dragged or by keys")
def gate(desk):
    path = desk.workspace("demo")
    program = desk.start(path)
    page = board(program)
    documents, compliance = number(page, "Documents"), number(page, "Compliance")
    card = next(card for card in cards(page, "Documents") if STATUS.search(card.name))
    name = company(card)
    drag(program, card, column(page, "Compliance"))
    dialog = program.dialog("Change Stage")
    dialog.expect_words("needs a reason, because these are open")
    dialog.expect_words("Compliance")
    check(not dialog.find("button", "Move").is_("sensitive"), "it can be moved without a reason")
    program.key("Escape")
    program.root.expect_no("dialog", "Change Stage")
    check(stage_of(desk, path, name) == "documents", f"{name} was dragged past what is open")
    check(number(page, "Documents") == documents, "its card is elsewhere")

    wait(lambda: focused_card(program) == name, "the focus on its card")
    program.key("ctrl+shift+Right")
    dialog = program.dialog("Change Stage")
    check(stage_of(desk, path, name) == "documents", f"a key took {name} past what is open")
    dialog.expect("text", "Reason").set_text("Certificates seen at the fair")
    move = dialog.find("button", "Move")
    wait(lambda: move.is_("sensitive"), "the reason to be enough")
    move.click()
    wait(lambda: number(page, "Compliance") == compliance + 1, "one more in Compliance")
    check(stage_of(desk, path, name) == "compliance", f"{name} was not moved")
    check("Certificates seen at the fair" in desk.cli("-w", path, "list", "activities", "--format=csv"),
          "the reason was not recorded")
    wait(lambda: focused_card(program) == name, "the focus on the card that was moved")


@story("Arrows go from card to card and from column to column; keys move a card, and the focus goes with it")
def keys(desk):
    path = desk.workspace("demo")
    program = desk.start(path)
    page = board(program)
    first, second = cards(page, "Sourced")[:2]
    program.click_at(first)
    wait(lambda: focused_card(program) == company(first), "the focus on the first card")
    program.key("Down")
    wait(lambda: focused_card(program) == company(second), "the focus on the second card")
    beside = cards(page, "Contacted")[1]
    program.key("Right")
    wait(lambda: focused_card(program) == company(beside), "the focus on the card beside it")
    program.key("Left")
    wait(lambda: focused_card(program) == company(second), "the focus to come back")
    name = company(second)
    program.key("ctrl+shift+Right")
    wait(lambda: stage_of(desk, path, name) == "contacted", "a key to move the card")
    wait(lambda: focused_card(program) == name, "the focus to go with the card")
    program.key("ctrl+shift+Left")
    wait(lambda: stage_of(desk, path, name) == "sourced", "a key to move the card back")
    wait(lambda: focused_card(program) == name, "the focus to go with the card")
    program.key("Return")
    program.window().expect("grouping", name)
    program.key("alt+Left")
    wait(lambda: focused_card(program) == name, "the focus on its card again")


@story("Down leads from the search to the first card, wherever it stands; without the search columns begin at their top")
def searched(desk):
    program = desk.start(desk.workspace("demo"))
    page = board(program)
    first = {stage: company(cards(page, stage)[0]) for stage in ("Sourced", "Documents")}
    name = company(cards(page, "Documents")[3])
    program.key("ctrl+f")
    program.type(name)
    wait(lambda: number(page, "Sourced") == 0 and number(page, "Documents") == 1, "the board of one card")
    program.key("Down")
    wait(lambda: focused_card(program) == name, "the focus on the only card")
    program.key("Menu")
    program.window().expect("menu item")
    program.key("Escape")
    program.window().expect_no("menu item")
    wait(lambda: focused_card(program) == name, "the focus back on the card whose menu was closed")
    program.key("ctrl+f", "ctrl+a", "BackSpace")
    wait(lambda: number(page, "Sourced") > 1, "all cards again")
    for stage, company_name in first.items():
        wait(lambda: company(cards(page, stage)[0]) == company_name, f"{stage} to begin at its top")


@story("What a head says of those that did not come on opens the list of them")
def drop_off(desk):
    program = desk.start(desk.workspace("demo"))
    page = board(program)
    head = page.expect("button", re.compile("of Contacted$"))
    came, reached = map(int, re.search("^([0-9]+) of the ([0-9]+) ", head.description).groups())
    head.click()
    page.expect("tree table", "Exporters")
    page.expect("label", re.compile(f"^{reached - came} of 312 "))


run()
