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
    sweeper.sweep()
    assert set(Knot.freed) == {threading.main_thread().name}
    sweeper.deleteLater()


def test_little_garbage_is_left_alone(qtbot: QtBot) -> None:
    sweeper = garbage.Sweeper()
    gc.collect()
    Knot.freed.clear()
    Knot()
    sweeper.sweep()
    assert Knot.freed == []
    gc.collect()
    sweeper.deleteLater()


def test_everything_is_looked_at_again_only_once_much_more_lives(qtbot: QtBot) -> None:
    """Rules and weights are hundreds of thousands of objects: looking at them all halts the window."""
    sweeper = garbage.Sweeper()
    make_old(Knot())
    sweeper.sweep()
    Knot.freed.clear()
    make_old(Knot())
    sweeper.sweep()
    assert Knot.freed == []
    more = [[number] for number in range(len(gc.get_objects()))]
    make_old(more)
    sweeper.sweep()
    assert Knot.freed == [threading.current_thread().name]
    sweeper.deleteLater()


def make_old(thing: object) -> None:
    """Let `thing` live through the younger collections, often enough that all would be looked at next."""
    for _time in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
