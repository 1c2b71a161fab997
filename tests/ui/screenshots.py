#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of each view, kept in screenshots/ of the build for people to look at."""

import os
import struct

from harness import BUILD, check, run, story

PICTURES = os.path.join(BUILD, "screenshots")
VIEWS = ("overview", "exporters", "commitments", "funds", "reports")
WIDE = (1280, 800)
NARROW = (360, 720)

# Records that have much to show, in the demonstration data: kind, field and value
RECORDS = (("commitment", "key", "jd-procurement"), ("exporter", "name", "Ningbo Heche Kitchenware"),
           ("indicator", "name", "Capital spent on purchases"))
# A page with fewer lines to read is blank, or has not come
LINES = 8


def picture(program, name, size):
    """Takes a picture, and fails where it has another size or shows nothing.

    Returns what there is to read.
    """
    program.point_away()
    program.settle()
    words = program.window().words()
    check(words.count("\n") >= LINES, f"{name}: only {words}")
    os.makedirs(PICTURES, exist_ok=True)
    path = os.path.join(PICTURES, name + ".png")
    program.picture(path)
    with open(path, "rb") as file:
        told = struct.unpack(">II", file.read(24)[16:])
    check(told == size, f"{name}: {told} instead of {size}")
    return words


def tour(desk, kind, suffix, size, **environment):
    """All views of a workspace in one look, and a record page of each kind."""
    program = desk.start(desk.workspace(kind), **environment)
    program.campaign()
    program.resize(*size)
    shown = []
    for view in VIEWS:
        program.activate("show-view", f"'{view}'")
        shown.append(picture(program, f"{view}-{suffix}", size))
    check(len(set(shown)) == len(VIEWS), "two views look the same")
    if kind == "demo":
        for record, field, value in RECORDS:
            program.activate("show-view", "'overview'")
            program.activate("open-record", f"('{record}', int64 {desk.demo_id(record, field, value)})")
            picture(program, f"{record}-{suffix}", size)
    return program


@story("Every view on the demonstration data, wide")
def wide(desk):
    tour(desk, "demo", "wide", WIDE)


@story("Every view in the dark style")
def dark(desk):
    tour(desk, "demo", "dark", WIDE, ADW_DEBUG_COLOR_SCHEME="prefer-dark")


@story("Every view in high contrast")
def high_contrast(desk):
    tour(desk, "demo", "contrast", WIDE, ADW_DEBUG_HIGH_CONTRAST="1")


@story("Every view on a phone's width")
def narrow(desk):
    tour(desk, "demo", "360", NARROW)


@story("Every view in Chinese")
def chinese(desk):
    program = tour(desk, "demo", "zh_CN", WIDE, LC_ALL="zh_CN.UTF-8")
    words = program.campaign().words()
    check("外贸企业" in words, "the window does not speak Chinese: " + words[:200])


@story("Every view of an empty workspace")
def empty(desk):
    tour(desk, "empty", "empty", WIDE)


@story("The welcome page")
def welcome(desk):
    program = desk.start()
    program.window().expect_words("Welcome to TradePivot")
    program.resize(*WIDE)
    picture(program, "welcome-wide", WIDE)
    program.resize(*NARROW)
    picture(program, "welcome-360", NARROW)


run()
