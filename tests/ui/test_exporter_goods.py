#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An exporter's products, programmes and money, worked on by keyboard."""

import json
import re

from harness import FocusWatch, check, run, story, wait

NAME = "东阳新纺织品有限公司"
USCC = "91350100M000100Y43"
TABLE = f"uscc,name,name_local,province\n{USCC},Dongyang New Textiles,{NAME},Fujian\n"


def records(desk, file, kind):
    return json.loads(desk.cli("-w", file, "list", kind, "--format=json"))


def opened(desk):
    """A workspace with one exporter, and its page."""
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


def tab(program, window, name):
    """Shows a part of the page."""
    program.click_at(window.expect("page tab", name))


def save(program, dialog):
    button = dialog.expect("button", "Save")
    wait(lambda: button.is_("sensitive"), "Save to be sensitive")
    program.key("Return")
    program.root.expect_no("dialog")


@story("A product is added and removed, and Undo brings it back")
def product(desk):
    file, program, window = opened(desk)
    tab(program, window, "Products")
    window.expect_words("No products yet")
    FocusWatch(program).to("button", "Add Product…")
    program.key("space")
    dialog = program.dialog("Add Product")
    first = dialog.expect("text", "Chinese name")
    wait(lambda: first.is_("focused"), "the focus in the name")
    check(not dialog.expect("button", "Save").is_("sensitive"), "an empty product can be saved")
    program.type("Towel")
    program.key("Tab")
    program.key("Tab")
    program.type("DY-1")
    program.key("Tab")
    program.type("6901234567893")
    dialog.expect("label", re.compile("(?i)check digit"))
    check(not dialog.expect("button", "Save").is_("sensitive"), "a wrong GTIN can be saved")
    program.key("BackSpace")
    program.type("2")
    dialog.expect("label", "GS1 China")
    program.key("Tab")
    program.type("630260")
    dialog.expect("label", re.compile("^Chapter 63"))
    save(program, dialog)
    row = window.expect("list item", re.compile("Towel.*6901234567892"))
    kept = records(desk, file, "products")
    check([(p["name"], p["hs_code"]) for p in kept] == [("Towel", "630260")], kept)
    FocusWatch(program).to("list item", row.name)
    program.key("Delete")
    window.expect_words("No products yet")
    check(records(desk, file, "products") == [], "it is still there")
    program.key("ctrl+z")
    window.expect("list item", re.compile("Towel"))


@story("A sale is entered with what is wrong said beside it, and two in a row without closing")
def sales(desk):
    file, program, window = opened(desk)
    tab(program, window, "Money")
    window.expect_words("No domestic sales yet")
    FocusWatch(program).to("button", "Add Sale…")
    program.key("space")
    dialog = program.dialog("Add Sale")
    amount = dialog.expect("text", "Amount")
    wait(lambda: amount.is_("focused"), "the focus in the amount")
    keep = dialog.expect("check box", "Keep open for the next")
    program.type("1,234.5")
    FocusWatch(program).to("text", "Day, or Month")
    program.key("ctrl+a")
    program.type("2025-13")
    dialog.expect("label", re.compile("neither a day nor a month"))
    program.key("ctrl+a")
    program.type("2025-02")
    dialog.expect_words("kept on 28 February 2025")
    program.click_at(keep)
    wait(lambda: keep.is_("checked"), "the dialog to stay open")
    program.click_at(amount)
    program.key("Return")
    wait(lambda: len(records(desk, file, "sales")) == 1, "the first sale")
    wait(lambda: amount.text == "", "room for the next amount")
    program.type("200")
    program.key("Return")
    wait(lambda: len(records(desk, file, "sales")) == 2, "the second sale")
    check({(s["date"], s["amount"]) for s in records(desk, file, "sales")}
          == {("2025-02-28", 1234.5), ("2025-02-28", 200.0)}, "wrong sales")
    program.key("Escape")
    program.root.expect_no("dialog")
    window.expect_words("February 2025: CN¥1,434.50")


run()
