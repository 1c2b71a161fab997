# SPDX-License-Identifier: GPL-3.0-or-later
"""Walking through a window with Tab, as somebody without a pointer does."""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from .tree import Node  # noqa: E402
from .waiting import PAUSE, VANISHED, Failure  # noqa: E402

# A window with more stops than this is one that nobody can tab through
MANY = 150


class FocusWatch:
    """Hears where the focus goes; asking the whole tree after each key would take long."""

    def __init__(self, program):
        self.program = program
        self.heard = []
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register("object:state-changed:focused")

    def _heard(self, event):
        try:
            if event.detail1 and event.source.get_process_id() == self.program.process.pid:
                self.heard.append(event.source)
        except GLib.Error:
            pass    # what had the focus is gone by now: a program that was closed

    def after(self, key, patience=3.0):
        """Presses a key and returns what then has the focus, or None if it did not move."""
        self._turn()
        self.heard = []
        self.program.key(key)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self._turn()
            if self.heard:
                return Node(self.heard[-1], self.program)
            time.sleep(PAUSE)
        return None

    def _turn(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def to(self, role, name, key="Tab"):
        """Presses the key until the focus is at what has this role and name."""
        passed = []
        paths = []
        still = 0
        for _ in range(MANY):
            node = self.after(key, 0.5 if still == 0 else 3)
            if node is None:  # a heading between rows is passed with a key of its own
                still += 1
                if still > 1:
                    break
                continue
            still = 0
            passed.append(f"{node.role} “{spoken(node)}”")
            if node.role == role and node.name == name:
                return node
            paths.append(node.accessible.path)
            if paths.count(paths[-1]) > 2:
                break
        raise Failure(f"{key} does not come to {role} “{name}”, but by {passed}")

    def tour(self, key):
        """Presses the key until the focus is back where the tour began.

        Returns the stops as (role, name, path). Fails where the focus stays in place or
        goes round without coming back: a trap.
        """
        stops = []
        seen = {}
        for _ in range(MANY):
            node = self.after(key)
            if node is None:
                raise Failure(f"{key} does not leave {stops[-1][:2] if stops else 'its place'}")
            path = node.accessible.path
            if stops and path == stops[0][2]:
                return stops
            if path in seen:
                trap = [stop[:2] for stop in stops[seen[path]:]]
                raise Failure(f"{key} goes round in {trap} and never back to {stops[0][:2]}")
            seen[path] = len(stops)
            try:
                stops.append((node.role, spoken(node), path))
            except VANISHED:
                stops.append(("gone", "", path))
        raise Failure(f"more than {MANY} stops with {key}: {[stop[:2] for stop in stops[-10:]]}")

    def close(self):
        self.listener.deregister("object:state-changed:focused")


def spoken(node):
    """What a screen reader says for it: its name, or that of what it is within."""
    if node.name or node.description:
        return node.name or node.description
    return " ".join(child.name for child in node.children if child.name)
