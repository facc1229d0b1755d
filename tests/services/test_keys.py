"""Another passphrase, the sheet once more, new keys: asked first, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import backups, clients, keys, opening, queries
from noshow_desk.services.desk import Desk
from noshow_desk.storage import key_file, rekey
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.outside import DATABASE_NAME
from noshow_desk.storage.troubles import DiskFull, DiskTrouble
from tests.builders import Clock, dana

PASSPHRASE = "four quiet words here"
NEW_PASSPHRASE = "five other words for you"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def recovery() -> opening.Recovery:
    """The recovery key of the vault at first."""
    return opening.new_recovery()


@pytest.fixture
def desk(folder: Path, recovery: opening.Recovery) -> Iterator[Desk]:
    """A vault on disk with one client in it."""
    key = opening.seal(folder, passphrase=PASSPHRASE, recovery_key=recovery, cost=FAST_FOR_TESTS)
    made = opening.create_with(key, caseworker=dana(), clock=Clock()).desk
    clients.add_client(made, client=Client(first_name="Ann"))
    yield made
    if (folder / f"{DATABASE_NAME}-wal").exists():  # it is open still
        made.close()


def proven(desk: Desk, **how: str) -> opening.OpenKey:
    return keys.prove(desk, smallest=FAST_FOR_TESTS, **(how or {"passphrase": PASSPHRASE}))


def names_with(folder: Path, **how: str) -> list[str]:
    desk = opening.open_with(opening.derive_key(folder, smallest=FAST_FOR_TESTS, **how))
    found = [row.name for row in queries.client_rows(desk, queries.client_ids(desk))]
    desk.close()
    return found


def renew(desk: Desk, recovery: opening.Recovery) -> keys.KeysReplaced:
    new = keys.seal_new(recovery=recovery, passphrase=NEW_PASSPHRASE, cost=FAST_FOR_TESTS)
    return keys.replace_keys(desk, new=new)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    desk: Desk, folder: Path, recovery: opening.Recovery
) -> None:
    said = keys.change_passphrase(desk, key=proven(desk), passphrase=NEW_PASSPHRASE, cost=FAST_FOR_TESTS).said
    assert said and "new passphrase" in said.say()
    desk.close()
    assert names_with(folder, passphrase=NEW_PASSPHRASE) == ["Ann"]
    assert names_with(folder, recovery_key=recovery.text) == ["Ann"]
    with pytest.raises(UserError) as wrong:
        names_with(folder, passphrase=PASSPHRASE)
    assert wrong.value.field == "passphrase"


def test_the_recovery_key_is_proof_too_also_without_a_key_file(
    desk: Desk, folder: Path, recovery: opening.Recovery
) -> None:
    (folder / key_file.KEY_NAME).unlink()
    key = proven(desk, recovery_key=recovery.text)
    keys.change_passphrase(desk, key=key, passphrase=NEW_PASSPHRASE, cost=FAST_FOR_TESTS)
    desk.close()
    assert names_with(folder, passphrase=NEW_PASSPHRASE) == ["Ann"]


@pytest.mark.parametrize("how", ["passphrase", "recovery_key"])
def test_without_the_right_key_nothing_goes_on(desk: Desk, how: str) -> None:
    typed = opening.new_recovery().text if how == "recovery_key" else NEW_PASSPHRASE
    with pytest.raises(UserError) as wrong:
        proven(desk, **{how: typed})
    assert wrong.value.field == how


def test_a_recovery_key_of_another_vault_is_no_proof_without_a_key_file(desk: Desk, folder: Path) -> None:
    (folder / key_file.KEY_NAME).unlink()
    with pytest.raises(UserError) as wrong:
        proven(desk, recovery_key=opening.new_recovery().text)
    assert "another vault" in wrong.value.sentence


def test_a_short_passphrase_is_refused_before_anything_is_written(desk: Desk, folder: Path) -> None:
    before = (folder / key_file.KEY_NAME).read_bytes()
    with pytest.raises(UserError) as weak:
        keys.change_passphrase(desk, key=proven(desk), passphrase="short")
    assert weak.value.field == "passphrase"
    assert (folder / key_file.KEY_NAME).read_bytes() == before
    with pytest.raises(UserError):
        keys.seal_new(recovery=opening.new_recovery(), passphrase="short")


def test_the_recovery_key_can_be_shown_again(desk: Desk, recovery: opening.Recovery) -> None:
    again = keys.recovery_again(proven(desk))
    assert (again.text, again.groups) == (recovery.text, recovery.groups)
    assert recovery.text not in repr(again.secret) and "secret" not in repr(again)


def test_a_practice_vault_keeps_its_published_passphrase(tmp_path: Path) -> None:
    made = opening.create_vault(
        tmp_path / "practice",
        passphrase=opening.PRACTICE_PASSPHRASE,
        caseworker=dana(),
        practice=True,
        cost=FAST_FOR_TESTS,
    ).desk
    key = proven(made, passphrase=opening.PRACTICE_PASSPHRASE)
    with pytest.raises(UserError):
        keys.change_passphrase(made, key=key, passphrase=NEW_PASSPHRASE, cost=FAST_FOR_TESTS)
    with pytest.raises(UserError):
        renew(made, opening.new_recovery())
    made.close()


def test_only_the_new_keys_open_the_vault(desk: Desk, folder: Path, recovery: opening.Recovery) -> None:
    new = opening.new_recovery()
    assert keys.replaced_on(desk) is None
    replaced = renew(desk, new)
    assert keys.replaced_on(desk) == desk.today()
    assert replaced.problem == "" and replaced.changes.everything
    desk.close()
    assert names_with(folder, passphrase=NEW_PASSPHRASE) == ["Ann"]
    assert names_with(folder, recovery_key=new.text) == ["Ann"]
    for old in ({"passphrase": PASSPHRASE}, {"recovery_key": recovery.text}):
        with pytest.raises(UserError):
            names_with(folder, **old)


def test_work_goes_on_after_new_keys(desk: Desk, folder: Path) -> None:
    renew(desk, opening.new_recovery())
    clients.add_client(desk, client=Client(first_name="Bo"))
    assert len(queries.client_ids(desk)) == 2
    desk.close()
    assert sorted(names_with(folder, passphrase=NEW_PASSPHRASE)) == ["Ann", "Bo"]


def test_there_is_a_backup_under_the_new_keys_and_one_from_before(desk: Desk, folder: Path) -> None:
    renew(desk, opening.new_recovery())
    newest = backups.newest_backup(desk)
    assert newest is not None and newest.reason == "rekey"
    key = backups.derive_backup_key(newest.file, passphrase=NEW_PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert backups.verify_backup(newest.file, key=key).counts["client"] == 1
    others = [row for row in backups.backups(backups.backup_folder_of(folder), key=key) if row.other]
    assert len(others) == 1
    old = backups.derive_backup_key(others[0].file, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert backups.verify_backup(others[0].file, key=old).counts["client"] == 1


def test_a_failing_backup_afterwards_is_told_and_the_keys_are_new(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make_backup
    first = iter([True])

    def once(*given: object, **more: object) -> object:
        if next(first, False):
            return made(*given, **more)  # type: ignore[arg-type]
        raise DiskFull

    monkeypatch.setattr(backups, "make_backup", once)
    assert "disk is full" in renew(desk, opening.new_recovery()).problem
    desk.close()
    assert names_with(folder, passphrase=NEW_PASSPHRASE) == ["Ann"]


@pytest.mark.parametrize("step", ["prepare", "_forget_the_log", "_swap", "settle"])
def test_trouble_on_the_way_leaves_an_open_vault_with_keys_that_work(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """After a failing `settle` the exchange is done already: it is the second call that finishes it."""
    kept = getattr(rekey, step)
    fails = iter([True])

    def fail_once(*given: object) -> object:
        if next(fails, False):
            raise DiskTrouble
        return kept(*given)

    monkeypatch.setattr(rekey, step, fail_once)
    with pytest.raises(SystemTrouble):
        renew(desk, opening.new_recovery())
    assert [row.name for row in queries.client_rows(desk, queries.client_ids(desk))] == ["Ann"]
    clients.add_client(desk, client=Client(first_name="Bo"))
    desk.close()
    opens = NEW_PASSPHRASE if step == "settle" else PASSPHRASE
    assert sorted(names_with(folder, passphrase=opens)) == ["Ann", "Bo"]
    assert not (folder / rekey.COPY_NAME).exists() and not (folder / rekey.JOURNAL_NAME).exists()


def test_keys_cut_off_half_way_are_finished_at_the_next_start(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a kill after the exchange would leave it: new database, old key file, journal."""
    new = opening.new_recovery()
    sealed = keys.seal_new(recovery=new, passphrase=NEW_PASSPHRASE, cost=FAST_FOR_TESTS)
    prepared = rekey.prepare(desk.vault, new.secret)
    with monkeypatch.context() as patch:
        patch.setattr(rekey, "settle", str)
        rekey.exchange(prepared, sealed.key_file)
    assert names_with(folder, recovery_key=new.text) == ["Ann"]
    assert names_with(folder, passphrase=NEW_PASSPHRASE) == ["Ann"]
    assert not (folder / rekey.JOURNAL_NAME).exists()
