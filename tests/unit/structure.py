#!/usr/bin/env python3
"""structure.py: the drawing of the house, held against the sources.

Which layer may include which, where SQL may stand, what every file must say. Reads
the tree; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

TOP = os.path.abspath(sys.argv[1])
PROGRAMS = sys.argv[2:]  # built programs that must not link GTK
APP = os.path.join(TOP, "app")

# What each layer may include besides itself: the arrows of the drawing.
MODEL = {"model"}
WORKSHOPS = {"store", "analysis", "exchange", "charts"}
ALLOWED = {
    "model": set(),
    "store": MODEL,
    "analysis": MODEL,
    "exchange": MODEL,
    "charts": MODEL,
    "campaign": MODEL | WORKSHOPS,
    "cli": MODEL | {"campaign"},
    "widgets": MODEL | {"charts"},
    "views": MODEL | {"campaign", "widgets", "charts"},
    "": MODEL | {"campaign", "widgets", "charts", "views"},
}
# Only these include GTK.
WITH_GTK = {"widgets", "views", ""}
MAX_LINES = 800

SQL = re.compile(r"\b(SELECT\s.*\bFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b"
                 r"|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW)\b|PRAGMA\s)|\bsqlite3?_", re.DOTALL)
GTK = re.compile(r"#\s*include\s*[<\"](gtk/|gdk/|gsk/|adwaita\.h|libadwaita)")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')

# Properties of .ui files that people read.
READ = {"label", "title", "subtitle", "description", "tooltip-text", "placeholder-text", "text",
        "heading", "body", "caption", "none-label", "child-title", "summary", "header", "button-label", "comments"}


def sources(*endings):
    """(path from the top, layer, text) of each source file of the program."""
    for folder, folders, names in os.walk(APP):
        folders.sort()
        for name in sorted(names):
            if name.endswith(endings):
                path = os.path.join(folder, name)
                inside = os.path.relpath(path, APP).split(os.sep)
                with open(path, encoding="utf-8") as f:
                    yield os.path.relpath(path, TOP), inside[0] if len(inside) > 1 else "", f.read()


def without_comments(text):
    return re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.DOTALL)


def strings_of(code):
    """The string literals, neighbours joined as the compiler joins them."""
    joined = re.sub(r'"\s*\n?\s*"', "", code)
    return STRING.findall(joined)


def check_layers():
    """every file is in a layer of the drawing"""
    for path, layer, _ in sources(".c", ".h"):
        if layer not in ALLOWED:
            yield "%s: there is no layer “%s”" % (path, layer)


def check_includes():
    """no include runs against the drawing"""
    layer_of = {}
    for path, layer, _ in sources(".h"):
        layer_of[os.path.basename(path)] = layer
    for path, layer, text in sources(".c", ".h"):
        for name in INCLUDE.findall(text):
            target = layer_of.get(os.path.basename(name))
            if target is None or target == layer or layer not in ALLOWED:
                continue
            if target not in ALLOWED[layer]:
                yield "%s includes %s of %s, which %s may not know" % (path, name, target, layer or "the program")
            if os.path.basename(name).endswith("-private.h"):
                yield "%s includes %s, which belongs to %s alone" % (path, name, target)


def check_names():
    """names of headers are unique over the layers"""
    seen = {}
    for path, _, _ in sources(".h"):
        name = os.path.basename(path)
        if name in seen:
            yield "%s and %s have one name" % (seen[name], path)
        seen[name] = path


def check_sql():
    """SQL stands in app/store only"""
    for path, layer, text in sources(".c", ".h"):
        if layer == "store":
            continue
        code = without_comments(text)
        if re.search(r"\bsqlite3_|sqlite3\.h", code):
            yield "%s: uses SQLite" % path
        for literal in strings_of(code):
            if SQL.search(literal):
                yield "%s: %s" % (path, literal[:60])


def check_desk():
    """faces speak to the desk, not to the store behind it"""
    for path, layer, text in sources(".c", ".h"):
        if layer in WITH_GTK:
            for name in sorted(set(re.findall(r"\btp_(?:store|reader)_\w+(?=\s*\()", without_comments(text)))):
                yield "%s calls %s" % (path, name)


def check_gtk():
    """nothing below the widgets includes GTK"""
    for path, layer, text in sources(".c", ".h"):
        if layer not in WITH_GTK and GTK.search(text):
            yield "%s includes GTK" % path


def check_links():
    """programs without a window are linked without GTK"""
    if not PROGRAMS:
        yield "no program was given to look at"
    for program in PROGRAMS:
        listing = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
        if "libsqlite3" not in listing:
            yield "%s: ldd does not list what it is linked with" % program
        for library in re.findall(r"lib(?:gtk|adwaita|gdk)-\S+", listing):
            yield "%s is linked with %s" % (os.path.basename(program), library)


def check_licences():
    """each source says its licence"""
    for path, _, text in sources(".c", ".h", ".inc"):
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:1500]:
            yield "%s has no SPDX line in its head" % path


def check_headers():
    """each header is guarded by #pragma once, each source starts with config.h"""
    for path, _, text in sources(".h"):
        if not re.search(r"^#pragma once$", text, re.MULTILINE):
            yield "%s: no #pragma once" % path
    for path, _, text in sources(".c"):
        first = re.search(r'^\s*#\s*include\s*[<"]([^>"]+)', text, re.MULTILINE)
        if first is None or first.group(1) != "config.h":
            yield "%s: the first include is not config.h" % path


def check_lengths():
    """no file is longer than %d lines""" % MAX_LINES
    for path, _, text in sources(".c", ".h"):
        n = text.count("\n")
        if n > MAX_LINES:
            yield "%s has %d lines" % (path, n)


check_lengths.__doc__ = "no file is longer than %d lines" % MAX_LINES


def check_templates():
    """what people read in a template is translatable"""
    folder = os.path.join(TOP, "ui")
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".ui"):
            continue
        root = ET.parse(os.path.join(folder, name)).getroot()
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in root.iter():
            text = (element.text or "").strip()
            if element.tag == "property" and element.get("name") in READ:
                # Values of an expression or a child object are no text of their own.
                if list(element) or element.get("bind-source") or not re.search(r"[^\W\d_]", text):
                    continue
            elif element.tag == "attribute" and element.get("name") == "label" and re.search(r"[^\W\d_]", text):
                pass
            elif element.tag in ("accessibility",):
                continue
            elif (element.tag == "property" and element.get("name") in ("label", "description")
                  and parents.get(element) is not None and parents[element].tag == "accessibility"):
                pass
            else:
                continue
            if text != "TradePivot" and element.get("translatable") != "yes":
                yield "ui/%s: “%s” is not translatable" % (name, text)


def check_leftovers():
    """nothing is left to be done in the sources"""
    for path, _, text in sources(".c", ".h"):
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                yield "%s:%d: %s" % (path, number, line.strip())


CHECKS = [check_layers, check_includes, check_names, check_sql, check_desk, check_gtk, check_links, check_licences,
          check_headers, check_lengths, check_templates, check_leftovers]


def main():
    failed = False
    if not any(True for _ in sources(".c")):
        print("Bail out! no sources under %s" % APP)
        return 1
    print("1..%d" % len(CHECKS))
    for number, check in enumerate(CHECKS, 1):
        faults = list(check())
        failed = failed or bool(faults)
        print("%sok %d - %s" % ("not " if faults else "", number, check.__doc__))
        for fault in faults:
            print("# " + fault)
    return 1 if failed else 0


sys.exit(main())
