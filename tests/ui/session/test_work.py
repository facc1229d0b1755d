"""Work in a thread comes back as exactly one signal."""

from __future__ import annotations

import pytest
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
