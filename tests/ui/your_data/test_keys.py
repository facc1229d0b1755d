"""The dialogs about keys: nothing without the old key, and then what they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.errors import UserError
from noshow_desk.services import keys, opening
from noshow_desk.services.desk import Desk
from noshow_desk.storage import seals
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.outside import DATABASE_NAME
from noshow_desk.storage.troubles import DiskFull
from noshow_desk.ui.your_data.new_keys_dialog import NewKeysDialog
from noshow_desk.ui.your_data.passphrase_dialog import PassphraseDialog
from noshow_desk.ui.your_data.sheet_dialog import SheetDialog
from tests.ui.accessible import nameless
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.your_data.conftest import PASSPHRASE, opened

NEW = "five other words for you"


@pytest.fixture
def change(qtbot: QtBot, desk: Desk) -> PassphraseDialog:
    return opened(qtbot, PassphraseDialog(desk, smallest=FAST_FOR_TESTS, cost=FAST_FOR_TESTS))


@pytest.fixture
def renew(qtbot: QtBot, desk: Desk) -> NewKeysDialog:
    dialog = NewKeysDialog(desk, FakeDialogs(), asked=(0, 1), smallest=FAST_FOR_TESTS, cost=FAST_FOR_TESTS)
    return opened(qtbot, dialog)


def fill(dialog: PassphraseDialog | NewKeysDialog, *, old: str = PASSPHRASE, new: str = NEW) -> None:
    dialog.proof.words.setText(old)
    dialog.words.first.setText(new)
    dialog.words.again.setText(new)


def fill_groups(dialog: NewKeysDialog) -> None:
    for field, group in zip(dialog.card.group_fields, dialog.recovery.groups[:2], strict=True):
        field.editor.setText(group.lower())


def opens(folder: Path, **how: str) -> bool:
    """Say whether what is typed is the key of the vault file; the vault may be open."""
    try:
        key = opening.derive_key(folder, smallest=FAST_FOR_TESTS, **how)
    except UserError:
        return False
    return seals.is_sealed_with(folder / DATABASE_NAME, key.secret)


def test_the_passphrase_is_changed(qtbot: QtBot, desk: Desk, change: PassphraseDialog) -> None:
    fill(change)
    with qtbot.waitSignal(change.changed, timeout=20_000) as got:
        change.change_button.click()
        assert not change.change_button.isEnabled() and change.note.text()
        change.reject()
        assert change.isVisible()  # work is being done
    assert "new passphrase" in got.args[0].said.say()
    assert opens(desk.folder, passphrase=NEW) and not opens(desk.folder, passphrase=PASSPHRASE)


def test_the_recovery_key_does_as_well(
    qtbot: QtBot, desk: Desk, change: PassphraseDialog, recovery: opening.Recovery
) -> None:
    change.proof.other_way.click()
    fill(change, old="")
    change.proof.key.setText(recovery.text.lower())
    with qtbot.waitSignal(change.changed, timeout=20_000):
        change.change_button.click()
    assert opens(desk.folder, passphrase=NEW)


def test_a_wrong_passphrase_is_said_at_its_field(qtbot: QtBot, desk: Desk, change: PassphraseDialog) -> None:
    fill(change, old="not this one at all")
    change.change_button.click()
    qtbot.waitUntil(lambda: bool(change.proof.words_field.error()), timeout=20_000)
    assert change.isVisible() and change.change_button.isEnabled()
    assert opens(desk.folder, passphrase=PASSPHRASE)


def test_nothing_is_tried_with_empty_fields(change: PassphraseDialog) -> None:
    change.change_button.click()
    assert change.proof.words_field.error() and change.words.first_field.error()
    assert change.change_button.isEnabled()


def test_new_keys_open_the_vault_and_the_old_ones_do_not(
    qtbot: QtBot, desk: Desk, renew: NewKeysDialog, recovery: opening.Recovery
) -> None:
    fill(renew)
    fill_groups(renew)
    with (
        qtbot.waitSignal(renew.changed, timeout=20_000) as got,
        qtbot.waitSignal(renew.renewed, timeout=20_000) as known,
    ):
        renew.change_button.click()
    assert got.args[0].everything and known.args == [""]
    assert desk.caseworker.name == "Dana Whitfield"  # the desk is open still
    assert opens(desk.folder, passphrase=NEW) and opens(desk.folder, recovery_key=renew.recovery.text)
    assert not opens(desk.folder, passphrase=PASSPHRASE)
    assert not opens(desk.folder, recovery_key=recovery.text)


def test_a_backup_that_could_not_be_made_is_told_with_the_new_keys(
    qtbot: QtBot, desk: Desk, renew: NewKeysDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_fresh_backup", lambda _desk: "The disk is full.")
    fill(renew)
    fill_groups(renew)
    with qtbot.waitSignal(renew.renewed, timeout=20_000) as known:
        renew.change_button.click()
    assert known.args == ["The disk is full."]


def test_new_keys_wait_for_the_groups(desk: Desk, renew: NewKeysDialog) -> None:
    fill(renew)
    renew.card.group_fields[0].editor.setText("AAAA")
    renew.change_button.click()
    assert renew.card.group_fields[0].error() and renew.change_button.isEnabled()
    assert opens(desk.folder, passphrase=PASSPHRASE)


def test_it_is_said_that_old_backups_keep_the_old_keys(renew: NewKeysDialog) -> None:
    texts = [label.text() for label in renew.findChildren(type(renew.note))]
    assert keys.OLD_BACKUPS_KEEP_KEYS in texts


def test_a_full_disk_is_said_and_the_old_keys_stay(
    qtbot: QtBot, desk: Desk, renew: NewKeysDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise DiskFull

    monkeypatch.setattr(keys, "replace_keys", full)
    fill(renew)
    fill_groups(renew)
    renew.change_button.click()
    qtbot.waitUntil(lambda: "disk is full" in renew.note.text(), timeout=20_000)
    assert renew.isVisible() and renew.change_button.isEnabled()
    assert opens(desk.folder, passphrase=PASSPHRASE)


def test_the_sheet_is_shown_after_the_passphrase(
    qtbot: QtBot, desk: Desk, recovery: opening.Recovery
) -> None:
    dialog = opened(qtbot, SheetDialog(desk, FakeDialogs(), smallest=FAST_FOR_TESTS))
    dialog.proof.words.setText("not this one at all")
    dialog.show_button.click()
    qtbot.waitUntil(lambda: bool(dialog.proof.words_field.error()), timeout=20_000)
    assert dialog.card is None
    dialog.proof.words.setText(PASSPHRASE)
    dialog.show_button.click()
    qtbot.waitUntil(lambda: dialog.card is not None, timeout=20_000)
    texts = [label.text() for label in dialog.findChildren(type(dialog.note))]
    assert recovery.text in texts and not dialog.show_button.isVisible()


def test_the_sheet_cannot_be_had_with_the_sheet(qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(qtbot, SheetDialog(desk, FakeDialogs(), smallest=FAST_FOR_TESTS))
    assert not dialog.proof.other_way.isVisible()


def test_everything_has_a_name(change: PassphraseDialog, renew: NewKeysDialog) -> None:
    assert nameless(change) == [] and nameless(renew) == []
