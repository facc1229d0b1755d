"""Unlocking and locking as a person sees them: from Enter to the painted Today, from Ctrl+L to nothing."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import vaults
from tests.bench.measure import Row, spread_row

INCIDENTS = 5_000
REPEATS = 5


def rows() -> Iterator[Row]:
    """Measure in processes of their own, each on a fresh copy of the vault."""
    turns = [_in_a_process() for _repeat in range(REPEATS)]
    unlock, derived, blank, started = zip(*turns, strict=True)
    beside = f"of it {statistics.median(derived):.0f} ms of key derivation, on purpose"
    name = f"unlock, Enter to painted Today, {INCIDENTS:,} incidents"
    yield spread_row(name, "ms", unlock, goal=1_000.0, beside=beside)
    beside = f"a fresh process is started after {statistics.median(started):.0f} ms, a backup among them"
    name = f"lock, until nothing shows, {INCIDENTS:,} incidents"
    yield spread_row(name, "ms", blank, goal=500.0, beside=beside)


def _in_a_process() -> list[float]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        shutil.copytree(vaults.sealed_vault(INCIDENTS), folder)
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.entered", str(folder)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    return [float(word) for word in done.stdout.split()]
