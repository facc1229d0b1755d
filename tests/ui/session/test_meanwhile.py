"""Small pieces of work between two keys."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from noshow_desk.ui.session.meanwhile import Meanwhile


def counting(seen: list[str], upto: int) -> Generator[None]:
    """Note each step, and the end."""
    try:
        for number in range(upto):
            seen.append(str(number))
            yield
    finally:
        seen.append("end")


def test_step_by_step_to_the_end(qtbot: QtBot) -> None:
    seen: list[str] = []
    work = Meanwhile(counting(seen, 3))
    assert seen == []
    work.start()
    qtbot.waitUntil(lambda: work.over)
    assert seen == ["0", "1", "2", "end"]


def test_in_a_hurry_too(qtbot: QtBot) -> None:
    seen: list[str] = []
    work = Meanwhile(counting(seen, 3))
    work.hurry()
    qtbot.waitUntil(lambda: work.over)
    assert seen == ["0", "1", "2", "end"]


def test_stopped_the_step_that_was_begun_cleans_up(qtbot: QtBot) -> None:
    seen: list[str] = []
    work = Meanwhile(counting(seen, 1_000_000))
    work.start()
    qtbot.waitUntil(lambda: bool(seen))
    work.stop()
    taken = list(seen)
    assert work.over and taken[-1] == "end"
    work.start()
    work.hurry()
    qtbot.wait(0)
    assert seen == taken


def test_stopped_before_it_began() -> None:
    seen: list[str] = []
    work = Meanwhile(counting(seen, 3))
    work.stop()
    assert work.over and seen == []


def test_an_error_ends_it_and_is_heard_of(qtbot: QtBot) -> None:
    def broken() -> Generator[None]:
        yield
        raise LookupError

    work = Meanwhile(broken())
    with capture_exceptions() as heard:
        work.start()
        qtbot.waitUntil(lambda: work.over)
    assert [kind for kind, _error, _trace in heard] == [LookupError]


@pytest.mark.parametrize("begin", [Meanwhile.start, Meanwhile.hurry])
def test_once_over_nothing_ticks(qtbot: QtBot, begin: object) -> None:
    work = Meanwhile(counting([], 1))
    work.start()
    qtbot.waitUntil(lambda: work.over)
    begin(work)  # type: ignore[operator]
    assert not work._timer.isActive()
