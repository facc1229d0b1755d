"""Does one thing at a time that holds the vault for a moment: at once, or when nobody is typing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from noshow_desk.ui.session.quiet import QuietMoment

PAINT_MS = 60  # until what is being done is on the screen


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do: what the window says meanwhile, and what begins it.

    `quiet_s` are the seconds without a key that it waits for; 0 is for what somebody asked for.
    """

    said: str
    begin: Callable[[], None]
    quiet_s: float = 0.0


class Turns(QObject):
    """Begins jobs, one at a time; who began one says when it is `over`.

    `told` says what is being done now, "" when nothing is.
    """

    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doing = ""
        self.quiet = QuietMoment(self)
        self._next: Job | None = None
        self._stopped = False
        self._paint = QTimer(self, singleShot=True, interval=PAINT_MS)
        self._connect()

    def _connect(self) -> None:
        self._paint.timeout.connect(self._on_paint_timeout)
        self.quiet.came.connect(self._announce)

    @property
    def is_free(self) -> bool:
        """Say whether nothing is being done and nothing waits for its moment."""
        return self._next is None and not self.doing

    def take(self, job: Job) -> bool:
        """Do `job` in its moment. One that somebody asked for goes before one that waits; False while
        another is being done, and after `stop`.
        """
        if self.doing or self._stopped:
            return False
        self._next = job
        if job.quiet_s:
            self.quiet.wait_for(job.quiet_s)
        else:
            self.quiet.stop()
            self._announce()
        return True

    def over(self) -> None:
        """Note that the job is done, or could not be done."""
        self._tell("")

    def stop(self) -> None:
        """Begin nothing any more."""
        self._stopped = True
        self._next = None
        self._paint.stop()
        self.quiet.stop()

    def _announce(self) -> None:
        """Say what is about to be done, and do it once that is painted."""
        if self._next is not None:
            self._tell(self._next.said)
            self._paint.start()

    def _on_paint_timeout(self) -> None:
        job = self._next
        if job is None:
            return
        if job.quiet_s and not self.quiet.is_still():
            self._tell("")
            self.quiet.wait_again()
            return
        self.quiet.stop()
        self._next = None
        job.begin()

    def _tell(self, sentence: str) -> None:
        self.doing = sentence
        self.told.emit(sentence)
