"""A small rotating log that can be shown to anyone: no names, no text of a record, no SQL."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

LOGGER = logging.getLogger("noshow_desk")


class _PlacesOnly(logging.Formatter):
    """Formats an exception as type, file, line and function: `str(exc)` may hold a client's name."""

    def formatException(  # noqa: N802 - overrides logging
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, _error, trace = ei
        return describe(kind, trace)


def describe(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """Return an exception without its message: its type, then one "file:line function" a frame."""
    frames = traceback.extract_tb(trace)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__ if kind else "unknown", *places])


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
