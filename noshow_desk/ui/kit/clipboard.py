"""The one way words go to the clipboard: marked so that histories leave them out, and never as rich text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

OURS = "application/x-noshow-desk"  # tells what we put there from what anybody else did
PIECES = "application/x-noshow-desk-template"  # words with fields and frames as a template spells them
# To add a history that can be asked to look away: its mark here. Those of macOS look for a type of its own
# (org.nspasteboard.ConcealedType) that Qt's Python side cannot set; there the words are only cleared.
MARKS = {
    OURS: b"1",
    # Windows: its own history, its cloud, and monitors that keep to its rules.
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    # KDE's Klipper, and others that follow it.
    "x-kde-passwordManagerHint": b"secret",
}


class MarksCopies:
    """A field that puts what it copies and cuts on the clipboard by `copy_data`, also by keys."""


def copy_text(text: str) -> None:
    """Put `text` on the clipboard."""
    data = QMimeData()
    data.setText(text)
    _put(data)


def copy_data(chosen: QMimeData) -> None:
    """Put what a field lends on the clipboard: its plain text, and with it the fields and frames in it."""
    data = QMimeData()
    data.setText(chosen.text())
    if chosen.hasFormat(PIECES):
        data.setData(PIECES, chosen.data(PIECES))
    _put(data)


def _put(data: QMimeData) -> None:
    for mark, value in MARKS.items():
        data.setData(mark, value)
    QGuiApplication.clipboard().setMimeData(data)


def holds_ours() -> bool:
    """Say whether what we put on the clipboard is still there."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # PySide's stubs know no None
    return data is not None and data.hasFormat(OURS)
