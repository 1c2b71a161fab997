# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that shows notifications, on the test's own bus."""

import os
import threading

from gi.repository import Gio, GLib

from .waiting import check, wait

NAME = "org.gtk.Notifications"
PATH = "/org/gtk/Notifications"
INTERFACE = """<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""
APP = "com.example.TradePivot"


class Notification:
    """One that was shown: its headline, its words, and what can be pressed on it."""

    def __init__(self, identity, values):
        self.id = identity
        self.title = values.get("title", "")
        self.body = values.get("body", "")
        self.press = values.get("default-action"), values.get("default-action-target")
        self.buttons = {button["label"]: (button["action"], button.get("target"))
                        for button in values.get("buttons", ())}

    def __str__(self):
        return f"“{self.title}” “{self.body}” {list(self.buttons)}"


class Notifications:
    """What GNOME's shell is for a program that notifies, for as long as a `with` lasts."""

    def __init__(self):
        self.shown = []
        self.bus = None
        ready = threading.Event()
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop.new(self.context, False)
        # Of its own: the program waits for an answer while the story waits for the program
        self.thread = threading.Thread(target=self._serve, args=(ready,), daemon=True)
        self.thread.start()
        check(ready.wait(10), "no desktop for notifications")

    def _serve(self, ready):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.bus.register_object(PATH, interface, self._called, None, None)
        answer = self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
            GLib.Variant("(su)", (NAME, 4)), None, Gio.DBusCallFlags.NONE, -1, None)
        if answer.unpack() == (1,):  # it is this one's alone
            ready.set()
        self.loop.run()
        self.context.pop_thread_default()

    def _called(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "AddNotification":
            application, identity, values = parameters.unpack()
            if application == APP:
                self.shown.append(Notification(identity, values))
        invocation.return_value(None)

    def expect(self, title, patience=15.0):
        """Waits for a notification with this headline."""
        return wait(lambda: next((n for n in self.shown if n.title == title), None),
                    f"the notification “{title}”, not {[str(n) for n in self.shown]}", patience)

    def press(self, notification, button=None):
        """Presses one of its buttons, or itself, as the desktop's shell hands it on."""
        action, target = notification.buttons[button] if button else notification.press
        path, number = target
        parameters = GLib.Variant("(sava{sv})", (action.removeprefix("app."),
                                                 [GLib.Variant("(sx)", (path, number))], {}))
        self.bus.call_sync(APP, "/com/example/TradePivot", "org.freedesktop.Application", "ActivateAction",
                           parameters, None, Gio.DBusCallFlags.NONE, 10000, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join(5)
        self.bus.close_sync(None)
