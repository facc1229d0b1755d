"""The window in front of the vault; it shows what the folder needs and hands over the open Desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.errors import SystemTrouble
from noshow_desk.i18n import _, set_language
from noshow_desk.services.doorstep import VaultState, practice_passphrase, vault_state
from noshow_desk.ui.front.frame import FrontScreen, Masthead
from noshow_desk.ui.qt_words import speak
from noshow_desk.ui.theme import current_look

if TYPE_CHECKING:
    from noshow_desk.ui.front.first_run import FirstRun
    from noshow_desk.ui.front.practice import PracticeScreen
    from noshow_desk.ui.front.unlock import UnlockScreen
    from noshow_desk.ui.kit.dialogs import Dialogs

# States in which only the recovery key can help; the others say what they are when they are opened.
KEY_ONLY = frozenset({VaultState.NO_KEY_FILE})


class FrontWindow(QWidget):
    """Shows first run, unlock or trouble for the vault in `folder`.

    `opening` tells that the vault is being opened, `opened` brings the open Desk; `practice_wanted` asks for
    the practice vault; `folder_chosen` brings another folder, which the composition root opens in place of
    this window; `broke` brings a bug of a worker.
    """

    opened = Signal(object)
    opening = Signal()
    practice_wanted = Signal()
    folder_chosen = Signal(object)
    broke = Signal(object)

    def __init__(self, folder: Path, *, dialogs: Dialogs | None = None, smallest: Any = None) -> None:
        super().__init__()
        self._folder, self._smallest = folder, smallest
        self._dialogs = dialogs
        self.shown: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(Masthead())
        self.setWindowTitle("NoShow Desk")
        self.show_what_is_needed()
        look = current_look()
        self.setGeometry(fitting(look.px(900), look.px(640), self.screen().availableGeometry()))

    @property
    def dialogs(self) -> Dialogs:
        """What opens dialogs over this window."""
        from noshow_desk.ui.kit.dialogs import Dialogs  # deferred: the first window has none

        if self._dialogs is None:
            self._dialogs = Dialogs(self)
        return self._dialogs

    def tell(self, title: str, text: str) -> None:
        """Say something that needs no answer."""
        self.dialogs.tell(title, text)

    # Each screen is imported when it is shown: together they would cost the first window a fifth more time.

    def show_what_is_needed(self) -> None:
        """Look at the folder and show first run, unlock or trouble."""
        state = vault_state(self._folder)
        practice = practice_passphrase(self._folder)
        if state is VaultState.MISSING:
            self._show(self._first_run())
        elif practice is not None:
            self._show(self._practice_screen(practice))
        else:
            self._show(self._unlock_screen(with_key=state in KEY_ONLY))

    def _first_run(self) -> FirstRun:
        from noshow_desk.ui.front.first_run import FirstRun  # deferred: made when shown

        screen = FirstRun(self._folder, self.dialogs)
        screen.made.connect(self.opened)
        screen.practice_wanted.connect(self.practice_wanted)
        screen.language_chosen.connect(self._on_language_chosen)
        screen.broke.connect(self.broke)
        return screen

    def _unlock_screen(self, *, with_key: bool) -> UnlockScreen:
        from noshow_desk.ui.front.unlock import UnlockScreen  # deferred: made when shown

        screen = UnlockScreen(self._folder, smallest=self._smallest)
        if with_key:
            screen.use_recovery_key()
        screen.submitted.connect(self.opening)
        screen.unlocked.connect(self.opened)
        screen.troubled.connect(self._on_screen_troubled)
        screen.broke.connect(self.broke)
        return screen

    def _practice_screen(self, passphrase: str) -> PracticeScreen:
        from noshow_desk.ui.front.practice import PracticeScreen  # deferred: made when shown

        screen = PracticeScreen(self._folder, passphrase, smallest=self._smallest)
        screen.started.connect(self.opening)
        screen.opened.connect(self.opened)
        screen.troubled.connect(self._on_screen_troubled)
        screen.broke.connect(self.broke)
        return screen

    def show_making_practice(self) -> None:
        """Say that the practice vault is being made, which takes a few seconds."""
        screen = FrontScreen(
            _("Making a practice vault…"), _("Made-up clients in every situation. This takes a few seconds.")
        )
        screen.finish()
        self._show(screen)

    def _on_language_chosen(self, language: str) -> None:
        set_language(language)
        speak(language)
        self.show_what_is_needed()

    def _on_screen_troubled(self, trouble: SystemTrouble) -> None:
        from noshow_desk.services.opening import recovery_key_helps  # deferred: not for the first window
        from noshow_desk.ui.front.trouble import TroubleScreen  # deferred: made when shown

        with_key = recovery_key_helps(trouble)
        screen = TroubleScreen(trouble.sentence, self._folder, with_key=with_key)
        screen.try_again.connect(self.show_what_is_needed)
        screen.key_wanted.connect(self._on_screen_key_wanted)
        screen.folder_wanted.connect(self._on_screen_folder_wanted)
        self._show(screen)

    def _on_screen_key_wanted(self) -> None:
        self._show(self._unlock_screen(with_key=True))

    def _on_screen_folder_wanted(self) -> None:
        self.dialogs.choose_folder(_("Folder of the vault"), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self.folder_chosen.emit(folder)

    def _show(self, screen: QWidget) -> None:
        if self.shown is not None:
            self._box.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = screen
        self._box.addWidget(screen, 1)
        screen.show()
        screen.setFocus()


def fitting(width: int, height: int, area: QRect) -> QRect:
    """Return a window of `width` × `height` in the middle of `area`, smaller where that is smaller."""
    wide, high = min(width, area.width()), min(height, area.height() - 40)
    left = area.x() + (area.width() - wide) // 2
    return QRect(left, area.y() + (area.height() - high) // 2, wide, high)
