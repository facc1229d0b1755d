"""The template editor on the screen, for its tests."""

from __future__ import annotations

from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.wishes import Wish
from tests.ui.kit.fake_dialogs import FakeDialogs

# What moves in a text and changes it.
KEYS = st.sampled_from(
    [
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Return,
        Qt.Key.Key_Space,
        Qt.Key.Key_A,
    ]
)


def editor_as_code(qtbot: QtBot, desk: Desk, bridge: Bridge, template_id: str) -> TemplateEditorPage:
    """Return the editor on a template, in its Code view."""
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.resize(1270, 640)
    page.show()
    page.visit(Wish("template", template_id))
    page.text._on_view_chosen("code")
    return page


def easy_view(qtbot: QtBot, source: str = "") -> EasyEditor:
    """Return an Easy view on the screen."""
    made = EasyEditor()
    qtbot.addWidget(made)
    made.resize(560, 500)
    made.set_value(source)
    made.show()
    return made


def mark(editor: EasyEditor, kind: str, *, behind: bool) -> None:
    """Put the cursor before or behind the first mark of a kind."""
    found = next(one for one in pills(editor.document()) if one.kind == kind)
    at = found.end if behind else found.start
    editor.choose(at, at)


def stand(editor: EasyEditor, words: str, *, behind: bool = False) -> None:
    """Put the cursor before or behind these words."""
    found = editor.document().find(words)
    assert not found.isNull()
    at = found.selectionEnd() if behind else found.selectionStart()
    editor.choose(at, at)


def undone(editor: EasyEditor) -> str:
    """Undo all and return the text."""
    while editor.document().isUndoAvailable():
        editor.undo()
    return editor.value()


def place_of(editor: EasyEditor, words: str | int) -> QPointF:
    """Return where on the editor these words begin, or a position is."""
    cursor = editor.textCursor()
    cursor.setPosition(words if isinstance(words, int) else editor.document().find(words).selectionStart())
    return QPointF(editor.cursorRect(cursor).center())


def drop(
    editor: EasyEditor, data: QMimeData, at: QPointF, act: Qt.DropAction = Qt.DropAction.CopyAction
) -> bool:
    """Drop `data` on the editor and say whether it was taken."""
    event = QDropEvent(at, act, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    editor.dropEvent(event)
    return event.isAccepted() and event.dropAction() == act
