"""The ways to the page and the dialogs: from Settings and Today, from a client's menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from noshow_desk.services import backup_making, backups, clients, old_backups, queries, settings
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.storage.backup_troubles import BackupDiskFull
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.header import MENU, ClientHeader
from noshow_desk.ui.history.dialog import HistoryDialog
from noshow_desk.ui.settings_page.page import SettingsPage
from noshow_desk.ui.today.page import TodayPage
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from noshow_desk.ui.your_data.erase_dialog import EraseDialog
from noshow_desk.ui.your_data.old_dialog import OldBackupsDialog
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
    page = SettingsPage(desk, bridge, FakeDialogs()) if kind is SettingsPage else TodayPage(desk, bridge)
    qtbot.addWidget(page)
    button = page.data_button if isinstance(page, SettingsPage) else page.side.data.card.open_button
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
    line = page.side.data.card.quiet
    assert line.isHidden()
    settings.change_setting(desk, key="retention_years", value="2")
    clock.forward(days=365 * 3)
    page.reload(None)
    assert not line.isHidden() and "1 client has been quiet" in line.text()
    assert len(queries.client_ids(desk)) == 1


def test_pages_that_showed_an_erased_client_go_on(qtbot: QtBot, workspace: Workspace, desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    other = clients.add_client(desk, client=marcus(first_name="Ann", last_name="Mora")).made
    incident_id = missed_by_marcus(desk, client_id=client_id, client_name="")
    window = workspace.window
    for wish in (Wish("incidents"), Wish("incident", incident_id), Wish("client", client_id)):
        window.open(wish)
    erase(qtbot, workspace, client_id)
    assert queries.client_ids(desk) == [other]
    for wish in (Wish("today"), Wish("incidents"), Wish("clients")):
        window.open(wish)
    for _step in range(6):
        window.back()


def test_after_an_erasing_the_old_backups_are_offered(
    qtbot: QtBot, workspace: Workspace, desk: Desk, clock: Clock
) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    old = backups.make_backup(desk).backup.file
    clock.forward(days=1)
    erase(qtbot, workspace, client_id)
    dialogs = workspace.window.dialogs
    assert isinstance(dialogs, FakeDialogs)
    dialog = dialogs.shown[-1]
    assert isinstance(dialog, OldBackupsDialog)
    assert [one.file for one in dialog.chosen()] == [old]
    dialog.remove_button.click()
    assert dialog.note.text() and old.exists()  # not without the tick
    dialog.sure.setChecked(True)
    with qtbot.waitSignal(workspace.data.keeping.said, timeout=20_000):
        dialog.remove_button.click()
    assert not old.exists() and backups.newest_backup(desk) is not None


def test_without_a_fresh_backup_no_old_one_goes(
    qtbot: QtBot, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    old = backups.make_backup(desk).backup.file
    erase(qtbot, workspace, client_id)
    monkeypatch.setattr(backup_making, "begin_backup", _full)
    with qtbot.waitSignal(workspace.data.keeping.told, timeout=20_000):
        workspace.data.keeping.remove(old_backups.old_backups(desk))
    assert old.exists()
    dialogs = workspace.window.dialogs
    assert isinstance(dialogs, FakeDialogs)
    assert "not enough room" in dialogs.asked[-1]
    dialogs.shown[-1].deleteLater()


def _full(*_given: object, **_more: object) -> None:
    raise BackupDiskFull


def erase(qtbot: QtBot, workspace: Workspace, client_id: str) -> None:
    """Erase as a person does: reason, name, button."""
    workspace.window.grant(Wish("erase_client", client_id))
    dialogs = workspace.window.dialogs
    assert isinstance(dialogs, FakeDialogs)
    dialog = dialogs.shown[-1]
    assert isinstance(dialog, EraseDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.why.set_value(Why.ASKED.value)
    dialog.name.setText("Marcus Reed")
    with qtbot.waitSignal(dialog.erased, timeout=20_000):
        dialog.erase_button.click()
    dialog.deleteLater()
