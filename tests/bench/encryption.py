"""What the encryption costs: the app's own queries on a vault, and on the same library without a key.

Both are copies of one practice vault, written by the same export: beside a copy, a vault that was written
bit by bit has its pages scattered, which makes a search some 10 % slower with a key or without.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.storage import vault as storage
from noshow_desk.storage.driver import connect
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.session import Session
from tests.bench import vaults
from tests.bench.measure import Row, ratio_row

REPEATS, TURNS = 25, 3
ROWS_ON_SCREEN = 40
SEARCHES = ("smith", "marcus reed", "garc", "0142", "jose")
GOAL = 1.1
KEY_BYTES = 32

Ask = Callable[[Desk, int], object]
# Answered from what the desk remembers; they are made to forget it, so that the file is read.
FORGETFUL = ("list", "Today board")


def rows(clients: int) -> Iterator[Row]:
    """Measure each query by turns on both, warm: the same records, asked for in the same order."""
    folder = vaults.practice_vault(clients)
    original = vaults.open_practice(folder)
    sealed = _copy(original, "with-key", key=os.urandom(KEY_BYTES))
    plain = _copy(original, "without-key", key=None)
    original.close()
    ids = _with_incidents(sealed)
    for name, ask in _queries(ids):
        for number in range(REPEATS):  # warm both
            ask(sealed, number), ask(plain, number)
        took = partial(_took, ask, forget=name in FORGETFUL)
        turns = [(took(sealed, one), took(plain, one)) for one in range(REPEATS)]
        ours, theirs = [turn[0] for turn in turns], [turn[1] for turn in turns]
        beside = f"{sorted(ours)[REPEATS // 2] * 1000:.2f} ms"
        yield ratio_row(f"encryption, {name}, {clients:,} clients", ours, theirs, goal=GOAL, beside=beside)
    for desk in (sealed, plain):
        desk.close()
        shutil.rmtree(desk.folder)  # as large as the vault, and only made-up people in it


def _took(ask: Ask, desk: Desk, number: int, *, forget: bool) -> float:
    """Return the seconds of processor time that one query takes: once warm it waits for nothing else."""
    took = []
    for _turn in range(TURNS):
        if forget:
            desk.memory.clear()
        began = time.thread_time()
        ask(desk, number)
        took.append(time.thread_time() - began)
    return min(took)


def _queries(ids: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Ask]]:
    """Yield what the pages ask for. `ids` are clients with an incident each. To add one: a line here."""
    of = partial(_one_of, ids)
    yield "list", lambda desk, number: queries.client_ids(desk)
    yield "page of the list", lambda desk, number: queries.client_rows(desk, _page(ids, number))
    yield "search", lambda desk, number: queries.client_ids(desk, SEARCHES[number % len(SEARCHES)])
    yield "client", lambda desk, number: _client(desk, of(number)[0])
    yield "timeline", lambda desk, number: queries.timeline(desk, of(number)[0])
    yield "Today board", lambda desk, number: queries.today_board(desk)
    yield "history", lambda desk, number: queries.history(desk, "client", of(number)[0])
    yield "wizard", lambda desk, number: queries.derived(desk, of(number)[1])


def _one_of(ids: Sequence[tuple[str, str]], number: int) -> tuple[str, str]:
    return ids[number * 37 % len(ids)]


def _page(ids: Sequence[tuple[str, str]], number: int) -> list[str]:
    start = number * 37 % max(1, len(ids) - ROWS_ON_SCREEN)
    return [client for client, _incident in ids[start : start + ROWS_ON_SCREEN]]


def _client(desk: Desk, client_id: str) -> object:
    """Ask for what the page of a client shows."""
    return (
        queries.client(desk, client_id),
        queries.next_step(desk, client_id),
        queries.appointments_of(desk, client_id),
        queries.consents_of(desk, client_id),
        queries.follow_ups_of(desk, client_id),
        queries.papers_of_client(desk, client_id),
    )


def _with_incidents(desk: Desk) -> list[tuple[str, str]]:
    rows = queries.open_incidents(desk)
    return sorted({row.client_id: row.incident_id for row in rows}.items())


def _copy(original: Desk, name: str, *, key: bytes | None) -> Desk:
    """Return a desk on a copy of the vault in the same library, sealed with `key` (None: without one)."""
    target = vaults.HOME / name / "vault.db"
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir(parents=True)
    link = original.vault.session.db.conn
    version = link.execute("PRAGMA user_version").fetchone()[0]
    sealed_with = f"\"x'{key.hex()}'\"" if key else "''"
    link.execute(f"ATTACH DATABASE '{target}' AS copy KEY {sealed_with}")
    link.execute("SELECT sqlcipher_export('copy')").fetchall()
    link.execute(f"PRAGMA copy.user_version = {version}")
    link.execute("DETACH DATABASE copy")
    db = connect(target, mode="rw", key=key)
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    storage._set_pragmas(db)  # the same as in a vault
    return Desk(Vault(Session(db), target.parent), folder=target.parent, zone=original.zone)
