"""Damaged files: a backup is never restored wrongly, a vault never opens with rows that are not right."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import backups, clients, opening
from noshow_desk.services.backups import BackupKey
from noshow_desk.storage import backup_header, vault
from noshow_desk.storage.backup_header import BLOCK
from tests.proof.children import CAN_FORK, NO_FORK, each
from tests.proof.rows import Outcome
from tests.proof.samples import NOW, SECRET, damaged, new_vault, open_desk, put_back, rows_of

CLIENTS = 20
WRITTEN_AHEAD = 12


def backups_damaged(times: int, seed: int, place: Path) -> Outcome:
    """Damage a backup in one way after another and try to restore it over a vault that is whole."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    made = _two_backups(place)
    target = place / "target"
    put_back(place / "vault", target)
    current = (target / vault.DATABASE_NAME).read_bytes()
    body = hashlib.sha256(made[0][BLOCK:]).digest()

    def trial(number: int) -> str | None:
        chance = random.Random(f"{seed} {number}")
        content = _damaged_backup(made, chance)
        file = place / "damaged.nsdbackup"
        file.write_bytes(content)
        try:
            backups.restore_backup(file, target, key=BackupKey(SECRET), now=NOW)
        except (UserError, SystemTrouble):
            now = (target / vault.DATABASE_NAME).read_bytes()
            return None if now == current else f"number {number}: refused, and the vault was changed"
        restored = hashlib.sha256((target / vault.DATABASE_NAME).read_bytes()).digest()
        put_back(place / "vault", target)
        return None if restored == body else f"number {number}: restored, and not what was backed up"

    outcome = Outcome(how="flipped, cut, longer, swapped, shifted, mixed, forged headers")
    for wrong in each(trial, range(times)):
        outcome.count(wrong)
    return outcome


def databases_damaged(times: int, seed: int, place: Path) -> Outcome:
    """Damage the file of a closed vault and open it: whole, or a sentence, and nothing in between."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    new_vault(place / "vault", clients=CLIENTS)
    desk = open_desk(place / "vault")
    rows = rows_of(desk)
    opening.close(desk)
    whole, target = (place / "vault" / vault.DATABASE_NAME).read_bytes(), place / "target"
    put_back(place / "vault", target)

    def trial(number: int) -> str | None:
        (target / vault.DATABASE_NAME).write_bytes(damaged(whole, random.Random(f"{seed} {number}")))
        for name in ("-wal", "-shm"):
            (target / f"{vault.DATABASE_NAME}{name}").unlink(missing_ok=True)
        try:
            opened = open_desk(target)
        except (UserError, SystemTrouble):
            return None
        same = rows_of(opened) == rows
        opening.close(opened)
        return None if same else f"number {number}: opened with other rows"

    outcome = Outcome(how="crashes, and rows that are not right")
    for wrong in each(trial, range(times)):
        outcome.count(wrong)
    return outcome


def logs_damaged(times: int, seed: int, place: Path) -> Outcome:
    """Damage what a killed program had written ahead: the vault opens as it was at some moment, or not."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    moments = _killed_vault(place)
    log = f"{vault.DATABASE_NAME}-wal"
    whole, target = (place / "killed" / log).read_bytes(), place / "target"

    def trial(number: int) -> str | None:
        put_back(place / "killed", target)
        (target / log).write_bytes(damaged(whole, random.Random(f"{seed} {number}")))
        try:
            opened = open_desk(target)
        except (UserError, SystemTrouble):
            return None
        found = rows_of(opened)
        opening.close(opened)
        return None if found in moments else f"number {number}: opened as it never was"

    outcome = Outcome(how="the write-ahead log that a killed program leaves")
    for wrong in each(trial, range(times)):
        outcome.count(wrong)
    return outcome


def _two_backups(place: Path) -> list[bytes]:
    """Return two backups of one vault, and leave the vault, which has changed since, in `place`."""
    new_vault(place / "vault", clients=CLIENTS)
    desk = open_desk(place / "vault")
    made = []
    for name in ("Ann", "Bob"):
        made.append(backups.make_backup(desk, folder=place / "made").backup.file.read_bytes())
        clients.add_client(desk, client=Client(first_name=name))
    opening.close(desk)
    return made


def _damaged_backup(made: list[bytes], chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.1:  # the header of one with the body of another
        return made[1][:BLOCK] + made[0][BLOCK:]
    if kind < 0.2:  # damage in the header, where most of the bytes have a meaning
        return damaged(made[0][:BLOCK], chance)[:BLOCK].ljust(BLOCK, b"\0") + made[0][BLOCK:]
    if kind < 0.35:
        return _forged(made, chance)
    return damaged(made[0], chance)


def _forged(made: list[bytes], chance: random.Random) -> bytes:
    """Return a backup whose header was changed by someone without the key, every other checksum right."""
    header = backup_header.unpack(made[0][:BLOCK])
    other = made[chance.randrange(2)][BLOCK:]
    body = damaged(other, chance) if chance.random() < 0.5 else other
    changes = chance.choice(
        (
            {"counter": header.counter + 1000},
            {"made_at": header.made_at + timedelta(days=chance.randrange(1, 900))},
            {"key_slot": None},
            {"practice": True},
            {"schema": header.schema + chance.choice((-1, 1))},
            {"contents": "0" * 64},
        )
    )
    fitting = {"size": len(body), "hash": hashlib.blake2b(body, digest_size=32).hexdigest()}
    return backup_header.pack(replace(header, **{**changes, **fitting}), chance.randbytes(16)) + body  # type: ignore[arg-type]


def _killed_vault(place: Path) -> set[str]:
    """Leave a vault in `place` as a killed program does, and return what it held after each of its acts."""
    new_vault(place / "vault", clients=3)
    desk = open_desk(place / "vault")
    moments = {rows_of(desk)}
    for number in range(WRITTEN_AHEAD):
        clients.add_client(desk, client=Client(first_name=f"Client {number}", notes="x" * 2_000))
        moments.add(rows_of(desk))
    put_back(place / "vault", place / "killed")
    opening.close(desk)
    return moments
