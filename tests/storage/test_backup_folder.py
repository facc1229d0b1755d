"""A folder of backups: counters, what stays, what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from noshow_desk.domain.client import Client
from noshow_desk.storage import (
    backup_body,
    backup_file,
    backup_folder,
    backup_header,
    driver,
    key_file,
    keys,
    migrations,
    vault,
)
from noshow_desk.storage.backup_file import SUFFIX
from noshow_desk.storage.backup_header import Header
from noshow_desk.storage.backup_schedule import Reason
from noshow_desk.storage.backup_troubles import BackupDiskFull, BackupUnreadable
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.troubles import DiskFull
from tests.storage.vaults import NOW, PASSPHRASE, act

LATER = NOW + timedelta(hours=3)
NEWEST = migrations.SCHEMA_VERSION


@pytest.fixture
def opened(folder: Path, secret: bytes) -> Iterator[Vault]:
    found = vault.open(folder, secret)
    add(found)
    yield found
    found.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def add(opened: Vault, now: datetime = NOW) -> None:
    with act(opened, now):
        opened.clients.add(Client(first_name="Ann"))


def keep(opened: Vault, place: Path, made_at: datetime = NOW, **beside: list[Path]) -> tuple[Path, Header]:
    return backup_folder.keep(opened, place, reason=Reason.BY_HAND, made_at=made_at, **beside)


def counters(place: Path, secret: bytes) -> list[int]:
    return [one.header.counter for one in backup_folder.look_into(place, secret) if one.header]


def test_the_newest_comes_first_whatever_the_clock_says(opened: Vault, place: Path, secret: bytes) -> None:
    made = [keep(opened, place, NOW - timedelta(days=day))[1].counter for day in range(3)]
    assert made == sorted(made) and counters(place, secret) == made[::-1]
    for path in place.iterdir():
        path.touch()
    assert counters(place, secret) == made[::-1]


def test_the_counter_goes_on_when_the_folder_is_lost(opened: Vault, place: Path, tmp_path: Path) -> None:
    first = keep(opened, place)[1].counter
    add(opened)
    second = keep(opened, tmp_path / "other")[1].counter
    third = keep(opened, tmp_path / "third", beside=[place, tmp_path / "other"])[1].counter
    assert first < second < third


def test_old_ones_go_and_strangers_stay(opened: Vault, place: Path, secret: bytes, tmp_path: Path) -> None:
    for number in range(12):
        keep(opened, place, NOW + timedelta(minutes=number))
    strange = tmp_path / "strange"
    strange.mkdir()
    key_file.seal(strange, bytes(16), PASSPHRASE, keys.FAST_FOR_TESTS)
    vault.create(strange, bytes(16)).close()
    other = vault.open(strange, bytes(16))
    theirs, _header = keep(other, place)
    other.close()
    damaged = place / f"damaged{SUFFIX}"
    damaged.write_bytes(b"NoShowDeskBackup damaged")
    newest = counters(place, secret)[:7]
    gone = backup_folder.tidy(place, secret)
    assert len(gone) == 5 and counters(place, secret) == newest
    assert theirs.exists() and damaged.exists()
    found = {one.path: one for one in backup_folder.look_into(place, secret)}
    assert found[theirs].other and not found[damaged].other and found[damaged].problem


@pytest.fixture
def other(opened: Vault, tmp_path: Path) -> Iterator[Vault]:
    """Another vault, with as long a history."""
    strange = tmp_path / "strange"
    strange.mkdir()
    key_file.seal(strange, bytes(16), PASSPHRASE, keys.FAST_FOR_TESTS)
    vault.create(strange, bytes(16)).close()
    found = vault.open(strange, bytes(16))
    while len(found.changes.since(0)) < len(opened.changes.since(0)):
        add(found)
    yield found
    found.close()


def test_two_backups_of_one_name_are_both_kept(
    opened: Vault, other: Vault, place: Path, secret: bytes, tmp_path: Path
) -> None:
    """In a second folder that two vaults share, a minute and a counter can be the same."""
    mine, mine_header = keep(opened, place)
    theirs, their_header = keep(other, tmp_path / "theirs")
    assert (mine.name, mine_header.counter) == (theirs.name, their_header.counter)
    copy = backup_folder.copy_to(theirs, place, bytes(16))
    assert copy.name == f"{mine.stem}-2{SUFFIX}"
    assert backup_file.prove(mine, secret).header == mine_header
    assert backup_file.prove(copy, bytes(16)).header == their_header


def test_under_new_keys_the_counter_goes_on(opened: Vault, other: Vault, place: Path) -> None:
    """Or the fresh backup would stand below those of the earlier key, after a restore of an old one."""
    before = [keep(opened, place, NOW - timedelta(days=day))[1].counter for day in (3, 2, 1)]
    fresh, header = keep(other, place)
    assert header.counter == max(before) + 1
    assert backup_folder.look_into(place)[0].path == fresh


@pytest.mark.parametrize(("counter", "believed"), [(10**9, True), (10**9 + 1, False), (10**400, False)])
def test_a_counter_that_no_vault_reaches_is_not_believed(
    opened: Vault, place: Path, counter: int, believed: bool
) -> None:
    """Anybody can write a header under a key of their own."""
    first, header = keep(opened, place)
    made = replace(header, counter=counter, fingerprint=keys.fingerprint(bytes(16)).hex())
    body = first.read_bytes()[backup_header.BLOCK :]
    (place / f"theirs{SUFFIX}").write_bytes(backup_header.pack(made, bytes(16)) + body)
    assert keep(opened, place)[1].counter == (counter if believed else header.counter) + 1
    assert keep(opened, place)[1].counter == (counter if believed else header.counter) + 2


def test_a_copy_never_takes_the_place_of_another_backup(
    opened: Vault, place: Path, secret: bytes, tmp_path: Path
) -> None:
    path, _header = keep(opened, place)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / path.name).write_bytes(b"somebody else's")
    first = backup_folder.copy_to(path, stick, secret)
    assert (stick / path.name).read_bytes() == b"somebody else's" and first.read_bytes() == path.read_bytes()
    (stick / path.name).unlink()
    again = backup_folder.copy_to(path, stick, secret)
    once_more = backup_folder.copy_to(path, stick, secret)
    assert again == once_more == stick / path.name


def test_what_a_crash_left_is_swept_away(opened: Vault, place: Path) -> None:
    path, _header = keep(opened, place)
    for end in (".1234.making", ".1234.making-journal", ".1234.new"):
        (place / f"{path.name}{end}").write_bytes(b"half")
    (place / "notes.new").write_text("somebody's")
    backup_folder.sweep(place)
    assert {one.name for one in place.iterdir()} == {path.name, "notes.new"}
    backup_folder.sweep(place / "nowhere")


def test_no_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert backup_folder.look_into(tmp_path / "nowhere") == []
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupUnreadable):
        backup_folder.look_into(tmp_path / "file")


def test_without_a_key_headers_are_what_they_say(opened: Vault, place: Path) -> None:
    path, header = keep(opened, place)
    assert backup_folder.look_into(place) == [backup_folder.Found(path, header)]


def test_a_vault_without_its_key_file_opens_with_the_recovery_key(opened: Vault, place: Path) -> None:
    assert opened.folder is not None
    (opened.folder / key_file.KEY_NAME).unlink()
    path, header = keep(opened, place)
    assert header.key_slot is None
    assert backup_file.prove(path, opened.secret).counts["client"] == 1


def test_a_vault_in_memory_is_never_written_to_disk(memory: Vault, place: Path) -> None:
    with pytest.raises(RuntimeError):
        keep(memory, place)
    assert not place.exists()


# ------------------------------------------------------------------ changed since


def test_everything_is_new_without_a_backup(opened: Vault) -> None:
    assert backup_folder.changed_since(opened, None) == NOW


def test_a_change_counts_from_when_it_was_made(opened: Vault, place: Path) -> None:
    _path, header = keep(opened, place)
    assert backup_folder.changed_since(opened, header) is None
    add(opened, LATER)
    add(opened, LATER + timedelta(hours=1))
    assert backup_folder.changed_since(opened, header) == LATER


def test_a_form_being_filled_counts(opened: Vault, place: Path) -> None:
    opened.unsaved.put("client:new", {"first_name": "An"}, NOW - timedelta(minutes=1))
    _path, header = keep(opened, place)
    assert backup_folder.changed_since(opened, header) is None
    opened.unsaved.put("client:new", {"first_name": "Ann"}, LATER)
    assert backup_folder.changed_since(opened, header) == LATER


def test_what_backups_note_in_the_settings_does_not_count(opened: Vault, place: Path) -> None:
    _path, header = keep(opened, place)
    with act(opened, LATER):
        opened.settings.put("backups.drill", {"at": "now"})
    assert backup_folder.changed_since(opened, header) is None
    with act(opened, LATER):
        opened.settings.put("theme", "dark")
    assert backup_folder.changed_since(opened, header) == LATER


def test_another_course_of_history_is_a_change(
    opened: Vault, place: Path, secret: bytes, tmp_path: Path
) -> None:
    """After an older backup was put back, as many lines in the log say nothing."""
    _path, header = keep(opened, place)
    other = vault.create(tmp_path / "other", secret)
    add(other, LATER)
    assert other.changes.last_act() != header.act
    assert backup_folder.changed_since(other, header) == LATER
    other.close()


# ------------------------------------------------------------------ before a migration


@pytest.fixture
def newer_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the program whose schema has one migration more than the vault in `folder`."""
    more = Migrations("noshow_desk")

    @more()
    def one_more(db: Database) -> None:
        db.execute("CREATE TABLE extra (id TEXT) STRICT")
        db.execute(f"PRAGMA user_version = {NEWEST + 1}")

    both = migrations.MIGRATIONS
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", NEWEST + 1)
    monkeypatch.setattr(vault, "_migrate", lambda db: (both.apply(db), more.apply(db)))


@pytest.mark.usefixtures("newer_program")
def test_an_older_vault_is_backed_up_before_it_is_changed(folder: Path, secret: bytes) -> None:
    vault.open(folder, secret).close()
    (found,) = backup_folder.look_into(folder / "backups", secret)
    assert found.header is not None and (found.header.reason, found.header.schema) == ("migration", NEWEST)
    vault.open(folder, secret).close()
    assert len(list((folder / "backups").iterdir())) == 1


@pytest.mark.usefixtures("newer_program")
def test_without_room_for_the_backup_nothing_is_changed(
    folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise DiskFull

    monkeypatch.setattr(backup_body, "copy_database", full)
    with pytest.raises(BackupDiskFull):
        vault.open(folder, secret)
    db = driver.connect(folder / vault.DATABASE_NAME, mode="ro", key=keys.database_key(secret))
    assert db.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    db.close()


@pytest.mark.usefixtures("newer_program")
def test_looking_at_an_older_vault_leaves_its_folder_alone(folder: Path, secret: bytes) -> None:
    before = {path.name for path in folder.iterdir()}
    vault.open(folder, secret, look_only=True).close()
    assert {path.name for path in folder.iterdir()} == before
