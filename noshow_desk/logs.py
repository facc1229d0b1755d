"""A small rotating log that can be shown to anyone: no names, no text of a record, no SQL."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType

LOGGER = logging.getLogger("noshow_desk")
MOST_LINKED = 6
MOST_PLACES, FIRST_PLACES = 30, 8  # of an endless recursion there are a thousand


class _PlacesOnly(logging.Formatter):
    """Formats an exception as type, file, line and function: `str(exc)` may hold a client's name."""

    def formatException(  # noqa: N802 - overrides logging
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, error, trace = ei
        return describe(kind, trace) if error is None else report(error)


def report(error: BaseException) -> str:
    """Return an exception and what it came from, without any of their messages.

    At most `MOST_LINKED` exceptions: causes, contexts, and the members of a group.
    """
    shown: list[str] = []
    seen: set[int] = set()
    waiting = [("", error)]
    while waiting and len(shown) < MOST_LINKED:
        word, one = waiting.pop(0)
        if id(one) not in seen:
            seen.add(id(one))
            shown.append(word + describe(type(one), one.__traceback__))
            waiting += _linked(one)
    return "\n".join(shown)


def _linked(error: BaseException) -> list[tuple[str, BaseException]]:
    linked = [("together with ", one) for one in getattr(error, "exceptions", ())]
    if error.__cause__ is not None:
        linked.append(("caused by ", error.__cause__))
    elif error.__context__ is not None and not error.__suppress_context__:
        linked.append(("while handling ", error.__context__))
    return linked


def describe(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """Return an exception without its message: its type, then one "file:line function" a frame."""
    places = [_place(frame, line) for frame, line in traceback.walk_tb(trace)]
    if len(places) > MOST_PLACES:
        left_out = f"  … {len(places) - MOST_PLACES} more"
        places = [*places[:FIRST_PLACES], left_out, *places[FIRST_PLACES - MOST_PLACES :]]
    return "\n".join([_name(kind), *places])


def _place(frame: FrameType, line: int) -> str:
    """Return where `frame` is; of code that no module's file holds (a compiled template) only the line."""
    code = frame.f_code
    module = sys.modules.get(str(frame.f_globals.get("__name__", "")))
    file = Path(code.co_filename).name
    known = module is not None and Path(getattr(module, "__file__", None) or "").name == file
    return f"  {file}:{line} {code.co_name}" if known else f"  (made while running):{line}"


def _name(kind: type[BaseException] | None) -> str:
    """Return the name of a type that some module holds; one made while running may be called anything."""
    for one in kind.__mro__ if kind is not None else ():
        if hasattr(sys.modules.get(one.__module__), one.__qualname__.partition(".")[0]):
            return one.__name__
    return "unknown"


class _LateFile(logging.Handler):
    """Opens the rotating file with the first line: most runs write none, and its import costs 12 ms."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = _rotating(self._folder())
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def start(folder: Callable[[], Path]) -> None:
    """Write the log to the folder that `folder` answers, from the first line on (three files of 256 kB);
    one that cannot be written is no trouble.
    """
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    LOGGER.addHandler(_LateFile(folder))
    # What a library warns of, and what does not fit its own placeholders, would be printed with its words.
    logging.lastResort = None
    logging.raiseExceptions = False


def _rotating(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # deferred: loads sockets and queues

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "noshow-desk.log", maxBytes=256_000, backupCount=2, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_PlacesOnly("%(asctime)s %(levelname)s %(message)s"))
    return handler
