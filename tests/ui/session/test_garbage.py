"""Garbage is collected in the thread of the windows, never in a worker."""

from __future__ import annotations

import gc
import threading

from pytestqt.qtbot import QtBot

from noshow_desk.ui.session import garbage


class Knot:
    """Something that only the collector can free, and that tells in which thread it was."""

    freed: list[str] = []  # noqa: RUF012 - read by the tests

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.freed.append(threading.current_thread().name)


def litter() -> None:
    """Make as much garbage as would set off the collector many times."""
    for _time in range(20_000):
        Knot()


def test_a_worker_frees_nothing_and_the_sweeper_does(qtbot: QtBot) -> None:
    Knot.freed.clear()
    sweeper = garbage.Sweeper()
    worker = threading.Thread(target=litter, name="worker")
    worker.start()
    worker.join()
    assert Knot.freed == [] and not gc.isenabled()
    garbage.sweep()
    assert set(Knot.freed) == {threading.main_thread().name}
    sweeper.deleteLater()


def test_little_garbage_is_left_alone() -> None:
    gc.collect()
    Knot.freed.clear()
    Knot()
    garbage.sweep()
    assert Knot.freed == []
    gc.collect()
