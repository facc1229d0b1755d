"""A change of language makes the window anew, on the same page, with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.domain.kinds import StepId
from noshow_desk.services import history
from noshow_desk.services import settings as changing
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import missed_by_marcus
from tests.services.batching import granted


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.set_language("en")


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Iterator[Workspace]:
    made = Workspace(desk)
    made.look_changed.connect(lambda: i18n.set_language(desk.settings.text("screen_language")))
    made.show()
    yield made
    made.put_away()


def choose(workspace: Workspace, language: str) -> str:
    """Choose the language as the settings page does; return the id of the act."""
    changes = changing.change_setting(workspace.desk, key="screen_language", value=language)
    workspace.bridge.changed.emit(changes)
    return changes.act


def windows() -> list[MainWindow]:
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return [window for window in shown if window.isVisible()]


def menu_words(workspace: Workspace) -> list[str]:
    return [action.text() for action in workspace.window.menuBar().actions()]


def test_every_word_changes_and_the_page_stays(qtbot: QtBot, workspace: Workspace) -> None:
    old = workspace.window
    workspace.window.open(Wish("settings"))
    choose(workspace, "es")
    qtbot.waitUntil(lambda: workspace.window is not old)
    assert menu_words(workspace)[0] == "&Cliente"
    assert workspace.window.pages.here() == Wish("settings")
    assert windows() == [workspace.window]
    choose(workspace, "en")
    qtbot.waitUntil(lambda: menu_words(workspace)[0] == "&Client")


def test_the_new_window_hears_of_changes_and_grants_wishes(qtbot: QtBot, workspace: Workspace) -> None:
    choose(workspace, "es")
    qtbot.waitUntil(lambda: menu_words(workspace)[0] == "&Cliente")
    missed_by_marcus(workspace.desk)
    changes = changing.change_setting(workspace.desk, key="text_scale", value="110")
    workspace.bridge.changed.emit(changes)
    assert workspace.window.open(Wish("clients"))
    workspace.window.grant(Wish("about"))
    assert [window for window in windows() if window is workspace.window]
    with qtbot.waitSignal(workspace.lock_wanted):
        workspace.window.grant(Wish("lock"))


def test_the_way_back_stays(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.window.open(Wish("clients"))
    workspace.window.open(Wish("settings"))
    choose(workspace, "es")
    qtbot.waitUntil(lambda: menu_words(workspace)[0] == "&Cliente")
    assert workspace.window.pages.back() and workspace.window.pages.here() == Wish("clients")


def wizard(workspace: Workspace) -> IncidentWizardPage:
    page = workspace.window.pages.page()
    assert isinstance(page, IncidentWizardPage)
    return page


def cursor(workspace: Workspace) -> tuple[bool, list[str], tuple[int, int]]:
    """Return whether words are edited by hand in the window, which, and where the cursor is in them."""
    edit = wizard(workspace).view().findChild(HandEdit)
    focused = workspace.window.focusWidget()
    at, place = edit.cursor_place()
    return (
        edit.isVisible() and focused is edit._fields[at],
        [one.value() for one in edit._fields],
        (at, place),
    )


@pytest.mark.parametrize("by", ["undo", "settings"])
def test_words_edited_by_hand_stay_open_with_the_cursor(qtbot: QtBot, workspace: Workspace, by: str) -> None:
    incident = granted(workspace.desk, "Ana Cruz")
    workspace.window.open(Wish("incident", incident, "note"))
    wizard(workspace).body().draft._edit.click()
    wizard(workspace).view().findChild(HandEdit).go_to(4, 5)
    QTest.keyClicks(workspace.window.focusWidget(), " yes")
    before = cursor(workspace)
    assert before[0] and before[2] == (4, 9)
    if by == "settings":
        workspace.window.open(Wish("settings"))
    choose(workspace, "es")
    qtbot.waitUntil(lambda: menu_words(workspace)[0] == "&Cliente")
    if by == "settings":
        assert workspace.window.pages.back()
    qtbot.waitUntil(lambda: cursor(workspace) == before)
    assert wizard(workspace).step() is StepId.NOTE


def test_what_is_unwritten_keeps_the_old_window(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = workspace.window
    monkeypatch.setattr(type(old.pages), "leave", lambda _self: False)
    choose(workspace, "es")
    QApplication.processEvents()
    assert workspace.window is old
    monkeypatch.undo()


def test_another_setting_makes_no_new_window(qtbot: QtBot, workspace: Workspace) -> None:
    old = workspace.window
    changes = changing.change_setting(workspace.desk, key="theme", value="dark")
    workspace.bridge.changed.emit(changes)
    QApplication.processEvents()
    assert workspace.window is old


def test_undoing_the_change_brings_the_old_words_back(qtbot: QtBot, workspace: Workspace) -> None:
    act = choose(workspace, "es")
    qtbot.waitUntil(lambda: menu_words(workspace)[0] == "&Cliente")
    workspace.bridge.changed.emit(history.undo(workspace.desk, act=act))
    qtbot.waitUntil(lambda: menu_words(workspace)[0] == "&Client")
