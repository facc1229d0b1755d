"""The history lists who changed what, and brings an earlier value back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.services import clients, queries, settings
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.history import dialog as history_dialog
from noshow_desk.ui.history.dialog import HistoryDialog, history_of, of_client, of_record, row_words
from noshow_desk.ui.kit.rows import Row
from tests.builders import marcus, missed_by_marcus
from tests.ui.accessible import nameless
from tests.ui.desk_fixtures import failures
from tests.ui.showing import shown


@pytest.fixture
def client_id(desk: Desk) -> str:
    made = clients.add_client(desk, client=marcus(notes="<b>first</b>")).made
    clients.edit_client(desk, client=replace(queries.client(desk, made), notes="second " * 60))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, bridge: Bridge, client_id: str) -> HistoryDialog:
    return shown(qtbot, of_client(desk, bridge, client_id))


def rows(dialog: HistoryDialog) -> list[Row]:
    QApplication.processEvents()  # new rows are shown by the layout
    return [row for row in dialog.rows.findChildren(Row) if not row.isHidden()]


def test_it_names_the_client_and_the_changes(dialog: HistoryDialog, desk: Desk, client_id: str) -> None:
    assert dialog.windowTitle() == "History of Marcus Reed"
    words = [row_words(line) for line in queries.case_history(desk, client_id)]
    assert words[0].title == "Dana changed the notes on Tuesday, March 10"
    assert "from “<b>first</b>” to “second second" in words[0].second and words[0].second.endswith("…”")
    assert (words[0].action, words[-1].action) == ("Bring back", "")
    assert dialog.rows.count() == 2


def test_an_earlier_value_comes_back(dialog: HistoryDialog, desk: Desk, client_id: str) -> None:
    rows(dialog)[0].button.click()
    assert queries.client(desk, client_id).notes == "<b>first</b>"
    assert dialog.rows.count() == 3


def test_what_cannot_come_back_is_said(dialog: HistoryDialog, bridge: Bridge) -> None:
    told = failures(bridge)
    rows(dialog)[0].button.click()
    assert told == []
    rows(dialog)[1].button.click()
    ((sentence, title),) = told
    assert "like that already" in sentence and title == "Nothing was brought back"


def test_old_changes_wait_behind_a_link(
    qtbot: QtBot, desk: Desk, bridge: Bridge, client_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_dialog, "AT_ONCE", 1)
    short = shown(qtbot, of_client(desk, bridge, client_id))
    assert short.rows.count() == 1 and short.older_button.isVisible()
    short.older_button.click()
    assert short.rows.count() == 2 and not short.older_button.isVisible()


def test_one_record_can_be_asked_for(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    incident = shown(qtbot, of_record(desk, bridge, "incident", missed_by_marcus(desk)))
    assert incident.windowTitle() == "History: Incident" and incident.rows.count() == 1


def test_a_record_without_history_says_so(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    nothing = shown(qtbot, of_record(desk, bridge, "incident", "unknown"))
    assert nothing.empty.isVisible() and not nothing.rows.isVisible()


def test_everything_has_a_name(dialog: HistoryDialog) -> None:
    assert nameless(dialog) == []


def test_a_setting_is_told_by_its_name_and_comes_back(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    settings.change_setting(desk, key="theme", value="dark")
    shown_dialog = shown(qtbot, history_of(desk, bridge, "setting", ""))
    (line,) = [row_words(one) for one in queries.settings_history(desk)]
    assert line.title.startswith("Dana changed the setting “Colours” on")
    assert "from “As the computer is set” to “Dark”" in line.second
    rows(shown_dialog)[0].button.click()
    assert desk.settings.text("theme") == "system" and shown_dialog.rows.count() == 2
