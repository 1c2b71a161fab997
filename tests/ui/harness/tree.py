# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: a tree of roles, names and states."""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from .waiting import VANISHED, wait  # noqa: E402

# Roles that a person types into
ENTRIES = ("text", "entry", "search box")


class Node:
    """One accessible object. Looking at it asks the program each time."""

    def __init__(self, accessible, program):
        self.accessible = accessible
        self.program = program

    # What it is

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def text(self):
        """What is written in it."""
        return Atspi.Text.get_text(self.accessible, 0, -1)

    @property
    def children(self):
        count = self.accessible.get_child_count()
        found = (self.accessible.get_child_at_index(i) for i in range(count))
        return [Node(child, self.program) for child in found if child is not None]

    @property
    def parent(self):
        above = self.accessible.get_parent()
        return Node(above, self.program) if above is not None else None

    @property
    def box(self):
        """Its place in the window: x, y, width, height."""
        extents = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible.path == other.accessible.path

    def __str__(self):
        return f"{self.role} “{self.name}”"

    def is_(self, state):
        return state in self.states

    # What is in it

    def walk(self):
        """Itself and all that shows in it, in reading order."""
        try:
            # The application itself has no states
            if (not self.accessible.get_state_set().contains(Atspi.StateType.VISIBLE)
                    and self.accessible.get_role() != Atspi.Role.APPLICATION):
                return
            children = self.children
        except VANISHED:
            return
        yield self
        for child in children:
            yield from child.walk()

    def all(self, role=None, name=None, where=None):
        """Everything in it that shows and has this role and name.

        `role` is one or a tuple; `name` a text or a compiled expression that is searched
        for; `where` a further question about the node.
        """
        roles = (role,) if isinstance(role, str) else role
        for node in self.walk():
            try:
                if roles is not None and node.role not in roles:
                    continue
                if name is not None:
                    called = node.name
                    if not (name.search(called) if isinstance(name, re.Pattern) else called == name):
                        continue
                if node.is_("showing") and (where is None or where(node)):
                    yield node
            except VANISHED:
                continue

    def find(self, role=None, name=None, where=None):
        """The first of `all`, or None."""
        return next(self.all(role, name, where), None)

    def expect(self, role=None, name=None, where=None, patience=10.0):
        """Waits for the first of `all`."""
        called = name.pattern if isinstance(name, re.Pattern) else name
        return wait(lambda: self.find(role, name, where), f"{role or 'something'} “{called}” in {self}", patience)

    def expect_no(self, role=None, name=None, where=None, patience=10.0):
        """Waits until there is none."""
        called = name.pattern if isinstance(name, re.Pattern) else name
        wait(lambda: self.find(role, name, where) is None, f"{role} “{called}” to go", patience)

    def words(self):
        """All that is written or named in it, in reading order, each once in a row."""
        seen = []
        for node in self.walk():
            try:
                if not node.is_("showing"):
                    continue
                word = node.name
                if node.role in ENTRIES:
                    word = f"{word} {node.text}"
            except VANISHED:
                continue
            if word and (not seen or seen[-1] != word):
                seen.append(word)
        return "\n".join(seen)

    def says(self, text):
        """Whether this is written somewhere in it."""
        found = re.compile(text) if not isinstance(text, re.Pattern) else text
        return found.search(self.words())

    def expect_words(self, text, patience=10.0):
        """Waits until the expression `text` is written somewhere in it."""
        return wait(lambda: self.says(text), f"the words “{text}” in {self}", patience)

    def dump(self, depth=0):
        """The tree for a person to read, in the log of a failure."""
        try:
            states = self.states
            told = sorted(states & {"focused", "checked", "pressed", "selected", "invalid-entry", "expanded"})
            if "showing" not in states:
                told.append("hidden")
            elif "sensitive" not in states:
                told.append("insensitive")
            try:
                text = self.text if self.role in ENTRIES else ""
            except VANISHED:
                text = ""
            line = "  " * depth + f"{self.role} “{self.name}”"
            line += f" = {text!r}" if text else ""
            line += f" ({self.description})" if self.description else ""
            line += f" [{', '.join(told)}]" if told else ""
            lines = [line]
            if "visible" in states or depth == 0:
                for child in self.children:
                    lines.append(child.dump(depth + 1))
        except VANISHED:
            return "  " * depth + "(gone)"
        return "\n".join(lines)

    # What a person does with it

    def actions(self):
        names = []
        try:
            for i in range(Atspi.Action.get_n_actions(self.accessible)):
                names.append(Atspi.Action.get_action_name(self.accessible, i))
        except GLib.Error:
            pass
        return names

    def act(self, action):
        return Atspi.Action.do_action(self.accessible, self.actions().index(action))

    def click(self):
        """As with the pointer: waits until it can be pressed, then presses its middle."""
        wait(lambda: self.is_("sensitive"), f"{self} to be sensitive")
        actions = self.actions()
        for action in ("click", "toggle"):
            if action in actions:
                return self.act(action)
        return self.program.click_at(self)

    def set_text(self, text):
        """Writes into it at once; for what a virtual keyboard cannot type."""
        wait(lambda: Atspi.EditableText.set_text_contents(self.accessible, text), f"{self} to take text")
