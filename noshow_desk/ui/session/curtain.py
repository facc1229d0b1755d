"""Takes everything off the screen at once, before anything slower is done, and keeps it off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Curtain(QObject):
    """Drawn once, when the desk is locked: windows, dialogs, menus, tips and their entries in the taskbar go.

    What would open later (a message about something that could not be kept) never reaches the screen.
    """

    def draw(self) -> None:
        """Hide every window and let the screen know, before this returns."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)
        for window in QApplication.topLevelWidgets():
            window.hide()
        # Sends what the window system has to know; what waits (a late answer, a clock) meets the curtain.
        application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what opens now open off the screen: Qt asks just before it shows a window."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        return False
