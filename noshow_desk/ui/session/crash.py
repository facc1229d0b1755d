"""The crash handler: trouble of the machine becomes a sentence, a bug becomes a report without
personal data.
"""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, _
from noshow_desk.logs import LOGGER, report
from noshow_desk.ui.session import overrides

Tell = Callable[[str, str], None]
BUG = N_(
    "What you typed is kept. Go on working; if it happens again, start NoShow Desk anew. "
    "The lines below name places in the program and no person; you may pass them on."
)


class CrashHandler:
    """Takes what nobody caught. `tell(title, text)` shows it once a window is there."""

    def __init__(self) -> None:
        self._tell: Tell | None = None
        self._telling = False
        self._had_window = False

    @property
    def tell(self) -> Tell | None:
        """What shows a message; None while nothing can."""
        return self._tell

    @tell.setter
    def tell(self, tell: Tell | None) -> None:
        self._tell = tell
        self._had_window = self._had_window or tell is not None

    def install(self) -> None:
        """Catch what reaches the top of this process from now on.

        Left to themselves Python and Qt print it with its words, and what is printed ends in a journal.
        """
        sys.excepthook = self.take
        sys.unraisablehook = _take_unraisable
        threading.excepthook = _take_thread
        warnings.showwarning = _take_warning
        qInstallMessageHandler(self._take_message)
        overrides.install()

    def take_error(self, error: BaseException) -> None:
        """Take an error that a worker brought."""
        self.take(type(error), error, error.__traceback__)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log where it happened, never what it said, and tell the person."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        if isinstance(error, SystemTrouble | UserError):
            LOGGER.warning("trouble: %s", kind.__name__)
            self._say(_("The computer is in the way"), error.sentence, kind.__name__)
            return
        found = report(error.with_traceback(trace))
        LOGGER.error("bug: %s", found)
        self._say(_("Something went wrong in the program"), f"{_(BUG)}\n\n{found}", found)

    def _say(self, title: str, text: str, harmless: str) -> None:
        """Show `text`; print `harmless` where nothing can be shown: a sentence may name a client."""
        # A bug while a bug is being shown would open windows without end.
        tell = self._tell
        if tell is None or self._telling:
            _print(f"{title}. {harmless}")
            return
        self._telling = True
        try:
            tell(title, text)
        except Exception as worse:  # an error in this hook would have Python print both with their words
            _print(f"{title}. {harmless}\n{report(worse)}")
        finally:
            self._telling = False

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Take what Qt says: word by word before a window is there, then only that it said something."""
        if not self._had_window or kind is QtMsgType.QtFatalMsg:
            _print(message)
        elif kind is QtMsgType.QtCriticalMsg:
            LOGGER.error("Qt: %s", context.category)


def _take_thread(said: threading.ExceptHookArgs) -> None:
    """Log a bug of a thread: windows belong to another one."""
    LOGGER.error("bug in a thread: %s", _report_of(said.exc_type, said.exc_value))


def _take_unraisable(said: Any) -> None:
    """Log a bug that had nowhere to go, as in the last moment of an object."""
    LOGGER.error("bug while tidying up: %s", _report_of(said.exc_type, said.exc_value))


def _take_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,
    line: str | None = None,
) -> None:
    """Log that something warned, without what it said."""
    LOGGER.info("warning: %s", category.__name__)


def _report_of(kind: type[BaseException], error: BaseException | None) -> str:
    return report(error) if error is not None else kind.__name__


def _print(text: str) -> None:
    stream = sys.stderr or sys.__stderr__  # a program without a console has neither
    if stream is not None:
        print(text, file=stream)
