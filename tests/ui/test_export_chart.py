#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pledged-capital chart leaves the program: as PNG, SVG and PDF, and on paper."""

import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree

from harness import FocusWatch, check, run, story, wait

SVG = "{http://www.w3.org/2000/svg}"
# Who states a capital, and one who states none
LABELS = ("JD.com", "Pinduoduo", "DiDi", "Baidu")


def chart(desk, program):
    """The page of the pledged-capital chart."""
    window = program.campaign()
    program.key("ctrl+5")
    window.expect("grouping", "Reports").expect("button", re.compile("^Pledged")).click()
    window.expect("button", "Export…")
    window.expect("image", re.compile("CN¥302 bn"))
    return window


def export(desk, program, kind):
    """Exports by keyboard up to the file dialog. Returns the path and the size asked for."""
    path = desk.path("chart." + kind.lower())
    program.key("ctrl+e")
    dialog = program.dialog("Export Chart")
    choice = dialog.expect("radio button", kind)
    first = dialog.expect("radio button", "PNG")
    wait(lambda: first.is_("focused"), "the focus in the formats")
    if kind != "PNG":
        program.key(*["Right"] * ("PNG", "SVG", "PDF").index(kind))
        wait(lambda: choice.is_("focused"), f"the focus on {kind}")
        if not choice.is_("checked"):
            program.key("space")
    wait(lambda: choice.is_("checked"), f"{kind} to be chosen")
    size = [dialog.find("text", where=lambda node, name=name: name in node.name) for name in ("Width", "Height")]
    size = [node.text for node in size if node is not None]
    dialog.expect("button", "Export…").click()
    program.answer_file_dialog(path, "Export")
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, f"the file {path}")
    program.campaign().expect_words(f"Exported “chart.{kind.lower()}”")
    return path, size


@story("Exported as PNG it has the size that was asked for")
def png(desk):
    program = desk.start(desk.workspace("sample"))
    chart(desk, program)
    path, size = export(desk, program, "PNG")
    told = subprocess.run(["identify", "-format", "%m %w %h %k", path], capture_output=True, text=True,
                          check=True).stdout.split()
    check(told[:3] == ["PNG", *size], f"{told} instead of {size}")
    check(int(told[3]) > 50, f"only {told[3]} colours")


@story("Exported as SVG every label is text")
def svg(desk):
    program = desk.start(desk.workspace("sample"))
    chart(desk, program)
    path, _ = export(desk, program, "SVG")
    root = ElementTree.parse(path).getroot()
    check(root.tag == SVG + "svg", root.tag)
    texts = " ".join("".join(node.itertext()) for node in root.iter(SVG + "text"))
    for label in (*LABELS, "302"):
        check(label in texts, f"no {label} among the texts: {texts}")
    check(re.search("(?i)not stated", texts), "nobody is said to have stated nothing")


@story("Exported as PDF its fonts are embedded and its words can be read")
def pdf(desk):
    program = desk.start(desk.workspace("sample"))
    chart(desk, program)
    path, _ = export(desk, program, "PDF")
    words(path)


def words(path):
    """Checks a PDF with readers of another project."""
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    for label in (*LABELS, "302"):
        check(label in text, f"no {label} in {path}")
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    check(fonts, "the PDF has no fonts")
    for font in fonts:
        check(font.split()[-5] == "yes", f"a font is not embedded: {font}")


@story("Printed to a file by keyboard, after a preview, it is one page of A4")
def paper(desk):
    program = desk.start(desk.workspace("sample"))
    chart(desk, program)
    program.key("ctrl+p")
    preview = program.dialog("Print Preview")
    preview.expect("image", re.compile("Page 1 of 1"))
    button = preview.expect("button", "Print…")
    wait(lambda: button.is_("focused"), "the focus on Print…")
    program.key("Return")
    system = wait(lambda: next((n for n in program.root.children if n.role == "dialog"), None), "the print dialog")
    wait(lambda: system.is_("active"), "the print dialog to have the keyboard")
    FocusWatch(program).to("table row", "Print to File")
    program.key("space")
    system.expect("button", "Print").click()
    wait(lambda: system not in program.root.children, "the print dialog to close")
    program.focus_window(program.main_id())
    path = wait(lambda: next((os.path.join(desk.home, name) for name in os.listdir(desk.home)
                              if name.endswith(".pdf")), None), "the printed file")
    wait(lambda: subprocess.run(["pdfinfo", path], capture_output=True, check=False).returncode == 0,
         "the printed file to be complete")
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    check(re.search(r"Pages: +1\b", told) and "A4" in told, told)
    words(path)


run()
