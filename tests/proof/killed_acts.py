"""Programs killed inside a backup, a restore, a change of passphrase or of keys, a migration.

Half of the kills come at a line of our own code, counted out by a tracer; half at an odd moment, so that
those inside the database library come too.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import backups, clients, opening
from noshow_desk.services.backups import BackupKey
from noshow_desk.storage import backup_restore, key_file
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.proof import children
from tests.proof.migration import migrating
from tests.proof.rows import Outcome
from tests.proof.samples import NOW, PASSPHRASE, SECRET, database_rows, new_vault, open_desk, put_back
from tests.storage import rekey_kills

CLIENTS = 40
NEW_WORDS = "five other words to open"
WATCHED = (
    "backup_file.py", "backup_body.py", "backup_folder.py", "backup_restore.py", "replace.py", "key_file.py",
    "backups.py", "vault.py", "migration.py", "rekey.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is killed: `make` makes a vault, `do` works on it, `wrong` looks at it afterwards."""

    make: Callable[[Path], None]
    do: Callable[[Path], None]
    wrong: Callable[[Path], str | None]


def killed(act: Act, times: int, seed: int, place: Path) -> Outcome:
    """Kill `act` again and again, each time on a fresh vault, and look what is left."""
    if not children.CAN_FORK:
        return Outcome(skipped=children.NO_FORK)
    act.make(place / "template")
    lines, seconds = _measured(act, place)
    chance, outcome, early = random.Random(seed), Outcome(), 0
    for number in range(times):
        put_back(place / "template", place / "vault")
        at_line = chance.randrange(1, lines) if number % 2 else 0
        told = _run(act, place / "vault", at_line, chance.uniform(0, seconds * 1.05))
        early += told == b"begun\n"
        wrong = told.decode() if b"broke" in told else act.wrong(place / "vault")
        outcome.count(None if wrong is None else f"kill {number}, line {at_line}: {wrong}")
    outcome.how = f"{early} before the end; {lines} lines, {seconds * 1000:.0f} ms"
    return outcome


def inside_backup(times: int, seed: int, place: Path) -> Outcome:
    """Kill a backup: the vault opens, and no file in the folder is half a backup."""
    return killed(Act(_make, _back_up, _backups_wrong), times, seed, place)


def inside_restore(times: int, seed: int, place: Path) -> Outcome:
    """Kill a restore: the vault is the old or the new one, and the old one is still somewhere."""
    return killed(Act(_make, _restore, _restore_wrong), times, seed, place)


def inside_passphrase(times: int, seed: int, place: Path) -> Outcome:
    """Kill a change of passphrase: the old or the new one opens the vault."""
    return killed(Act(_make, _change_passphrase, _passphrase_wrong), times, seed, place)


def inside_rekey(times: int, seed: int, place: Path) -> Outcome:
    """Kill a change of keys: the old passphrase and recovery key open the vault, or the new ones."""
    return killed(Act(rekey_kills.make, rekey_kills.change, _rekey_wrong), times, seed, place)


def inside_migration(times: int, seed: int, place: Path) -> Outcome:
    """Kill an opening that brings an older vault up to date: it opens afterwards with every record."""
    return killed(Act(_make, _migrate, _migration_wrong), times, seed, place)


# ------------------------------------------------------------------ what is killed


def _back_up(folder: Path) -> None:
    desk = open_desk(folder)
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


# ------------------------------------------------------------------ what is left


def _backups_wrong(folder: Path) -> str | None:
    if (wrong := _vault_wrong(folder)) is not None:
        return wrong
    held = []
    for row in backups.backups(folder / "backups", key=BackupKey(SECRET)):
        if row.problem:
            return f"a backup cannot be used: {row.problem}"
        held.append(backups.verify_backup(row.file, key=BackupKey(SECRET)).counts["client"])
    if held not in ([CLIENTS], [CLIENTS + 1, CLIENTS]):
        return f"the backups hold {held} clients"
    _back_up(folder)
    left = [path.name for path in (folder / "backups").iterdir() if path.suffix != ".nsdbackup"]
    return f"left behind: {left}" if left else None


