"""Journey 9: the wizard is half filled, the process is killed, and the desk offers to go on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from noshow_desk.services import queries
from tests.journeys.conftest import Sit

pytestmark = pytest.mark.xvfb
TYPED_FOR_S = 3.0


def type_and_kill(folder: Path) -> int:
    """Type for some seconds, kill -9 in the middle of it; return the number of the last word said to be typed a
    second before.
    """
    command = [sys.executable, "-m", "tests.journeys.half_filled", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        said: list[tuple[float, int]] = []
        while not said or time.monotonic() - said[0][0] < TYPED_FOR_S:
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
