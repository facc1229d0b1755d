"""Each fault of the vault, with real files, at the real front door: a sentence, and ways on that are real.

None may end in a first run, which would start an empty vault where there was a full one.
"""

from __future__ import annotations

import inspect
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services import opening
from noshow_desk.services.ways_on import WAYS, Way
from noshow_desk.storage import backup_troubles, driver, drives, key_file, keys, recovery, reserve, troubles
from noshow_desk.storage import vault as vaults
from noshow_desk.ui.front.first_run import FirstRun
from noshow_desk.ui.front.new_passphrase import NewPassphraseScreen
from noshow_desk.ui.front.restore_list import ChooseBackupScreen
from noshow_desk.ui.front.trouble import TroubleScreen
from noshow_desk.ui.front.unlock import UnlockScreen
from noshow_desk.ui.front.window import FrontWindow
from tests.no_writing import no_writing
from tests.ui.front.kept import WORDS, AtTheDoor, Kept, at_the_door, first_names, keep

OTHER_KEY = recovery.write(bytes(range(16)))


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """The vault and its backup."""
    return keep(tmp_path / "vault")


def run_sql(kept: Kept, sql: str) -> None:
    """Do to the vault what a program of its future would."""
    secret = recovery.read(kept.recovery_key)
    db = driver.connect(kept.vault, mode="rw", key=keys.database_key(secret))
    db.execute(sql)
    db.close()


def cut_off(kept: Kept) -> None:
    kept.vault.write_bytes(kept.vault.read_bytes()[: kept.vault.stat().st_size // 2])


def change_in_the_middle(kept: Kept) -> None:
    content = bytearray(kept.vault.read_bytes())
    content[len(content) // 2] ^= 0xFF
    kept.vault.write_bytes(content)


def write_a_foreign_database(kept: Kept) -> None:
    """A plain SQLite file, as another program would leave it."""
    kept.vault.unlink()
    db = driver.connect(kept.vault, mode="rwc", key=None)
    db.execute("CREATE TABLE note (text TEXT)")
    db.execute("INSERT INTO note VALUES (?)", ["x" * 9_000])
    db.close()


def make_a_folder_of_it(kept: Kept) -> None:
    kept.vault.unlink()
    kept.vault.mkdir()


def put_another_key_file(kept: Kept) -> None:
    """Of another vault that has the same passphrase, as a copy or a cloud service would."""
    key_file.seal(kept.folder, recovery.read(OTHER_KEY), WORDS, keys.FAST_FOR_TESTS)


# What a bad day does | what the person then sees, without typing anything or with the right passphrase |
# the ways on, the best one first.
SEEN_AT_ONCE: dict[str, tuple[Callable[[Kept], object], str, tuple[Way, ...]]] = {
    "zero bytes": (
        lambda kept: kept.vault.write_bytes(b""),
        "empty (0 bytes)",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    ),
    "cut off within the first page": (
        lambda kept: kept.vault.write_bytes(kept.vault.read_bytes()[:2_000]),
        "The vault file is damaged",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    ),
    "the file is gone, key file and backups are not": (
        lambda kept: kept.vault.unlink(),
        "not in this folder any more",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN, Way.NEW_VAULT),
    ),
    "the file is gone, only the key file is not": (
        lambda kept: (kept.vault.unlink(), kept.backup.unlink()),
        "not in this folder any more",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN, Way.NEW_VAULT),
    ),
    "vault and key file are gone, backups are not": (
        lambda kept: (kept.vault.unlink(), kept.key_file.unlink()),
        "not in this folder any more",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN, Way.NEW_VAULT),
    ),
    "a folder has its name": (
        make_a_folder_of_it,
        "not in this folder any more",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN, Way.NEW_VAULT),
    ),
}
SEEN_WHEN_OPENED: dict[str, tuple[Callable[[Kept], object], str, tuple[Way, ...]]] = {
    "cut off": (cut_off, "The vault file is damaged", (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN)),
    "one byte changed": (
        change_in_the_middle,
        "The vault file is damaged",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    ),
    "all zeros": (
        lambda kept: kept.vault.write_bytes(bytes(kept.vault.stat().st_size)),
        "The vault file is damaged",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    ),
    "another program's file": (
        write_a_foreign_database,
        "The vault file is damaged",
        (Way.RESTORE, Way.FOLDER, Way.TRY_AGAIN),
    ),
    "not a vault though it opens": (
        lambda kept: run_sql(kept, "PRAGMA application_id = 7"),
        "not a NoShow Desk vault",
        (Way.FOLDER, Way.RESTORE),
    ),
    "made by a newer version": (
        lambda kept: run_sql(kept, "PRAGMA user_version = 999"),
        "A newer version of NoShow Desk made this vault",
        (Way.TRY_AGAIN, Way.RESTORE, Way.FOLDER),
    ),
    "the key file is another's": (
        put_another_key_file,
        "does not belong to this vault file",
        (Way.RECOVERY_KEY, Way.RESTORE, Way.FOLDER),
    ),
    "the key file is damaged": (
        lambda kept: kept.key_file.write_bytes(kept.key_file.read_bytes()[:-40]),
        "The key file of this vault is damaged",
        (Way.RECOVERY_KEY, Way.RESTORE, Way.FOLDER),
    ),
}


