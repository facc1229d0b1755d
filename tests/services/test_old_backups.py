"""Backups that hold more than they should: named, and removed only behind a fresh one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.services import backups, clients, erasing, keys, old_backups, opening, second_folder
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.services.old_backups import Holds
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.builders import Clock, dana, marcus

PASSPHRASE = "four quiet words here"


def new_vault(folder: Path, clock: Clock) -> Desk:
    """Return an open vault on disk with Marcus in it."""
    made = opening.create_vault(
        folder, passphrase=PASSPHRASE, caseworker=dana(), clock=clock, cost=FAST_FOR_TESTS
    ).desk
    clients.add_client(made, client=marcus())
    return made


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = new_vault(tmp_path / "vault", clock)
    yield made
    made.close()


def renew(desk: Desk) -> None:
    recovery = opening.new_recovery()
    new = keys.seal_new(recovery=recovery, passphrase="five other words for you", cost=FAST_FOR_TESTS)
    keys.replace_keys(desk, new=new)


def erase(desk: Desk) -> None:
    erasing.erase_person(desk, client_id=desk.vault.clients.ids()[0], why=Why.ASKED)


def found(desk: Desk) -> dict[str, Holds]:
    return {one.file.name: one.holds for one in old_backups.old_backups(desk)}


def test_backups_of_a_vault_with_its_first_keys_are_not_old(desk: Desk) -> None:
    backups.make_backup(desk)
    assert old_backups.old_backups(desk) == ()


def test_after_new_keys_those_from_before_are_named(desk: Desk) -> None:
    before = backups.make_backup(desk).backup
    renew(desk)
    old = old_backups.old_backups(desk)
    # the one made by hand, and the one made right before the exchange
    assert before.file in {one.file for one in old} and len(old) == 2
    assert {one.holds for one in old} == {Holds.OLD_KEYS}
    assert old[0].made_at == desk.local_now() and old[0].size > 4096
    renew(desk)
    assert set(found(desk).values()) == {Holds.OLD_KEYS} and len(found(desk)) == 4


def test_another_vaults_backup_in_the_folder_is_told_apart(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    other = new_vault(tmp_path / "other", clock)
    theirs = backups.make_backup(other, folder=backups.backup_folder_of(desk.folder)).backup.file
    other.close()
    assert found(desk) == {theirs.name: Holds.OTHER_KEYS}


def test_after_an_erasing_those_from_before_are_named(desk: Desk, clock: Clock) -> None:
    before = backups.make_backup(desk).backup.file
    clock.forward(days=1)
    erase(desk)
    assert found(desk) == {before.name: Holds.ERASED}
    clients.add_client(desk, client=marcus(first_name="Ann", last_name="Mora"))
    clock.forward(days=1)
    backups.make_backup(desk)
    assert found(desk) == {before.name: Holds.ERASED}
    erase(desk)
    assert len(found(desk)) == 3 and backups.newest_backup(desk).file.name not in found(desk)


def test_a_stick_is_looked_at_and_a_colleagues_backups_on_it_are_not(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    stick = tmp_path / "stick"
    second_folder.choose_second_folder(desk, folder=stick)
    backups.make_backup(desk)
    other = new_vault(tmp_path / "other", clock)
    backups.make_backup(other, folder=stick)
    other.close()
    clock.forward(days=1)
    renew(desk)
    on_stick = [one for one in old_backups.old_backups(desk) if one.second]
    assert len(on_stick) == 2 and {one.holds for one in on_stick} == {Holds.OLD_KEYS}
    (stick / second_folder.MARK_NAME).unlink()
    assert not any(one.second for one in old_backups.old_backups(desk))


def test_removing_takes_those_and_nothing_else(desk: Desk, clock: Clock) -> None:
    backups.make_backup(desk)
    clock.forward(days=1)
    erase(desk)
    old = old_backups.old_backups(desk)
    fresh = backups.make_backup(desk)
    kept = {one.file for one in backups.backups(backups.backup_folder_of(desk.folder))}
    removed = old_backups.remove_old_backups(old, after=fresh)
    assert (removed.count, removed.left) == (1, ())
    left = {one.file for one in backups.backups(backups.backup_folder_of(desk.folder))}
    assert left == kept - {old[0].file} and fresh.backup.file in left


def test_the_fresh_one_is_never_removed(desk: Desk) -> None:
    made = backups.make_backup(desk)
    with pytest.raises(ValueError, match="fresh"):
        old_backups.remove_old_backups(
            [old_backups.OldBackup(file=made.backup.file, holds=Holds.ERASED)], after=made
        )
    assert made.backup.file.exists()


def test_what_the_system_keeps_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.make_backup(desk)
    renew(desk)
    old = old_backups.old_backups(desk)
    fresh = backups.make_backup(desk)
    monkeypatch.setattr(Path, "unlink", _busy)
    removed = old_backups.remove_old_backups(old, after=fresh)
    assert removed.count == 0 and set(removed.left) == {one.file for one in old}


def _busy(*_given: object, **_more: object) -> None:
    raise PermissionError
