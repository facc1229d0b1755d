"""Unlocking against the key derivation alone."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from noshow_desk.services import opening
from tests.bench import vaults
from tests.bench.measure import Row, ratio_row, seconds

REPEATS = 7


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
