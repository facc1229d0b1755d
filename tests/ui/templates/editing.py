"""The template editor on the screen, for its tests."""

from __future__ import annotations

from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
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
