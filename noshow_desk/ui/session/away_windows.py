"""Windows: a hidden window of our own is told that the session is locked and that the computer will sleep."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject
from PySide6.QtGui import QWindow

from noshow_desk.ui.session.leaving import Away

# From winuser.h and wtsapi32.h.
WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND, PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC = 0x4, 0x7, 0x12
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK = 0x2, 0x4, 0x7
NOTIFY_FOR_THIS_SESSION = 0

# Message and its first parameter: does the computer sleep in two seconds? What is not here is not for us.
HURRY = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND): True,
    (WM_POWERBROADCAST, PBT_APMRESUMESUSPEND): False,  # should the beginning not have been heard
    (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC): False,
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT): False,
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT): False,
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK): False,
}

Register = Callable[[int], object]


class WindowsAway(Away):
    """`register` asks Windows to send session changes to a window; tests give their own."""

    def __init__(self, parent: QObject | None = None, *, register: Register | None = None) -> None:
        super().__init__(parent)
        self._register = register or _register
        self._filter = _Messages(self.left.emit)
        self._window: QWindow | None = None

    def start(self) -> None:
        """Listen with a window of its own: the main one is made anew for another language."""
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self._filter)
        self._window = QWindow()
        self._window.create()
        self._register(int(self._window.winId()))


class _Messages(QAbstractNativeEventFilter):
    """Reads every message of Windows to this process and swallows none."""

    def __init__(self, left: Callable[[bool], None]) -> None:
        super().__init__()
        self._left = left

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:
        if bytes(kind).startswith(b"windows_"):
            told = wintypes.MSG.from_address(int(message))
            hurry = HURRY.get((told.message, told.wParam))
            if hurry is not None:
                self._left(hurry)
        return False, 0


def _register(window: int) -> None:
    """Ask for the messages of this session; without them sleep and the clocks still lock."""
    try:
        ask = ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification
    except (OSError, AttributeError):
        return
    ask(wintypes.HWND(window), wintypes.DWORD(NOTIFY_FOR_THIS_SESSION))
