"""The "Your data" page tells the truth, also when nothing is known yet."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.services import backups, clients, drills, erasing, old_backups, settings, your_data
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.services.your_data import LIMITS, PROMISES
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.rows import Row
from noshow_desk.ui.session.keeping import Keeping
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.your_data.old_dialog import OldBackupsDialog
from noshow_desk.ui.your_data.page import YourDataPage
from tests.builders import Clock, granted_to_marcus, marcus
from tests.ui.accessible import nameless
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.showing import shown


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def encrypted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(your_data, "disk_is_encrypted", lambda _folder: getattr(request, "param", None))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, encrypted: None) -> YourDataPage:
    made = shown(qtbot, YourDataPage(desk, bridge, dialogs, Keeping(desk, bridge, _nothing_typed)), 1366, 736)
    qtbot.waitUntil(lambda: not any("Looking" in text for text in made.place.texts()), timeout=20_000)
    return made


def _nothing_typed() -> None:
    """Stand for a window in which no form is open."""


def test_where_it_is(page: YourDataPage, desk: Desk) -> None:
    texts = page.place.texts()
    assert texts[0] == str(desk.folder) and "One encrypted file" in texts[1]


@pytest.mark.parametrize(
    ("encrypted", "words"),
    [(True, "is encrypted too"), (False, "not encrypted"), (None, "unknown")],
    indirect=["encrypted"],
)
def test_the_disk_is_told_as_the_system_tells(page: YourDataPage, words: str) -> None:
    assert words in page.place.texts()[-1]


def test_no_backup_is_said_until_there_is_one(page: YourDataPage, desk: Desk) -> None:
    assert page.backups.texts()[0] == "No backup yet." and not page.backups.try_button.isEnabled()
    backups.make_backup(desk)
    page.reload(None)
    assert page.backups.texts()[0].startswith("Last backup: today")
    assert page.backups.texts()[1].startswith("1 backup.") and page.backups.try_button.isEnabled()
    assert page.backups.texts()[-1].startswith("No backup was opened to try yet")


def test_the_last_drill_is_told_with_its_date(page: YourDataPage, desk: Desk, clock: Clock) -> None:
    granted_to_marcus(desk)
    drills.drill(desk)
    clock.forward(days=2)
    page.reload(None)
    (text,) = [one for one in page.backups.texts() if one.startswith("Opened to try")]
    assert "1 client, 1 incident" in text and "Mar 10" in text


def test_each_button_asks_for_its_act(qtbot: QtBot, page: YourDataPage, desk: Desk) -> None:
    backups.make_backup(desk)
    page.reload(None)
    wanted = [
        (page.backups.backup_button, Wish("back_up")),
        (page.backups.try_button, Wish("try_backup")),
        (page.second.choose_button, Wish("second_folder", detail="choose")),
    ]
    for button, wish in wanted:
        with qtbot.waitSignal(page.wished) as got:
            button.click()
        assert got.args[0] == wish


def test_a_vault_only_looked_at_can_neither_be_backed_up_nor_given_a_folder(
    page: YourDataPage, desk: Desk
) -> None:
    backups.make_backup(desk)
    desk.vault.session.read_only = True
    page.reload(None)
    buttons = (page.backups.backup_button, page.backups.try_button, page.second.choose_button)
    assert not any(button.isEnabled() for button in buttons)
    desk.vault.session.read_only = False


def test_old_backups_are_named_with_a_way_to_remove_them(
    qtbot: QtBot, page: YourDataPage, desk: Desk
) -> None:
    granted_to_marcus(desk)
    old = backups.make_backup(desk).backup.file
    erasing.erase_person(desk, client_id=desk.vault.clients.ids()[0], why=Why.ASKED)
    page.reload(None)
    (text,) = page.alerts.texts()
    assert (
        text.startswith("1 old backup holds more")
        and old.name in text
        and "before somebody was erased" in text
    )
    with qtbot.waitSignal(page.wished) as got:
        page.alerts.cards[0].buttons[0].click()
    assert got.args[0] == Wish("old_backups")


def test_a_damaged_file_set_aside_is_named_and_not_chosen_for_removal(page: YourDataPage, desk: Desk) -> None:
    aside = desk.folder / "vault-before-restore-2026-03-01.db"
    aside.write_bytes(bytes(8192))
    page.reload(None)
    (text,) = page.alerts.texts()
    assert text.startswith("1 file that was set aside cannot be opened") and aside.name in text
    dialog = OldBackupsDialog(old_backups.old_backups(desk))
    assert dialog.chosen() == () and not dialog.remove_button.isEnabled()
    said = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert any("for whoever repairs files" in one for one in said)
    assert not any("New keys and erasing" in one for one in said)
    (box,) = [box for box, _one in dialog.boxes]
    box.click()
    assert [one.file for one in dialog.chosen()] == [aside]
    dialog.deleteLater()


def test_many_quiet_clients_are_counted_beyond_the_list(page: YourDataPage, desk: Desk, clock: Clock) -> None:
    for number in range(23):
        clients.add_client(desk, client=marcus(last_name=f"Reed {number}"))
    settings.change_setting(desk, key="retention_years", value="2")
    clock.forward(days=365 * 3)
    page.reload(None)
    assert page.quiet.count() == 20 and page.quiet_more.text() == "and 3 more"
    assert not page.quiet_more.isHidden()


def test_each_button_opens_its_dialog(page: YourDataPage, dialogs: FakeDialogs) -> None:
    for button in (page.passphrase_button, page.sheet_button, page.new_keys_button):
        button.click()
    assert dialogs.asked == [
        "Change the passphrase",
        "Print the recovery sheet again",
        "New keys for your vault",
    ]
    for dialog in dialogs.shown:
        dialog.deleteLater()


def test_promises_and_limits_are_shown_as_they_are(page: YourDataPage) -> None:
    texts = "\n".join(label.text() for label in page.findChildren(PlainLabel))
    assert [line for line in (*PROMISES, *LIMITS) if line not in texts] == []


def test_quiet_clients_are_offered_for_erasing(
    page: YourDataPage, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    granted_to_marcus(desk)
    assert page.quiet.count() == 0
    settings.change_setting(desk, key="retention_years", value="2")
    clock.forward(days=365 * 3)
    page.reload(None)
    assert page.quiet.count() == 1
    with qtbot.waitSignal(page.wished) as got:
        QApplication.processEvents()  # new rows are shown by the layout
        next(row for row in page.quiet.findChildren(Row) if not row.isHidden()).button.click()
    assert got.args[0] == Wish("erase_client", erasing.quiet_clients(desk)[0].client_id)


def test_erased_people_are_counted_without_a_name(page: YourDataPage, desk: Desk) -> None:
    granted_to_marcus(desk)
    client_id = desk.vault.clients.ids()[0]
    erasing.erase_person(desk, client_id=client_id, why=Why.ASKED)
    page.reload(None)
    assert page.erased_line.text() == "1 person was erased so far."


def test_a_practice_vault_keeps_its_keys(page: YourDataPage, desk: Desk) -> None:
    desk.practice = True
    page.reload(None)
    assert not page.new_keys_button.isEnabled() and not page.passphrase_button.isEnabled()
    assert "practice vault" in page.keys.texts()[0]


def test_everything_has_a_name(page: YourDataPage) -> None:
    assert nameless(page) == []
