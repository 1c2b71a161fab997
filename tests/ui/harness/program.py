# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program in a window of the test's display: keys, pointer, pictures."""

import os
import re
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from .session import die_with_parent  # noqa: E402
from .tree import Node  # noqa: E402
from .waiting import VANISHED, Failure, check, wait  # noqa: E402

# A message of GLib's log that is worse than a notice, or a sanitizer's report
FAULT = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*:|Sanitizer|runtime error:")
# A machine without a print service is not a fault of the program
HARMLESS = re.compile(r"avahi|cups|colord", re.IGNORECASE)


class Program:
    """One run of build/app/tradepivot.

    `environment` is added to the session's: a locale, a colour scheme.
    """

    def __init__(self, build, log, arguments=(), environment=None):
        self.log = log
        self.output = open(log, "ab")
        self.windows = 0
        self.process = subprocess.Popen(
            [os.path.join(build, "app", "tradepivot"), *map(str, arguments)],
            env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=self.output,
            stderr=self.output, cwd=os.environ["HOME"], preexec_fn=die_with_parent)
        self.root = wait(self._find_root, "the program on the accessibility bus", 20)

    def _find_root(self):
        check(self.process.poll() is None, f"the program ended at its start ({self.process.returncode})")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                return Node(application, self)
        return None

    # Windows

    def frames(self):
        """The open windows."""
        return [node for node in self.root.children if node.role == "frame" and node.is_("showing")]

    def window(self, number=0):
        """The window as a node, once it is there and has the keyboard."""
        frame = wait(lambda: self.frames()[number], f"window {number + 1}", 20)
        wait(lambda: frame.is_("active") or number != 0, "the window to be active")
        return frame

    def campaign(self):
        """The window once it shows a workspace: a key pressed before would be lost."""
        window = self.window()
        # In any language: the first row that is selected is the view in the sidebar
        window.expect("list item", where=lambda row: row.is_("selected"), patience=20)
        return window

    def dialog(self, name=None):
        """The dialog in front. A toast is an alert too, but has no name."""
        return self.root.expect(("dialog", "alert"), name, lambda node: node.role == "dialog" or node.name)

    def answer_file_dialog(self, path, accept):
        """Gives the file dialog a path and presses the button that accepts it."""
        chooser = wait(lambda: next((node for node in self.root.children if node.role == "dialog"), None),
                       "a file dialog")
        wait(lambda: chooser.is_("active"), "the file dialog to have the keyboard")
        entry = chooser.find("text", where=lambda node: node.is_("focused"))
        if entry is None:  # where a file is opened, the path is asked for with a slash
            self.key("slash")
            entry = chooser.expect("text", where=lambda node: node.is_("focused"))
        entry.set_text(path)
        chooser.expect("button", accept).click()
        wait(lambda: chooser not in self.root.children, "the file dialog to close")
        # Where there is no window manager nobody gives the keyboard back
        self.focus_window(self.main_id())

    def give_path(self, path):
        """Gives the file dialog a path without a pointer: a slash asks for it, Enter accepts.

        The path itself is put in at once: GTK's completion does not stand fast typing.
        """
        chooser = wait(lambda: next((node for node in self.root.children if node.role == "dialog"), None),
                       "a file dialog")
        wait(lambda: chooser.is_("active"), "the file dialog to have the keyboard")
        self.key("slash")
        entry = chooser.expect("text", where=lambda node: node.is_("focused"))
        entry.set_text(path)
        self.settle()
        self.key("Return")
        wait(lambda: chooser not in self.root.children, "the file dialog to close")
        # Where there is no window manager nobody gives the keyboard back
        self.focus_window(self.main_id())

    def ids(self):
        """The windows for the X server, in the order in which they were opened."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."],
            capture_output=True, text=True, check=False).stdout.split()
        return sorted(map(int, found))

    def main_id(self):
        """The id of the first real window: the widest one."""
        return str(wait(self.ids, "a window on the display")[0])

    def border(self):
        """What GTK draws around its windows where nothing composites, in pixels."""
        return -self.frames()[0].box[0]

    def resize(self, width, height, window=None):
        """Gives the content of the window this size and waits until it has it."""
        border = self.border()
        size = width + 2 * border, height + 2 * border
        subprocess.run(["xdotool", "windowsize", window or self.main_id(), *map(str, size)], check=True)
        wait(lambda: size in [frame.box[2:] for frame in self.frames()], f"a window of {width}×{height}")

    def focus_window(self, window):
        subprocess.run(["xdotool", "windowfocus", "--sync", str(window)], check=True, timeout=20)

    # Keyboard and pointer

    def key(self, *keys):
        """Presses keys one after the other, such as "ctrl+n" or "Return"."""
        self.alive()
        subprocess.run(["xdotool", "key", "--delay", "2", *keys], check=True)

    def type(self, text):
        """Types Latin text."""
        self.alive()
        subprocess.run(["xdotool", "type", "--delay", "3", text], check=True)

    def click_at(self, node):
        """Presses the middle of a node with the pointer."""
        frame = node
        while frame.role not in ("frame", "window"):
            frame = frame.parent
        x, y, width, height = node.box
        left, top, *_ = frame.box
        subprocess.run(["xdotool", "mousemove", "--window", self.main_id(), str(x - left + width // 2),
                        str(y - top + height // 2), "click", "1"], check=True)
        return True

    def choose(self, control, text):
        """Chooses from a drop-down list, with the keyboard once it is open.

        Where the list has the focus already the keyboard opens it too.
        """
        if control.is_("focused"):
            self.key("space")
        else:
            control.click()

        def focused():
            return control.find("list item", where=lambda item: item.is_("focused"))

        at = wait(focused, f"the list of {control} with the focus")
        words = [item.words() for item in at.parent.children]
        check(text in words, f"no {text!r} in {control} but {words}")
        # Until a key is pressed the list only seems to have the focus
        self.key("Home")
        for _ in range(2 * len(words)):
            at = wait(focused, f"the focus in the list of {control}")
            if at.words() == text:
                self.key("Return")
                return
            self.key("Down" if words.index(at.words()) < words.index(text) else "Up")
            wait(lambda: focused() != at, "the focus to move", 0.3, give_up=True)
        raise Failure(f"the keys do not reach {text!r} in {control}")

    def point_away(self):
        """Takes the pointer where it makes nothing light up."""
        subprocess.run(["xdotool", "mousemove", "1399", "999"], check=True)

    def focused(self):
        """What has the keyboard."""
        for frame in self.root.children:
            for node in frame.walk():
                try:
                    if node.is_("focused"):
                        return node
                except VANISHED:
                    continue
        return None

    def activate(self, action, *parameters, number=1):
        """Activates an action of a window, for what has no widget of its own at hand."""
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "com.example.TradePivot", "--object-path",
             f"/com/example/TradePivot/window/{number}", "--method", "org.gtk.Actions.Activate", action,
             "[" + ", ".join(f"<{value}>" for value in parameters) + "]", "{}"],
            check=True, capture_output=True)

    def settle(self, rest=0.25):
        """Waits until no pixel of the screen has changed for this many seconds."""
        last = [None, 0.0]

        def quiet():
            seen = subprocess.run(["import", "-silent", "-window", "root", "rgb:-"], capture_output=True,
                                  check=True, timeout=30).stdout
            if seen != last[0]:
                last[:] = seen, time.monotonic()
            return time.monotonic() - last[1] >= rest
        wait(quiet, "the screen to come to rest")

    # Pictures

    def picture(self, path, whole_screen=False):
        """Takes a picture of the window, without the frame GTK draws around it."""
        if whole_screen:
            subprocess.run(["import", "-window", "root", path], check=False, timeout=30)
            return
        border = self.border()
        taken = subprocess.run(["import", "-window", self.main_id(), "png:-"], check=True, timeout=30,
                               capture_output=True).stdout
        subprocess.run(["convert", "png:-", "-shave", f"{border}x{border}", "+repage", path], input=taken,
                       check=True, timeout=30)

    # The end

    def alive(self):
        check(self.process.poll() is None, f"the program has ended ({self.process.returncode})")

    def close(self):
        """Closes as a person does, with Ctrl+Q; fails where the program does not end well.

        A menu or popover that is still open takes the keys first: Esc closes it.
        """
        if self.process.poll() is None:
            self.key("Escape", "ctrl+q")
        wait(lambda: self.process.poll() is not None, "the program to end after Ctrl+Q")
        check(self.process.returncode == 0, f"the program ended with {self.process.returncode}")

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.output.close()

    def faults(self):
        """The lines of its standard error that tell of a fault."""
        with open(self.log, encoding="utf-8", errors="replace") as text:
            return [line.rstrip() for line in text if FAULT.search(line) and not HARMLESS.search(line)]
