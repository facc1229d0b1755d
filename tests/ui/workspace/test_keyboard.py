"""Every page by keyboard alone: names, the order of Tab, mnemonics, and where the keyboard is on arrival."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from noshow_desk.services import follow_ups, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import missed_by_marcus
from tests.ui.accessible import nameless, names, tab_chain

FRAME = ["Places", "More", "Search or run a command"]
CLIENT = ["Filter clients", "Add client", "All 1", "Clients", "Missed it", "Log contact", "More"]

# Page, tab of a client: what Tab reaches on it, in order. A combo is called by its value.
ORDER = {
    ("today", ""): [
        "Open your data",
        "Put it right: Marcus Reed",
        "Did show up: Marcus Reed",
        "Open client: Marcus Reed: follow-up",
    ],
    ("client", "timeline"): [*CLIENT, "Timeline", "Timeline", "Put it right"],
    ("client", "details"): [
        *CLIENT,
        "Details",
        "Edit details…",
        "Add appointment",
        "Plan a follow-up",
        "Say how it went: Job interview",
        "Change: Rosa Alvarez · Bayside Warehouse",
        "Done: Ask about the bus",
    ],
    ("client", "papers"): [*CLIENT, "Papers, 0", "Case summary…"],
    ("incidents", ""): ["Did show up", "Put it right", "Open incidents"],
    ("help", ""): ["Help topics"],
}
STARTS = {
    "today": "Put it right: Marcus Reed",
    "clients": "Clients",
    "incidents": "Open incidents",
    "templates": "Templates",
    "settings": "Your name",
    "help": "Help topics",
}


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Iterator[Workspace]:
    """The window at work, with one client who missed an interview and has a follow-up today."""
    client_id = queries.facts(desk, missed_by_marcus(desk)).client.id
    follow_ups.record_follow_up(desk, client_id=client_id, on=desk.today(), what="Ask about the bus")
    made = Workspace(desk)
    made.show()
    made.window.showNormal()
    made.window.resize(1366, 736)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.put_away()


def go(workspace: Workspace, kind: str, tab: str = "") -> Any:
    """Go to a page as a wish does and return it."""
    client_id = queries.client_ids(workspace.desk)[0] if kind == "client" else ""
    workspace.window.open(Wish(kind, client_id, tab))
    QApplication.processEvents()
    page = workspace.window.pages.page()
    assert page is not None
    return page


def keyboard() -> str:
    """Return the name of what has the keyboard."""
    here = QApplication.focusWidget()
    return names([here])[0] if here is not None else ""


@pytest.mark.parametrize(("kind", "tab"), ORDER)
def test_tab_goes_in_the_order_one_reads(workspace: Workspace, kind: str, tab: str) -> None:
    assert names(tab_chain(go(workspace, kind, tab))) == ORDER[kind, tab]


@pytest.mark.parametrize(("kind", "tab"), [*ORDER, ("templates", ""), ("settings", "")])
def test_everything_that_takes_the_keyboard_has_a_name(workspace: Workspace, kind: str, tab: str) -> None:
    go(workspace, kind, tab)
    assert nameless(workspace.window) == []
    assert names(tab_chain(workspace.window))[:3] == FRAME


@pytest.mark.parametrize(("kind", "tab"), [*ORDER, ("templates", ""), ("settings", "")])
def test_a_mnemonic_leads_to_one_place(workspace: Workspace, kind: str, tab: str) -> None:
    page = go(workspace, kind, tab)
    texts = [action.text() for action in workspace.window.menuBar().actions()]
    for widget in (*page.findChildren(QAbstractButton), *page.findChildren(QLabel)):
        if widget.isVisible() and not (isinstance(widget, QLabel) and widget.buddy() is None):
            texts.append(widget.text())
    keys = Counter(letter for text in texts if (letter := mnemonic(text)))
    assert [letter for letter, count in keys.items() if count > 1] == []


def mnemonic(text: str) -> str:
    """Return the letter behind the first single ampersand."""
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].casefold() if "&" in plain else ""


@pytest.mark.parametrize("kind", STARTS)
def test_on_arrival_the_keyboard_is_where_the_work_is(workspace: Workspace, kind: str) -> None:
    if kind == "today":
        go(workspace, "help")
    workspace.window.top_bar.box.setFocus()
    go(workspace, kind)
    assert keyboard() == STARTS[kind]


def test_walking_along_the_places_stays_there(workspace: Workspace) -> None:
    workspace.window.navigation.focus_places()
    go(workspace, "incidents")
    assert keyboard() == "Places"


def test_find_leads_to_the_filter_and_escape_empties_it(workspace: Workspace) -> None:
    page = go(workspace, "clients")
    workspace.window.menus.action("find").trigger()
    assert keyboard() == "Filter clients"
    QTest.keyClicks(page.list.box, "zzz")
    assert page.list.below.currentWidget() is page.list.no_match
    QTest.keyClick(page.list.box, Qt.Key.Key_Escape)
    assert page.list.below.currentWidget() is page.list.view


def test_after_a_dialog_the_keyboard_is_where_it_was(qtbot: QtBot, workspace: Workspace) -> None:
    page = go(workspace, "clients")
    page.detail.header.contact_button.setFocus()
    page.detail.header.contact_button.click()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not workspace.window)
    dialog = QApplication.activeWindow()
    assert dialog is not None and dialog.windowTitle() == "Log contact" and keyboard() == "When, day"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    # No window manager makes the window active again here; the keyboard waits where it was.
    assert names([workspace.window.focusWidget()]) == ["Log contact"]


def test_a_reload_that_changes_nothing_leaves_the_keyboard(workspace: Workspace) -> None:
    page = go(workspace, "today")
    page.waiting.cards[0].came_button.setFocus()
    page.reload(None)
    assert keyboard() == "Did show up: Marcus Reed"
    page = go(workspace, "client", "timeline")
    page.detail.card.button.setFocus()
    page.reload(None)
    assert keyboard() == "Put it right"


def test_who_did_show_up_hands_the_keyboard_on(workspace: Workspace) -> None:
    page = go(workspace, "today")
    page.waiting.cards[0].came_button.setFocus()
    QTest.keyClick(page.waiting.cards[0].came_button, Qt.Key.Key_Return)
    assert keyboard() == "Open client: Marcus Reed: follow-up"
