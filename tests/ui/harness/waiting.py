# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what the program does in its own time.

Nothing sleeps for a guessed time: what is awaited is looked at again and again until
it is so, and a test fails when it does not come.
"""

import time

from gi.repository import GLib

PATIENCE = 10.0
PAUSE = 0.01

# Widgets come and go while they are looked at; then the look counts for nothing
VANISHED = (GLib.Error, AttributeError, IndexError, ValueError, TypeError)


class Failure(AssertionError):
    """What the program did is not what the story says."""


def wait(look, what, patience=PATIENCE, give_up=False):
    """Looks until `look()` is true and returns what it gave.

    `what` says what is awaited, for the message of the failure; with `give_up` there is
    none, and None is returned.
    """
    end = time.monotonic() + patience
    while True:
        try:
            seen = look()
            if seen:
                return seen
        except VANISHED:
            pass
        if time.monotonic() > end:
            if give_up:
                return None
            raise Failure(f"waited {patience:g} s in vain for {what}")
        time.sleep(PAUSE)


def check(truth, what):
    """Fails the story unless `truth`; `what` says what should have been so."""
    if not truth:
        raise Failure(what)
