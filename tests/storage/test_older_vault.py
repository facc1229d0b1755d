"""Files across versions: an older vault or backup opens here with its data, a newer one is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.paper import FollowUp
from noshow_desk.storage import (
    backup_folder,
    backup_restore,
    driver,
    key_file,
    keys,
    lists,
    migrations,
    vault,
)
from noshow_desk.storage.backup_schedule import Reason
from noshow_desk.storage.backup_troubles import BackupTooNew
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.outside import DATABASE_NAME
from noshow_desk.storage.troubles import VaultTooNew
from tests.storage.vaults import NOW, PASSPHRASE, act

DAY = date(2026, 3, 12)
NINE = datetime(2026, 3, 12, 9)
NEWEST = migrations.SCHEMA_VERSION
OLDER = range(1, NEWEST)
Program = Callable[[], AbstractContextManager[None]]


@pytest.fixture(params=OLDER, ids=[f"schema {version}" for version in OLDER])
def version(request: pytest.FixtureRequest) -> int:
    """A schema before the one of now."""
    return int(request.param)


@pytest.fixture
def older_program(version: int, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Inside its block vaults are opened by the program as it was when `version` was the newest schema."""
    known = migrations.MIGRATIONS

    def migrate(db: Database) -> None:
        pending = [one.name for one in known.pending(db)]
        applied = NEWEST - len(pending)
        known.apply(db, stop_before=pending[version - applied :])

    @contextmanager
    def program() -> Iterator[None]:
        with monkeypatch.context() as older:
            older.setattr(migrations, "SCHEMA_VERSION", version)
            older.setattr(vault, "_migrate", migrate)
            yield

    return program


@pytest.fixture
def old(tmp_path: Path, secret: bytes, older_program: Program) -> Path:
    """The folder of a vault that the older program made, closed, with Ann in it."""
    home = tmp_path / "old"
    home.mkdir()
    key_file.seal(home, secret, PASSPHRASE, keys.FAST_FOR_TESTS)
    with older_program():
        opened = vault.create(home, secret)
        _fill(opened)
        opened.close()
    return home


def _fill(opened: Vault) -> None:
    with act(opened):
        opened.clients.add(Client(id="ann", first_name="Ann", last_name="Lee"))
        for number in range(3):
            starts = NINE + timedelta(hours=number)
            opened.appointments.add(Appointment(id=f"visit {number}", client_id="ann", starts=starts))
        opened.incidents.add(Incident(id="missed", appointment_id="visit 0"))
        opened.follow_ups.add(FollowUp(id="ring", client_id="ann", on=DAY))


def schema_of(folder: Path, secret: bytes) -> int:
    db = driver.connect(folder / DATABASE_NAME, mode="ro", key=keys.database_key(secret))
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    db.close()
    return found


def must_hold_ann(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    session = opened.session
    assert opened.clients.get("ann").full_name == "Ann Lee" and opened.clients.search("lee") == ["ann"]
    assert lists.coming_up(session, NINE, NINE + timedelta(days=1), 1) == (["visit 1"], 2)
    assert [place.id for place in lists.incidents_before(session, lists.LAST, 9)] == ["missed"]
    assert lists.open_follow_ups(session, DAY, DAY, 9) == (["ring"], 1)
    assert opened.changes.of_record("client", "ann")
    opened.check()
    opened.close()


def test_an_older_vault_is_backed_up_and_brought_up_to_date(old: Path, secret: bytes, version: int) -> None:
    assert schema_of(old, secret) == version
    must_hold_ann(old, secret)
    assert schema_of(old, secret) == NEWEST
    (kept,) = backup_folder.look_into(old / "backups", secret)
    assert kept.header is not None and (kept.header.reason, kept.header.schema) == ("migration", version)


def test_the_backup_before_the_migration_leads_back(
    old: Path, secret: bytes, older_program: Program, version: int
) -> None:
    vault.open(old, secret).close()
    (kept,) = backup_folder.look_into(old / "backups", secret)
    with older_program():
        with pytest.raises(VaultTooNew):
            vault.open(old, secret)
        backup_restore.restore(kept.path, old, secret, now=NOW)
        must_hold_ann(old, secret)
    assert schema_of(old, secret) == version


def test_an_older_backup_is_put_back_and_brought_up_to_date(
    old: Path, secret: bytes, older_program: Program, tmp_path: Path
) -> None:
    with older_program():
        opened = vault.open(old, secret)
        path, _header = backup_folder.keep(opened, tmp_path / "stick", reason=Reason.BY_HAND, made_at=NOW)
        opened.close()
    new = tmp_path / "new"
    done = backup_restore.restore(path, new, secret, now=NOW)
    assert done.proof.counts["client"] == 1
    must_hold_ann(new, secret)
    assert schema_of(new, secret) == NEWEST


def test_an_older_program_leaves_a_newer_vault_and_its_backup_as_they_are(
    folder: Path, secret: bytes, older_program: Program, tmp_path: Path
) -> None:
    opened = vault.open(folder, secret)
    _fill(opened)
    path, _header = backup_folder.keep(opened, tmp_path / "stick", reason=Reason.BY_HAND, made_at=NOW)
    opened.close()
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    with older_program():
        with pytest.raises(VaultTooNew, match="Install the newer version"):
            vault.open(folder, secret)
        with pytest.raises(BackupTooNew):
            backup_restore.restore(path, folder, secret, now=NOW)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    must_hold_ann(folder, secret)
