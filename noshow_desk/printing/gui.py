"""A Qt application for those who have no window: the command line and workers of the self-test."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from noshow_desk.printing.fonts import load_fonts

# What Qt says on standard error of a font that it passes over for another one: nothing for a reader there.
_CHATTER = "qt.text.font.db=false"
_kept: list[QGuiApplication] = []  # Qt's application dies with its last Python reference


def ensure_gui() -> QGuiApplication:
    """Return the running Qt application, or a new one that needs no display; the fonts are loaded."""
    running = QGuiApplication.instance()
    if not isinstance(running, QGuiApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        QLoggingCategory.setFilterRules(_CHATTER)
        running = QApplication(sys.argv[:1])  # can show windows too: a process has one application only
        _kept.append(running)
    load_fonts()
    return running
