#!/usr/bin/env python3
"""test-charts.py: chart files open in other programs.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET

sys.dont_write_bytecode = True
from commands import check, main, same, story  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"


def svg_texts(text):
    return ["".join(t.itertext()) for t in ET.fromstring(text).iter(SVG + "text")]


@story
def png(desk):
    """a PNG has the size that was asked for"""
    desk.start("sample")
    for width, height in ((1200, 800), (640, 480)):
        desk.run("chart", "pledged", "-o", desk.path("c.png"), "--size=%dx%d" % (width, height))
        data = desk.read("c.png", "rb")
        same(data[:8], b"\x89PNG\r\n\x1a\n")
        same(struct.unpack(">II", data[16:24]), (width, height))
        same(data[-8:-4], b"IEND")
    light = data
    desk.run("chart", "pledged", "-o", desk.path("c.png"), "--size=640x480", "--dark")
    check(desk.read("c.png", "rb") != light)
    same(desk.run("chart", "pledged", "-o", "-", "--format=png", "--size=640x480", text=False), light)


@story
def svg(desk):
    """an SVG is well-formed XML and its labels are text"""
    desk.start("sample")
    desk.run("chart", "pledged", "-o", desk.path("c.svg"))
    texts = svg_texts(desk.read("c.svg"))
    joined = " ".join(texts)
    for word in ("JD.com", "Pinduoduo", "DiDi", "Baidu", "Meituan", "Tencent", "ByteDance", "CN¥302 bn"):
        check(word in joined, word + " is no text")
    check("not stated" in joined.lower())
    root = ET.fromstring(desk.read("c.svg"))
    check(root.find(SVG + "title") is not None and root.find(SVG + "desc") is not None)


@story
def pdf(desk):
    """a PDF has all its fonts embedded, the Chinese glyphs too"""
    desk.start("sample")
    desk.run("chart", "pledged", "-o", desk.path("c.pdf"))
    data = desk.read("c.pdf", "rb")
    same(data[:5], b"%PDF-")
    check(b"%%EOF" in data[-32:])
    if shutil.which("pdffonts") is None:
        return
    for language in ("en_US", "zh_CN"):
        desk.run("chart", "pledged", "-o", desk.path("c.pdf"), "--lang=" + language)
        lines = subprocess.run(["pdffonts", desk.path("c.pdf")], capture_output=True, text=True,
                               check=True).stdout.splitlines()[2:]
        check(lines)
        for line in lines:
            same(line.split()[-5], "yes")
        words = subprocess.run(["pdftotext", desk.path("c.pdf"), "-"], capture_output=True, text=True,
                               check=True).stdout
        check(("京东" if language == "zh_CN" else "JD.com") in words, words)
        if language == "zh_CN":
            check(any("CJK" in line for line in lines))
            check("亿" in words)


@story
def languages(desk):
    """a chart speaks the language that was asked for, in one compact form"""
    desk.start("sample")
    texts = " ".join(svg_texts(desk.run("chart", "pledged", "-o", "-", "--format=svg", "--lang=zh_CN")))
    check("3020亿元" in texts and "京东" in texts)
    check("bn" not in texts)
    desk.run("chart", "pledged", "-o", "-", "--format=svg", "--lang=tlh", status=2)


@story
def kinds(desk):
    """chart --list names what there is, and each can be drawn on a past day too"""
    desk.start("demo")
    names = [line.split("  ")[0].strip() for line in desk.run("chart", "--list").splitlines()]
    same(names[0], "pledged")
    check("trend jd-capital" in names)
    for name in names:
        check(svg_texts(desk.run("chart", *name.split(), "-o", "-", "--format=svg")))
    then = desk.run("chart", "trend", "jd-capital", "-o", "-", "--format=svg", "--as-of=2025-08-31")
    check(then != desk.run("chart", "trend", "jd-capital", "-o", "-", "--format=svg"))
    desk.run("chart", "trend", "nothing-such", "-o", "-", "--format=svg", status=1)


@story
def same_bytes(desk):
    """the same chart gives the same bytes"""
    desk.start("demo")
    for ending in ("png", "svg", "pdf"):
        for name in "ab":
            desk.run("chart", "pledged", "-o", desk.path(name + "." + ending))
        same(desk.read("a." + ending, "rb"), desk.read("b." + ending, "rb"))


@story
def old_file_stays(desk):
    """a chart that cannot be drawn leaves the old picture"""
    desk.start("sample")
    desk.write("c.svg", "old")
    desk.run("chart", "trend", "nothing-such", "-o", desk.path("c.svg"), status=1)
    same(desk.read("c.svg"), "old")


sys.exit(main())
