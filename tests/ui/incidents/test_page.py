"""All open incidents, the most urgent first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incidents.page import IncidentsPage
from noshow_desk.ui.wishes import Wish
from tests.builders import granted_to_marcus, missed_by_marcus


def page(qtbot: QtBot, desk: Desk, bridge: Bridge) -> tuple[IncidentsPage, list[Wish]]:
    """Show the page and collect its wishes."""
    shown = IncidentsPage(desk, bridge)
    qtbot.addWidget(shown)
    shown.show()
    wishes: list[Wish] = []
    shown.wished.connect(wishes.append)
    bridge.changed.connect(shown.reload)
    return shown, wishes


def test_who_waits_comes_first(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    granted_to_marcus(desk)
    waiting = missed_by_marcus(desk, client_name="Ann Lee")
    shown, _wishes = page(qtbot, desk, bridge)
    assert shown.model.rowCount() == 2 and shown.list.key() == waiting


def test_enter_opens_the_step(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    incident = missed_by_marcus(desk)
    shown, wishes = page(qtbot, desk, bridge)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert (wishes[0].kind, wishes[0].id) == ("incident", incident)


def test_did_show_up(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    incident = missed_by_marcus(desk)
    shown, _wishes = page(qtbot, desk, bridge)
    shown.came_button.click()
    assert queries.facts(desk, incident).incident.corrections
    assert not queries.derived(desk, incident).counts_as_no_show


def test_nothing_open_says_what_to_do(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    shown, wishes = page(qtbot, desk, bridge)
    assert shown.empty.isVisible() and not shown.open_button.isVisible()
    shown.report_button.click()
    assert wishes == [Wish("missed_appointment")]


def test_return_to_the_same_row(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    missed_by_marcus(desk)
    second = missed_by_marcus(desk, client_name="Ann Lee")
    shown, _wishes = page(qtbot, desk, bridge)
    shown.list.pick(shown.model.row_of(second))
    state = shown.state()
    shown.list.pick(0)
    shown.restore(state)
    assert shown.list.key() == second
