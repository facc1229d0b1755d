"""The ways to the page and the dialogs: from Settings and Today, from a client's menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from noshow_desk.services import clients, queries, settings
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.header import MENU, ClientHeader
from noshow_desk.ui.history.dialog import HistoryDialog
from noshow_desk.ui.settings_page.page import SettingsPage
from noshow_desk.ui.today.page import TodayPage
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from noshow_desk.ui.your_data.erase_dialog import EraseDialog
from noshow_desk.ui.your_data.page import YourDataPage
from tests.builders import Clock, marcus, missed_by_marcus
from tests.ui.kit.fake_dialogs import FakeDialogs


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Iterator[Workspace]:
    made = Workspace(desk)
    made.window.dialogs = FakeDialogs()
    made.window.open(Wish("today"))
    yield made
    made.window.closing.disconnect()  # the fixture of the desk closes the vault
    made.window.close()


@pytest.mark.parametrize("kind", [SettingsPage, TodayPage])
def test_settings_and_today_lead_there(
    qtbot: QtBot, desk: Desk, bridge: Bridge, kind: type[SettingsPage | TodayPage]
) -> None:
    page = kind(desk, bridge)
    qtbot.addWidget(page)
    button = page.data_button if isinstance(page, SettingsPage) else page.side.data_button
    with qtbot.waitSignal(page.wished) as got:
        button.click()
    assert got.args[0] == Wish("your_data")


def test_the_wish_opens_the_page(workspace: Workspace) -> None:
    workspace.window.grant(Wish("your_data"))
    assert isinstance(workspace.window.pages.page(), YourDataPage)


def test_a_clients_menu_offers_history_and_erasing(qtbot: QtBot) -> None:
    header = ClientHeader()
    qtbot.addWidget(header)
    acts = [act for act, _words, _icon in MENU]
    assert "history" in acts and acts[-1] == "erase"


def test_history_and_erasing_are_shown(workspace: Workspace, desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    incident_id = missed_by_marcus(desk, client_id=client_id, client_name="")
    workspace.window.grant(Wish("history", client_id))
    workspace.window.grant(Wish("history", incident_id, "incident"))
    workspace.window.grant(Wish("erase_client", client_id))
    dialogs = workspace.window.dialogs
    assert isinstance(dialogs, FakeDialogs)
    kinds = [type(one) for one in dialogs.shown]
    assert kinds == [HistoryDialog, HistoryDialog, EraseDialog]
    for one in dialogs.shown:
        one.deleteLater()


def test_today_reminds_of_quiet_clients(qtbot: QtBot, desk: Desk, bridge: Bridge, clock: Clock) -> None:
    missed_by_marcus(desk)
    page = TodayPage(desk, bridge)
    qtbot.addWidget(page)
    assert page.side.quiet.isHidden()
    settings.change_setting(desk, key="retention_years", value="2")
    clock.forward(days=365 * 3)
    page.reload(None)
    assert not page.side.quiet.isHidden() and "1 client has been quiet" in page.side.quiet.text()
    assert len(queries.client_ids(desk)) == 1


def test_pages_that_showed_an_erased_client_go_on(workspace: Workspace, desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    other = clients.add_client(desk, client=marcus(first_name="Ann", last_name="Mora")).made
    incident_id = missed_by_marcus(desk, client_id=client_id, client_name="")
    window = workspace.window
    for wish in (Wish("incidents"), Wish("incident", incident_id), Wish("client", client_id)):
        window.open(wish)
    erase(workspace, client_id)
    assert queries.client_ids(desk) == [other]
    for wish in (Wish("today"), Wish("incidents"), Wish("clients")):
        window.open(wish)
    for _step in range(6):
        window.back()


def erase(workspace: Workspace, client_id: str) -> None:
    """Erase as a person does: reason, name, button."""
    workspace.window.grant(Wish("erase_client", client_id))
    dialogs = workspace.window.dialogs
    assert isinstance(dialogs, FakeDialogs)
    dialog = dialogs.shown[-1]
    assert isinstance(dialog, EraseDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.why.set_value(Why.ASKED.value)
    dialog.name.setText("Marcus Reed")
    dialog.erase_button.click()
    dialog.deleteLater()
