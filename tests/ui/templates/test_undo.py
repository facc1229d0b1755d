"""The template editor follows an undo and an earlier version, and nothing typed is lost by either."""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services import history, templates, unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.templates.versions_dialog import VersionsDialog
from noshow_desk.ui.wishes import Wish
from tests.ui.kit.fake_dialogs import FakeDialogs

TYPED = "What you typed is not in use yet."
SHIPPED = "starter-en-thank_you-letter-granted"


@pytest.fixture
def dialogs() -> FakeDialogs:
    """Dialogs that answer by themselves."""
    return FakeDialogs()


@pytest.fixture
def acts() -> list[str]:
    """The acts that were told, oldest first."""
    return []


@pytest.fixture
def editor(
    qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, acts: list[str]
) -> TemplateEditorPage:
    """The editor on a shipped template, that hears of changes as in the window."""
    page = TemplateEditorPage(desk, bridge, dialogs)
    qtbot.addWidget(page)
    page.resize(1270, 640)

    def note(changes: Changes) -> None:
        acts.append(changes.act)

    bridge.changed.connect(note)
    bridge.changed.connect(page.reload)
    page.show()
    page.visit(Wish("template", SHIPPED))
    page.text._on_view_chosen("code")
    return page


def retype(page: TemplateEditorPage, text: str) -> None:
    """Replace the text as a person would."""
    page.text.editor.selectAll()
    page.text.editor.insertPlainText(text)


def use(page: TemplateEditorPage, text: str) -> str:
    """Type a text and use it; return the template's id."""
    retype(page, text)
    page.text.use_button.click()
    return page.template_id()


def go_back(page: TemplateEditorPage, dialogs: FakeDialogs, version_id: str) -> None:
    """Choose an earlier version in the dialog of versions."""
    page.text.versions_button.click()
    versions = dialogs.shown[-1]
    assert isinstance(versions, VersionsDialog)
    versions.restore_wanted.emit(version_id)


def own(desk: Desk) -> list[str]:
    """Return the texts of one's own templates."""
    return [one.source for one in templates.templates(desk) if not one.shipped]


def test_an_undone_copy_leads_back_to_the_shipped_one(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    use(editor, "First.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.template_id() == SHIPPED and own(desk) == []
    assert editor.text.source() == "First.\n" and editor.text.note.text() == TYPED
    assert unsaved.unsaved_form(desk, f"template:{SHIPPED}") is not None
    made = use(editor, "Second.\n")
    assert own(desk) == ["Second.\n"] and templates.template(desk, made).source == "Second.\n"


def test_what_is_thrown_away_comes_back_with_undo(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    text = editor.text
    shipped = templates.template(desk, SHIPPED).source
    assert text.throw_away_button.isHidden() and not text.use_button.isEnabled()
    retype(editor, "First.\n")
    assert text.note.text() == TYPED and text.use_button.isEnabled()
    text.throw_away_button.setFocus()
    text.throw_away_button.click()
    assert text.source() == shipped and text.throw_away_button.isHidden()
    assert editor.focusWidget() is text.editor and not text.use_button.isEnabled()
    assert unsaved.unsaved_form(desk, f"template:{SHIPPED}") is None
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert text.source() == "First.\n" and text.note.text() == TYPED
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert text.source() == shipped and text.note.text() != TYPED


def test_words_typed_since_are_not_taken_by_an_undo(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    retype(editor, "First.\n")
    editor.text.throw_away_button.click()
    retype(editor, "Second.\n")
    editor.leave()
    bridge.run(partial(history.undo, desk, act=acts[0]))
    assert editor.text.source() == "Second.\n"


def test_what_is_typed_back_by_hand_is_in_use(editor: TemplateEditorPage, desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED).source
    retype(editor, "First.\n")
    editor.leave()
    retype(editor, shipped)
    editor.leave()
    assert editor.text.note.text() != TYPED and unsaved.unsaved_forms(desk) == []


def test_a_restored_version_gives_back_the_typed_words_when_undone(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str], dialogs: FakeDialogs
) -> None:
    made = use(editor, "First.\n")
    use(editor, "Second.\n")
    retype(editor, "Third.\n")
    dialogs.answers.append("replace")
    go_back(editor, dialogs, templates.versions(desk, made)[0].id)
    assert editor.text.source() == "First.\n"
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert own(desk) == ["Second.\n"] and editor.text.source() == "Third.\n"


def test_do_it_again_leads_back_to_the_copy(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    made = use(editor, "First.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.template_id() == SHIPPED
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.template_id() == made and editor.text.source() == "First.\n"
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.template_id() == SHIPPED


def test_do_it_again_leaves_what_was_typed_meanwhile(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    use(editor, "First.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    retype(editor, "Third.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.template_id() == SHIPPED and editor.text.source() == "Third.\n"
    assert own(desk) == ["First.\n"]


def test_what_is_typed_in_an_undone_copy_stays_and_becomes_a_new_one(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    gone = use(editor, "First.\n")
    retype(editor, "Second.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.text.source() == "Second.\n" and "taken away" in editor.text.note.text()
    editor.visit(Wish("template", SHIPPED))
    editor.visit(Wish("template", gone))
    assert editor.text.source() == "Second.\n"
    editor.text.use_button.click()
    assert own(desk) == ["Second.\n"] and editor.template_id() != gone


def test_an_undone_version_leaves_its_words_typed(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    made = use(editor, "First.\n")
    use(editor, "Second.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.template_id() == made and own(desk) == ["First.\n"]
    assert editor.text.source() == "Second.\n" and editor.text.note.text() == TYPED
    assert editor.text.throw_away_button.isVisible() and editor.text.use_button.isEnabled()
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert own(desk) == ["Second.\n"] and editor.text.note.text() == "New papers start from this text."
    assert unsaved.unsaved_form(desk, f"template:{made}") is None


def test_what_is_typed_stays_when_a_version_is_undone(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    use(editor, "First.\n")
    use(editor, "Second.\n")
    retype(editor, "Third.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.text.source() == "Third.\n" and editor.text.note.text() == TYPED
    assert own(desk) == ["First.\n"]


@pytest.mark.parametrize(
    ("answer", "shown"), [("replace", "First.\n"), ("keep", "Third.\n"), ("", "Third.\n")]
)
def test_an_earlier_version_takes_the_place_of_typed_words_only_when_asked(
    editor: TemplateEditorPage, desk: Desk, dialogs: FakeDialogs, answer: str, shown: str
) -> None:
    made = use(editor, "First.\n")
    use(editor, "Second.\n")
    retype(editor, "Third.\n")
    dialogs.answers.append(answer)
    go_back(editor, dialogs, templates.versions(desk, made)[0].id)
    assert dialogs.asked[-1] == "Replace what you typed?" and editor.text.source() == shown
    assert own(desk) == ["First.\n" if answer == "replace" else "Second.\n"]
    editor.visit(Wish("template", made))
    assert editor.text.source() == shown
