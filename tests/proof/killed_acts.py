"""Programs killed inside a backup, a restore, a change of passphrase or of keys, a migration, an erasing.

Half of the kills come at a line of our own code, counted out by a tracer; half at an odd moment, so that
those inside the database library come too.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

from tests.proof import children
from tests.proof.acts import ACTS, Act
from tests.proof.rows import Measure, Outcome
from tests.proof.samples import put_back

WATCHED = (
    "backup_file.py", "backup_body.py", "backup_folder.py", "backup_restore.py", "replace.py", "key_file.py",
    "backups.py", "backup_making.py", "restoring.py", "opening.py", "vault.py", "migration.py", "rekey.py",
    "erasing.py",
)  # fmt: skip


def killed(act: Act, times: int, seed: int, place: Path) -> Outcome:
    """Kill `act` again and again, each time on a fresh vault, and look what is left."""
    if not children.CAN_FORK:
        return Outcome(skipped=children.NO_FORK)
    (place / "template").mkdir()
    act.make(place / "template" / "vault")
    lines, seconds = _measured(act, place)
    chance, outcome, early = random.Random(seed), Outcome(), 0
    for number in range(times):
        put_back(place / "template", place / "trial")
        at_line = chance.randrange(1, lines) if number % 2 else 0
        told = _run(act, place / "trial" / "vault", at_line, chance.uniform(0, seconds * 1.05))
        early += told == b"begun\n"
        wrong = told.decode() if b"broke" in told else act.wrong(place / "trial" / "vault", b"done\n" in told)
        outcome.count(None if wrong is None else f"kill {number}, line {at_line}: {wrong}")
    outcome.how = f"{early} before the end; {lines} lines, {seconds * 1000:.0f} ms"
    return outcome


def inside(name: str) -> Measure:
    """Return the row that kills the act of this name in `ACTS`."""

    def measure(times: int, seed: int, place: Path) -> Outcome:
        return killed(ACTS[name], times, seed, place)

    return measure


# ------------------------------------------------------------------ how it is killed


def _measured(act: Act, place: Path) -> tuple[int, float]:
    """Return how many watched lines the act runs through, and how many seconds it takes."""
    put_back(place / "template", place / "trial")
    tracer = _Tracer(0)
    sys.settrace(tracer)
    try:
        act.do(place / "trial" / "vault")
    finally:
        sys.settrace(None)
    put_back(place / "template", place / "trial")
    began = time.perf_counter()
    act.do(place / "trial" / "vault")
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
