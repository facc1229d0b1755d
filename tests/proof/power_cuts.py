"""Power cuts: real writers are recorded call by call, and the disk is rebuilt as a cut may have left it.

Each state that comes out of it is opened as the program opens it, and has to hold all that was acknowledged.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.proof import recording, scenes
from tests.proof.children import CAN_FORK, NO_FORK, each
from tests.proof.disk import Disk, Recording, Said, Wrote, write_out
from tests.proof.rows import Outcome
from tests.proof.samples import put_back
from tests.proof.scenes import CARELESS, SCENES, Scene

STATES_A_SCENE = 10  # at least: a small proof records fewer scenes
IN_MEMORY = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Film:
    """A scene and what was recorded of it."""

    name: str
    scene: Scene
    recording: Recording


def power_cuts(times: int, seed: int, place: Path, played: Mapping[str, Scene] = SCENES) -> Outcome:
    """Cut the power at a random moment of each scene in turn, and look what is left on the disk."""
    reason = recording.why_not() if CAN_FORK else NO_FORK
    if reason:
        return Outcome(skipped=reason)
    names = list(played)[: max(1, times // STATES_A_SCENE)]
    films = [film(name, played, place / f"scene {number}") for number, name in enumerate(names)]
    outcome, writes = Outcome(), sum(len(one.recording.operations) for one in films)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else place) as disk:

        def trial(number: int) -> str | None:
            one = films[number % len(films)]
            wrong = _cut(one, random.Random(f"{seed} {number}"), Path(disk))
            return None if wrong is None else f"{one.name}, state {number}: {wrong}"

        for number, wrong in enumerate(each(trial, range(times))):
            outcome.count(wrong)
            found[films[number % len(films)].name] += wrong is not None
    bad = ", ".join(f"{name} {count}" for name, count in found.items() if count)
    outcome.how = f"{len(films)} scenes, {writes:,} operations recorded{f'; {bad}' if bad else ''}"
    return outcome


def film(name: str, played: Mapping[str, Scene], place: Path) -> Film:
    """Play one scene in a process of its own and return what it did. Raises NotUnderstood."""
    scene, template = played[name], place / "template"
    template.mkdir(parents=True)
    scene.make(template / "vault")
    put_back(template, place / "disk")
    kind = "careless" if played is CARELESS else "careful"
    folder, said = place / "disk" / "vault", place / "said"
    command = [sys.executable, "-m", scenes.__name__, kind, name, str(folder), str(said)]
    return Film(name, scene, recording.record(command, place / "disk", said, place / "trace"))


def _cut(one: Film, chance: random.Random, place: Path) -> str | None:
    until = _moment(one.recording, chance)
    disk = Disk(one.recording)
    disk.run(one.recording.operations[:until])
    disk.lose_power(chance)
    write_out(disk.listing(), place / "disk")
    said = one.recording.said()
    return one.scene.wrong(place / "disk" / "vault", said, len(one.recording.said(until)))


def _moment(recorded: Recording, chance: random.Random) -> int:
    """Return after how many operations the power goes: often just after something was said to be done, or
    close to an operation that is no mere write.
    """
    operations, kind = recorded.operations, chance.random()
    first, last = recorded.first_moment(), len(operations)
    if kind < 0.2:
        return chance.choice([at for at, one in enumerate(operations) if isinstance(one, Said)]) + 1
    if kind < 0.6:
        rare = [at for at in range(first, last) if not isinstance(operations[at], Wrote)]
        return chance.choice(rare) + chance.randrange(2)
    return chance.randint(first, last)


__all__ = ["CARELESS", "SCENES", "film", "power_cuts"]
