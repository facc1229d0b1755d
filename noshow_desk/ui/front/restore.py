"""Restoring in three screens: choose a backup, open it, see what it holds; then it is put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from noshow_desk.services import restoring
from noshow_desk.services.backups import BackupRow, Restored
from noshow_desk.services.desk import wall_clock
from noshow_desk.services.restoring import Opened
from noshow_desk.ui.front.restore_done import RestoredScreen
from noshow_desk.ui.front.restore_key import BackupKeyScreen
from noshow_desk.ui.front.restore_list import ChooseBackupScreen
from noshow_desk.ui.front.restore_review import ReviewScreen
from noshow_desk.ui.kit.dialogs import Dialogs


class RestoreFlow(QWidget):
    """Puts a backup into `folder`, or another one, while no vault is open.

    `restored` brings the OpenKey of what is there now and whether a passphrase is to be chosen for it;
    `back_wanted` ends it with nothing done, `folder_wanted` asks for a vault in another folder.
    """

    restored = Signal(object, bool)
    back_wanted = Signal()
    folder_wanted = Signal()
    broke = Signal(object)

    def __init__(
        self,
        folder: Path,
        dialogs: Dialogs,
        *,
        smallest: Any = None,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self._folder, self._dialogs, self._smallest, self._now = folder, dialogs, smallest, now
        self._opened: Opened | None = None
        self._went_to = folder
        self.choose_screen = ChooseBackupScreen(folder, dialogs)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.choose_screen)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.setFocusProxy(self.choose_screen)
        self._connect()

    def _connect(self) -> None:
        self.choose_screen.chosen.connect(self._on_choose_screen_chosen)
        self.choose_screen.back_wanted.connect(self.back_wanted)
        self.choose_screen.folder_wanted.connect(self.folder_wanted)
        self.choose_screen.broke.connect(self.broke)

    def shown(self) -> QWidget | None:
        """Return the screen on show."""
        return self.stack.currentWidget()

    def _on_choose_screen_chosen(self, row: BackupRow) -> None:
        screen = BackupKeyScreen(row, smallest=self._smallest)
        screen.opened.connect(self._on_key_screen_opened)
        screen.back_wanted.connect(self._on_screen_back_wanted)
        screen.broke.connect(self.broke)
        self._show(screen)

    def _on_key_screen_opened(self, opened: Opened) -> None:
        self._opened = opened
        screen = ReviewScreen(opened, self._folder, self._dialogs, self._now)
        screen.restored.connect(self._on_review_screen_restored)
        screen.back_wanted.connect(self._on_screen_back_wanted)
        screen.broke.connect(self.broke)
        self._show(screen)

    def _on_review_screen_restored(self, restored: Restored, folder: Path) -> None:
        self._went_to = folder
        screen = RestoredScreen(restored, folder, to_passphrase=self._is_to_choose())
        screen.finished.connect(self._on_done_screen_finished)
        self._show(screen)

    def _on_done_screen_finished(self) -> None:
        assert self._opened is not None
        self.restored.emit(restoring.key_of_restored(self._opened, self._went_to), self._is_to_choose())

    def _is_to_choose(self) -> bool:
        """Say whether the person came with the recovery key: then the passphrase is lost."""
        return self._opened is not None and self._opened.by_recovery_key

    def _on_screen_back_wanted(self) -> None:
        """Go back to the list; what was typed is forgotten, and so is the key."""
        self._opened = None
        self._show(self.choose_screen)

    def _show(self, screen: QWidget) -> None:
        """Show `screen`; the one before, unless it is the list, is not needed again."""
        before = self.stack.currentWidget()
        if self.stack.indexOf(screen) < 0:
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        if before is not None and before is not self.choose_screen:
            self.stack.removeWidget(before)
            before.hide()
            before.deleteLater()
        screen.setFocus()
