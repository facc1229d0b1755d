"""The template editor in its window: an undo takes no newer words, and "Back" passes what is archived."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services import template_typing, templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.dress import dress
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.templates.list_page import TemplatesPage
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.ui.desk_fixtures import failures

SHIPPED = "starter-en-thank_you-letter-granted"


@pytest.fixture
def workspace(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Workspace]:
    """A window over an empty vault, on the Templates page."""
    dress(qapp, "light", 1.0)
    made = Workspace(desk)
    made.window.show()
    made.window.open(Wish("templates"))
    yield made
    made.discard()


def editor_of(workspace: Workspace, template_id: str) -> TemplateEditorPage:
    """Open a template and return its page."""
    workspace.window.open(Wish("template", template_id))
    page = workspace.window.pages.page()
    assert isinstance(page, TemplateEditorPage)
    return page


def own_of(workspace: Workspace) -> str:
    """Return the id of a new copy of one's own."""
    changes = templates.use_version(workspace.desk, template=templates.template(workspace.desk, SHIPPED))
    workspace.bridge.changed.emit(changes)
    return changes.made


def kept(desk: Desk, template_id: str = SHIPPED) -> str:
    """Return the text that is kept of what was typed, "" for none."""
    return str(template_typing.typed_words(desk, templates.template(desk, template_id)).get("source", ""))


def test_an_undo_right_after_a_key_loses_no_words(workspace: Workspace, desk: Desk) -> None:
    page = editor_of(workspace, SHIPPED)
    told = failures(workspace.bridge)
    QTest.keyClicks(page.text.easy, "First ")
    page.text.throw_away_button.click()
    assert kept(desk) == ""
    QTest.keyClicks(page.text.easy, "Second ")  # not kept yet
    workspace.window.grant(Wish("undo"))
    assert page.text.source().startswith("Second ") and kept(desk).startswith("Second ")
    assert [title for _sentence, title in told] == ["It was not undone"]
    page.text.throw_away_button.click()
    workspace.window.grant(Wish("undo"))
    assert page.text.source().startswith("Second ") and kept(desk).startswith("Second ")


def test_words_thrown_away_come_back_once_newer_ones_are_gone(workspace: Workspace, desk: Desk) -> None:
    page = editor_of(workspace, SHIPPED)
    acts: list[str] = []

    def note(changes: object) -> None:
        acts.append(getattr(changes, "act", ""))

    workspace.bridge.changed.connect(note)
    QTest.keyClicks(page.text.easy, "First ")
    page.text.throw_away_button.click()
    QTest.keyClicks(page.text.easy, "Second ")
    workspace.window.grant(Wish("undo", acts[0]))
    page.text.throw_away_button.click()
    workspace.window.grant(Wish("undo", acts[0]))
    assert page.text.source().startswith("First ") and kept(desk).startswith("First ")


def test_back_passes_over_a_template_that_was_archived(workspace: Workspace, desk: Desk) -> None:
    made = own_of(workspace)
    window = workspace.window
    window.open(Wish("today"))
    editor_of(workspace, made)
    window.open(Wish("templates"))
    templates_page = window.pages.page()
    assert isinstance(templates_page, TemplatesPage)
    templates_page.list.pick(templates_page.model.row_of(made))
    templates_page.archive_button.click()
    assert [one.id for one in templates.archived(desk)] == [made]
    assert window.back() and window.pages.here() == Wish("today")
    assert window.back() and window.pages.here() == Wish("templates")
    assert window.back() and window.pages.here() == Wish("today")  # nowhere else to go


def test_an_archived_template_with_words_typed_in_it_is_still_reached(
    workspace: Workspace, desk: Desk
) -> None:
    made = own_of(workspace)
    page = editor_of(workspace, made)
    QTest.keyClicks(page.text.easy, "Half ")
    workspace.window.open(Wish("templates"))
    workspace.bridge.changed.emit(templates.archive_template(desk, template_id=made))
    assert workspace.window.back() and page.text.source().startswith("Half ")
    assert "taken away" in page.text.note.text()
    page.text.throw_away_button.click()
    assert workspace.window.pages.here() == Wish("templates")
    workspace.window.back()
    assert workspace.window.pages.here() != Wish("template", made)


@pytest.mark.parametrize("kind", ["template", "incident"])
def test_what_is_gone_leads_to_its_list(workspace: Workspace, kind: str) -> None:
    workspace.window.open(Wish("today"))
    assert workspace.window.open(Wish(kind, "gone"))
    assert workspace.window.pages.here() == Wish(f"{kind}s")
    assert workspace.window.back() and workspace.window.pages.here() == Wish("today")


def test_the_list_marks_at_once_what_was_typed_and_thrown_away(workspace: Workspace) -> None:
    page = editor_of(workspace, SHIPPED)
    listed = workspace.window.pages._pages["templates"]
    assert isinstance(listed, TemplatesPage)

    def said() -> str:
        row = listed.model.index(listed.model.row_of(SHIPPED))
        return str(row.data(Qt.ItemDataRole.AccessibleTextRole))

    QTest.keyClicks(page.text.easy, "Half ")
    workspace.window.back()
    assert "Typed, not in use yet" in said()
    editor_of(workspace, SHIPPED).text.throw_away_button.click()
    workspace.window.back()
    assert "Typed, not in use yet" not in said()


def test_a_narrow_window_shows_templates_rather_than_filters(
    qapp: QApplication, workspace: Workspace
) -> None:
    page = workspace.window.pages.page()
    assert isinstance(page, TemplatesPage)
    workspace.window.resize(1366, 736)
    assert page.chips.options()[0].isVisible() and page.count.isVisible()
    dress(qapp, "light", 1.4)
    workspace.window.resize(1024, 640)
    page.layout().activate()
    assert not page.chips.options()[0].isVisible() and not page.count.isVisible()
    assert page.chips.y() == page.kinds.y() and page.chips.geometry().right() < page.kinds.x()
    assert page.list.height() >= 4 * page.list.gridSize().height()
    assert page.preview.isVisible()
    dress(qapp, "light", 1.6)
    page.layout().activate()
    assert not page.preview.isVisible() and page.list.height() >= 3 * page.list.gridSize().height()
    page.kinds._list.chosen.emit(PaperKind.WORKSHEET)
    assert page.kinds.value() == PaperKind.WORKSHEET and page.model.rowCount() == 2
    dress(qapp, "light", 1.0)
    workspace.window.resize(1366, 736)
    page.layout().activate()
    worksheet = next(one for one in page.kinds.options() if one.choice.value == PaperKind.WORKSHEET)
    assert worksheet.isVisible() and worksheet.isChecked() and page.preview.isVisible()
