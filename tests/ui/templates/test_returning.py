"""One comes back to the place in a template's text where one was; what is only looked at stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.services import templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.templates.text_pane import CODE, EASY
from noshow_desk.ui.templates.versions_dialog import VersionsDialog
from noshow_desk.ui.wishes import Wish
from tests.builders import missed_by_marcus
from tests.ui.kit.fake_dialogs import FakeDialogs

SHIPPED = "starter-en-apology-letter"


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.set_language("en")


def opened(qtbot: QtBot, desk: Desk, bridge: Bridge, template_id: str = SHIPPED) -> TemplateEditorPage:
    """Return the editor on a template, in a window that is low enough to be scrolled."""
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.resize(1270, 400)
    page.show()
    page.visit(Wish("template", template_id))
    return page


@pytest.mark.parametrize("view", [EASY, CODE])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_made_anew_leads_to_the_same_words(
    qtbot: QtBot, desk: Desk, bridge: Bridge, view: str, language: str
) -> None:
    incident = missed_by_marcus(desk)
    page = opened(qtbot, desk, bridge)
    page.text.show_view(view)
    page.preview.fill_from(incident)
    page.text.editor.setTextCursor(page.text.editor.document().find("responsibility"))
    QTest.keyClick(page.text.editor, Qt.Key.Key_Right)
    bar = page.text.editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    state = page.state()
    i18n.set_language(language)
    anew = opened(qtbot, desk, bridge)
    anew.restore(state)
    editor = anew.text.editor
    assert anew.text.view.value() == view and anew.preview.incident_id() == incident
    before = editor.textCursor().block().text()[: editor.textCursor().positionInBlock()]
    assert before.endswith("responsibility")
    qtbot.waitUntil(lambda: editor.verticalScrollBar().value() > 0, timeout=10_000)


def test_the_first_key_does_not_move_the_text(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    made = templates.use_version(desk, template=templates.template(desk, SHIPPED)).made
    page = opened(qtbot, desk, bridge, made)
    before = page.text.easy.mapTo(page, page.text.easy.rect().topLeft())
    QTest.keyClick(page.text.easy, Qt.Key.Key_A)
    qtbot.waitUntil(page.text.throw_away_button.isVisible, timeout=10_000)
    page.text.layout().activate()
    assert page.text.easy.mapTo(page, page.text.easy.rect().topLeft()) == before


def test_a_name_that_was_not_typed_follows_the_language(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = opened(qtbot, desk, bridge)
    QTest.keyClicks(page.text.editor, "Words ")
    assert page.leave() and unsaved.unsaved_form(desk, f"template:{SHIPPED}") is not None
    i18n.set_language("es")
    anew = opened(qtbot, desk, bridge)
    assert anew.text.name.value() == "Disculpa (carta)" and anew.text.source().startswith("Words ")


@pytest.mark.parametrize(
    "state", ["", SHIPPED, [], ["", "", EASY, 0, 0, 0], [SHIPPED, "gone", EASY, 999, 0, 0]]
)
def test_a_place_that_is_not_there_leads_nowhere(
    qtbot: QtBot, desk: Desk, bridge: Bridge, state: object
) -> None:
    page = opened(qtbot, desk, bridge)
    page.restore(state)
    assert page.template_id() == SHIPPED and page.preview.incident_id() == ""


@pytest.mark.parametrize("view", [EASY, CODE])
def test_what_is_only_looked_at_stays_as_it_is(qtbot: QtBot, desk: Desk, bridge: Bridge, view: str) -> None:
    made = templates.use_version(desk, template=templates.template(desk, SHIPPED)).made
    desk.vault.session.read_only = True
    page = opened(qtbot, desk, bridge, made)
    page.text.show_view(view)
    before, editor = page.text.source(), page.text.editor
    editor.selectAll()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        QTest.keyClick(editor, key)
    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(page.text.name, "Ours")
    assert page.text.source() == before and page.text.name.value() == "Apology (letter)"
    assert page.text.note.text().startswith("This folder cannot be written.")
    assert not page.text.use_button.isEnabled() and page.text.throw_away_button.isHidden()
    assert not page.palette_pane.isEnabled() and not page.text.only_if_button.isEnabled()


def test_no_version_is_used_where_nothing_can_be_written(qtbot: QtBot, desk: Desk) -> None:
    made = templates.use_version(desk, template=templates.template(desk, SHIPPED)).made
    version = templates.versions(desk, made)[0]
    templates.restore_version(desk, template_id=made, version_id=version.id)
    desk.vault.session.read_only = True
    dialog = VersionsDialog(templates.versions(desk, made), desk)
    qtbot.addWidget(dialog)
    dialog.list.pick(1)
    assert not dialog.restore_button.isEnabled()
