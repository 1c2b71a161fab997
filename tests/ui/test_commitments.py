#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of commitments, a promise's page, and search."""

from harness import check, run, story


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


run()
