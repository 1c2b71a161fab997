"""commands.py: runs tradepivot-cli in a folder of its own; stories print TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
_stories = []


def story(function):
    """Marks a function of one argument, the Desk, as a test; its doc string is its name."""
    _stories.append(function)
    return function


class Refusal(AssertionError):
    pass


class Desk:
    """A folder with a workspace, and the command line on it."""

    made = {}

    def __init__(self, folder):
        self.folder = folder
        self.file = self.path("x.tradepivot")

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, status=0, stdin=None, environment=None, workspace=True, text=True):
        """Runs a command; gives back its standard output. The messages are in `said`."""
        command = [PROGRAM] + (["-w", self.file] if workspace else []) + [str(a) for a in arguments]
        done = subprocess.run(command, input=stdin if stdin is not None else (b"" if not text else ""),
                              capture_output=True, text=text, encoding="utf-8" if text else None,
                              cwd=self.folder, env={**os.environ, **(environment or {})}, timeout=120)
        self.said = done.stderr
        if done.returncode != status:
            raise Refusal("%s\nended with %d, not %d\n%s%s" % (" ".join(command), done.returncode, status,
                                                               done.stdout, done.stderr))
        return done.stdout

    def json(self, *arguments, **options):
        return json.loads(self.run(*arguments, "--format=json", **options))

    def start(self, kind):
        """A workspace: "empty", "sample" or "demo"; each is made once and copied."""
        if kind not in Desk.made:
            made = os.path.join(Desk.shelf, kind + ".tradepivot")
            self.run("-w", made, "new", *([] if kind == "empty" else ["--" + kind]), workspace=False)
            Desk.made[kind] = made
        shutil.copy(Desk.made[kind], self.file)
        return self

    def write(self, name, contents, encoding="utf-8"):
        with open(self.path(name), "w", encoding=encoding, newline="") as f:
            f.write(contents)
        return self.path(name)

    def read(self, name, mode="r"):
        with open(self.path(name), mode, encoding=None if "b" in mode else "utf-8") as f:
            return f.read()

    def export(self):
        """The whole workspace as it is now, to compare states by."""
        return self.run("export", "workspace", "-o", "-")


def same(a, b):
    if a != b:
        raise AssertionError("%.400r\nis not\n%.400r" % (a, b))


def check(truth, words="this should hold"):
    if not truth:
        raise AssertionError(words)


def main():
    failed = False
    print("1..%d" % len(_stories), flush=True)
    with tempfile.TemporaryDirectory(prefix="tradepivot-cli-") as shelf:
        Desk.shelf = shelf
        for number, function in enumerate(_stories, 1):
            folder = os.path.join(shelf, str(number))
            os.mkdir(folder)
            try:
                function(Desk(folder))
                print("ok %d - %s" % (number, function.__doc__), flush=True)
            except Exception:  # a story that fails must not keep the others from being told
                failed = True
                print("not ok %d - %s" % (number, function.__doc__), flush=True)
                for line in traceback.format_exc().splitlines():
                    print("# " + line, flush=True)
    return 1 if failed else 0
