"""Typing lost at a crash: desks are killed while somebody types; the age of the oldest lost letter counts."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier
from time import monotonic, sleep

from noshow_desk.services import opening, unsaved
from tests.builders import missed_by_marcus
from tests.proof.rows import Outcome
from tests.proof.samples import new_vault, open_desk, put_back
from tests.proof.typist import MARK, PLACES

AT_ONCE = min(4, os.cpu_count() or 1)  # desks typed into at the same time: each as on a computer of its own
SHORTEST, LONGEST = 0.2, 4.0  # seconds from the first key to the kill
ALLOWED = 1.0  # seconds
PATIENCE = 60.0  # seconds until a desk is ready


@dataclass(frozen=True, slots=True)
class Killed:
    """What was typed into a desk that was killed: when each letter was, and when the end came."""

    typed: str
    times: list[float]
    end: float

    def lost(self, kept: str) -> float:
        """Return the age of the oldest letter that is not in `kept`, at the end; 0.0 when none is lost."""
        count = len(self.typed)
        while count and self.typed[:count] not in kept:
            count -= 1
        missing = [at for at, letter in zip(self.times, self.typed, strict=True) if letter != " "]
        before = len(self.typed[:count].replace(" ", ""))
        return self.end - missing[before] if before < len(missing) else 0.0


def typing_lost(times: int, seed: int, place: Path, *, how: tuple[str, ...] = ()) -> Outcome:
    """Kill desks in the middle of a sentence; whatever is more than a second old has to be there.

    `how` are more words for the typist.
    """
    new_vault(place / "template", clients=0)
    desk = open_desk(place / "template")
    missed_by_marcus(desk)
    opening.close(desk)
    outcome, ages = Outcome(), []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for first in range(0, times, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, times))
            together = Barrier(len(numbers))
            trials = [pool.submit(_trial, number, seed, place, together, how) for number in numbers]
            for number, trial in zip(numbers, trials, strict=True):
                age = trial.result()
                ages.append(age)
                where = PLACES[number % len(PLACES)]
                outcome.count(None if age <= ALLOWED else f"kill {number}, {where}: {age:.2f} s")
    worst, median = max(ages), statistics.median(ages)
    outcome.how = f"worst {worst:.2f} s, median {median:.2f} s; story, template (easy, code)"
    return outcome


def _trial(number: int, seed: int, place: Path, together: Barrier, how: tuple[str, ...]) -> float:
    """Kill one desk; return how many seconds of typing were lost."""
    chance, folder = random.Random(f"{seed} {number}"), place / f"vault-{number % AT_ONCE}"
    put_back(place / "template", folder)
    words = (str(folder), PLACES[number % len(PLACES)], str(chance.randrange(1 << 30)), *how)
    killed = type_and_kill(words, chance.uniform(SHORTEST, LONGEST), together)
    desk = open_desk(folder)
    kept = [json.dumps(form.payload, ensure_ascii=False) for form in unsaved.unsaved_forms(desk)]
    opening.close(desk)
    return killed.lost("\n".join(kept))


def type_and_kill(words: Sequence[str], seconds: float, together: Barrier) -> Killed:
    """Let a desk be typed into, together with the others, and kill it after `seconds`; see `typist`."""
    command = [sys.executable, "-m", "tests.proof.typist", *words]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as desk:
        assert desk.stdin is not None and desk.stdout is not None
        try:
            ready = desk.stdout.readline()
            together.wait(PATIENCE)
            assert ready == b"ready\n"
            desk.stdin.write(b"begin\n")
            desk.stdin.flush()
            sleep(seconds)
        finally:
            end = monotonic()
            desk.kill()
        lines = desk.stdout.read().decode().split("\n")[:-1]
    typed = "".join(line[-1] for line in lines)
    assert typed.startswith(MARK[: len(typed)])
    return Killed(typed, [float(line.split(" ")[0]) for line in lines], end)
