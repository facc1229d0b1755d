"""The switch of the editor leads to the same paper in the other language."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services import templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.wishes import Wish
from tests.ui.kit.fake_dialogs import FakeDialogs

ENGLISH, SPANISH = "starter-en-thank_you-letter-granted", "starter-es-thank_you-letter-granted"


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplateEditorPage:
    """The editor on the English thank-you letter; it grants its own wishes for templates."""
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.show()
    page.visit(Wish("template", ENGLISH))
    return page


def choose(page: TemplateEditorPage, language: str) -> list[Wish]:
    wishes: list[Wish] = []
    page.wished.connect(wishes.append)
    page.text.language.chosen.emit(language)
    return wishes


def test_it_leads_to_the_same_paper(editor: TemplateEditorPage) -> None:
    assert editor.text.language.value() == "en"
    assert choose(editor, "es") == [Wish("template", SPANISH)]
    editor.visit(Wish("template", SPANISH))
    assert editor.text.language.value() == "es"


def test_the_language_on_show_leads_nowhere(editor: TemplateEditorPage) -> None:
    assert choose(editor, "en") == []


def test_ones_own_comes_before_the_shipped_one(editor: TemplateEditorPage, desk: Desk) -> None:
    made = templates.use_version(desk, template=templates.template(desk, SPANISH))
    assert choose(editor, "es") == [Wish("template", made.made)]


def test_what_was_typed_is_kept(editor: TemplateEditorPage, desk: Desk) -> None:
    editor.text.name.setText("Mine")
    editor.text.edited.emit()
    assert editor.leave()
    editor.visit(Wish("template", SPANISH))
    kept = unsaved.unsaved_form(desk, f"template:{ENGLISH}")
    assert kept is not None and kept.payload["name"] == "Mine"


def test_a_paper_in_one_language_has_no_switch(editor: TemplateEditorPage) -> None:
    editor.visit(Wish("template", "starter-en-call_card-with_spanish"))
    assert not editor.text.language.isVisible()
