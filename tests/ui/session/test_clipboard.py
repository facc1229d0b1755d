"""What is copied: plain text, marked, cleared after a minute, on lock and on quit; somebody else's stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.clipboard import MARKS, copy_text, holds_ours
from noshow_desk.ui.kit.inputs import LineField, TextField
from noshow_desk.ui.session.clipboard_guard import CLEAR_AFTER_MS, ClipboardGuard
from noshow_desk.ui.templates.code_editor import CodeEditor

COPY = Qt.Key.Key_C
CUT = Qt.Key.Key_X


@pytest.fixture
def guard(qtbot: QtBot) -> Iterator[ClipboardGuard]:
    """A guard that clears after a moment instead of a minute."""
    QGuiApplication.clipboard().clear()
    made = ClipboardGuard(clear_after_ms=80)
    yield made
    made.clear()
    shiboken6.delete(made)


def on_clipboard() -> str:
    """Return the words on the clipboard."""
    return QGuiApplication.clipboard().text()


def press(guard: ClipboardGuard, field: QLineEdit | QPlainTextEdit, key: Qt.Key) -> bool:
    """Hand the guard Ctrl and `key` in `field`, as the filter does; say whether it did the copying."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
    return guard.copies(field, event)


def test_every_mark_is_there() -> None:
    copy_text("Marcus Reed")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Marcus Reed" and not data.hasHtml()
    assert {mark: bytes(data.data(mark).data()) for mark in MARKS} == MARKS
    assert {"CanIncludeInClipboardHistory", "x-kde-passwordManagerHint"} <= set(data.formats())


def test_a_minute_it_is() -> None:
    assert CLEAR_AFTER_MS == 60_000


def test_ours_goes_after_its_time(qtbot: QtBot, guard: ClipboardGuard) -> None:
    copy_text("Marcus Reed")
    assert on_clipboard() == "Marcus Reed"
    qtbot.waitUntil(lambda: on_clipboard() == "", timeout=5_000)


def test_copying_again_begins_to_count_anew(qtbot: QtBot, guard: ClipboardGuard) -> None:
    copy_text("one")
    guard._pause.setInterval(60_000)
    copy_text("two")
    qtbot.wait(150)
    assert on_clipboard() == "two"


def test_somebody_else_s_words_stay(qtbot: QtBot, guard: ClipboardGuard) -> None:
    copy_text("Marcus Reed")
    other = QMimeData()
    other.setText("a shopping list")
    QGuiApplication.clipboard().blockSignals(True)  # as another program does: we are not asked
    QGuiApplication.clipboard().setMimeData(other)
    QGuiApplication.clipboard().blockSignals(False)
    guard.clear()
    qtbot.wait(150)
    assert on_clipboard() == "a shopping list"


@pytest.mark.parametrize("make", [LineField, TextField, CodeEditor])
def test_copying_by_key_in_a_field_is_marked(
    qtbot: QtBot, guard: ClipboardGuard, make: type[LineField | TextField | CodeEditor]
) -> None:
    field = make()
    qtbot.addWidget(field)
    field.set_value("Marcus Reed")
    field.selectAll()
    assert press(guard, field, COPY)
    assert on_clipboard() == "Marcus Reed" and holds_ours()
    assert press(guard, field, CUT)
    assert field.value() == "" and holds_ours()


def test_a_field_that_only_shows_keeps_what_is_cut(qtbot: QtBot, guard: ClipboardGuard) -> None:
    field = LineField("Marcus Reed")
    qtbot.addWidget(field)
    field.setReadOnly(True)
    field.selectAll()
    assert press(guard, field, CUT)
    assert field.value() == "Marcus Reed" and on_clipboard() == "Marcus Reed"


def test_a_passphrase_is_not_copied(qtbot: QtBot, guard: ClipboardGuard) -> None:
    field = LineField("harbor lantern copper seven")
    qtbot.addWidget(field)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.selectAll()
    assert not press(guard, field, COPY)
    QTest.keyClick(field, COPY, Qt.KeyboardModifier.ControlModifier)
    assert on_clipboard() == ""


def test_other_keys_are_left_alone(qtbot: QtBot, guard: ClipboardGuard) -> None:
    field = LineField("Marcus")
    qtbot.addWidget(field)
    field.selectAll()
    assert not press(guard, field, Qt.Key.Key_V)
    assert not guard.copies(field, QKeyEvent(QEvent.Type.KeyPress, COPY, Qt.KeyboardModifier.NoModifier))
    assert field.value() == "Marcus" and on_clipboard() == ""


@pytest.mark.xvfb
def test_what_a_menu_copies_is_marked_too(qtbot: QtBot, guard: ClipboardGuard) -> None:
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("this platform does not know whose the clipboard is")
    field = LineField("Marcus Reed")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()  # what "Copy" in the menu of a field does
    qtbot.waitUntil(holds_ours, timeout=5_000)
    assert on_clipboard() == "Marcus Reed"
    qtbot.waitUntil(lambda: on_clipboard() == "", timeout=5_000)


@pytest.mark.parametrize("make", [LineField, TextField, CodeEditor])
def test_pasted_text_is_plain(qtbot: QtBot, make: type[LineField | TextField | CodeEditor]) -> None:
    data = QMimeData()
    data.setText("Marcus")
    data.setHtml("<b>Marcus</b> <img src='file:///etc/passwd'>")
    QGuiApplication.clipboard().setMimeData(data)
    field = make()
    qtbot.addWidget(field)
    field.paste()
    assert field.value() == "Marcus"
    QGuiApplication.clipboard().clear()
