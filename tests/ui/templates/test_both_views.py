"""What is changed in the Code view can be undone in the Easy view, and what was typed there before, too."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.services import templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.text_pane import CODE, EASY, TextPane
from noshow_desk.ui.wishes import Wish
from tests.ui.templates.editing import editor_as_code


def add_in_code(pane: TextPane, text: str) -> None:
    """Add words at the beginning in the Code view and come back."""
    pane._on_view_chosen(CODE)
    pane.code.moveCursor(pane.code.textCursor().MoveOperation.Start)
    pane.code.insertPlainText(text)
    pane._on_view_chosen(EASY)


def test_an_undo_leads_back_before_the_code(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = editor_as_code(qtbot, desk, bridge, templates.templates(desk)[0].id)
    pane = page.text
    first = pane.source()
    pane._on_view_chosen(EASY)
    QTest.keyClicks(pane.easy, "Typed")
    typed = pane.source()
    add_in_code(pane, "{% if client.phone %}Coded{% endif %} ")
    coded = pane.source()
    assert coded == "{% if client.phone %}Coded{% endif %} " + typed
    for wanted in (typed, first):
        pane.easy.undo()
        assert pane.source() == wanted
    assert not pane.easy.document().isUndoAvailable()
    for wanted in (typed, coded):
        pane.easy.redo()
        assert pane.source() == wanted


def test_no_undo_leads_to_another_template(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    one, other = templates.templates(desk)[:2]
    page = editor_as_code(qtbot, desk, bridge, one.id)
    page.text._on_view_chosen(EASY)
    QTest.keyClicks(page.text.easy, "Typed")
    page.text._on_view_chosen(CODE)
    page.visit(Wish("template", other.id))
    page.text._on_view_chosen(EASY)
    assert page.text.source() == other.source and not page.text.easy.document().isUndoAvailable()
