"""Nobody at the desk: told by either clock, and a touch begins anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session.idle import IdleWatch


class Hands:
    """Two clocks that a test sets."""

    def __init__(self) -> None:
        self.steady_s = 0.0
        self.wall_s = 0.0

    def watch(self, limit_s: float) -> tuple[IdleWatch, list[bool]]:
        """Return a watch over these clocks and what it told."""
        watch = IdleWatch(limit_s, steady=lambda: self.steady_s, wall=lambda: self.wall_s)
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
    window = QWidget()
    qtbot.addWidget(window)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    hands.steady_s = hands.wall_s = 500
    QTest.keyClick(window, Qt.Key.Key_A)
    app.removeEventFilter(watch)
    hands.steady_s = hands.wall_s = 1_000
    watch.look()
    assert told == []


def test_a_shorter_limit_counts_at_once(qtbot: QtBot) -> None:
    hands = Hands()
    watch, told = hands.watch(600)
    hands.steady_s = 100
    watch.set_limit(60)
    watch.look()
    assert told == [True]
