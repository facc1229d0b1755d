"""What is copied does not stay: marked for histories, cleared after a minute, on lock and on quit.

Copying in a field is no exception: a name or a number from a record is as private as a whole letter.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from noshow_desk.ui.kit.clipboard import MarksCopies, copy_data, holds_ours

CLEAR_AFTER_MS = 60_000  # SAFETY.md, "Other doors"


class ClipboardGuard(QObject):
    """Looks after the clipboard while the vault is open."""

    def __init__(self, parent: QObject | None = None, *, clear_after_ms: int = CLEAR_AFTER_MS) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._pause = QTimer(self, singleShot=True, interval=clear_after_ms)
        self._pause.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._on_clipboard_data_changed)

    def clear(self) -> None:
        """Take away what we put there; what somebody else put there since stays."""
        self._pause.stop()
        if holds_ours():
            self._clipboard.clear()
        if self._clipboard.ownsSelection():  # X11: what is merely selected can be pasted too
            self._clipboard.clear(QClipboard.Mode.Selection)

    def copies(self, watched: QObject, event: QKeyEvent) -> bool:
        """Copy or cut what is selected in a field, marked from the start; True when that was wanted.

        Left to the field, a history would see the words before they carry the marks, unless it sees to that.
        """
        cut = event.matches(QKeySequence.StandardKey.Cut)
        if not cut and not event.matches(QKeySequence.StandardKey.Copy):
            return False
        if not isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit) or isinstance(
            watched, MarksCopies
        ):
            return False
        data = _selected(watched)
        if not data.text():
            return False  # nothing is selected, or it is a passphrase: the field does the right thing
        copy_data(data)
        if cut and not watched.isReadOnly():
            _remove_selected(watched)
        return True

    def _on_clipboard_data_changed(self) -> None:
        """Begin to count; words of ours that came another way (a menu of a field) are marked first."""
        if holds_ours():
            self._pause.start()
            return
        self._pause.stop()
        data = self._clipboard.mimeData() if self._clipboard.ownsClipboard() else None
        if data is not None and data.hasText():
            copy_data(data)


def _selected(field: QLineEdit | QPlainTextEdit | QTextEdit) -> QMimeData:
    """Return what a field lends: a text asks itself, for it may hold more than letters."""
    if not isinstance(field, QLineEdit):
        return field.createMimeDataFromSelection()
    data = QMimeData()
    data.setText(field.selectedText() if field.echoMode() is QLineEdit.EchoMode.Normal else "")
    return data


def _remove_selected(field: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
    if isinstance(field, QLineEdit):
        field.del_()
        return
    # As its Delete key does: a text may keep parts of what is selected.
    delete = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(field, delete)
