#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One exporter from the first contact to its first sale at home, by keyboard alone.

No pointer and no accessible action takes part: each step is keys, and the focus is
where Tab and the arrows bring it. After each step the workspace is exported; undo and
redo have to lead through the very same bytes.
"""

import re

from harness import FocusWatch, check, run, story, wait

NAME = "Harbour Lanterns"
DOCUMENTS = ("Business licence with unified social credit code", "General VAT taxpayer status and domestic invoicing")
COMPLIANCE = ("Domestic trademark registered or authorised", "CCC certificate", "Conformity to GB standards",
              "Chinese label", "Same line, same standard, same quality statement")
LISTED = ("GTIN for each product", "After-sales and returns commitment", "Platform deposit and store account",
          "Bank account for settlement")
TABS = ("Profile", "Products", "Requirements", "Programmes", "Money")


class Officer:
    """Somebody with a keyboard, who keeps a copy of the workspace after each step."""

    def __init__(self, desk):
        self.desk = desk
        # Beside the scan, where the file dialog looks into it while it is open.
        self.file = desk.workspace("sample")
        self.states = [self.exported()]
        self.program = desk.start(self.file)
        self.window = self.program.campaign()
        self.watch = FocusWatch(self.program)

    def exported(self):
        return self.desk.cli("-w", self.file, "export", "workspace", "-o", "-")

    def done(self, what):
        """A step is done once the file has changed; one step at a time."""
        self.states.append(wait(lambda: (now := self.exported()) != self.states[-1] and now, f"{what} to be kept"))

    # Moving about

    def go(self, role, name):
        """Brings the focus to what is called so, which may begin with `name` alone."""
        called = re.compile("^" + re.escape(name))
        node = self.program.root.expect(role, called)
        return node if node.is_("focused") else self.watch.to(role, node.name)

    def press(self, role, name, key="space"):
        self.go(role, name)
        self.program.key(key)

    def fill(self, values):
        for name, text in values.items():
            self.go("text", name)
            self.program.key("ctrl+a")
            self.program.type(text)

    def choose(self, name, text):
        self.program.choose(self.go("combo box", name), text)

    def search(self, name, text):
        """Chooses from a list that is searched as one types."""
        control = self.go("combo box", name)
        self.program.key("space")
        control.expect("entry", where=lambda node: node.is_("focused"))
        self.program.type(text)
        wait(lambda: [item.words() for item in control.all("list item")][1:] == [text], f"{text} alone to be found")
        found = self.watch.after("Down")
        check(found.role == "list item", f"Down goes to {found}")
        self.program.key("Return")
        wait(lambda: control.is_("focused"), "the focus back in the form")
        check(text in control.words(), f"{control.words()} was chosen")

    def tab(self, name):
        """Shows a part of the page: the arrows go along the tabs, Space shows one."""
        shown = self.window.expect("page tab", where=lambda tab: tab.is_("checked")).name
        self.go("page tab", shown)
        key = "Right" if TABS.index(shown) < TABS.index(name) else "Left"
        while shown != name:
            shown = self.watch.after(key).name
        self.program.key("space")
        wait(lambda: self.window.find("page tab", name).is_("checked"), f"the part {name}")

    def menu(self, letter):
        """Chooses from the menu of the row that has the focus, by the underlined letter."""
        self.program.key("shift+F10")
        wait(lambda: self.window.find("menu item", where=lambda node: node.is_("focused")), "the focus in the menu")
        self.program.key(letter)

    def accept(self, dialog, what, key="Return"):
        button = dialog.expect("button", re.compile("^(Save|Move|Request|Enrol|List)$"))
        wait(lambda: button.is_("sensitive"), f"{what} to be ready: {dialog.words()}")
        self.program.key(key)
        self.program.root.expect_no("dialog")
        self.done(what)


def add(officer):
    officer.program.key("ctrl+2")
    page = officer.window.expect("grouping", "Exporters")
    page.expect_words("No Exporters Yet")
    officer.program.key("ctrl+n")
    dialog = officer.program.dialog("Add Exporter")
    wait(lambda: dialog.find("text", "Chinese name").is_("focused"), "the focus in the first field")
    officer.fill({"English name": NAME, "USCC": "91350100M000100Y43", "City": "Fuzhou", "Contact": "Chen Wei",
                  "Phone": "0591-8800112", "Annual export value": "12000000", "US share": "45", "HS chapters": "94",
                  "Owner": "Lin Yue", "Bank": "ICBC"})
    # The code says which province it is in; who knows better chooses another.
    officer.search("Province", "Fujian")
    officer.go("text", "City")
    officer.accept(dialog, "the exporter")
    row = page.expect("table row", re.compile(f"{NAME}.*Fujian.*Sourced"))
    wait(lambda: row.is_("focused"), "the focus on the new exporter")
    officer.program.key("Return")
    officer.window.expect("button", re.compile("^Advance to Contacted"))


def advance(officer, stage):
    """Enter on the button, Enter in the dialog."""
    officer.press("button", f"Advance to {stage}", "Return")
    dialog = officer.program.dialog("Change Stage")
    move = dialog.expect("button", "Move")
    wait(lambda: move.is_("focused") and move.is_("sensitive"), f"the focus on Move: {dialog.words()}")
    officer.program.key("Return")
    officer.program.root.expect_no("dialog")
    officer.done(f"the stage {stage}")
    officer.window.expect("list item", re.compile(f"^{stage}, current stage"))


def refused_advance(officer, stage, missing):
    """While something is open a reason is asked for; who has none stays."""
    officer.press("button", f"Advance to {stage}", "Return")
    dialog = officer.program.dialog("Change Stage")
    dialog.expect_words(re.escape(missing))
    reason = dialog.expect("text", "Reason")
    wait(lambda: reason.is_("focused"), "the focus in the reason")
    check(not dialog.expect("button", "Move").is_("sensitive"), "it can be moved without a reason")
    officer.program.key("Return")
    officer.program.key("Escape")
    officer.program.root.expect_no("dialog")
    check(officer.exported() == officer.states[-1], "Enter without a reason moved it")


def row(officer, requirement, status):
    return officer.go("list item", f"{requirement}, {status}")


def receive(officer, requirement, number, file=None):
    """The document came: number, issuer, expiry, and its scan."""
    row(officer, requirement, "Requested")
    officer.program.key("Return")
    dialog = officer.program.dialog("Requirement")
    officer.choose("Status", "Received")
    officer.fill({"Document number": f"NO-{number:03}", "Issuing body": "Fuzhou office", "Expiry": "2030-12-31"})
    if file is not None:
        officer.press("button", "Choose a File")
        officer.program.give_path(file)
        dialog.expect_words("licence.pdf")
        officer.go("text", "Document number")
    officer.accept(dialog, f"{requirement}, received")
    officer.window.expect("list item", re.compile(f"^{re.escape(requirement)}, Received"))


def verify(officer, requirement):
    row(officer, requirement, "Received")
    officer.menu("v")
    officer.done(f"{requirement}, verified")
    officer.window.expect("list item", re.compile(f"^{re.escape(requirement)}, Verified"))


def papers(officer, requirements, file=None):
    officer.tab("Requirements")
    for number, requirement in enumerate(requirements):
        receive(officer, requirement, number, file if number == 0 else None)
        verify(officer, requirement)


def onboard(officer):
    add(officer)
    officer.tab("Products")
    officer.press("button", "Add Product…")
    dialog = officer.program.dialog("Add Product")
    officer.fill({"English name": "Paper lantern", "Reference": "HL-1", "GTIN": "6901234567892", "HS code": "940592"})
    officer.press("check box", "In the CCC catalogue")
    officer.fill({"Domestic price": "39.90", "Unit cost": "18", "FOB price": "26"})
    officer.accept(dialog, "the product")
    officer.window.expect("list item", re.compile("Paper lantern.*6901234567892"))

    advance(officer, "Contacted")
    officer.go("text", "Add a note")
    officer.program.type("Met at the fair")
    officer.program.key("Return")
    officer.done("the note")
    advance(officer, "Qualified")
    advance(officer, "Documents")

    officer.tab("Requirements")
    officer.press("button", "Request Missing…")
    officer.accept(officer.program.dialog(), "the request")
    refused_advance(officer, "Compliance", DOCUMENTS[0])
    with open(officer.desk.path("licence.pdf"), "wb") as scan:
        scan.write(b"%PDF-1.4 a licence\n")
    papers(officer, DOCUMENTS, officer.desk.path("licence.pdf"))
    papers(officer, COMPLIANCE)
    advance(officer, "Compliance")
    refused_advance(officer, "Listed", LISTED[0])
    papers(officer, LISTED)

    officer.tab("Programmes")
    officer.press("button", "Enrol…")
    dialog = officer.program.dialog("Enrol")
    officer.search("Programme", "Taobao and Tmall sourcing")
    officer.go("text", "Applied on")
    officer.accept(dialog, "the enrolment")
    officer.go("list item", "Taobao and Tmall sourcing")
    officer.menu("a")
    officer.accept(officer.program.dialog(), "the acceptance")
    officer.press("button", "List a Product…")
    dialog = officer.program.dialog("List a Product")
    officer.search("Product", "Paper lantern")
    officer.go("text", "Live from")
    officer.accept(dialog, "the listing")
    advance(officer, "Listed")

    officer.tab("Money")
    officer.press("button", "Add Sale…")
    dialog = officer.program.dialog("Add Sale")
    officer.fill({"Amount": "1234.50"})
    officer.accept(dialog, "the sale")
    advance(officer, "Selling")

    officer.press("button", "Add Task…")
    dialog = officer.program.dialog("Add Task")
    officer.fill({"Task": "Ask how it sells"})
    officer.accept(dialog, "the task")
    officer.press("check box", "Done")
    officer.done("the task that is done")


@story("From sourced to selling by keyboard alone, through every requirement; each step undoes and redoes exactly")
def onboarding(desk):
    officer = Officer(desk)
    onboard(officer)
    timeline = officer.window.expect("list", "Timeline").words()
    for told in ("Met at the fair", "Sourced → Contacted", "Contacted → Qualified", "Qualified → Documents",
                 "Documents → Compliance", "Compliance → Listed", "Listed → Selling", "Taobao and Tmall sourcing",
                 "Paper lantern", "First domestic sale", "Done: Ask how it sells",
                 *DOCUMENTS, *COMPLIANCE, *LISTED):
        check(told in timeline, f"the timeline does not tell of {told!r}:\n{timeline}")

    states = officer.states
    officer.go("button", "Back")
    for number in range(len(states) - 2, -1, -1):
        officer.program.key("ctrl+z")
        wait(lambda: officer.exported() == states[number], f"step {number + 1} to be undone exactly")
    for number in range(1, len(states)):
        officer.program.key("shift+ctrl+z")
        wait(lambda: officer.exported() == states[number], f"step {number} to be redone exactly")


run()
