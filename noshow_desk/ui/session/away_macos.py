"""macOS: the system tells everybody when the screen is locked or its saver begins.

That is what can be heard without a further library. A sleep by itself is not heard beforehand: the screen is
locked with it where the system settings ask for a password, and else the clocks lock at the first event after
it.
"""

from __future__ import annotations

import ctypes
from ctypes import c_long, c_uint32, c_void_p
from typing import Any

from PySide6.QtCore import QObject

from noshow_desk.ui.session.leaving import Away

FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
NAMES = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
UTF8, AT_ONCE = 0x08000100, 4  # kCFStringEncodingUTF8, CFNotificationSuspensionBehaviorDeliverImmediately

_Told = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class MacAway(Away):
    """Listens in the run loop that Qt's own event loop is on this system; tests give their own library."""

    def __init__(self, parent: QObject | None = None, *, foundation: Any = None) -> None:
        super().__init__(parent)
        self._foundation = foundation
        self._told = _Told(self._on_told)  # kept: the system calls it for as long as the process lives

    def start(self) -> None:
        """Listen to both names."""
        try:
            cf = self._foundation or ctypes.CDLL(FOUNDATION)
            make, center, add = (
                cf.CFStringCreateWithCString,
                cf.CFNotificationCenterGetDistributedCenter,
                cf.CFNotificationCenterAddObserver,
            )
        except (OSError, AttributeError):
            return
        make.restype, make.argtypes = c_void_p, [c_void_p, ctypes.c_char_p, c_uint32]
        center.restype, center.argtypes = c_void_p, []
        add.restype, add.argtypes = None, [c_void_p, c_void_p, _Told, c_void_p, c_void_p, c_long]
        for name in NAMES:
            add(center(), None, self._told, make(None, name, UTF8), None, AT_ONCE)

    def _on_told(self, *_what: object) -> None:
        self.left.emit(False)
