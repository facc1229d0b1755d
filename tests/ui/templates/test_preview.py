"""The preview beside the editor: a paper that the text no longer makes is called what it is."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services import templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.templates.list_page import TemplatesPage
from noshow_desk.ui.wishes import Wish
from tests.builders import missed_by_marcus
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.showing import shown
from tests.ui.templates.editing import editor_as_code

BROKEN = "Dear Ms. Alvarez, {% if"


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplateEditorPage:
    """The editor on the first English apology, as code."""
    return editor_as_code(qtbot, desk, bridge, of_kind(desk, PaperKind.APOLOGY))


def of_kind(desk: Desk, kind: PaperKind) -> str:
    found = templates.templates(desk)
    return next(one.id for one in found if (one.kind, one.language) == (kind, "en"))


def retype(page: TemplateEditorPage, text: str) -> None:
    page.text.editor.selectAll()
    page.text.editor.insertPlainText(text)


def test_a_paper_from_before_the_problem_says_so_until_the_text_is_right(editor: TemplateEditorPage) -> None:
    assert not editor.preview.behind.isVisible()
    retype(editor, BROKEN)
    assert editor.preview.behind.isVisible() and editor.preview.paper.page_count
    assert "1 problem · the paper from before" in editor.preview.status.text()
    retype(editor, "Dear Ms. Alvarez, I am sorry.")
    assert not editor.preview.behind.isVisible()
    assert "from before" not in editor.preview.status.text()


def test_the_paper_of_another_template_never_stands_beside_a_broken_text(
    editor: TemplateEditorPage, desk: Desk
) -> None:
    retype(editor, BROKEN)
    first = editor.template_id()
    assert editor.leave()
    editor.visit(Wish("template", of_kind(desk, PaperKind.WITHDRAWAL)))
    assert editor.preview.paper.page_count and not editor.preview.behind.isVisible()
    editor.visit(Wish("template", str(first)))
    assert not editor.preview.paper.page_count and editor.preview.behind.isVisible()
    assert "from before" not in editor.preview.status.text()


def typed_in_easy(page: TemplateEditorPage, text: str) -> str:
    """Type letter by letter behind the text of the Easy view and return the paper beside it."""
    page.text.easy.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page.text.easy, text)
    return page.preview.paper.accessibleDescription()


@pytest.fixture
def easy(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplateEditorPage:
    """The editor on that apology, in the Easy view."""
    page = editor_as_code(qtbot, desk, bridge, of_kind(desk, PaperKind.APOLOGY))
    page.text._on_view_chosen("easy")
    return page


@pytest.mark.parametrize("half", ["{{", "{% if", "{# a", "{{ new.time |"])
def test_the_paper_kept_from_before_holds_no_half_field(easy: TemplateEditorPage, half: str) -> None:
    before = typed_in_easy(easy, " My list")
    assert before.rstrip().endswith("My list")
    assert typed_in_easy(easy, f" {half}").rstrip() == before.rstrip()
    assert easy.preview.behind.isVisible()


def test_what_is_not_being_typed_keeps_its_problem_in_the_paper_from_before(
    easy: TemplateEditorPage,
) -> None:
    before = typed_in_easy(easy, " See {{ new.tiem }} or {x} later.")
    assert "new.tiem? or {x} later." in before
    assert typed_in_easy(easy, "{{ ").rstrip() == before.rstrip()


def test_the_line_below_says_a_grade_only_of_a_text_that_has_one(editor: TemplateEditorPage) -> None:
    assert "reading level" in editor.preview.status.text()
    retype(editor, "Sorry.")
    assert editor.preview.status.text() == "1 word · fits 1 page"
    retype(editor, "")
    assert editor.preview.status.text() == "0 words · fits 1 page"


def test_the_sample_speaks_the_language_of_the_paper(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    spanish = templates.in_other_language(
        desk, templates.template(desk, of_kind(desk, PaperKind.THANK_YOU)), "es"
    )
    assert spanish is not None
    page = editor_as_code(qtbot, desk, bridge, spanish.id)
    said = page.preview.paper.accessibleDescription()
    assert "He practicado" in said and "practicing" not in said


def test_two_cases_of_one_client_are_told_apart_where_one_is_chosen(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    for starts in (datetime(2026, 3, 10, 9), datetime(2026, 3, 6, 9)):
        missed_by_marcus(desk, client_name="Malik Young", starts=starts)
    missed_by_marcus(desk, client_name="Keisha Wright")
    page = editor_as_code(qtbot, desk, bridge, of_kind(desk, PaperKind.APOLOGY))
    shown = {page.preview.case.itemText(at) for at in range(page.preview.case.count())}
    assert shown == {"Sample: Marcus Reed", "Malik Young · Mar 10", "Malik Young · Mar 6", "Keisha Wright"}


def test_the_paper_fits_a_narrow_pane_in_large_letters(
    qapp: QApplication, editor: TemplateEditorPage
) -> None:
    try:
        dress(qapp, "light", 1.4)
        editor.resize(895, 480)
        bar = editor.preview.paper.horizontalScrollBar()
        assert editor.preview.isVisible() and not bar.maximum()
    finally:
        dress(qapp, "light", 1.0)


def test_the_paper_in_the_list_has_the_name_that_the_list_shows(
    qtbot: QtBot, desk: Desk, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_screen", "es")
    page = shown(qtbot, TemplatesPage(desk, bridge, FakeDialogs()), 1180, 640)
    page.reload(None)
    page.list.pick(page.model.row_of("starter-en-apology-email"))
    assert page.preview.accessibleName() == "Disculpa (correo electrónico)"
