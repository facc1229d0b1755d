"""A desk of its own: types at the speed of a person until it is killed, and says each key as it is pressed.

`python -m tests.proof.typist FOLDER WHERE SEED [late]`: the vault of `samples` in FOLDER, with one incident;
WHERE is one of `PLACES`. Prints "ready", waits for a line, and then prints the time (monotonic) and the
letter of each key that it puts into the queue of events. With "late" the desk waits until nobody types: the
proof has to notice that.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QTextEdit, QWidget

from noshow_desk.services import queries, templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit import kept_form
from noshow_desk.ui.session.garbage import Sweeper
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.proof.samples import open_desk

PLACES = ("story", "template as easy text", "template as code")
MARK = "zqxj"  # stands in no template: what was typed begins with it
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
SETTLE_MS = 2_000  # until what the window loads after it was shown is loaded


def main(folder: Path, place: str, seed: int) -> None:
    """Open the vault, go to the field, and type until killed."""
    app = QApplication([])
    _sweeper = Sweeper(app)  # as in the program: Python's garbage is collected by a timer, not at a key
    dress(app, "light")
    desk = open_desk(folder)
    workspace = Workspace(desk)
    workspace.show()
    typist = Typist(_field(workspace, desk, place), random.Random(seed))
    QTimer.singleShot(SETTLE_MS, typist.get_ready)
    app.exec()


class Typist(QObject):
    """Puts one key after the other into the queue of events, for the field that has the cursor."""

    def __init__(self, field: QWidget, chance: random.Random) -> None:
        super().__init__()
        self._field, self._chance, self._typed = field, chance, 0
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._start = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._start.setEnabled(False)
        self._next.timeout.connect(self._on_next_timeout)
        self._start.activated.connect(self._on_start_activated)

    def get_ready(self) -> None:
        """Put the cursor into the field and wait for the word to begin."""
        self._field.setFocus()
        self._start.setEnabled(True)
        _say("ready")

    def _on_start_activated(self) -> None:
        self._start.setEnabled(False)
        self._next.start(0)

    def _on_next_timeout(self) -> None:
        letter = self._letter()
        key = ord(letter.upper())
        _say(f"{monotonic()} {letter}")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.postEvent(self._field, event)
        self._next.start(self._pause())

    def _letter(self) -> str:
        self._typed += 1
        if self._typed <= len(MARK):
            return MARK[self._typed - 1]
        return " " if self._chance.random() < 0.18 else self._chance.choice(LETTERS)

    def _pause(self) -> int:
        """Return the milliseconds until the next key: about 80 words a minute, and now and then a thought."""
        thinks = self._chance.random() < 0.03
        return self._chance.randrange(500, 1_200) if thinks else self._chance.randrange(40, 260)


def _field(workspace: Workspace, desk: Desk, place: str) -> QPlainTextEdit | QTextEdit:
    """Open the page and return the field, its cursor at the end."""
    if place == "story":
        (incident,) = queries.open_incidents(desk)
        workspace.window.open(Wish("incident", incident.incident_id, "story"))
    else:
        workspace.window.open(Wish("template", templates.templates(desk)[0].id))
        words = "Easy" if place == "template as easy text" else "Code"
        buttons = workspace.window.findChildren(QAbstractButton)
        next(one for one in buttons if one.text() == words and one.isVisible()).click()
    QApplication.processEvents()
    window = workspace.window
    fields: list[QPlainTextEdit | QTextEdit] = [*window.findChildren(QPlainTextEdit)]
    fields += window.findChildren(QTextEdit)
    field = next(one for one in fields if _is_asked_for(one))
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def _is_asked_for(field: QPlainTextEdit | QTextEdit) -> bool:
    names = ("In ", "Text of the template")  # "In Marcus’s own words"
    return field.isVisible() and not field.isReadOnly() and field.accessibleName().startswith(names)


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


if __name__ == "__main__":
    if sys.argv[4:] == ["late"]:
        kept_form.LONGEST_MS = 60_000
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
