"""Work in a thread comes back as exactly one signal."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.ui.session.work import Work


def test_a_result(qtbot: QtBot) -> None:
    work = Work(lambda: 42)
    with qtbot.waitSignal(work.done, timeout=5_000) as got:
        work.start()
    assert got.args == [42]


@pytest.mark.parametrize("trouble", [UserError("Type it."), SystemTrouble("Disk full.")])
def test_trouble(qtbot: QtBot, trouble: Exception) -> None:
    def task() -> None:
        raise trouble

    work = Work(task)
    with qtbot.waitSignal(work.refused, timeout=5_000) as got:
        work.start()
    assert got.args == [trouble]


def test_a_bug(qtbot: QtBot) -> None:
    def task() -> None:
        raise ValueError("x")

    work = Work(task)
    with qtbot.waitSignal(work.broke, timeout=5_000) as got:
        work.start()
    assert isinstance(got.args[0], ValueError)


def test_nobody_is_left_to_hear_it(qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()

    def task() -> None:
        started.set()
        go_on.wait(5)

    work = Work(task)
    work.start()
    assert started.wait(5)
    worker = next(thread for thread in threading.enumerate() if thread.name.endswith("(_run)"))
    shiboken6.delete(work)
    go_on.set()
    worker.join(5)  # an error in it would fail this test
    assert not worker.is_alive()
