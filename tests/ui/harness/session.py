# SPDX-License-Identifier: GPL-3.0-or-later
"""A display, a session bus and folders that belong to one test alone.

Nothing is shared with the person's session or with another test: the display
number is whatever the X server finds free, the bus has its own address, and home
and the XDG folders are new. All of it dies with the test, also when the test is
killed: the kernel sends the children a signal then (PR_SET_PDEATHSIG).
"""

import atexit
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile

PR_SET_PDEATHSIG = 1
SCREEN = (1400, 1000)

# What would let the person's desktop leak into a test
FOREIGN = (
    "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS",
    "SESSION_MANAGER", "DESKTOP_SESSION", "XDG_CURRENT_DESKTOP", "GTK_THEME", "GTK_MODULES",
    "GTK_A11Y", "GDK_SCALE", "GDK_DPI_SCALE", "LANGUAGE", "LANG",
)

# No animation and no blinking caret: a picture is the same each time, and a dialog is
# there at once. The window buttons are those of a GNOME desktop. Inter is what its
# font is made from.
SETTINGS = """[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-decoration-layout=:close
gtk-font-name=Inter 11
"""

_libc = ctypes.CDLL(None)


def die_with_parent():
    """To run in a child before it becomes the program."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Session:
    """Display and bus, started when made; `close` ends them."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="tradepivot-ui-")
        self.processes = []
        self.homes = 0
        atexit.register(self.close)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        runtime = os.path.join(self.folder, "run")
        os.mkdir(runtime, 0o700)
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update({
            "XDG_RUNTIME_DIR": runtime,
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "keyfile",
            "ADW_DISABLE_PORTAL": "1",
            "GTK_USE_PORTAL": "0",
            "NO_AT_BRIDGE": "0",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        })
        self.new_home()
        width, height = SCREEN
        display = self._start(
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset"], "display")
        os.environ["DISPLAY"] = ":" + display
        # The resolution that text is measured with; without it GTK asks the monitor
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                        "Xft.dpi:\t96\n"], check=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"], "bus")

    def _start(self, command, name):
        """Starts a server and returns the line that it writes when it is ready."""
        reading, writing = os.pipe()
        log = open(os.path.join(self.folder, name + ".log"), "wb")
        process = subprocess.Popen(
            [part.format(fd=writing) for part in command], stdin=subprocess.DEVNULL, stdout=log,
            stderr=log, pass_fds=[writing], preexec_fn=die_with_parent, start_new_session=True)
        self.processes.append(process)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            line = pipe.readline().strip()
        if not line:
            with open(log.name, encoding="utf-8", errors="replace") as text:
                raise RuntimeError(f"{command[0]} did not start: {text.read()}")
        return line

    def new_home(self):
        """A person who has never used the program. Returns the home folder."""
        self.homes += 1
        home = os.path.join(self.folder, f"home-{self.homes}")
        for name, place in (("XDG_CONFIG_HOME", ".config"), ("XDG_DATA_HOME", ".local/share"),
                            ("XDG_STATE_HOME", ".local/state"), ("XDG_CACHE_HOME", ".cache")):
            os.environ[name] = os.path.join(home, place)
            os.makedirs(os.environ[name], exist_ok=True)
        gtk = os.path.join(home, ".config", "gtk-4.0")
        os.makedirs(gtk)
        with open(os.path.join(gtk, "settings.ini"), "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        os.environ["HOME"] = home
        return home

    def close(self):
        """Ends the servers with all that they have started, and removes the folders."""
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(5)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                process.kill()
        self.processes = []
        shutil.rmtree(self.folder, ignore_errors=True)
