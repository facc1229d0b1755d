"""A desk of its own, to be killed: types into the wizard for ever and says each second what it has typed.

Run as `python -m tests.journeys.half_filled FOLDER`; the vault's passphrase is the one of the journeys.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from noshow_desk.ui.dress import dress
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import Clock, missed_by_marcus
from tests.journeys.conftest import open_desk

EVERY_MS = 50


class Typist:
    """Types one word after the other into the client's story."""

    def __init__(self, workspace: Workspace, incident: str) -> None:
        workspace.window.open(Wish("incident", incident, "story"))
        fields = workspace.window.findChildren(QPlainTextEdit)
        self._field = next(one for one in fields if one.accessibleName().startswith("In Marcus"))
        self._count = 0

    def type_one(self) -> None:
        """Type the next word and say so."""
        QTest.keyClicks(self._field, f"w{self._count} ")
        print(self._count, flush=True)
        self._count += 1


def main(folder: Path) -> None:
    """Open the vault, report, reach, and type until killed."""
    app = QApplication([])
    dress(app, "light")
    desk = open_desk(folder, Clock())
    incident = missed_by_marcus(desk)
    workspace = Workspace(desk)
    workspace.show()
    typist = Typist(workspace, incident)
    timer = QTimer()
    timer.timeout.connect(typist.type_one)
    timer.start(EVERY_MS)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