def _restore_wrong(folder: Path) -> str | None:
    """The template's vault has one client more than its backup; see `_make`."""
    asides = list(folder.glob("vault-before-restore-*.db"))
    found = _clients_in(folder)
    if found not in {CLIENTS, CLIENTS + 1}:
        return f"{found} clients"
    if found == CLIENTS and not any(database_rows(path) == CLIENTS + 1 for path in asides):
        return "restored, and the vault that was there is gone"
    _restore(folder)
    left = list(folder.glob(f"{backup_restore.RESTORING}*"))
    return f"left behind: {left}" if left else None


def _passphrase_wrong(folder: Path) -> str | None:
    for words in (PASSPHRASE, NEW_WORDS):
        try:
            secret = key_file.unseal(folder, words, smallest=FAST_FOR_TESTS)
        except UserError:
            continue
        return _vault_wrong(folder) if secret == SECRET else "another key"
    return "neither passphrase opens"


def _rekey_wrong(folder: Path) -> str | None:
    found = rekey_kills.who_opens(folder)
    return None if found in {"old", "new"} else found


def _migration_wrong(folder: Path) -> str | None:
    with migrating():
        wrong = _vault_wrong(folder)
    made = backups.backups(folder / "backups", key=BackupKey(SECRET))
    problems = [row.problem for row in made if row.problem]
    return wrong or (f"a backup cannot be used: {problems[0]}" if problems else None)


def _vault_wrong(folder: Path) -> str | None:
    found = _clients_in(folder)
    return None if found in {CLIENTS, CLIENTS + 1} else f"{found} clients"


def _clients_in(folder: Path) -> int | str:
    try:
        desk = open_desk(folder)
    except (UserError, SystemTrouble) as trouble:
        return f"did not open ({type(trouble).__name__})"
    count = desk.vault.clients.count()
    opening.close(desk)
    return count


# ------------------------------------------------------------------ how it is killed


def _make(template: Path) -> None:
    """Make a vault with a backup of `CLIENTS` clients, and one client more since."""
    new_vault(template, clients=CLIENTS)
    desk = open_desk(template)
    backups.make_backup(desk)
    clients.add_client(desk, client=Client(first_name="Late"))
    opening.close(desk)


def _measured(act: Act, place: Path) -> tuple[int, float]:
    """Return how many watched lines the act runs through, and how many seconds it takes."""
    put_back(place / "template", place / "vault")
    tracer = _Tracer(0)
    sys.settrace(tracer)
    try:
        act.do(place / "vault")
    finally:
        sys.settrace(None)
    put_back(place / "template", place / "vault")
    began = time.perf_counter()
    act.do(place / "vault")
    return tracer.lines, time.perf_counter() - began


def _run(act: Act, folder: Path, at_line: int, delay: float) -> bytes:
    """Run `act` in a child that is killed at a line or after `delay`; return what it told of itself."""

    def task(out: int) -> None:
        os.write(out, b"begun\n")
        if at_line:
            sys.settrace(_Tracer(at_line))
        try:
            act.do(folder)
        except Exception as error:  # an act that breaks by itself proves nothing: it is counted as wrong
            os.write(out, f"broke: {type(error).__name__}".encode())
        sys.settrace(None)
        os.write(out, b"done\n")

    return children.killed_after(task, 30.0 if at_line else delay)


class _Tracer:
    """Counts the lines of the watched files, and ends the process at one of them."""

    def __init__(self, deadly: int) -> None:
        self.lines, self._deadly = 0, deadly

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> Any:
        """Watch the frames of watched files only: the rest runs at its own speed."""
        name = frame.f_code.co_filename.rpartition(os.sep)[2]
        return self._line if event == "call" and name in WATCHED else None

    def _line(self, _frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            self.lines += 1
            if self.lines == self._deadly:
                os.kill(os.getpid(), signal.SIGKILL)
        return self._line
