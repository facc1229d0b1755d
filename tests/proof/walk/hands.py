"""The person who walks: uses the windows as the journeys do, and fills every field that is on the screen."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QTextEdit, QWidget

from noshow_desk.app import Program
from noshow_desk.ui.kit.lines import SearchBox
from noshow_desk.ui.kit.moments import _WordsField
from noshow_desk.ui.shell.page import Page
from tests.journeys.person import Person
from tests.proof.marks import MARKS, hostile

SHORTEST = 12  # fields that take fewer letters are numbers
NAME = 95  # two of them make a name that still fits a line


def tell(kind: str, text: str) -> None:
    """Say something to whoever started the run, on one line."""
    print(f"{kind}\t{text}", flush=True)


class Waiter:
    """Waits as pytest-qt does, without pytest."""

    def waitUntil(self, happened: Callable[[], object], *, timeout: int) -> None:
        """Let the program go on until `happened()`; fail after `timeout` milliseconds."""
        until = time.monotonic() + timeout / 1000
        while not happened():
            if time.monotonic() > until:
                raise AssertionError(f"waited {timeout} ms in vain")
            QTest.qWait(10)


class Shown(QObject):
    """Remembers the class of every widget that was shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.names: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of what is shown, the widgets whose kind it is included."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            for kind in type(watched).__mro__:
                if issubclass(kind, QWidget) and kind.__module__.startswith("noshow_desk."):
                    self.names.add(f"{kind.__module__}.{kind.__qualname__}")
        return False


class Hands(Person):
    """Somebody at `program`, who writes marked and hostile texts wherever something can be written.

    `place` is the folder of the run: files go to its `exports`, hostile texts point to its canary.
    """

    def __init__(self, program: Program, place: Path, canary: Path) -> None:
        super().__init__(Waiter())  # type: ignore[arg-type]  # only its waitUntil is used
        self.program, self.place, self.canary = program, place, canary
        self.typed_passphrase = ""
        self.exports = place / "exports"
        self._marks = itertools.cycle(MARKS)
        self._hostile = itertools.cycle(hostile(str(canary)))

    def words(self) -> str:
        """Return the next marked text."""
        return f"{next(self._marks)} {next(self._hostile)}"

    def opened(self) -> None:
        """Wait until the vault is open, and sit down at its window."""
        self.wait_until(lambda: self.program.workspace is not None, timeout=60_000)
        self.workspace = self.program.workspace
        self.window.showNormal()
        self.window.resize(1366, 736)
        self.settle()

    def page(self) -> Page:
        """Return the page on the screen."""
        page = self.workspace.window.pages.page() if self.workspace is not None else None
        assert page is not None
        return page

    def fields(self) -> list[Any]:
        """Return every field on the screen that can be written into."""
        rich = [one for one in self._all(QTextEdit) if not one.isReadOnly()]
        return [*self._editors(), *rich]

    def fill(self, only: Callable[[QWidget], bool] | None = None) -> int:
        """Write a marked text into every empty or filled field on the screen; return how many there were.

        Days, times, numbers, searches and what is typed as dots are left to those who know what goes there.
        """
        filled = 0
        for field in self.fields():
            if _takes_words(field) and (only is None or only(field)):
                most = NAME if "name" in field.accessibleName().lower() else None
                self.commit(field, self.words()[:most])
                filled += 1
        self.settle()
        return filled

    def commit(self, field: Any, text: str) -> None:
        """Write `text` in place of what stands in `field`, as an input method does."""
        field.setFocus()
        field.selectAll()
        event = QInputMethodEvent()
        event.setCommitString(text[: field.maxLength()] if isinstance(field, QLineEdit) else text)
        QApplication.sendEvent(field, event)

    def settle(self, ms: int = 30) -> None:
        """Let the program do what it put off for a moment."""
        QTest.qWait(ms)

    def key(self, keys: str) -> None:
        """Press a shortcut where the keyboard is."""
        scope = self.scope()
        QTest.keySequence(scope.focusWidget() or scope, QKeySequence(keys))
        self.settle()

    def dialog(self) -> QDialog:
        """Return the dialog on the screen."""
        found = self.scope()
        assert isinstance(found, QDialog), f"no dialog but {type(found).__name__}"
        return found

    def open_dialog(self, name: str) -> QDialog:
        """Wait for the dialog of this class and return it."""
        self.wait_until(lambda: type(self.scope()).__name__ == name, timeout=10_000)
        return self.dialog()

    def close_dialogs(self) -> None:
        """Close whatever is open over the window."""
        while isinstance(top := self.scope(), QDialog):
            top.reject()
            self.settle()

    def save_to(self, name: str) -> Path:
        """Answer the file dialog with `name` in the folder of exports."""
        path = self.exports / name
        path.parent.mkdir(exist_ok=True)
        tell("export", name)
        self.wait_until(lambda: type(self.scope()).__name__ == "QFileDialog", timeout=10_000)
        self.dialog().setDirectory(str(path.parent))  # type: ignore[attr-defined]  # goes there first
        self.save_as(path)
        self.settle()
        assert path.stat().st_size, name
        return path

    def open_from(self, path: Path) -> None:
        """Answer the file dialog that asks for a file with this one."""
        self.wait_until(lambda: type(self.scope()).__name__ == "QFileDialog", timeout=10_000)
        self.dialog().setDirectory(str(path.parent))  # type: ignore[attr-defined]  # goes there first
        self.save_as(path)
        self.settle()

    def print_out(self, name: str) -> None:
        """Answer the print dialog: to a file."""
        self.wait_until(lambda: type(self.scope()).__name__ == "QPrintDialog", timeout=10_000)
        tell("export", name)
        self.print_to(self.exports / name)
        self.settle()

    def on_screen(self) -> str:
        """Return what is open and what it says: for whoever looks why the walk stopped."""
        scope = self.scope()
        said = [one.text()[:80] for one in scope.findChildren(QLabel) if one.isVisible() and one.text()]
        return f"{type(scope).__name__}: {said}"

    def return_key(self) -> None:
        """Press Enter where the keyboard is."""
        scope = self.scope()
        QTest.keyClick(scope.focusWidget() or scope, Qt.Key.Key_Return)
        self.settle()


def _takes_words(field: QWidget) -> bool:
    if not isinstance(field, QLineEdit):
        return True
    return (
        not isinstance(field, _WordsField | SearchBox)
        and field.echoMode() is QLineEdit.EchoMode.Normal
        and field.maxLength() > SHORTEST
    )
