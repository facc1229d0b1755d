"""The template editor follows an undo and an earlier version, and nothing typed is lost by either."""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services import history, templates
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.wishes import Wish
from tests.ui.kit.fake_dialogs import FakeDialogs

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
    return str(page.state())


def own(desk: Desk) -> list[str]:
    """Return the texts of one's own templates."""
    return [one.source for one in templates.templates(desk) if not one.shipped]


def test_an_undone_copy_leads_back_to_the_shipped_one(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    use(editor, "First.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.state() == SHIPPED and own(desk) == []
    assert editor.text.source() == templates.template(desk, SHIPPED).source
    made = use(editor, "Second.\n")
    assert own(desk) == ["Second.\n"] and templates.template(desk, made).source == "Second.\n"


def test_do_it_again_leads_back_to_the_copy(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    made = use(editor, "First.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.state() == SHIPPED
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.state() == made and editor.text.source() == "First.\n"
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.state() == SHIPPED


def test_do_it_again_leaves_what_was_typed_meanwhile(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    use(editor, "First.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    retype(editor, "Third.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.state() == SHIPPED and editor.text.source() == "Third.\n"
    assert own(desk) == ["First.\n"]


def test_what_is_typed_in_an_undone_copy_stays_and_becomes_a_new_one(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    gone = use(editor, "First.\n")
    retype(editor, "Second.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.text.source() == "Second.\n" and "taken away" in editor.text.status.text()
    editor.visit(Wish("template", SHIPPED))
    editor.visit(Wish("template", gone))
    assert editor.text.source() == "Second.\n"
    editor.text.use_button.click()
    assert own(desk) == ["Second.\n"] and editor.state() != gone


def test_an_undone_version_shows_the_one_in_use(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    made = use(editor, "First.\n")
    use(editor, "Second.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.state() == made and editor.text.source() == "First.\n"


def test_what_is_typed_stays_when_a_version_is_undone(
    editor: TemplateEditorPage, desk: Desk, bridge: Bridge, acts: list[str]
) -> None:
    use(editor, "First.\n")
    use(editor, "Second.\n")
    retype(editor, "Third.\n")
    bridge.run(partial(history.undo, desk, act=acts[-1]))
    assert editor.text.source() == "Third.\n" and "not in use" in editor.text.status.text()
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
    editor._on_dialog_restore_wanted(templates.versions(desk, made)[0].id)
    assert dialogs.asked == ["Replace what you typed?"] and editor.text.source() == shown
    assert own(desk) == ["First.\n" if answer == "replace" else "Second.\n"]
    editor.visit(Wish("template", made))
    assert editor.text.source() == shown
