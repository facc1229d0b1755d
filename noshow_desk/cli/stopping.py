"""How a command is stopped: SIGTERM and SIGHUP as by Ctrl+C, and what writes in steps only between two."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], None]

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def stoppable() -> Iterator[None]:
    """Let what ends a process raise KeyboardInterrupt inside the block, so that nothing half-done is left.

    One that is passed over (nohup) stays so.
    """
    with _handled([one for one in _ENDING if _ends(one)], _stop):
        yield


@contextmanager
def stopping_between() -> Iterator[Callable[[], None]]:
    """Hold back what stops the command, Ctrl+C too, while a step is done: yields what to call between steps.

    That raises KeyboardInterrupt when somebody asked for it. After the last step it is too late.
    """
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    def stop_if_asked() -> None:
        if asked:
            raise KeyboardInterrupt

    with _handled([one for one in (signal.SIGINT, *_ENDING) if _is_ours(one)], note):
        yield stop_if_asked


@contextmanager
def _handled(numbers: list[signal.Signals], handler: Handler) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # only that one may say who handles them
        yield
        return
    before: dict[signal.Signals, Any] = {one: signal.signal(one, handler) for one in numbers}
    try:
        yield
    finally:
        for one, earlier in before.items():
            signal.signal(one, earlier)


def _ends(number: signal.Signals) -> bool:
    return signal.getsignal(number) is signal.SIG_DFL


def _is_ours(number: signal.Signals) -> bool:
    return signal.getsignal(number) in (_stop, signal.default_int_handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Stop once: a second signal would break into what is being cleared away."""
    for one in _ENDING:
        if _is_ours(one):
            signal.signal(one, _pass_over)
    raise KeyboardInterrupt


def _pass_over(_number: int, _frame: FrameType | None) -> None:
    return
