"""Somebody at the desk: finds things by the words on the screen, and uses mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.front.window import FrontWindow
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace

Found = TypeVar("Found", bound=QWidget)


class Person:
    """Works in the window of `workspace`. Every method fails when what it names is not on the screen."""

    def __init__(self, qtbot: QtBot, workspace: Workspace | None = None) -> None:
        self._qtbot = qtbot
        self.workspace = workspace

    @property
    def window(self) -> QWidget:
        """The window on screen: the one on the open vault, else the front door."""
        if self.workspace is not None:
            return self.workspace.window
        return next(
            top for top in QApplication.topLevelWidgets() if isinstance(top, FrontWindow) and top.isVisible()
        )

    @property
    def desk(self) -> Desk:
        """The open desk, to look at what was kept."""
        assert self.workspace is not None
        return self.workspace.desk

    def go(self, kind: str, record_id: str = "", detail: str = "") -> None:
        """Follow a wish, as a click on a list or a card does."""
        assert self.workspace is not None
        assert self.workspace.window.open(Wish(kind, record_id, detail))
        QApplication.processEvents()

    def report(self, who: str, *, waiting: str = "Ms. Rosa Alvarez", time: str = "Today 9:00 AM") -> str:
        """Fill the four boxes; return the incident."""
        self.press("Missed appointment")
        self.write("Who missed it", who)
        self.write("Who is waiting", waiting)
        self.write("Their number", "555-0142")
        self.press(time)
        self.press("Put it right")
        return next(row.incident_id for row in queries.open_incidents(self.desk) if who in row.client_name)

    def scope(self) -> QWidget:
        """Return what takes clicks now: the newest open dialog, else the window."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        return QApplication.activeModalWidget() or self.window

    def press(self, words: str, *, of: str = "") -> None:
        """Click the button, option or box with these words (the beginning is enough).

        `of` is the question above it, where several have the same answer.
        """
        button = self._one(QAbstractButton, words, of)
        _bring_into_view(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _inside(button))
        QApplication.processEvents()

    def button_with(self, words: str) -> str:
        """Return the words of the button that has `words` somewhere in it."""
        names = [name for one in self._all(QAbstractButton) for name in _names(one) if words in name]
        assert names, f"no button with {words!r}"
        return names[0]

    def can_press(self, words: str) -> bool:
        """Say whether a button with these words is there to be pressed."""
        return any(_matches(one, words) for one in self._all(QAbstractButton))

    def write(self, label: str, text: str) -> None:
        """Type `text` into the field with this label, in place of what stands there."""
        fields = [one for one in self._editors() if one.accessibleName().startswith(label)]
        assert fields, f"no field {label!r}; there are {[one.accessibleName() for one in self._editors()]}"
        field = fields[0]
        _bring_into_view(field)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        if isinstance(field, QPlainTextEdit) or not text.isascii():
            # As an input method brings it: QTest has no keys for most scripts, and a line break is Enter.
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)
        else:
            QTest.keyClicks(field, text)
        QApplication.processEvents()

    def has_field(self, label: str) -> bool:
        """Say whether a field with this label is on the screen."""
        return any(one.accessibleName().startswith(label) for one in self._editors())

    def written(self, label: str) -> str:
        """Return what stands in the field with this label, once it is on the screen."""
        self.wait_until(lambda: self.has_field(label))
        field = next(one for one in self._editors() if one.accessibleName().startswith(label))
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def enter(self, label: str, text: str) -> None:
        """Type `text` into the field with this label and press Enter."""
        self.write(label, text)
        field = next(one for one in self._editors() if one.accessibleName().startswith(label))
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def pick(self, label: str, words: str) -> None:
        """Choose `words` in the list with this label."""
        combos = [one for one in self._all(QComboBox) if one.accessibleName().startswith(label)]
        assert combos, (
            f"no list {label!r}; there are {[one.accessibleName() for one in self._all(QComboBox)]}"
        )
        combo = combos[0]
        at = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
        assert at >= 0, f"no {words!r} in {label!r}"
        combo.setFocus()
        combo.setCurrentIndex(at)
        combo.activated.emit(at)
        QApplication.processEvents()

    def choose_menu(self, words: str) -> None:
        """Choose an entry of the menu bar."""
        for action in self.window.findChildren(QAction):
            if _plain(action.text()).startswith(words):
                action.trigger()
                QApplication.processEvents()
                return
        raise AssertionError(f"no menu entry {words!r}")

    def sees(self, words: str) -> bool:
        """Say whether these words stand somewhere on the screen, on a label or a button."""
        scope = self.scope()
        texts = [label.text() for label in scope.findChildren(QLabel) if label.isVisible()]
        texts += [_plain(button.text()) for button in self._all(QAbstractButton)]
        return any(words in text for text in texts)

    def save_as(self, path: Path) -> None:
        """Answer the file dialog that is open."""
        dialog = self.scope()
        assert isinstance(dialog, QFileDialog), f"no file dialog but {type(dialog).__name__}"
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        dialog.accept()
        QApplication.processEvents()

    def print_to(self, path: Path) -> None:
        """Answer the print dialog that is open: to a file instead of a printer."""
        dialog = self.scope()
        assert isinstance(dialog, QPrintDialog), f"no print dialog but {type(dialog).__name__}"
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        dialog.done(QDialog.DialogCode.Accepted)
        QApplication.processEvents()

    def wait_until(self, happened: object, timeout: int = 10_000) -> None:
        """Wait until `happened()` is true."""
        self._qtbot.waitUntil(happened, timeout=timeout)

    def _editors(self) -> list[QLineEdit | QPlainTextEdit]:
        found: list[QLineEdit | QPlainTextEdit] = [*self._all(QLineEdit), *self._all(QPlainTextEdit)]
        return [one for one in found if not one.isReadOnly()]

    def _all(self, kind: type[Found]) -> list[Found]:
        scope = self.scope()
        return [one for one in scope.findChildren(kind) if one.isVisible() and one.isEnabled()]

    def _one(self, kind: type[Found], words: str, of: str = "") -> Found:
        found = [one for one in self._all(kind) if _matches(one, words) and _is_under(one, of)]
        exact = [one for one in found if words in {_plain(one.text()), one.accessibleName()}]
        names = sorted({name for one in self._all(kind) for name in _names(one) if name})
        assert found, f"nothing to press is called {words!r}; there are {names}"
        return (exact or found)[0]


def _names(widget: QWidget) -> Iterator[str]:
    yield _plain(widget.text()) if isinstance(widget, QAbstractButton) else ""
    yield widget.accessibleName()


def _matches(widget: QWidget, words: str) -> bool:
    return any(name.startswith(words) for name in _names(widget))


def _is_under(widget: QWidget, question: str) -> bool:
    above = widget.parentWidget()
    while question and above is not None:
        if above.accessibleName().startswith(question):
            return True
        above = above.parentWidget()
    return not question


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _inside(button: QAbstractButton) -> QPoint:
    return QPoint(min(20, button.width() // 2), min(16, button.height() // 2))


def _bring_into_view(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget)
