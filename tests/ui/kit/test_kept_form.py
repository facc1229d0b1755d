"""The two clocks behind "nothing typed is lost"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.kept_form import DEBOUNCE_MS, LONGEST_MS, KeptForm


@pytest.fixture
def written() -> list[str]:
    return []


@pytest.fixture
def form(qtbot: QtBot, written: list[str]) -> KeptForm:
    def write() -> None:
        written.append("kept")

    return KeptForm(write)


def timers(form: KeptForm) -> tuple[QTimer, QTimer]:
    pause, longest = form.findChildren(QTimer)
    return pause, longest


def test_the_times_are_those_of_the_promise(form: KeptForm) -> None:
    pause, longest = timers(form)
    assert (pause.interval(), longest.interval()) == (DEBOUNCE_MS, LONGEST_MS) == (400, 650)


def test_steady_typing_does_not_put_off_the_longest_wait(form: KeptForm) -> None:
    _pause, longest = timers(form)
    form.touch()
    started = longest.timerId()
    form.touch()
    assert longest.isActive() and longest.timerId() == started


def test_a_pause_keeps_once(form: KeptForm, written: list[str]) -> None:
    form.touch()
    timers(form)[0].timeout.emit()
    form.flush()
    assert written == ["kept"]
    assert not any(timer.isActive() for timer in timers(form))


def test_nothing_typed_keeps_nothing(form: KeptForm, written: list[str]) -> None:
    form.flush()
    assert written == []


def test_what_could_not_be_kept_is_tried_again(qtbot: QtBot, written: list[str]) -> None:
    full = [True]

    def keep() -> None:
        if full:
            raise OSError
        written.append("kept")

    form = KeptForm(keep)
    form.touch()
    with pytest.raises(OSError):
        form.flush()
    full.clear()
    form.flush()
    assert written == ["kept"]
