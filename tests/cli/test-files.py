#!/usr/bin/env python3
"""What tradepivot-cli writes never takes the place of what it is made from.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys
import threading

from commands import PROGRAM, check, main, same, story

ROWS = "name,province\nGood Kettles,Zhejiang\nStray Pans,Atlantis\n"


def rows(desk):
    path = desk.path("rows.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(ROWS)
    return path


def content(path):
    with open(path, "rb") as file:
        return file.read()


@story
def results_spare_the_workspace(desk):
    """an output named like the workspace is refused, and the workspace stays"""
    desk.start("sample")
    before = desk.export()
    picture = desk.path("w.png")
    os.link(desk.file, picture)
    os.symlink(desk.file, desk.path("link.csv"))
    for command in (["export", "workspace", "-o", desk.file],
                    ["export", "exporters", "--format=csv", "-o", desk.file],
                    ["export", "exporters", "-o", desk.path("link.csv")],
                    ["chart", "pledged", "-o", picture],
                    ["import", "exporters", rows(desk), "--rejects=" + desk.file]):
        desk.run(*command, status=1)
        check(desk.said.count("\n") == 1 and "Nothing was written." in desk.said, desk.said)
        same(desk.export(), before)
    check(os.path.islink(desk.path("link.csv")), "the link was replaced")


@story
def results_spare_other_workspaces(desk):
    """a workspace that is not open is not replaced either"""
    desk.start("empty")
    other = desk.path("other.csv")
    desk.run("-w", other, "new", "--sample", workspace=False)
    before = content(other)
    desk.run("export", "exporters", "-o", other, status=1)
    check("belongs to a workspace" in desk.said, desk.said)
    same(content(other), before)


@story
def rejects_spare_the_input(desk):
    """the rejected rows do not replace the file that they come from"""
    desk.start("empty")
    path = rows(desk)
    desk.run("import", "exporters", path, "--rejects=" + path, status=1)
    same(content(path), ROWS.encode())
    same(desk.json("list", "exporters"), [])


@story
def rejects_are_opened_first(desk):
    """rejected rows that cannot be saved stop the import before it begins"""
    desk.start("empty")
    desk.run("import", "exporters", rows(desk), "--rejects=" + desk.path("missing/no.csv"), status=1)
    check("there is no folder" in desk.said and "no.csv" in desk.said, desk.said)
    same(desk.json("list", "exporters"), [])
    desk.run("import", "exporters", rows(desk), "--rejects=" + desk.path("no.csv"), status=1)
    check(b"\n" in content(desk.path("no.csv")), "no rejected row")
    same(len(desk.json("list", "exporters")), 1)


@story
def pipes_and_links(desk):
    """a pipe gets the result, and a link leads to the file that it names"""
    desk.start("sample")
    pipe = desk.path("pipe.csv")
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(content(pipe)), daemon=True)
    reader.start()
    desk.run("export", "commitments", "-o", pipe)
    reader.join(20)
    expected = desk.run("export", "commitments", "--format=csv", "-o", "-", text=False)
    same(got, [expected])
    target, link = desk.path("target.csv"), desk.path("link.csv")
    with open(target, "w", encoding="utf-8") as file:
        file.write("old")
    os.symlink(target, link)
    desk.run("export", "commitments", "-o", link)
    check(os.path.islink(link), "the link was replaced")
    same(content(target), b"\xef\xbb\xbf" + expected)
    done = subprocess.run([PROGRAM, "-w", desk.file, "export", "commitments", "--format=csv", "-o", "/dev/stdout"],
                          capture_output=True, timeout=60, check=True)
    same(done.stdout, expected)


@story
def full_disks_leave_nothing(desk):
    """a result that does not fit leaves no file, and what was there before"""
    desk.start("sample")
    for number, command in enumerate((["export", "workspace"], ["chart", "pledged"])):
        path = desk.path("e%d.%s" % (number, "png" if number else "jsonl"))
        for before in (None, b"what was there"):
            if before is not None:
                with open(path, "wb") as file:
                    file.write(before)
            # No file may grow: what a full disk does, without one
            done = subprocess.run(["sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\" 2>&1 | cat", "sh", PROGRAM, "-w",
                                   desk.file, *command, "-o", path], capture_output=True, text=True, timeout=60)
            check(os.path.basename(path) in done.stdout or command[0] == "chart", done.stdout)
            check(done.stdout.startswith("tradepivot-cli: "), done.stdout)
            same(content(path) if os.path.exists(path) else None, before)
            same([name for name in os.listdir(desk.folder) if name.startswith(".")], [])


@story
def folders_are_no_files(desk):
    """a folder in place of a file is told in words"""
    desk.start("sample")
    desk.run("export", "workspace", "-o", desk.folder, status=1)
    check("is a folder" in desk.said, desk.said)
    for what in ("exporters", "workspace"):
        desk.run("import", what, desk.folder, *(["--format=csv"] if what == "exporters" else []), status=1)
        check("is a folder" in desk.said, desk.said)
        desk.run("import", what, desk.path("missing.csv"), status=1)
        check("There is no file" in desk.said, desk.said)


sys.exit(main())
