"""Unlocking against the key derivation alone, and the Today board over ten thousand open incidents."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.practice import derive_next
from noshow_desk.services import incidents, opening, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries import standing
from tests.bench import vaults
from tests.bench.measure import Row, ratio_row, seconds

REPEATS = 7
OPEN = 10_000


def unlock_rows(clients: int) -> Iterator[Row]:
    """Measure unlocking, with the cost that a real vault gets, without and with the integrity checks."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        shutil.copytree(vaults.practice_vault(clients), folder)
        key = opening.derive_key(folder, passphrase=opening.PRACTICE_PASSPHRASE)
        opening.change_passphrase(key, passphrase=opening.PRACTICE_PASSPHRASE)
        opening.open_with(key, checks=False).close()
        turns = [_unlock(folder) for _repeat in range(REPEATS)]
        whole, alone = [turn[0] for turn in turns], [turn[1] for turn in turns]
        checks = statistics.median(seconds(partial(_open_checked, key)) for _repeat in range(3))
        size = (folder / "vault.db").stat().st_size / 2**20
    beside = (
        f"{statistics.median(whole) * 1000:.0f} ms; checks beside it {checks * 1000:.0f} ms at {size:.0f} MiB"
    )
    yield ratio_row(
        f"unlock against its key derivation, {clients:,} clients", whole, alone, goal=1.1, beside=beside
    )


def _unlock(folder: Path) -> tuple[float, float]:
    """Return how long one unlock takes, and how much of it is the key derivation."""
    began = time.perf_counter()
    key = opening.derive_key(folder, passphrase=opening.PRACTICE_PASSPHRASE)
    derived = time.perf_counter()
    desk = opening.open_with(key, checks=False)
    opened = time.perf_counter()
    desk.close()
    return opened - began, derived - began


def _open_checked(key: opening.OpenKey) -> None:
    opening.open_with(key, checks=True).close()


def board_rows() -> Iterator[Row]:
    """Measure the Today board: the first one after a start, one after an act, and the steps alone."""
    desk = vaults.open_practice(vaults.open_cases_vault(OPEN))
    name = f"Today board, {OPEN:,} open incidents"
    first = seconds(partial(queries.today_board, desk))
    rest = seconds(partial(_to_the_end, desk))
    beside = f"the latest {standing.AT_ONCE} at once; then {rest:.1f} s for the others while nobody waits"
    yield Row(name=f"{name}, first after a start", unit="ms", value=first * 1000, goal=100.0, beside=beside)
    took = [_after_an_act(desk, repeat) * 1000 for repeat in range(REPEATS * 3)]
    value, spread = statistics.median(took), (min(took), max(took))
    yield Row(name=f"{name}, after an act", unit="ms", value=value, goal=100.0, spread=spread)
    facts = desk.vault.cases.facts_of(desk.vault.incidents.ids()[:OPEN])
    now, rules = desk.now(), desk.rules
    alone = seconds(lambda: [derive_next(one, now, rules) for one in facts])
    yield Row(
        name=f"next step of {len(facts):,} incidents, derived from scratch", unit="ms", value=alone * 1000
    )
    desk.close()


def _to_the_end(desk: Desk) -> None:
    while not queries.catch_up(desk, 500):
        pass


def _after_an_act(desk: Desk, number: int) -> float:
    row = queries.open_incidents(desk)[number]
    incidents.skip_step(desk, incident_id=row.incident_id, step=StepId.RULERS, reason="measuring")
    return seconds(partial(queries.today_board, desk))
