"""The template editor in a narrow window with large letters: room for the text, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.services import templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit.base import text_width
from noshow_desk.ui.templates.easy_document import pills
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from tests.ui.templates.editing import editor_as_code

# What a window of 1024 by 640 leaves below its menu, its bar and the line about the practice vault, at 140 %.
ROOM = (895, 486)


@pytest.fixture(params=["en", "es"])
def page(
    qapp: QApplication,
    qtbot: QtBot,
    desk: Desk,
    bridge: Bridge,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[TemplateEditorPage]:
    """The editor on an apology, so large and so narrow, in each language of the screens."""
    monkeypatch.setattr(i18n, "_screen", request.param)
    wanted = (PaperKind.APOLOGY, request.param, Channel.LETTER)
    found = templates.templates(desk)
    apology = next(one for one in found if (one.kind, one.language, one.channel) == wanted)
    try:
        dress(qapp, "light", 1.4)
        page = editor_as_code(qtbot, desk, bridge, apology.id)
        page.text._on_view_chosen("easy")
        page.resize(*ROOM)
        yield page
    finally:
        dress(qapp, "light", 1.0)


def line_pitch(page: TemplateEditorPage) -> float:
    """Return how far one line of plain words is below another."""
    easy = page.text.easy
    easy.selectAll()
    easy.insertPlainText("One.\nTwo.\nThree.")
    first = easy.document().firstBlock().next()
    tops = [easy.document().documentLayout().blockBoundingRect(one).top() for one in (first, first.next())]
    return tops[1] - tops[0]


def has_no_empty_line(page: TemplateEditorPage) -> bool:
    """Say whether what stands above the text takes two rows and no more."""
    note, row = page.text.note, page.text.use_button.height()
    return page.text.head.height() <= row + max(note.heightForWidth(note.width()), row) + 20


def test_the_text_has_eight_lines_and_nothing_is_cut(qtbot: QtBot, page: TemplateEditorPage) -> None:
    for typed in (False, True):
        if typed:
            page.text.easy.insertPlainText("Typed. ")
            page._kept.flush()  # says when it was kept
        qtbot.waitUntil(lambda: page.text.throw_away_button.isVisible() is typed)  # noqa: B023
        head = page.text.head
        qtbot.waitUntil(lambda: has_no_empty_line(page))
        assert all(head.rect().contains(one.geometry()) for one in (page.text.note, page.text.use_button))
        assert page.text.note.height() >= page.text.note.heightForWidth(page.text.note.width())
        assert page.text.use_button.width() >= page.text.use_button.sizeHint().width()
        assert not page.preview.paper.horizontalScrollBar().maximum()
        assert page.preview.case.width() >= text_width("Sample: Marcus Reed", page.preview.case.font()) + 40
    assert page.text.name.width() >= text_width("Apology after two voicemails", page.text.name.font()) + 20
    view = page.text.easy.viewport().height()
    assert view >= 8 * line_pitch(page)


def test_the_head_says_there_whose_the_text_is_and_when_it_was_kept(page: TemplateEditorPage) -> None:
    assert page.text.status.isHidden() and page.text.origin.isHidden()
    page.text.easy.insertPlainText("Typed. ")
    page._kept.flush()
    assert page.text.status.text() in page.text.note.text()
    page._on_text_use_wanted()
    assert page.text.note.text().startswith(page.text.origin.text())
    page.resize(1900, 700)
    assert page.text.origin.isVisible() and page.text.status.isVisible()
    assert page.text.origin.text() not in page.text.note.text()


def ask_for_fields(qtbot: QtBot, page: TemplateEditorPage) -> None:
    page.text.fields_button.click()
    qtbot.waitUntil(lambda: page.text.width() == page.width() - page.palette_pane.width())


def test_fields_that_are_asked_for_leave_the_rest_to_the_text(qtbot: QtBot, page: TemplateEditorPage) -> None:
    ask_for_fields(qtbot, page)
    assert page.palette_pane.isVisible() and page.preview.isHidden()
    page.text.fields_button.click()
    assert page.palette_pane.isHidden() and page.preview.isVisible()


def test_a_pill_that_is_longer_than_its_line_breaks_between_words(
    qtbot: QtBot, page: TemplateEditorPage
) -> None:
    ask_for_fields(qtbot, page)
    document = page.text.easy.document()
    broken = 0
    for pill in pills(document):
        block = document.findBlock(pill.start)
        for number in range(block.layout().lineCount()):
            end = block.position() + block.layout().lineAt(number).textStart()
            if pill.start < end < pill.end:
                broken += 1
                cursor = QTextCursor(document)
                cursor.setPosition(end - 1)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                assert cursor.selectedText() == " ", pill.words
    assert broken
