"""Nobody at the desk: told by either clock, and a touch begins anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session.idle import IdleWatch, awake_and_asleep


class Hands:
    """Two clocks that a test sets."""

    def __init__(self) -> None:
        self.steady_s = 0.0
        self.wall_s = 0.0
        self.reading = False

    def wait(self, seconds: float) -> None:
        """Let both clocks go on."""
        self.steady_s += seconds
        self.wall_s += seconds

    def watch(self, limit_s: float) -> tuple[IdleWatch, list[bool]]:
        """Return a watch over these clocks and what it told."""
        watch = IdleWatch(
            limit_s, steady=lambda: self.steady_s, wall=lambda: self.wall_s, held=lambda: self.reading
        )
        told: list[bool] = []
        watch.idle.connect(lambda: told.append(True))
        return watch, told


@pytest.mark.parametrize("clock", ["steady_s", "wall_s"])
def test_either_clock_is_enough(qtbot: QtBot, clock: str) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    setattr(hands, clock, 599)
    watch.look()
    assert told == []
    setattr(hands, clock, 600)
    watch.look()
    assert told == [True]


def test_a_key_begins_anew(qtbot: QtBot) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    hands.wait(500)
    assert not watch.sees(QEvent.Type.KeyPress)
    hands.wait(500)
    watch.look()
    assert told == []


def test_painting_is_nobody(qtbot: QtBot) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    hands.wait(500)
    assert not watch.sees(QEvent.Type.UpdateRequest)
    hands.wait(500)
    watch.look()
    assert told == [True]


@pytest.mark.parametrize("clock", ["steady_s", "wall_s"])
@pytest.mark.parametrize(
    "first", ["KeyPress", "MouseMove", "UpdateRequest", "Expose", "WindowActivate", "ApplicationActivate"]
)
def test_the_first_event_after_a_sleep_locks_and_goes_no_further(
    qtbot: QtBot, clock: str, first: str
) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    setattr(hands, clock, 7_200)  # the lid was closed: no timer ran meanwhile
    assert watch.sees(QEvent.Type[first])
    assert told == [True]


def test_a_clock_that_was_set_back_keeps_nothing_open(qtbot: QtBot) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    hands.wall_s, hands.steady_s = -86_400, 600
    assert watch.look() and told == [True]


def test_a_shorter_limit_counts_at_once(qtbot: QtBot) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    hands.steady_s = 100
    watch.set_limit(60)
    watch.look()
    assert told == [True]


def test_a_script_holds_the_lock_for_half_an_hour(qtbot: QtBot) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    hands.reading = True
    hands.wait(1_799)
    assert not watch.look()
    hands.wait(1)
    assert watch.look() and told == [True]


def test_a_script_that_is_put_away_holds_no_longer(qtbot: QtBot) -> None:
    hands = Hands()
    watch, _told = hands.watch(600)
    hands.reading = True
    hands.wait(700)
    assert not watch.look()
    hands.reading = False
    assert watch.look()


def test_a_longer_limit_than_the_script_s_stays(qtbot: QtBot) -> None:
    hands = Hands()
    watch, _told = hands.watch(7_200)
    hands.reading = True
    hands.wait(3_600)
    assert not watch.look()


def test_the_steady_clock_goes_on() -> None:
    before = awake_and_asleep()
    assert awake_and_asleep() >= before > 0
