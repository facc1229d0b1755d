"""First run in three screens: passphrase and recovery key, your name and office, where your data lives."""

from __future__ import annotations

import secrets
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import language
from noshow_desk.services import opening
from noshow_desk.ui.front.new_key import NewKeyScreen
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.session.work import Work

if TYPE_CHECKING:
    from noshow_desk.ui.front.place import PlaceScreen
    from noshow_desk.ui.front.you import YouScreen


class FirstRun(QWidget):
    """Walks through the three screens and makes the vault; `made` brings the open Desk.

    `practice_wanted` asks for the practice vault instead, `restore_wanted` for a backup to be put back,
    `vault_wanted` for the vault that is already in the folder it brings. Going back keeps what was typed.
    """

    made = Signal(object)
    practice_wanted = Signal()
    restore_wanted = Signal()
    vault_wanted = Signal(object)
    language_chosen = Signal(object)
    broke = Signal(object)

    def __init__(self, folder: Path, dialogs: Dialogs, *, asked: tuple[int, int] | None = None) -> None:
        super().__init__()
        recovery = opening.new_recovery()
        self._recovery = recovery
        self.key_screen = NewKeyScreen(recovery, asked or two_groups(len(recovery.groups)), dialogs)
        self._folder, self._dialogs = folder, dialogs
        self.stack = QStackedWidget()
        self.stack.addWidget(self.key_screen)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self._connect()

    def _connect(self) -> None:
        self.key_screen.finished.connect(self._on_key_screen_finished)
        self.key_screen.practice_wanted.connect(self.practice_wanted)
        self.key_screen.restore_wanted.connect(self.restore_wanted)
        self.key_screen.language_chosen.connect(self.language_chosen)

    # The second and third screen are made when they are wanted: the first one is the first window.

    @cached_property
    def you_screen(self) -> YouScreen:
        """Who uses this vault."""
        from noshow_desk.ui.front.you import YouScreen  # deferred: made when shown

        screen = YouScreen()
        screen.finished.connect(self._on_you_screen_finished)
        screen.back_wanted.connect(self._on_you_screen_back)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def place_screen(self) -> PlaceScreen:
        """Where the data lives."""
        from noshow_desk.ui.front.place import PlaceScreen  # deferred: made when shown

        screen = PlaceScreen(self._folder, self._dialogs)
        screen.finished.connect(self._on_place_screen_finished)
        screen.back_wanted.connect(self._on_place_screen_back)
        screen.vault_wanted.connect(self.vault_wanted)
        self.stack.addWidget(screen)
        return screen

    def _on_key_screen_finished(self) -> None:
        self._show(self.you_screen)

    def _on_you_screen_back(self) -> None:
        self._show(self.key_screen)

    def _on_you_screen_finished(self) -> None:
        self._show(self.place_screen)

    def _on_place_screen_back(self) -> None:
        self._show(self.you_screen)

    def _show(self, screen: QWidget) -> None:
        self.stack.setCurrentWidget(screen)
        screen.setFocus()

    def _on_place_screen_finished(self) -> None:
        folder, passphrase = self.place_screen.folder(), self.key_screen.passphrase()
        person, recovery = self.you_screen.caseworker(), self._recovery

        def make() -> object:
            from noshow_desk.services.settings import keep_language  # deferred: loads records and practice

            key = opening.seal(folder, passphrase=passphrase, recovery_key=recovery)
            desk = opening.create_with(key, caseworker=person).desk
            keep_language(desk, language=language())
            return desk

        self.place_screen.set_busy(True)
        work = Work(make, self)
        work.done.connect(self.made)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self.broke)
        work.start()

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self.place_screen.set_busy(False)
        self.place_screen.show_trouble(trouble.sentence)


def two_groups(count: int) -> tuple[int, int]:
    """Return two different groups of the recovery key, by chance, to be typed back."""
    first, second = sorted(secrets.SystemRandom().sample(range(count), 2))
    return first, second