def must_be_a_sentence_with_ways(
    door: AtTheDoor, kept: Kept, said: str, ways: tuple[Way, ...], before: dict[str, bytes]
) -> None:
    """The screen says what happened; each of its buttons leads on; the folder is as it was `before`."""
    screen = door.trouble()
    assert said in screen.sentence and screen.sentence.endswith(".")
    assert tuple(screen.buttons) == ways
    for way in ways:
        must_lead_on(at_the_trouble(door, screen), way)
    assert contents(kept) == before


def at_the_trouble(door: AtTheDoor, screen: TroubleScreen) -> AtTheDoor:
    """Return to the trouble, however the last way on was left."""
    if door.window.shown is not screen:
        fresh = TroubleScreen(screen.sentence, Path("/"), tuple(screen.buttons))
        fresh.way_chosen.connect(door.window._on_screen_way_chosen)
        door.window._show(fresh)
    return door


def must_lead_on(door: AtTheDoor, way: Way) -> None:
    """Press the button of `way` and see where it leads."""
    window = door.window
    assert isinstance(window.shown, TroubleScreen)
    if way is Way.FOLDER:
        door.dialogs.answers.append("/somewhere/else")
        with door.qtbot.waitSignal(window.folder_chosen) as got:
            window.shown.buttons[way].click()
        assert got.args == [Path("/somewhere/else")]
        return
    window.shown.buttons[way].click()
    if way is Way.RESTORE:
        screen = door.flow().shown()
        assert isinstance(screen, ChooseBackupScreen)
        door.until(lambda: screen.empty.isVisible() or screen.rows())
    elif way is Way.RECOVERY_KEY:
        assert isinstance(window.shown, UnlockScreen) and window.shown.key_field.isVisible()
    elif way is Way.NEW_VAULT:
        assert isinstance(window.shown, FirstRun)  # because the person asked for it
    else:
        assert isinstance(window.shown, UnlockScreen | TroubleScreen)


def contents(kept: Kept) -> dict[str, bytes]:
    return {
        str(path.relative_to(kept.folder)): path.read_bytes()
        for path in kept.folder.rglob("*")
        if path.is_file() and path.name != "look.json"
    }


@pytest.mark.parametrize("fault", SEEN_AT_ONCE)
def test_a_fault_that_shows_from_outside(qtbot: QtBot, kept: Kept, fault: str) -> None:
    damage, said, ways = SEEN_AT_ONCE[fault]
    damage(kept)
    before = contents(kept)
    must_be_a_sentence_with_ways(at_the_door(qtbot, kept.folder), kept, said, ways, before)


@pytest.mark.parametrize("fault", SEEN_WHEN_OPENED)
def test_a_fault_that_shows_when_it_is_opened(qtbot: QtBot, kept: Kept, fault: str) -> None:
    damage, said, ways = SEEN_WHEN_OPENED[fault]
    damage(kept)
    before = contents(kept)
    door = at_the_door(qtbot, kept.folder)
    door.unlock()
    must_be_a_sentence_with_ways(door, kept, said, ways, before)


def test_a_folder_nobody_may_look_into(qtbot: QtBot, tmp_path: Path) -> None:
    """The system's "no" is neither a first run nor a crash."""
    folder = tmp_path / ("x" * 300)  # longer than any file system lets a name be
    screen = at_the_door(qtbot, folder).trouble()
    assert "could not be read" in screen.sentence
    assert tuple(screen.buttons) == (Way.TRY_AGAIN, Way.FOLDER, Way.RESTORE)


