#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""On the demonstration data every pace and every stage has something to show."""

import re

from harness import FocusWatch, check, run, story, wait

LIST_PACES = ("Behind", "No target", "Ahead", "Overdue", "Stalled", "Not started", "No period")
STAGES = ("Sourced", "Contacted", "Qualified", "Documents", "Compliance", "Listed", "Selling", "On Hold", "Declined")


def commitment(program, window, name):
    """Opens the page of the commitment whose row holds this."""
    program.key("ctrl+3")
    page = window.expect("grouping", "Commitments")
    row = page.expect("list item", where=lambda node: "Pace:" in node.name and node.says(name))
    watch = FocusWatch(program)
    first = page.find("list item", re.compile("Pace:"))
    watch.to("list item", first.name)
    if row != first:
        watch.to("list item", row.name, "Down")
    program.key("Return")
    return window.expect("list", "Indicators")


@story("Every pace is seen in words in Commitments")
def paces(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    program.key("ctrl+3")
    page = window.expect("grouping", "Commitments")
    rows = page.expect("list", "Commitments")
    rows.expect("list item", where=lambda node: "Pace: Behind" in node.name)
    for pace in LIST_PACES:
        check(rows.find("grouping", pace), f"no commitment is shown as {pace}")
        check(rows.find("list item", re.compile(f"Pace: {pace}[.]")), f"no row tells of {pace}")
    indicators = commitment(program, window, "Sources from exporters in every province")
    for name, pace in (("Exporters with a live listing", "Ahead"), ("Products listed", "On track"),
                       ("First domestic sales", "Behind"), ("Provinces reached", "Fulfilled")):
        card = indicators.expect("list item", name)
        check(card.find("grouping", pace), f"{name} is not shown as {pace}")


@story("Every stage has exporters: its toggle counts them and the list shows them")
def stages(desk):
    program = desk.start(desk.workspace("demo"))
    window = program.campaign()
    program.key("ctrl+2")
    page = window.expect("grouping", "Exporters")
    table = page.expect("tree table", "Exporters")
    toggles = {node.name.rsplit(" ", 1)[0]: node
               for node in page.all("toggle button", re.compile("^[A-Z][A-Za-z ]+ [0-9]+$"))}
    summary = page.expect("label", re.compile("^312 "))
    total = 0
    for stage in STAGES:
        check(stage in toggles, f"no toggle for {stage} but {list(toggles)}")
        toggle = toggles[stage]
        count = int(toggle.name.rsplit(" ", 1)[1])
        check(count > 0, f"no exporter is at {stage}")
        total += count
        toggle.click()
        wait(lambda: summary.name.startswith(f"{count} of 312 "), f"{count} of 312 in the title")

        def shown():
            rows = table.children[-1].children
            return rows and all(row.children[3].name == stage for row in rows)
        wait(shown, f"only exporters at {stage}")
        toggle.click()
        wait(lambda: not toggle.is_("pressed"), f"the toggle {stage} to be off")
    check(total == 312, f"{total} exporters over all stages")


run()
