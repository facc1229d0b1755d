"""A small rotating log that can be shown to anyone: no names, no text of a record, no SQL."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
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


def start(folder: Path) -> None:
    """Write the log to `folder` from now on (three files of 256 kB); a folder that cannot be written is no trouble."""
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "noshow-desk.log", maxBytes=256_000, backupCount=2, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_PlacesOnly("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
