"""The window in front of the vault; it shows what the folder needs and hands over the open Desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _, set_language
from noshow_desk.services.doorstep import VaultState, practice_passphrase, vault_state, vault_was_here
from noshow_desk.ui.front.frame import FrontScreen, Masthead
from noshow_desk.ui.qt_words import speak
from noshow_desk.ui.theme import current_look

if TYPE_CHECKING:
    from noshow_desk.services.opening import OpenKey
    from noshow_desk.services.ways_on import Way
    from noshow_desk.ui.front.opening_screen import OpeningScreen
    from noshow_desk.ui.front.practice import PracticeScreen
    from noshow_desk.ui.kit.dialogs import Dialogs

# Told before anybody types a passphrase; other troubles show when the vault is opened.
SEEN_FROM_OUTSIDE = frozenset({VaultState.EMPTY_FILE, VaultState.CUT_OFF, VaultState.UNREADABLE})


class FrontWindow(QWidget):
    """Shows first run, unlock, restoring or trouble for the vault in `folder`.

    `opening` tells that the vault is being opened; `near` brings the Desk that is still being checked and may
    be shown to nobody, `opened` the open one; `stayed_shut` tells that it cannot be opened. `practice_wanted`
    asks for the practice vault; `folder_chosen` brings another folder, which the composition root opens in
    place of this window; `broke` brings a bug of a worker.
    """

    opened = Signal(object)
    opening = Signal()
    near = Signal(object)
    stayed_shut = Signal()
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
        state, practice = vault_state(self._folder), practice_passphrase(self._folder)
        if state in SEEN_FROM_OUTSIDE or (state is VaultState.MISSING and vault_was_here(self._folder)):
            self._show_outside_trouble()
        elif state is VaultState.MISSING:
            self._show_first_run()
        elif practice is not None:
            self._show(self._practice_screen(practice))
        else:
            self._show_unlock(with_key=state is VaultState.NO_KEY_FILE)

    def _show_first_run(self) -> None:
        from noshow_desk.ui.front.first_run import FirstRun  # deferred: made when shown

        screen = FirstRun(self._folder, self.dialogs)
        screen.made.connect(self.opened)
        screen.practice_wanted.connect(self.practice_wanted)
        screen.language_chosen.connect(self._on_language_chosen)
        screen.restore_wanted.connect(self.show_restore)
        screen.vault_wanted.connect(self.folder_chosen)
        screen.broke.connect(self.broke)
        self._show(screen)

    def _show_unlock(self, *, with_key: bool = False, look_only: bool = False) -> None:
        from noshow_desk.ui.front.unlock import UnlockScreen  # deferred: made when shown

        screen = UnlockScreen(self._folder, smallest=self._smallest, look_only=look_only)
        if with_key:
            from noshow_desk.services.ways_on import why_only_the_recovery_key  # deferred: a rare case

            screen.use_recovery_key(why_only_the_recovery_key(self._folder))
        screen.submitted.connect(self.opening)
        screen.near.connect(self.near)
        screen.unlocked.connect(self.opened)
        screen.proven.connect(self._on_screen_proven)
        screen.troubled.connect(self._on_screen_troubled)
        screen.restore_wanted.connect(self.show_restore)
        screen.broke.connect(self.broke)
        self._show(screen)

    def _practice_screen(self, passphrase: str) -> PracticeScreen:
        from noshow_desk.ui.front.practice import PracticeScreen  # deferred: made when shown

        screen = PracticeScreen(self._folder, passphrase, smallest=self._smallest)
        self._connect_opening(screen)
        return screen

    def _connect_opening(self, screen: OpeningScreen) -> None:
        screen.started.connect(self.opening)
        screen.opened.connect(self.opened)
        screen.troubled.connect(self._on_screen_troubled)
        screen.broke.connect(self.broke)

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

    # ------------------------------------------------------------ a key from paper

    def _on_screen_proven(self, key: OpenKey) -> None:
        """Somebody came in with the recovery key: the passphrase is lost, so another can be chosen."""
        if practice_passphrase(key.folder) is not None:
            self._open(key)
        else:
            self._ask_passphrase(key)

    def _ask_passphrase(self, key: OpenKey) -> None:
        from noshow_desk.ui.front.new_passphrase import NewPassphraseScreen  # deferred: made when shown

        screen = NewPassphraseScreen(key, cost=self._smallest)
        screen.finished.connect(partial(self._open, key))
        screen.broke.connect(self.broke)
        self._show(screen)

    def _open(self, key: OpenKey) -> None:
        """Open the vault of `key`; one in another folder gets a start of its own."""
        if key.folder != self._folder:
            self.folder_chosen.emit(key.folder)
            return
        from noshow_desk.ui.front.opening_screen import OpeningScreen  # deferred: made when shown
        from noshow_desk.ui.front.unlock import open_vault  # deferred: likewise

        screen = OpeningScreen(_("Opening your vault…"), "", partial(open_vault, key))
        self._connect_opening(screen)
        self._show(screen)

    # ------------------------------------------------------------ troubles, and restoring

    def _show_outside_trouble(self) -> None:
        from noshow_desk.services.ways_on import trouble_from_outside  # deferred: not for the first window

        trouble = trouble_from_outside(self._folder)
        if trouble is None:  # it was put right in the blink since the folder was looked at
            self._show_unlock()
        else:
            self._on_screen_troubled(trouble)

    def _on_screen_troubled(self, trouble: UserError | SystemTrouble) -> None:
        from noshow_desk.services.ways_on import ways_on  # deferred: not for the first window
        from noshow_desk.ui.front.trouble import TroubleScreen  # deferred: made when shown

        self.stayed_shut.emit()
        screen = TroubleScreen(trouble.sentence, self._folder, ways_on(trouble))
        screen.way_chosen.connect(self._on_screen_way_chosen)
        self._show(screen)

    def _on_screen_way_chosen(self, way: Way) -> None:
        # Its words, not the Way itself: the first window does without that module.
        ways: dict[str, Callable[[], None]] = {
            "restore": self.show_restore,
            "recovery_key": partial(self._show_unlock, with_key=True),
            "try_again": self.show_what_is_needed,
            "folder": self._choose_folder,
            "look": partial(self._show_unlock, look_only=True),
            "new_vault": self._show_first_run,
        }
        ways[way]()

    def show_restore(self) -> None:
        """Show the backups that can be put back."""
        from noshow_desk.ui.front.restore import RestoreFlow  # deferred: made when shown

        screen = RestoreFlow(self._folder, self.dialogs, smallest=self._smallest)
        screen.restored.connect(self._on_flow_restored)
        screen.back_wanted.connect(self.show_what_is_needed)
        screen.folder_wanted.connect(self._choose_folder)
        screen.broke.connect(self.broke)
        self._show(screen)

    def _on_flow_restored(self, key: OpenKey, choose: bool) -> None:
        if choose:
            self._ask_passphrase(key)
        else:
            self._open(key)

    def _choose_folder(self) -> None:
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
