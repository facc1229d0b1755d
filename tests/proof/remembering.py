"""A desk that remembers: the real program, used through its windows until it is told to lock.

Run as `python -m tests.proof.remembering FOLDER`. What is to be typed comes as one line of JSON on standard
input, so that it stands in no argument and no variable; the next line lets the desk be locked, which replaces
the process.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from noshow_desk import app
from noshow_desk.services import desk as desks
from noshow_desk.ui.session.crash import CrashHandler
from noshow_desk.ui.wishes import Wish
from tests.builders import Clock
from tests.journeys.person import Person

SECONDS = 60.0


class Patience:
    """Waits, where a person waits."""

    def waitUntil(self, happened: Callable[[], bool], *, timeout: int = 0) -> None:
        """Turn the event loop until `happened()`."""
        until = time.monotonic() + max(timeout / 1000, SECONDS)
        while not happened():
            if time.monotonic() > until:
                raise TimeoutError
            QApplication.processEvents()
            time.sleep(0.002)


class Remembering:
    """One person at one desk, and what the person types."""

    def __init__(self, program: app.Program, typed: dict[str, Any]) -> None:
        self._program, self._typed = program, typed
        self._person = Person(cast(QtBot, Patience()))

    def work(self) -> None:
        """Open, add, report, tell, search, copy; wait for a line; lock."""
        try:
            recovery = {"first": self._first_run, "key": self._by_key}.get(
                self._typed["way"], self._by_words
            )()
            self._person.wait_until(lambda: self._program.workspace is not None)
            self._person.workspace = self._program.workspace
            self._use()
            self._lock(recovery)
            self._say({"trouble": "not locked"})
        except BaseException as error:  # a process of its own: what went wrong belongs to the proof
            self._say({"trouble": f"{type(error).__name__}: {error}"[:400]})
        os._exit(1)

    def _lock(self, recovery: str) -> None:
        """Say that all is typed, wait for a line, and lock: by the menu, or by taking new keys."""
        renews = self._typed["way"] == "renewed"
        self._say({"ready": self._renew() if renews else recovery})
        sys.stdin.readline()
        if renews:
            self._person.press("Change the keys")
            self._person.wait_until(lambda: False)
        self._person.choose_menu("Lock")

    def _by_words(self) -> str:
        self._person.enter("Passphrase", self._typed["passphrase"])
        return ""

    def _by_key(self) -> str:
        person = self._person
        person.press("Use the recovery key instead")
        person.enter("Recovery key", self._typed["recovery"])
        person.wait_until(lambda: person.can_press("Not now"))
        person.press("Not now")
        return ""

    def _first_run(self) -> str:
        person = self._person
        person.write("Passphrase", self._typed["passphrase"])
        person.write("Once more", self._typed["passphrase"])
        shown = self._type_key_back()
        person.press("Next: your name")
        person.write("Your name", "Dana Whitfield")
        person.press("Next: where your data lives")
        person.press("Make my vault")
        return shown

    def _renew(self) -> str:
        person = self._person
        person.go("your_data")
        person.press("New keys")
        person.write("Your passphrase now", self._typed["passphrase"])
        person.write("Passphrase", self._typed["next"])
        person.write("Once more", self._typed["next"])
        return self._type_key_back()

    def _type_key_back(self) -> str:
        names = [label.accessibleName() for label in self._person.scope().findChildren(QLabel)]
        shown = next(name for name in names if name.startswith("Recovery key ")).removeprefix("Recovery key ")
        for number, group in enumerate(shown.split("-"), start=1):
            if self._person.sees(f"Group {number}"):
                self._person.write(f"Group {number}", group)
        return shown

    def _use(self) -> None:
        person, typed = self._person, self._typed
        person.press("Add client")
        person.write("First name", typed["first"])
        person.write("Last name", typed["last"])
        person.write("Phone 1", typed["phone"])
        person.press("Add client")
        incident = person.report(typed["first"], waiting=typed["waiting"])
        person.go("incident", incident, "story")
        person.write(f"In {typed['first']}", typed["story"])
        person.go("clients")
        person.write("Filter clients", typed["last"])
        self._program.workspace.window.open(Wish("today"))
        person.write("Search", typed["first"])

    def _say(self, said: dict[str, Any]) -> None:
        print(json.dumps(said), flush=True)


def main(folder: Path) -> int:
    """Start the program and sit down at it."""
    typed = json.loads(sys.stdin.readline())
    desks.wall_clock = Clock()  # so that the buttons for the time are the same at night
    application = app.make_application(sys.argv[:1])
    program = app.Program(application, folder, CrashHandler())
    assert program.start()
    desk = Remembering(program, typed)
    QTimer.singleShot(0, desk.work)
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
