"""Unlocking against the key derivation alone, and the Today board over ten thousand open incidents."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.practice import derive_next
from noshow_desk.services import incidents, opening, queries
from noshow_desk.services.desk import Desk
from tests.bench import vaults
from tests.bench.measure import Row, interleaved, ratio_row, seconds

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
        ours, alone = interleaved(_Unlock(folder), _Derive(folder), REPEATS)
        checks = statistics.median(seconds(_Check(key)) for _repeat in range(3))
        size = (folder / "vault.db").stat().st_size / 2**20
    beside = (
        f"{statistics.median(ours) * 1000:.0f} ms; checks beside it {checks * 1000:.0f} ms at {size:.0f} MiB"
    )
    yield ratio_row(
        f"unlock against its key derivation, {clients:,} clients", ours, alone, goal=1.1, beside=beside
    )


class _Derive:
    """The key derivation alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self) -> float:
        return seconds(self._derive)

    def _derive(self) -> opening.OpenKey:
        return opening.derive_key(self._folder, passphrase=opening.PRACTICE_PASSPHRASE)


class _Unlock(_Derive):
    """The key derivation, and an open vault after it."""

    def __call__(self) -> float:
        desks: list[Desk] = []
        took = seconds(lambda: desks.append(opening.open_with(self._derive(), checks=False)))
        desks[0].close()
        return took


class _Check:
    """Opening with the integrity checks."""

    def __init__(self, key: opening.OpenKey) -> None:
        self._key = key

    def __call__(self) -> None:
        opening.open_with(self._key, checks=True).close()


def board_rows() -> Iterator[Row]:
    """Measure the Today board: the first one after a start, one after an act, and the steps alone."""
    desk = vaults.open_practice(vaults.open_cases_vault(OPEN))
    name = f"Today board, {OPEN:,} open incidents"
    first = seconds(lambda: queries.today_board(desk))
    rest = seconds(lambda: _to_the_end(desk))
    beside = f"then {rest:.1f} s for the older ones while nobody waits"
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
    return seconds(lambda: queries.today_board(desk))
