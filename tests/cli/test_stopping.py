"""What ends a process stops a command as Ctrl+C does: once, and not where it was to be passed over."""

from __future__ import annotations

import signal

import pytest

from noshow_desk.cli.stopping import stoppable, stopping_between

END = signal.SIGTERM


def test_it_stops_once_and_what_clears_away_is_left_alone() -> None:
    cleared = False
    before = signal.getsignal(END)
    with pytest.raises(KeyboardInterrupt), stoppable():
        try:
            signal.raise_signal(END)
        finally:
            signal.raise_signal(END)
            cleared = True
    assert cleared and signal.getsignal(END) is before


def test_what_is_passed_over_stays_so() -> None:
    before = signal.signal(END, signal.SIG_IGN)
    try:
        with stoppable(), stopping_between() as stop_if_asked:
            signal.raise_signal(END)
            stop_if_asked()
            assert signal.getsignal(END) is signal.SIG_IGN
    finally:
        signal.signal(END, before)


def test_between_steps_only() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), stoppable(), stopping_between() as stop_if_asked:
        for step in range(3):
            if step == 1:
                signal.raise_signal(END)
            done.append(step)
            stop_if_asked()
    assert done == [0, 1]