def test_a_network_drive_opens_to_look(qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "is_network", lambda _folder: True)
    before = contents(kept)
    door = at_the_door(qtbot, kept.folder)
    door.unlock()
    ways = (Way.FOLDER, Way.LOOK, Way.RESTORE)
    must_be_a_sentence_with_ways(door, kept, "on a network drive", ways, before)
    at_the_trouble(door, TroubleScreen("", kept.folder, (Way.LOOK,))).window.shown.buttons[Way.LOOK].click()
    desk = door.opened(door.unlock)
    assert desk.read_only and first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)


def test_open_in_another_program(qtbot: QtBot, kept: Kept) -> None:
    held = vaults.open(kept.folder, recovery.read(kept.recovery_key))
    door = at_the_door(qtbot, kept.folder)
    door.unlock()
    screen = door.trouble()
    assert "open in another window" in screen.sentence
    assert tuple(screen.buttons) == (Way.TRY_AGAIN, Way.FOLDER)
    held.close()
    screen.buttons[Way.TRY_AGAIN].click()
    desk = door.opened(door.unlock)
    assert first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)


def test_a_full_disk_opens_to_look(qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database library speaks of an error of the disk; the room it was kept back for is used up."""
    ours = vaults._must_be_ours

    def must_be_ours(folder: Path, path: Path, secret: bytes) -> None:
        if path.parent == kept.folder:
            raise troubles.DiskTrouble
        ours(folder, path, secret)

    monkeypatch.setattr(vaults, "_must_be_ours", must_be_ours)
    monkeypatch.setattr(reserve, "_has_room", lambda _folder: False)
    door = at_the_door(qtbot, kept.folder)
    door.unlock()
    screen = door.trouble()
    assert "The disk is full" in screen.sentence
    assert tuple(screen.buttons) == (Way.TRY_AGAIN, Way.LOOK, Way.FOLDER)
    screen.buttons[Way.LOOK].click()
    desk = door.opened(door.unlock)
    assert desk.read_only and first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)


def test_a_full_disk_before_an_update_opens_to_look(
    qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older vault gets a backup before its tables change; without room for it nothing is changed."""

    def full(*_args: object) -> None:
        raise backup_troubles.BackupDiskFull

    monkeypatch.setattr(vaults, "_is_old", lambda _db: True)
    monkeypatch.setattr(vaults, "_back_up_old", full)
    door = at_the_door(qtbot, kept.folder)
    door.unlock()
    screen = door.trouble()
    assert "not enough room" in screen.sentence
    assert tuple(screen.buttons) == (Way.TRY_AGAIN, Way.LOOK, Way.FOLDER)
    screen.buttons[Way.LOOK].click()
    desk = door.opened(door.unlock)
    assert desk.read_only and first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)


@pytest.fixture
def locked() -> Iterator[Kept]:
    """A vault in a folder that this process cannot write to, whoever runs it."""
    with tempfile.TemporaryDirectory() as outer:
        made = keep(Path(outer) / "vault")
        inside = sorted(made.folder.rglob("*"), reverse=True)
        with no_writing(inside, (made.backup.parent, made.folder, Path(outer))):
            yield made


@pytest.mark.parametrize("by", ["passphrase", "recovery key"])
def test_a_folder_that_cannot_be_written_opens_to_look(qtbot: QtBot, locked: Kept, by: str) -> None:
    door = at_the_door(qtbot, locked.folder)
    press = door.unlock if by == "passphrase" else lambda: door.unlock_with_key(locked.recovery_key)
    desk = door.opened(press)
    assert desk.read_only and first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)


def test_without_the_key_file_the_recovery_key_opens_and_a_passphrase_is_chosen(
    qtbot: QtBot, kept: Kept
) -> None:
    kept.key_file.unlink()
    door = at_the_door(qtbot, kept.folder)
    door.unlock_with_key(kept.recovery_key.lower().replace("-", " ").replace("0", "o").replace("1", "l"))
    door.until(lambda: isinstance(door.window.shown, NewPassphraseScreen))
    screen = door.window.shown
    assert isinstance(screen, NewPassphraseScreen)
    screen.words.first.setText("quiet pebble morning bridge")
    screen.words.again.setText("quiet pebble morning bridge")
    desk = door.opened(screen.next_button.click)
    assert first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(lambda: again.unlock("quiet pebble morning bridge")))


def test_a_passphrase_need_not_be_chosen(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.unlock_with_key(kept.recovery_key)
    door.until(lambda: isinstance(door.window.shown, NewPassphraseScreen))
    desk = door.opened(door.window.shown.later_button.click)
    assert first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(again.unlock))


