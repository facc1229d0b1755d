"""Erasing takes a reason and the name; without them nothing goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services import backup_making, backups, erasing, interviewers, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.storage.backup_troubles import BackupDiskFull
from noshow_desk.storage.troubles import DiskFull
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.session.turns import PAINT_MS
from noshow_desk.ui.your_data.erase_dialog import EraseDialog
from tests.builders import granted_to_marcus
from tests.ui.accessible import nameless
from tests.ui.your_data.conftest import opened


@pytest.fixture
def client_id(desk: Desk) -> str:
    return queries.facts(desk, granted_to_marcus(desk)).client.id


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, client_id: str) -> EraseDialog:
    return opened(qtbot, EraseDialog(desk, client_id))


def texts(dialog: EraseDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_it_says_what_goes_and_who_stays(dialog: EraseDialog) -> None:
    found = texts(dialog)
    assert "Erase Marcus Reed" in found and "Appointment: 2" in found and "Rosa Alvarez" in found
    assert "There is no undo" in found


def test_without_reason_and_name_nothing_goes(dialog: EraseDialog, desk: Desk, client_id: str) -> None:
    dialog.erase_button.click()
    assert dialog.why_field.error() and dialog.name_field.error()
    dialog.why.set_value(Why.ASKED.value)
    dialog.name.setText("Marcus")
    dialog.erase_button.click()
    assert not dialog.why_field.error() and dialog.name_field.error()
    assert queries.client(desk, client_id).first_name == "Marcus" and dialog.isVisible()


def fill(dialog: EraseDialog, name: str = "Marcus Reed") -> None:
    dialog.why.set_value(Why.ASKED.value)
    dialog.name.setText(name)


def test_with_both_the_client_is_gone_and_a_fresh_backup_is_there(
    qtbot: QtBot, dialog: EraseDialog, desk: Desk
) -> None:
    fill(dialog, " marcus  reed ")
    with qtbot.waitSignal(dialog.erased, timeout=20_000) as got:
        dialog.erase_button.click()
        assert dialog.progress.isVisible() and "Step 1 of 2" in dialog.progress.text()
        assert not dialog.erase_button.isEnabled() and dialog.keep_button.isEnabled()
        qtbot.waitUntil(lambda: "Step 2 of 2" in dialog.progress.text(), timeout=20_000)
        assert not dialog.keep_button.isEnabled()
        dialog.reject()
        assert dialog.isVisible()  # the backup belongs to it
    assert got.args[0].everything and queries.client_ids(desk) == []
    assert erasing.erasures(desk)[0].why is Why.ASKED
    newest = backups.newest_backup(desk)
    assert newest is not None and newest.reason == "erasing" and not dialog.isVisible()


def test_until_it_begins_it_can_be_called_off(
    qtbot: QtBot, dialog: EraseDialog, desk: Desk, client_id: str
) -> None:
    fill(dialog)
    dialog.erase_button.click()
    dialog.keep_button.click()
    qtbot.wait(2 * PAINT_MS)
    assert not dialog.isVisible()
    assert queries.client(desk, client_id).first_name == "Marcus" and erasing.erasures(desk) == []


def test_trouble_is_said_and_the_client_stays(
    qtbot: QtBot, dialog: EraseDialog, desk: Desk, client_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise DiskFull

    monkeypatch.setattr(erasing, "erase_records", full)
    fill(dialog)
    dialog.erase_button.click()
    qtbot.waitUntil(lambda: "disk is full" in dialog.note.text(), timeout=20_000)
    assert dialog.erase_button.isEnabled() and dialog.keep_button.isEnabled()
    assert queries.client(desk, client_id).first_name == "Marcus"


def test_a_backup_that_could_not_be_made_is_told(
    qtbot: QtBot, dialog: EraseDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise BackupDiskFull

    monkeypatch.setattr(backup_making, "begin_backup", full)
    fill(dialog)
    with qtbot.waitSignals([dialog.erased, dialog.told], timeout=20_000):
        dialog.erase_button.click()
    assert queries.client_ids(desk) == [] and not dialog.isVisible()


def test_old_backups_and_the_name_elsewhere_are_named(qtbot: QtBot, desk: Desk, client_id: str) -> None:
    row = backups.make_backup(desk).backup
    person = queries.interviewer(desk, queries.interviewers(desk)[0].interviewer_id)
    interviewers.edit_interviewer(desk, interviewer=replace(person, notes="Knows Marcus Reed."))
    found = texts(opened(qtbot, EraseDialog(desk, client_id)))
    assert row.file.name in found and "Interviewer: Rosa Alvarez" in found


def test_everything_has_a_name(dialog: EraseDialog) -> None:
    assert nameless(dialog) == []
