#!/usr/bin/env python3
"""regenerate.py [--check]: writes all that is generated, in its order.

With --check it writes elsewhere and exits with 1 where a file in data/ is not what
the generators make, so that nobody edits one by hand and loses the edit.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import filecmp
import os
import subprocess
import sys
import tempfile

import kinds

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(kinds.ROOT, "data")
FILES = ("checklist.jsonl", "sample-2025.jsonl", "demonstration.jsonl", "demonstration-words.h")


def run(script, *arguments):
    subprocess.run([sys.executable, os.path.join(HERE, script), *arguments], check=True)


def main():
    if "--check" not in sys.argv:
        run("sample.py", DATA)
        run("demonstration.py", DATA)
        run("demo_words.py", DATA)
        run("data_model.py")
        return
    with tempfile.TemporaryDirectory() as directory:
        run("sample.py", directory)
        run("demonstration.py", directory)
        run("demo_words.py", directory)
        run("data_model.py", "--check")
        differing = [name for name in FILES
                     if not filecmp.cmp(os.path.join(directory, name), os.path.join(DATA, name), shallow=False)]
    if differing:
        sys.exit("not what the generators make: %s; run tests/generate/regenerate.py" % ", ".join(differing))


if __name__ == "__main__":
    main()
