"""Nobody at the desk, as the system tells it: real D-Bus signals, messages of Windows, names of macOS."""

from __future__ import annotations

import ctypes
import os
import pwd
import select
import shutil
import subprocess
from collections.abc import Callable, Iterator
from ctypes import wintypes
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session import away_linux, away_windows
from noshow_desk.ui.session.away import away_watch
from noshow_desk.ui.session.away_linux import LOGIND, LOGIND_PATH, SCREEN_SAVERS, LinuxAway
from noshow_desk.ui.session.away_macos import NAMES, MacAway
from noshow_desk.ui.session.away_windows import WindowsAway
from noshow_desk.ui.session.leaving import Away

ME = pwd.getpwuid(os.getuid()).pw_name
MINE, THEIRS = f"{LOGIND_PATH}/session/_31", f"{LOGIND_PATH}/session/_32"


class Logind(QDBusVirtualObject):
    """Stands in for logind: says whose a session is, and lets sleep wait for a pipe to be closed."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus = bus
        self.waits: list[list[Any]] = []
        self.pipe = -1
        everything = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert bus.registerService(LOGIND)
        assert bus.registerVirtualObject(LOGIND_PATH, self, everything)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        answer = message.createReply()
        if message.member() == "Inhibit":
            self.waits.append(message.arguments())
            self.pipe, end = os.pipe()
            answer.setArguments([QDBusUnixFileDescriptor(end)])
            os.close(end)
        else:
            answer.setArguments([QDBusVariant(ME if message.path() == MINE else "somebody-else")])
        connection.send(answer)
        return True

    def tell(self, path: str, interface: str, name: str, *arguments: Any) -> None:
        """Send a signal to whoever listens."""
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(arguments))
        assert self.bus.send(signal)

    def sleep_may_begin(self) -> bool:
        """Say whether nobody waits any more."""
        return bool(select.select([self.pipe], [], [], 0)[0])


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a bus that belongs to this test alone."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    words = [daemon, "--session", "--nofork", "--print-address", "--address=unix:tmpdir=/tmp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.terminate()


@pytest.fixture
def connect(qtbot: QtBot, address: str) -> Iterator[Callable[[str], QDBusConnection]]:
    """Return a way to connect to that bus under a name."""
    names: list[str] = []

    def connected(name: str) -> QDBusConnection:
        names.append(name)
        bus = QDBusConnection.connectToBus(address, name)
        assert bus.isConnected()
        return bus

    yield connected
    for name in names:
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def logind(connect: Callable[[str], QDBusConnection]) -> Logind:
    """A stand-in for logind, and for whoever else sends signals."""
    return Logind(connect("logind"))


@pytest.fixture
def linux(qtbot: QtBot, logind: Logind, connect: Callable[[str], QDBusConnection]) -> Iterator[LinuxAway]:
    """What listens, on the same bus as user's and as computer's, once logind has been asked to wait."""
    ours = connect("desk")
    away = LinuxAway(session=ours, system=ours)
    away.start()
    qtbot.waitUntil(lambda: bool(logind.waits), timeout=5_000)
    yield away
    if shiboken6.isValid(away):
        shiboken6.delete(away)
    os.close(logind.pipe)


@pytest.mark.parametrize("begins", [True, False])
def test_sleep_is_told_with_hurry_and_its_end_without(
    qtbot: QtBot, linux: LinuxAway, logind: Logind, begins: bool
) -> None:
    with qtbot.waitSignal(linux.left, timeout=5_000) as told:
        logind.tell(LOGIND_PATH, f"{LOGIND}.Manager", "PrepareForSleep", begins)
    assert told.args == [begins]


def test_sleep_waits_until_the_desk_is_locked(qtbot: QtBot, linux: LinuxAway, logind: Logind) -> None:
    what, who, why, mode = logind.waits[0]
    assert (what, who, mode) == ("sleep", "NoShow Desk", "delay") and why
    qtbot.wait(100)
    assert not logind.sleep_may_begin()
    shiboken6.delete(linux)  # as the process that held it is replaced
    QCoreApplication.processEvents()
    qtbot.waitUntil(logind.sleep_may_begin, timeout=5_000)


@pytest.mark.parametrize("name", SCREEN_SAVERS)
def test_every_desktop_s_screen_lock_is_heard(
    qtbot: QtBot, linux: LinuxAway, logind: Logind, name: str
) -> None:
    with qtbot.waitSignal(linux.left, timeout=5_000) as told:
        logind.tell("/" + name.replace(".", "/"), name, "ActiveChanged", True)
    assert told.args == [False]


def test_a_screen_that_is_unlocked_is_no_reason(qtbot: QtBot, linux: LinuxAway, logind: Logind) -> None:
    with qtbot.assertNotEmitted(linux.left, wait=200):
        logind.tell("/ScreenSaver", SCREEN_SAVERS[0], "ActiveChanged", False)


def test_our_session_s_lock_is_ours(qtbot: QtBot, linux: LinuxAway, logind: Logind) -> None:
    with qtbot.waitSignal(linux.left, timeout=5_000) as told:
        logind.tell(MINE, f"{LOGIND}.Session", "Lock")
    assert told.args == [False]


def test_another_user_s_lock_is_not(qtbot: QtBot, linux: LinuxAway, logind: Logind) -> None:
    with qtbot.assertNotEmitted(linux.left, wait=300):
        logind.tell(THEIRS, f"{LOGIND}.Session", "Lock")


def test_without_a_bus_nothing_is_asked_and_nothing_fails(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    assert away_linux.session_bus() is None and away_linux.system_bus() is None
    LinuxAway().start()


def test_a_bus_on_the_network_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=localhost,port=1")
    assert away_linux.session_bus() is None and away_linux.system_bus() is None


# ------------------------------------------------------------ Windows


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[tuple[WindowsAway, list[int]]]:
    """What listens on Windows, and the windows that were registered."""
    registered: list[int] = []
    away = WindowsAway(register=registered.append)
    away.start()
    yield away, registered
    application = QCoreApplication.instance()
    assert application is not None
    application.removeNativeEventFilter(away._filter)


def send(away: WindowsAway, message: int, first: int, kind: bytes = b"windows_generic_MSG") -> object:
    """Hand a message over as Qt does: its address."""
    told = wintypes.MSG(message=message, wParam=first)
    return away._filter.nativeEventFilter(kind, ctypes.addressof(told))


@pytest.mark.parametrize(("message", "first"), away_windows.HURRY)
def test_windows_tells_of_lock_and_sleep(
    windows: tuple[WindowsAway, list[int]], message: int, first: int
) -> None:
    away, _registered = windows
    told: list[bool] = []
    away.left.connect(told.append)
    assert send(away, message, first) == (False, 0)  # heard, never swallowed
    assert told == [(message, first) == (0x0218, 4)]


@pytest.mark.parametrize(
    ("message", "first", "kind"),
    [
        (0x0218, 0xA, b"windows_generic_MSG"),  # the battery changed
        (0x02B1, 0x8, b"windows_generic_MSG"),  # the session was unlocked
        (0x0100, 0x7, b"windows_generic_MSG"),  # a key
        (0x02B1, 0x7, b"xcb_generic_event_t"),
    ],
)
def test_other_messages_are_nothing_to_us(
    windows: tuple[WindowsAway, list[int]], message: int, first: int, kind: bytes
) -> None:
    away, _registered = windows
    told: list[bool] = []
    away.left.connect(told.append)
    send(away, message, first, kind)
    assert told == []


def test_a_window_of_its_own_is_registered(windows: tuple[WindowsAway, list[int]]) -> None:
    away, registered = windows
    assert away._window is not None and not away._window.isVisible()
    assert registered == [int(away._window.winId())]


def test_without_the_library_of_windows_nothing_fails(qtbot: QtBot) -> None:
    away_windows._register(1)


# ------------------------------------------------------------ macOS


class Function:
    """A function of a C library that notes how it was called."""

    def __init__(self, answer: object = None) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.answer = answer

    def __call__(self, *arguments: Any) -> Any:
        self.calls.append(arguments)
        return arguments[1] if self.answer is None else self.answer


class Foundation:
    """Stands in for CoreFoundation."""

    def __init__(self) -> None:
        self.CFStringCreateWithCString = Function()
        self.CFNotificationCenterGetDistributedCenter = Function(7)
        self.CFNotificationCenterAddObserver = Function(0)


def test_macos_is_asked_for_both_names_and_heard(qtbot: QtBot) -> None:
    library = Foundation()
    away = MacAway(foundation=library)
    away.start()
    calls = library.CFNotificationCenterAddObserver.calls
    assert [call[3] for call in calls] == list(NAMES) and {call[0] for call in calls} == {7}
    with qtbot.waitSignal(away.left, timeout=1_000) as told:
        calls[0][2](None, None, None, None, None)  # through C, as the system calls it
    assert told.args == [False]


def test_without_the_library_of_macos_nothing_fails(qtbot: QtBot) -> None:
    MacAway().start()


# ------------------------------------------------------------ which one


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", LinuxAway), ("win32", WindowsAway), ("darwin", MacAway)]
)
def test_each_system_has_its_own(qtbot: QtBot, platform: str, kind: type[Away]) -> None:
    assert type(away_watch(platform=platform)) is kind
