"""The crash handler: trouble of the machine becomes a sentence, a bug becomes a report without
personal data.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, _
from noshow_desk.logs import LOGGER, describe

Tell = Callable[[str, str], None]
BUG = N_(
    "What you typed is kept. Go on working; if it happens again, start NoShow Desk anew. "
    "The lines below name places in the program and no person; you may pass them on."
)


class CrashHandler:
    """Takes what nobody caught. `tell(title, text)` shows it once a window is there."""

    def __init__(self) -> None:
        self.tell: Tell | None = None
        self._telling = False

    def install(self) -> None:
        """Catch what reaches the top of this process from now on."""
        sys.excepthook = self.take

    def take_error(self, error: BaseException) -> None:
        """Take an error that a worker brought."""
        self.take(type(error), error, error.__traceback__)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log where it happened, never what it said, and tell the person."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        if isinstance(error, SystemTrouble | UserError):
            LOGGER.warning("trouble: %s", kind.__name__)
            self._say(_("The computer is in the way"), error.sentence)
            return
        report = describe(kind, trace)
        LOGGER.error("bug: %s", report)
        self._say(_("Something went wrong in the program"), f"{_(BUG)}\n\n{report}")

    def _say(self, title: str, text: str) -> None:
        # A bug while a bug is being shown would open windows without end.
        if self.tell is None or self._telling:
            print(f"{title}. {text}", file=sys.stderr or sys.__stdout__)
            return
        self._telling = True
        try:
            self.tell(title, text)
        finally:
            self._telling = False
