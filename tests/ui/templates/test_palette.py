"""The palette beside the editor: a field is found by its plain name, with the keys alone, and read whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.services import templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from tests.ui.templates.editing import editor_as_code


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplateEditorPage:
    """The editor on the first template there is, with nothing in it."""
    page = editor_as_code(qtbot, desk, bridge, templates.templates(desk)[0].id)
    page.text.editor.selectAll()
    page.text.editor.insertPlainText("")
    return page


def test_enter_in_the_box_puts_in_what_it_found_and_down_goes_on_in_the_list(
    editor: TemplateEditorPage,
) -> None:
    palette = editor.palette_pane
    palette.box.setFocus()
    QTest.keyClicks(palette.box, "last name")
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert editor.text.editor.value() == "{{ client.last_name }}"
    palette.box.setFocus()
    QTest.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.list.hasFocus() and palette.list.key() != "client.last_name"
    palette.box.setFocus()
    QTest.keyClicks(palette.box, " of nobody")
    QTest.keyClick(palette.box, Qt.Key.Key_Down)
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.box.hasFocus() and editor.text.editor.value() == "{{ client.last_name }}"


@pytest.mark.parametrize("typed", ["teléfono de quien", "TELEFONO", "telefono del", "direccion  de su"])
def test_a_field_is_found_with_and_without_its_accents(
    qtbot: QtBot, desk: Desk, bridge: Bridge, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(i18n, "_screen", "es")
    page = editor_as_code(qtbot, desk, bridge, templates.templates(desk)[0].id)
    page.palette_pane.box.edited.emit(typed)  # QTest types ASCII only
    first = page.palette_pane.list.currentIndex().data()
    assert page.palette_pane.none.isHidden() and unaccented(typed) in unaccented(first)


def unaccented(text: str) -> str:
    """Return `text` without case, and as if nobody had an accent on the keyboard."""
    return " ".join(text.casefold().translate(str.maketrans("áéíóú", "aeiou")).split())


def test_a_long_name_of_a_field_stands_whole_in_two_lines(editor: TemplateEditorPage) -> None:
    fields = editor.palette_pane.list
    heights = {
        row.title: fields.visualRect(fields.model().index(at)).height()
        for at, row in enumerate(editor.palette_pane.model._rows)
    }
    line = heights["First name"]
    assert heights["Your name (first name only without consent)"] > 1.5 * line
    assert max(heights.values()) < 2.5 * line and not fields.horizontalScrollBar().maximum()


@pytest.mark.parametrize("view", ["easy", "code"])
def test_ctrl_space_finds_fields_with_and_without_accents(
    qtbot: QtBot, desk: Desk, bridge: Bridge, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    monkeypatch.setattr(i18n, "_screen", "es")
    page = editor_as_code(qtbot, desk, bridge, templates.templates(desk)[0].id)
    page.text.editor.selectAll()
    page.text.editor.insertPlainText("")
    page.text._on_view_chosen(view)
    editor = page.text.editor
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "telefono d" if view == "easy" else "client.ph")
    assert editor._offers.is_open() and editor._offers.completionCount() >= 1
    QTest.keyClick(editor._offers.popup(), Qt.Key.Key_Return)
    assert editor.value().strip("{} ") == "client.phone"


def plan_card(qtbot: QtBot, desk: Desk, bridge: Bridge, view: str) -> TemplateEditorPage:
    """Return the editor on the plan card, which holds a list."""
    page = editor_as_code(qtbot, desk, bridge, "starter-en-plan_card")
    page.text._on_view_chosen(view)
    return page


def stand_behind(page: TemplateEditorPage, words: str) -> None:
    """Put the cursor behind some words."""
    cursor = page.text.editor.document().find(words)
    assert cursor.hasSelection()
    cursor.setPosition(cursor.selectionEnd())
    page.text.editor.setTextCursor(cursor)


@pytest.mark.parametrize("view", ["easy", "code"])
def test_inside_a_list_the_palette_has_the_fields_of_its_rows(
    qtbot: QtBot, desk: Desk, bridge: Bridge, view: str
) -> None:
    page = plan_card(qtbot, desk, bridge, view)
    palette = page.palette_pane
    assert palette.model.row_of("row.if_part") < 0
    stand_behind(page, "- If ")
    qtbot.waitUntil(lambda: palette.model.row_of("row.if_part") == 1, timeout=10_000)
    assert palette.model.index(0).data() == "In this list: If-then plans"
    assert palette.model.index(1).data() == "what may happen"
    palette.box.setFocus()
    QTest.keyClicks(palette.box, "client does then")
    assert palette.list.key() == "row.then_part"
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert "- If {{ row.then_part }}{{ row.if_part | bare }}" in page.text.source()
    assert not page.preview.status.text().startswith("1 problem") and page.text.problem.isHidden()
    palette.box.clear()
    palette.box.edited.emit("")
    stand_behind(page, "Running late?")
    qtbot.waitUntil(lambda: palette.model.row_of("row.if_part") < 0, timeout=10_000)


@pytest.mark.parametrize(
    ("view", "first", "typed"), [("easy", "what may happen", "does then"), ("code", "row.if_part", "then_p")]
)
def test_ctrl_space_inside_a_list_offers_the_fields_of_its_rows_first(
    qtbot: QtBot, desk: Desk, bridge: Bridge, view: str, first: str, typed: str
) -> None:
    page = plan_card(qtbot, desk, bridge, view)
    editor = page.text.editor
    stand_behind(page, "- If ")
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor._offers.completionModel().index(0, 0).data() == first
    QTest.keyClicks(editor, typed)
    QTest.keyClick(editor._offers.popup(), Qt.Key.Key_Return)
    assert "- If {{ row.then_part }}{{ row.if_part | bare }}" in editor.value()
    stand_behind(page, "Running late?")
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor._offers.completionModel().index(0, 0).data() != first
