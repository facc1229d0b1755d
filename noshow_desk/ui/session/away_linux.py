"""Linux: logind tells of sleep and of a locked session, screen savers tell that they came.

The bus is a socket of this computer, never the network: an address that says otherwise is left alone.
"""

from __future__ import annotations

import os
import pwd
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from noshow_desk.i18n import _
from noshow_desk.ui.session.leaving import Away

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
# PySide's stubs ask for bytes here; the call itself takes only what SLOT makes.
ON_SCREEN_SAVER: Any = SLOT("_on_screen_saver(bool)")
ON_SLEEP: Any = SLOT("_on_prepare_for_sleep(bool)")
ON_LOCK: Any = SLOT("_on_session_lock(QDBusMessage)")
# Each desktop has its own; whichever says that it came is believed.
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class LinuxAway(Away):
    """Listens on both buses; tests give it their own."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._system = session, system
        self._sleep_waits: QDBusPendingCallWatcher | None = None
        self._asked: set[QDBusPendingCallWatcher] = set()

    def start(self) -> None:
        """Listen, and ask logind to wait with the sleep until the desk is locked."""
        session = self._session or session_bus()
        if session is not None:
            for name in SCREEN_SAVERS:
                session.connect("", "", name, "ActiveChanged", self, ON_SCREEN_SAVER)
        system = self._system = self._system or system_bus()
        if system is not None:
            manager, one = f"{LOGIND}.Manager", f"{LOGIND}.Session"
            system.connect(LOGIND, LOGIND_PATH, manager, "PrepareForSleep", self, ON_SLEEP)
            system.connect(LOGIND, "", one, "Lock", self, ON_LOCK)
            self._hold_sleep(system)

    def _hold_sleep(self, system: QDBusConnection) -> None:
        """Take a lock that delays sleep by a few seconds at most.

        Its file descriptor lives in the answer, which is kept; the process that replaces this one when the
        desk is locked has it no more, and the computer sleeps.
        """
        call = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, f"{LOGIND}.Manager", "Inhibit")
        call.setArguments(["sleep", "NoShow Desk", _("Locks your vault first"), "delay"])
        self._sleep_waits = QDBusPendingCallWatcher(system.asyncCall(call), self)

    @Slot(bool)
    def _on_prepare_for_sleep(self, begins: bool) -> None:
        self.left.emit(begins)  # at the end of a sleep too, should the beginning not have been heard

    @Slot(bool)
    def _on_screen_saver(self, active: bool) -> None:
        if active:
            self.left.emit(False)

    @Slot(QDBusMessage)
    def _on_session_lock(self, message: QDBusMessage) -> None:
        """Ask whose session it is: on a computer that several work at, another's lock is not ours."""
        if self._system is None:
            return
        call = QDBusMessage.createMethodCall(LOGIND, message.path(), "org.freedesktop.DBus.Properties", "Get")
        call.setArguments([f"{LOGIND}.Session", "Name"])
        asked = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        self._asked.add(asked)
        asked.finished.connect(self._on_asked_finished)

    def _on_asked_finished(self, asked: QDBusPendingCallWatcher) -> None:
        self._asked.discard(asked)
        answer = asked.reply().arguments()
        name = answer[0] if answer and not asked.isError() else None
        name = name.variant() if isinstance(name, QDBusVariant) else name
        if asked.isError() or name == pwd.getpwuid(os.getuid()).pw_name:
            self.left.emit(False)
        asked.deleteLater()


def session_bus() -> QDBusConnection | None:
    """Return the bus of this user; None where there is none: Qt would start one otherwise."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    there = address.startswith("unix:") if address else bool(runtime) and Path(runtime, "bus").exists()
    return _connected(QDBusConnection.sessionBus()) if there else None


def system_bus() -> QDBusConnection | None:
    """Return the bus of this computer; None where there is none."""
    address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    there = address.startswith("unix:") if address else Path("/var/run/dbus/system_bus_socket").exists()
    return _connected(QDBusConnection.systemBus()) if there else None


def _connected(bus: QDBusConnection) -> QDBusConnection | None:
    return bus if bus.isConnected() else None
