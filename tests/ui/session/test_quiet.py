"""A quiet moment comes when nobody types, and a short one does after ten minutes without any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session import quiet
from noshow_desk.ui.session.quiet import PATIENCE_S, SHORT_S, QuietMoment


class Steady:
    """A clock of seconds that tests set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def moment(qtbot: QtBot, steady: Steady, monkeypatch: pytest.MonkeyPatch) -> QuietMoment:
    monkeypatch.setattr(quiet, "LOOK_EVERY_MS", 3_600_000)  # the tests look themselves
    return QuietMoment(steady=steady)


def came(qtbot: QtBot, moment: QuietMoment) -> bool:
    with qtbot.waitSignal(moment.came, timeout=0, raising=False) as got:
        moment.look()
    return bool(got.signal_triggered)


def test_it_comes_after_the_seconds_wanted(qtbot: QtBot, moment: QuietMoment, steady: Steady) -> None:
    moment.wait_for(5)
    steady.now += 4.9
    assert not came(qtbot, moment)
    steady.now += 0.2
    assert came(qtbot, moment) and not moment.waits
    moment.stop()


def test_a_key_puts_it_off(qtbot: QtBot, moment: QuietMoment, steady: Steady) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    moment.wait_for(5)
    for _key in range(4):
        steady.now += 3
        qtbot.keyClick(line, Qt.Key.Key_A)
        assert not came(qtbot, moment)
    assert line.text() == "aaaa"  # nothing is swallowed
    steady.now += 5
    assert came(qtbot, moment) and moment.is_still()
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert not moment.is_still()
    moment.stop()


def test_after_ten_minutes_a_short_pause_does(qtbot: QtBot, moment: QuietMoment, steady: Steady) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    moment.wait_for(5)
    steady.now += PATIENCE_S
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert not came(qtbot, moment)
    steady.now += SHORT_S
    assert came(qtbot, moment)
    moment.stop()


def test_nothing_comes_once_it_was_stopped(qtbot: QtBot, moment: QuietMoment, steady: Steady) -> None:
    moment.wait_for(1)
    moment.stop()
    steady.now += 60
    assert not came(qtbot, moment)
