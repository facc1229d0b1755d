"""Says that the disk is full while what is typed can still be kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk


class RoomWatch(QObject):
    """Tells the person, by `tell(title, text)`, that the room held back on the disk is in use now."""

    def __init__(self, desk: Desk, tell: Callable[[str, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._over = False
        desk.when_room_is_short = self._tell_soon

    def stop(self) -> None:
        """Say nothing any more: the window is gone."""
        self._over = True

    def _tell_soon(self) -> None:
        """Not at once: a field is just being kept, perhaps because the window is about to go."""
        QTimer.singleShot(0, self, self._tell_now)

    def _tell_now(self) -> None:
        if not self._over:
            text = _(
                "What you type is still kept, in the room that was held back for it. That is not much: free "
                "some space on this disk soon."
            )
            self._tell(_("The disk is full"), text)
