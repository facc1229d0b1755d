"""Unlock, lock and backup as somebody waits for them, in a vault of 5,000 open incidents."""

from __future__ import annotations

import shutil
import statistics
import time
from pathlib import Path
from unittest.mock import patch

from noshow_desk.services import backups
from tests.bench import entering, vaults
from tests.proof.rows import Outcome

FULL = 5_000  # incidents from which on the goals hold
BACKUP_GOAL_MS, BACKUPS = 2_000.0, 5
BUSY = 1.25  # times as long as it would take alone: a machine that does other work says nothing about ours
SPIN_S = 0.3
# A goal that is missed is said with its figure. Machines differ: only four times as long counts as wrong.
WRONG_FROM = 4.0


def waited_for(times: int, seed: int, place: Path) -> Outcome:
    """Measure at `times` incidents: the median of each counts as wrong from four times its goal."""
    repeats = entering.REPEATS if times >= FULL else 1
    busy = [_busy()]
    with patch.object(vaults, "HOME", place), patch.multiple(entering, INCIDENTS=times, REPEATS=repeats):
        rows = [*entering.rows()]
        found = [(row.name.partition(",")[0], row.value, row.goal or 0.0, f", {row.beside}") for row in rows]
        busy.append(_busy())
        found.append(("backup", _backup(times, place, repeats), BACKUP_GOAL_MS, ""))
        busy.append(_busy())
    said = [
        f"{name} {value:.0f} ms ({'met' if value <= goal else 'missed'}: ≤ {goal:.0f}{beside})"
        for name, value, goal, beside in found
    ]
    outcome = Outcome(how="; ".join(said))
    for name, value, goal, _beside in found:
        over = times >= FULL and max(busy) <= BUSY and value > goal * WRONG_FROM
        outcome.count(f"{name}: {value:.0f} ms, goal {goal:.0f}" if over else None)
    if max(busy) > BUSY:
        outcome.how += f"; not judged: the machine is busy, all takes {max(busy):.1f} times as long"
    return outcome


def _busy() -> float:
    """Return how many times as long something takes here and now as it would on a machine of its own."""
    began, own = time.perf_counter(), time.process_time()
    while time.process_time() - own < SPIN_S:
        pass
    return (time.perf_counter() - began) / (time.process_time() - own)


def _backup(times: int, place: Path, repeats: int) -> float:
    """Return how many milliseconds a backup takes, written, opened again and checked."""
    folder = place / "to-back-up"
    shutil.copytree(vaults.open_cases_vault(times), folder)
    desk = vaults.open_practice(folder)
    took = []
    for _repeat in range(repeats):
        began = time.perf_counter()
        backups.make_backup(desk)
        took.append((time.perf_counter() - began) * 1000)
    desk.close()
    return statistics.median(took)
