"""Journey 9: the wizard is half filled, the process is killed, and the desk offers to go on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from noshow_desk.services import queries
from tests.journeys.conftest import Sit
from tests.journeys.person import Person

pytestmark = pytest.mark.xvfb
WORDS_TYPED = 60


def type_and_kill(folder: Path) -> int:
    """Let a desk type, kill -9 it in the middle, and return the number of the last word that was typed more
    than a second before.
    """
    command = [sys.executable, "-m", "tests.journeys.half_filled", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        said: list[tuple[float, int]] = []
        while len(said) < WORDS_TYPED:
            said.append((time.monotonic(), int(desk.stdout.readline())))
        desk.kill()
    end = said[-1][0]
    return max(number for at, number in said if end - at > 1.0)


def test_killed_in_the_middle_of_a_sentence(folder: Path, sit: Sit) -> None:
    last = type_and_kill(folder)
    person = sit()
    (row,) = queries.open_incidents(person.desk)
    person.wait_until(lambda: person.sees("Go on where you stopped?"))
    person.press("Go on")
    assert person.sees("Marcus Reed")
    kept = person.written("In Marcus").split()
    assert kept[: last + 1] == [f"w{number}" for number in range(last + 1)]
    person.go("today")
    story = queries.facts(person.desk, row.incident_id).incident.story
    assert story is not None and story.words.split()[: last + 1] == kept[: last + 1]


def test_locked_while_a_dialog_is_open(person: Person, sit: Sit) -> None:
    person.press("Missed appointment")
    person.write("Who missed it", "Marcus Re")
    assert person.workspace is not None
    person.workspace.put_away()
    later = sit()
    later.wait_until(lambda: later.sees("Go on where you stopped?"))
    later.press("Go on")
    assert later.written("Who missed it") == "Marcus Re"
