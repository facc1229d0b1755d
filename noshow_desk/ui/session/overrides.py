"""Lets an error in a method that Qt calls reach the crash handler instead of ending the process.

Before Python 3.12 an error that the interpreter itself raises (a missing key, a division by zero) is a type
and a text until somebody catches it. PySide 6.11 takes it apart as if it were whole already, and the process
dies without a word. Catching it once on its way out makes it whole.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

OURS = "noshow_desk."
NEEDED = sys.version_info < (3, 12)


def install() -> None:
    """Guard the overrides of every class of ours, of those that are still to come too; once a process."""
    if not NEEDED:
        return
    for kind in set(_below(QObject)):
        guard(kind)
    real = QObject.__init_subclass__

    def init_subclass(cls: type, /, **named: Any) -> None:
        real(**named)
        guard(cls)

    QObject.__init_subclass__ = classmethod(init_subclass)  # type: ignore[assignment]


def guard(kind: type) -> None:
    """Make the errors of what `kind` overrides whole; classes of others stay as they are."""
    if not f"{kind.__module__}.".startswith(OURS):
        return
    for name, method in list(vars(kind).items()):
        if isinstance(method, FunctionType) and not name.startswith("_") and _is_qts(kind, name):
            setattr(kind, name, whole(method))


def whole(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return `method` with its errors caught once and passed on."""

    @functools.wraps(method)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # what is caught is whole
            raise

    return guarded


def _below(kind: type[object]) -> Iterator[type[object]]:
    one: type[object]
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _is_qts(kind: type, name: str) -> bool:
    """Say whether a class of Qt's below `kind` has this method."""
    return any(name in vars(base) for base in kind.__mro__[1:] if base.__module__.startswith("PySide6."))