def test_beside_another_key_file_the_right_recovery_key_opens(qtbot: QtBot, kept: Kept) -> None:
    put_another_key_file(kept)
    theirs = kept.key_file.read_bytes()
    door = at_the_door(qtbot, kept.folder)
    door.unlock()
    door.trouble().buttons[Way.RECOVERY_KEY].click()
    door.unlock_with_key(kept.recovery_key)
    door.until(lambda: isinstance(door.window.shown, NewPassphraseScreen))
    screen = door.window.shown
    assert isinstance(screen, NewPassphraseScreen)
    screen.words.first.setText("quiet pebble morning bridge")
    screen.words.again.setText("quiet pebble morning bridge")
    desk = door.opened(screen.next_button.click)
    assert first_names(desk) == {"Ann", "Bob"}
    opening.close(desk)
    assert (kept.folder / "vault.key.old1").read_bytes() == theirs
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(lambda: again.unlock("quiet pebble morning bridge")))


@pytest.mark.parametrize("damage", [cut_off, change_in_the_middle])
def test_a_damaged_vault_is_said_before_a_passphrase_is_chosen(
    qtbot: QtBot, kept: Kept, damage: Callable[[Kept], None]
) -> None:
    kept.key_file.unlink()
    damage(kept)
    door = at_the_door(qtbot, kept.folder)
    door.unlock_with_key(kept.recovery_key)
    assert "The vault file is damaged" in door.trouble().sentence and not kept.key_file.exists()


def test_two_passphrases_that_differ_are_said_where_they_are(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.unlock_with_key(kept.recovery_key)
    door.until(lambda: isinstance(door.window.shown, NewPassphraseScreen))
    screen = door.window.shown
    screen.words.first.setText("quiet pebble morning bridge")
    screen.words.again.setText("quiet pebble morning")
    screen.next_button.click()
    assert screen.words.again_field.error() and door.window.shown is screen


def test_the_recovery_key_of_another_vault(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    screen = door.unlock_with_key(OTHER_KEY)
    door.until(screen.key_field.error)
    assert "belongs to another vault" in screen.key_field.error()
    assert screen.restore_button.isEnabled() and screen.open_button.isEnabled()


def test_the_recovery_key_of_another_vault_without_a_key_file(qtbot: QtBot, kept: Kept) -> None:
    """Nothing can tell then whether the key is another's or the file is damaged: both are said."""
    kept.key_file.unlink()
    door = at_the_door(qtbot, kept.folder)
    door.unlock_with_key(OTHER_KEY)
    screen = door.trouble()
    assert "belongs to another vault" in screen.sentence and "damaged" in screen.sentence
    assert tuple(screen.buttons) == (Way.RESTORE, Way.RECOVERY_KEY, Way.FOLDER)


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Type it here"), ("ABCD", "28 characters"), ("?", "no “?”")]
)
def test_a_recovery_key_that_cannot_be_one(qtbot: QtBot, kept: Kept, typed: str, said: str) -> None:
    door = at_the_door(qtbot, kept.folder)
    screen = door.unlock_with_key(typed)
    door.until(screen.key_field.error)
    assert said in screen.key_field.error()


def test_each_kind_of_trouble_has_its_ways() -> None:
    """Every row of the two tables: the front door knows it, or it is said where it can come from."""
    elsewhere = {
        # said under a field of the unlock screen, of the first run or of a restore
        troubles.WrongPassphrase, troubles.WeakPassphrase, troubles.VaultExists,
        backup_troubles.BackupOfAnother, backup_troubles.BackupWithoutPassphrase,
        # said on the screens of a restore, where another backup, another folder and once more are buttons
        backup_troubles.NotABackup, backup_troubles.BackupMissing, backup_troubles.BackupDamaged,
        backup_troubles.BackupTooNew, backup_troubles.BackupUnreadable, backup_troubles.NoRoomToCheck,
        backup_troubles.OtherVaultHere, backup_troubles.RestoreDiskFull,
        # said in the open window
        troubles.UndoConflict,
    }  # fmt: skip
    bases = {troubles.VaultMistake, troubles.VaultTrouble}
    kinds = {
        kind
        for module in (troubles, backup_troubles)
        for _name, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, tuple(bases)) and kind not in bases
    }
    assert set(WAYS) | elsewhere == kinds and not set(WAYS) & elsewhere
    assert all(ways and len(set(ways)) == len(ways) for ways in WAYS.values())
    assert all(kind().sentence.endswith(".") for kind in kinds)


def test_nothing_at_all_is_a_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    window = FrontWindow(tmp_path / "none")
    qtbot.addWidget(window)
    assert isinstance(window.shown, FirstRun)
