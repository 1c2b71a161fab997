#!/usr/bin/env python3
"""test-transfer.py: a whole workspace out and in again, byte for byte.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import hashlib
import json
import sys

sys.dont_write_bytecode = True
from commands import check, main, same, story  # noqa: E402

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 300
SCAN = "营业执照".encode() * 5


def with_attachments(text):
    """Adds two attachments with their bytes to an export, and hangs them on records."""
    lines = text.splitlines()
    kinds = [json.loads(line)["kind"] if i else "" for i, line in enumerate(lines)]
    at = next(i for i, kind in enumerate(kinds) if i and kind != "setting")
    blobs = {hashlib.sha256(b).hexdigest(): b for b in (PDF, SCAN)}
    names = {hashlib.sha256(PDF).hexdigest(): "article.pdf", hashlib.sha256(SCAN).hexdigest(): "扫描件.jpg"}
    made = [json.dumps({"kind": "attachment", "id": 700 + n, "sha256": sha256, "name": names[sha256],
                        "media_type": "application/octet-stream", "size": len(blobs[sha256])},
                       ensure_ascii=False, separators=(",", ":"))
            for n, sha256 in enumerate(blobs)]
    made += [json.dumps({"kind": "blob", "sha256": sha256, "data": base64.b64encode(blobs[sha256]).decode()},
                        separators=(",", ":")) for sha256 in sorted(blobs)]
    evidence = kinds.index("evidence")
    check(lines[evidence].endswith("}"))
    lines[evidence] = lines[evidence][:-1] + ',"attachment":700}'
    return "\n".join(lines[:at] + made + lines[at:]) + "\n"


@story
def every_kind(desk):
    """export, import into an empty workspace, export: the same bytes, with every kind"""
    desk.start("demo")
    reference = desk.run("post", "jd-procurement", "allocation", "12.34", "--date=2026-01-05").strip()
    desk.run("reverse", reference, "--reason=A test's")
    text = with_attachments(desk.export())
    entries = [json.loads(line) for line in text.splitlines()[1:] if '"kind":"entry"' in line]
    check(any("reverses" in e for e in entries))
    desk.write("first.jsonl", text)

    desk.start("empty")
    out = desk.run("import", "workspace", desk.path("first.jsonl"))
    same(out, "read %d, added %d, updated 0, skipped 0, rejected 0\n" % ((text.count("\n") - 1,) * 2))
    desk.run("export", "workspace", "-o", desk.path("second.jsonl"))
    same(desk.read("second.jsonl", "rb"), desk.read("first.jsonl", "rb"))
    counts = desk.json("info")["records"]
    same([k for k, n in counts.items() if n == 0], ["imports"])
    same(desk.run("check"), "All is sound.\n")


@story
def streams(desk):
    """both ways go through standard input and output"""
    desk.start("sample")
    text = desk.export()
    desk.start("empty")
    desk.run("import", "workspace", "-", stdin=text)
    same(desk.export(), text)


@story
def shipped_sample(desk):
    """the shipped sample is what its workspace exports"""
    desk.start("sample")
    with open(sys.argv[2], encoding="utf-8") as f:
        shipped = f.read().splitlines()
    same(desk.export().splitlines()[1:], shipped[1:])


@story
def only_into_an_empty_one(desk):
    """a workspace with records takes no other in"""
    desk.start("sample")
    text = desk.export()
    desk.write("s.jsonl", text)
    desk.run("import", "workspace", desk.path("s.jsonl"), status=1)
    check("empty" in desk.said)
    same(desk.export(), text)


@story
def broken_files(desk):
    """a broken file is refused with its line, and nothing is changed"""
    desk.start("sample")
    lines = desk.export().splitlines()
    desk.start("empty")
    before = desk.export()
    for name, broken in (("cut", lines[:20] + [lines[20][:30]]),
                         ("reference", [line.replace('"organisation":6', '"organisation":999999') for line in lines]),
                         ("version", [lines[0].replace('"version":1', '"version":9')] + lines[1:]),
                         ("other", ["{}"]), ("nothing", [])):
        desk.write(name + ".jsonl", "\n".join(broken) + ("\n" if broken else ""))
        desk.run("import", "workspace", desk.path(name + ".jsonl"), status=1)
        check(desk.said.startswith("tradepivot-cli: "))
        if name == "cut":
            check("21" in desk.said, desk.said)
        same(desk.export(), before)
    desk.run("import", "workspace", desk.path("missing.jsonl"), status=1)


@story
def damaged_attachment(desk):
    """an attachment whose bytes are not its own is refused"""
    desk.start("demo")
    text = with_attachments(desk.export()).replace(base64.b64encode(SCAN).decode(),
                                                  base64.b64encode(SCAN[::-1]).decode())
    desk.start("empty")
    desk.run("import", "workspace", "-", stdin=text, status=1)


sys.exit(main())
