"""What is cut off in the proofs: a backup, a restore, other keys, a migration; and what must be left of it.

To add one: a function that does it, one that says what is wrong afterwards, and a line in `ACTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import backup_making, backups, clients, erasing, opening
from noshow_desk.services.backups import BackupKey
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import Recovery, VaultState
from noshow_desk.storage import backup_restore, key_file
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.proof.migration import migrating
from tests.proof.samples import (
    NOW,
    PASSPHRASE,
    SECRET,
    ZONE,
    clock,
    database_rows,
    new_vault,
    open_desk,
)
from tests.storage import rekey_kills

CLIENTS = 40
NEW_WORDS = "five other words to open"
LATE = "Latecomer"
_LINES_OF_NOBODY = (
    'SELECT count(*) FROM change WHERE "table" = \'client\' AND "row" NOT IN (SELECT id FROM client)'
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is cut off: `make` makes a vault, `do` works on it, `wrong` looks at what is left.

    `wrong` is told whether `do` had said that it was done: then half of it is not enough any more.
    """

    make: Callable[[Path], None]
    do: Callable[[Path], None]
    wrong: Callable[[Path, bool], str | None]


# ------------------------------------------------------------------ what is done


def _make(folder: Path) -> None:
    """Make a vault with a backup of `CLIENTS` clients, and one client more since."""
    new_vault(folder, clients=CLIENTS)
    desk = open_desk(folder)
    backups.make_backup(desk)
    clients.add_client(desk, client=Client(first_name=LATE))
    opening.close(desk)


def _make_nothing(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)


def _create(folder: Path) -> None:
    recovery_key = Recovery("", (), SECRET)
    key = opening.seal(folder, passphrase=PASSPHRASE, recovery_key=recovery_key, cost=FAST_FOR_TESTS)
    made = opening.create_with(key, caseworker=Caseworker(name="Dana Whitfield"), zone=ZONE, clock=clock)
    opening.close(made.desk)


def _back_up(folder: Path) -> None:
    desk = open_desk(folder)
    backup_making.sweep(desk)  # as the window does when it opens
    backups.make_backup(desk)
    opening.close(desk)


def _restore(folder: Path) -> None:
    file = min((folder / "backups").glob("*.nsdbackup"))  # the template's: its counter is the lowest
    backups.restore_backup(file, folder, key=BackupKey(SECRET), now=NOW)


def _change_passphrase(folder: Path) -> None:
    key = opening.derive_key(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    opening.change_passphrase(key, passphrase=NEW_WORDS, cost=FAST_FOR_TESTS)


def _migrate(folder: Path) -> None:
    with migrating():
        opening.close(open_desk(folder))


def _erase(folder: Path) -> None:
    desk = open_desk(folder)
    (late,) = desk.vault.clients.search(LATE)
    erased = erasing.erase_person(desk, client_id=late, why=erasing.Why.ASKED)
    assert not erased.problem
    opening.close(desk)


# ------------------------------------------------------------------ what is left


def _nothing_wrong(folder: Path, done: bool) -> str | None:
    """A vault that was being made is not there, or opens: with its caseworker once that was said."""
    if opening.vault_state(folder) is VaultState.MISSING:
        return "the vault is gone" if done else None
    desk = open_desk(folder)
    caseworkers = desk.vault.caseworkers.count()
    opening.close(desk)
    if done and key_file.unseal(folder, PASSPHRASE, smallest=FAST_FOR_TESTS) != SECRET:
        return "another key"
    return None if caseworkers == 1 or not (done or caseworkers) else f"{caseworkers} caseworkers"


def _backups_wrong(folder: Path, done: bool) -> str | None:
    if (wrong := _vault_wrong(folder)) is not None:
        return wrong
    held = []
    for row in backups.backups(folder / "backups", key=BackupKey(SECRET)):
        if row.problem:
            return f"a backup cannot be used: {row.problem}"
        held.append(backups.verify_backup(row.file, key=BackupKey(SECRET)).counts["client"])
    if held != [CLIENTS + 1, CLIENTS] and (done or held != [CLIENTS]):
        return f"the backups hold {held} clients"
    _back_up(folder)
    left = [path.name for path in (folder / "backups").iterdir() if path.suffix != ".nsdbackup"]
    return f"left behind: {left}" if left else None


def _restore_wrong(folder: Path, done: bool) -> str | None:
    """The template's vault has one client more than its backup; see `_make`."""
    asides = list(folder.glob("vault-before-restore-*.db"))
    found = _clients_in(folder)
    if found != CLIENTS and (done or found != CLIENTS + 1):
        return f"{found} clients"
    if found == CLIENTS and not any(database_rows(path) == CLIENTS + 1 for path in asides):
        return "restored, and the vault that was there is gone"
    _restore(folder)
    left = list(folder.glob(f"{backup_restore.RESTORING}*"))
    return f"left behind: {left}" if left else None


def _passphrase_wrong(folder: Path, done: bool) -> str | None:
    for words in (NEW_WORDS,) if done else (PASSPHRASE, NEW_WORDS):
        try:
            secret = key_file.unseal(folder, words, smallest=FAST_FOR_TESTS)
        except UserError:
            continue
        return _vault_wrong(folder) if secret == SECRET else "another key"
    return "neither passphrase opens" if not done else "the new passphrase does not open"


def _rekey_wrong(folder: Path, done: bool) -> str | None:
    found = rekey_kills.who_opens(folder)
    return None if found == "new" or (found == "old" and not done) else found


def _migration_wrong(folder: Path, _done: bool) -> str | None:
    with migrating():
        wrong = _vault_wrong(folder)
    made = backups.backups(folder / "backups", key=BackupKey(SECRET))
    problems = [row.problem for row in made if row.problem]
    return wrong or (f"a backup cannot be used: {problems[0]}" if problems else None)


def _erasing_wrong(folder: Path, done: bool) -> str | None:
    """The person is there with everything, or gone with everything."""
    desk = open_desk(folder)
    try:
        there = desk.vault.clients.count() == CLIENTS + 1
        found = len(desk.vault.clients.search(LATE))
        lines = desk.vault.session.row(_LINES_OF_NOBODY)
        if found != there or lines != (0,):
            return f"half erased: {lines} lines, {found} found"
        return "erased, and there again" if there and done else _clients_wrong(desk)
    finally:
        opening.close(desk)


def _vault_wrong(folder: Path) -> str | None:
    found = _clients_in(folder)
    return None if found in {CLIENTS, CLIENTS + 1} else f"{found} clients"


def _clients_wrong(desk: Desk) -> str | None:
    found = desk.vault.clients.count()
    return None if found in {CLIENTS, CLIENTS + 1} else f"{found} clients"


def _clients_in(folder: Path) -> int | str:
    try:
        desk = open_desk(folder)
    except (UserError, SystemTrouble) as trouble:
        return f"did not open ({type(trouble).__name__})"
    count = desk.vault.clients.count()
    opening.close(desk)
    return count


ACTS = {
    "making": Act(_make_nothing, _create, _nothing_wrong),
    "backup": Act(_make, _back_up, _backups_wrong),
    "restore": Act(_make, _restore, _restore_wrong),
    "passphrase": Act(_make, _change_passphrase, _passphrase_wrong),
    "rekey": Act(rekey_kills.make, rekey_kills.change, _rekey_wrong),
    "migration": Act(_make, _migrate, _migration_wrong),
    "erasing": Act(_make, _erase, _erasing_wrong),
}
