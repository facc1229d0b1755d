"""A vault with Ann in it and a backup of that; Bob came afterwards. And somebody at its front door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.services import backups, clients, opening, queries
from noshow_desk.services.backups import Reason
from noshow_desk.services.desk import Desk
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.front.restore import RestoreFlow
from noshow_desk.ui.front.restore_key import BackupKeyScreen
from noshow_desk.ui.front.restore_list import ChooseBackupScreen
from noshow_desk.ui.front.restore_review import ReviewScreen
from noshow_desk.ui.front.trouble import TroubleScreen
from noshow_desk.ui.front.unlock import UnlockScreen
from noshow_desk.ui.front.window import FrontWindow
from tests.ui.kit.fake_dialogs import FakeDialogs

WORDS = "harbor lantern copper seven"
PATIENCE = 20_000


@dataclass(frozen=True)
class Kept:
    """The vault's folder, its printed key, and its backup."""

    folder: Path
    recovery_key: str
    backup: Path

    @property
    def vault(self) -> Path:
        """The vault file."""
        return self.folder / "vault.db"

    @property
    def key_file(self) -> Path:
        """The key file."""
        return self.folder / "vault.key"


def keep(folder: Path) -> Kept:
    """Make the vault; Ann is in the backup, Bob is not. It is closed."""
    person = Caseworker(name="Dana Whitfield")
    new = opening.create_vault(folder, passphrase=WORDS, caseworker=person, cost=FAST_FOR_TESTS)
    clients.add_client(new.desk, client=Client(first_name="Ann", last_name="Zweigert"))
    made = backups.make_backup(new.desk, reason=Reason.LOCK)
    clients.add_client(new.desk, client=Client(first_name="Bob", last_name="Reed"))
    opening.close(new.desk)
    return Kept(folder, new.recovery_key, made.backup.file)


def first_names(desk: Desk) -> set[str]:
    """Return who is in the vault."""
    return {row.name.split()[0] for row in queries.client_rows(desk, queries.client_ids(desk))}


@dataclass
class AtTheDoor:
    """Somebody at the front door, who sees one screen after the other."""

    qtbot: QtBot
    window: FrontWindow

    @property
    def dialogs(self) -> FakeDialogs:
        """What answers for the person."""
        assert isinstance(self.window.dialogs, FakeDialogs)
        return self.window.dialogs

    def unlock(self, words: str = WORDS) -> UnlockScreen:
        """Type a passphrase and press Open."""
        screen = self.window.shown
        assert isinstance(screen, UnlockScreen)
        screen.words.setText(words)
        screen.open_button.click()
        return screen

    def unlock_with_key(self, recovery_key: str) -> UnlockScreen:
        """Type a recovery key and press Open."""
        screen = self.window.shown
        assert isinstance(screen, UnlockScreen)
        if not screen.fields.with_key:
            screen.fields.other_way.click()
        screen.key.setText(recovery_key)
        screen.open_button.click()
        return screen

    def until(self, happened: Callable[[], object]) -> None:
        """Wait until `happened()`."""
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE)

    def trouble(self) -> TroubleScreen:
        """Wait for the screen that says what is wrong."""
        self.until(lambda: isinstance(self.window.shown, TroubleScreen))
        assert isinstance(self.window.shown, TroubleScreen)
        return self.window.shown

    def flow(self) -> RestoreFlow:
        """Return the restore on show."""
        assert isinstance(self.window.shown, RestoreFlow)
        return self.window.shown

    def backups(self) -> ChooseBackupScreen:
        """Wait until the backups are listed and each was read through."""
        screen = self.flow().shown()
        assert isinstance(screen, ChooseBackupScreen)
        self.until(
            lambda: screen.rows() and all(row.problem or row.file in screen._whole for row in screen.rows())
        )
        return screen

    def key_screen(self) -> BackupKeyScreen:
        """Go on from the list with the row it stands on."""
        self.backups().next_button.click()
        screen = self.flow().shown()
        assert isinstance(screen, BackupKeyScreen)
        return screen

    def review(self, *, words: str = "", recovery_key: str = "") -> ReviewScreen:
        """Open the newest backup and wait until it says what it holds."""
        screen = self.key_screen()
        if recovery_key:
            screen.fields.other_way.click()
            screen.fields.key.setText(recovery_key)
        screen.fields.words.setText(words)
        screen.next_button.click()
        self.until(lambda: isinstance(self.flow().shown(), ReviewScreen))
        found = self.flow().shown()
        assert isinstance(found, ReviewScreen)
        return found

    def opened(self, press: Callable[[], object]) -> Desk:
        """Press something and return the desk that opens."""
        with self.qtbot.waitSignal(self.window.opened, timeout=PATIENCE) as got:
            press()
        assert isinstance(got.args[0], Desk)
        return got.args[0]


def at_the_door(qtbot: QtBot, folder: Path, *answers: object) -> AtTheDoor:
    """Stand at the front door of `folder`; `answers` are what the file dialogs are told."""
    window = FrontWindow(folder, dialogs=FakeDialogs(*answers), smallest=FAST_FOR_TESTS)
    qtbot.addWidget(window)
    window.show()
    return AtTheDoor(qtbot, window)
