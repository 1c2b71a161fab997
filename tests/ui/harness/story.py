# SPDX-License-Identifier: GPL-3.0-or-later
"""A test file is a list of stories; each has a person, a home and a program of its own.

Results are TAP on standard output. Of a story that fails, a picture of the screen, the
accessible tree and what the program wrote are kept in tests/ui/failures of the build.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import traceback

from .program import Program
from .session import Session
from .waiting import VANISHED, Failure, check

BUILD = os.environ.get("TP_BUILD") or os.path.abspath("build")
SOURCE = os.environ.get("TP_SOURCE") or os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
FAILURES = os.path.join(BUILD, "tests", "ui", "failures")

_stories = []


def story(title):
    """Marks a function of one argument, the `Desk`, as a story."""
    def keep(function):
        _stories.append((title, function))
        return function
    return keep


class Desk:
    """What a person has at hand in a story."""

    def __init__(self, session, name):
        self.session = session
        self.name = name
        self.home = session.new_home()
        self.log = os.path.join(session.folder, name + ".log")
        self.programs = []

    def path(self, *parts):
        return os.path.join(self.home, *parts)

    def cli(self, *arguments, ok=True):
        """Runs tradepivot-cli and returns what it wrote to standard output."""
        done = subprocess.run([os.path.join(BUILD, "app", "cli", "tradepivot-cli"), *map(str, arguments)],
                              capture_output=True, text=True, check=False)
        if ok:
            check(done.returncode == 0, f"tradepivot-cli {arguments} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def workspace(self, kind, name="campaign.tradepivot"):
        """A workspace in the home folder: "empty", "sample" or "demo". Returns its path.

        Each kind is made once a test file and copied from then on: at rest a workspace is
        one file.
        """
        made = os.path.join(self.session.folder, kind + ".tradepivot")
        if not os.path.exists(made):
            self.cli("-w", made, "new", *([] if kind == "empty" else ["--" + kind]))
        return shutil.copy(made, self.path(name))

    @staticmethod
    def demo_id(kind, field, value):
        """The id of a record of the demonstration data, for "win.open-record"."""
        with open(os.path.join(SOURCE, "data", "demonstration.jsonl"), encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record.get("kind") == kind and record.get(field) == value:
                    return record["id"]
        raise Failure(f"no {kind} with {field} {value} in the demonstration data")

    def start(self, *arguments, **environment):
        """Starts the program; keywords are environment variables."""
        program = Program(BUILD, self.log, arguments, environment)
        self.programs.append(program)
        return program

    def finish(self):
        """Closes what is still open; fails where a program complained or ended badly."""
        for program in self.programs:
            program.close()
        for program in self.programs:
            faults = program.faults()
            check(not faults, "the program complained on standard error:\n" + "\n".join(faults))

    def keep_evidence(self):
        os.makedirs(FAILURES, exist_ok=True)
        place = os.path.join(FAILURES, self.name)
        if os.path.exists(self.log):
            shutil.copy(self.log, place + ".log")
        for program in self.programs:
            if program.process.poll() is None:
                program.picture(place + ".png", whole_screen=True)
                with open(place + ".tree.txt", "a", encoding="utf-8") as file:
                    try:
                        file.write(program.root.dump() + "\n")
                    except VANISHED:
                        file.write("(the program does not answer)\n")
        return place

    def close(self):
        for program in self.programs:
            program.kill()


def _forget_evidence(name):
    for ending in (".log", ".png", ".tree.txt"):
        try:
            os.remove(os.path.join(FAILURES, name + ending))
        except FileNotFoundError:
            pass


def run():
    """Tells all stories of the file, or those whose function is named on the command line."""
    chosen = [(t, f) for t, f in _stories if not sys.argv[1:] or f.__name__ in sys.argv[1:]]
    print(f"TAP version 14\n1..{len(chosen)}", flush=True)
    session = Session()
    failed = 0
    file = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    for number, (title, function) in enumerate(chosen, 1):
        desk = Desk(session, f"{file}-{function.__name__}")
        _forget_evidence(desk.name)
        began = time.monotonic()
        problem = None
        try:
            function(desk)
            desk.finish()
        except Exception as error:  # whatever it is, the other stories are still told
            where = traceback.extract_tb(error.__traceback__)
            line = next((f.lineno for f in reversed(where) if f.filename == os.path.abspath(sys.argv[0])), 0)
            problem = f"line {line}: {type(error).__name__}: {error}"
            if not isinstance(error, Failure):
                problem += "\n" + traceback.format_exc()
            problem += "\nevidence: " + desk.keep_evidence() + ".*"
        finally:
            desk.close()
        took = time.monotonic() - began
        print(f"{'not ok' if problem else 'ok'} {number} - {title} ({took:.1f} s)")
        if problem:
            failed += 1
            for row in problem.splitlines():
                print("# " + row)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
