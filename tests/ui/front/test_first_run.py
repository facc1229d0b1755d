"""First run in three screens, on a real folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.i18n import set_language
from noshow_desk.services import opening
from noshow_desk.services.desk import Desk
from noshow_desk.services.look import look_of
from noshow_desk.storage import keys
from noshow_desk.ui.front.first_run import FirstRun, two_groups
from tests.ui.kit.fake_dialogs import FakeDialogs

WORDS = "harbor lantern copper seven"


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal with cheap settings: this is about screens."""
    monkeypatch.setattr(keys, "calibrate", lambda *_args, **_more: keys.FAST_FOR_TESTS)


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path) -> FirstRun:
    """A first run that asks for the first two groups of the recovery key."""
    window = FirstRun(tmp_path / "vault", FakeDialogs(), asked=(0, 1))
    qtbot.addWidget(window)
    window.show()
    return window


def fill_key_screen(run: FirstRun, *, words: str = WORDS, again: str = WORDS) -> None:
    """Type the passphrase twice and the two groups."""
    screen = run.key_screen
    screen.words.first.setText(words)
    screen.words.again.setText(again)
    for field, group in zip(screen.key.group_fields, run._recovery.groups[:2], strict=True):
        field.editor.setText(group.lower())
    screen.next_button.click()


def test_to_an_open_vault(qtbot: QtBot, run: FirstRun, tmp_path: Path) -> None:
    fill_key_screen(run)
    run.you_screen.name.setText("Dana Whitfield")
    run.you_screen.next_button.click()
    with qtbot.waitSignal(run.made, timeout=20_000) as got:
        run.place_screen.make_button.click()
    desk = got.args[0]
    assert isinstance(desk, Desk) and desk.caseworker.name == "Dana Whitfield"
    opening.close(desk)
    again = opening.open_vault(tmp_path / "vault", recovery_key=run._recovery.text)
    assert again.caseworker.first_name == "Dana"
    opening.close(again)


def test_a_short_passphrase_says_what_to_do(run: FirstRun) -> None:
    fill_key_screen(run, words="short", again="short")
    assert "12 characters" in run.key_screen.words.first_field.error()
    assert run.stack.currentWidget() is run.key_screen


def test_two_different_passphrases(run: FirstRun) -> None:
    fill_key_screen(run, again=WORDS + "x")
    assert run.key_screen.words.again_field.error()
    assert run.stack.currentWidget() is run.key_screen


def test_the_recovery_key_must_be_typed_back(run: FirstRun) -> None:
    screen = run.key_screen
    screen.words.first.setText(WORDS)
    screen.words.again.setText(WORDS)
    screen.key.group_fields[0].editor.setText("AAAA")
    screen.next_button.click()
    assert screen.key.group_fields[0].error() and run.stack.currentWidget() is screen


def test_a_name_is_needed(run: FirstRun) -> None:
    fill_key_screen(run)
    run.you_screen.next_button.click()
    assert run.you_screen.name_field.error()


def test_going_back_keeps_what_was_typed(run: FirstRun) -> None:
    fill_key_screen(run)
    run.you_screen.name.setText("Dana")
    run.you_screen.back_button.click()
    assert run.key_screen.passphrase() == WORDS
    run.key_screen.next_button.click()
    assert run.you_screen.name.value() == "Dana"


def test_a_folder_that_holds_a_vault_is_refused(qtbot: QtBot, run: FirstRun, tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "vault.db").write_bytes(b"x" * 8192)
    fill_key_screen(run)
    run.you_screen.name.setText("Dana")
    run.you_screen.next_button.click()
    run.place_screen.make_button.click()
    qtbot.waitUntil(run.place_screen.trouble.isVisible, timeout=20_000)
    assert "already a vault" in run.place_screen.trouble.text()
    assert (tmp_path / "vault" / "vault.db").read_bytes() == b"x" * 8192


def test_two_groups_differ() -> None:
    for _time in range(50):
        first, second = two_groups(7)
        assert 0 <= first < second < 7


def test_the_language_of_the_first_run_is_the_vaults(qtbot: QtBot, tmp_path: Path) -> None:
    set_language("es")
    try:
        run = FirstRun(tmp_path / "vault", FakeDialogs(), asked=(0, 1))
        qtbot.addWidget(run)
        fill_key_screen(run)
        run.you_screen.name.setText("Dana Whitfield")
        run.you_screen.next_button.click()
        with qtbot.waitSignal(run.made, timeout=20_000) as got:
            run.place_screen.make_button.click()
        opening.close(got.args[0])
    finally:
        set_language("en")
    assert look_of(tmp_path / "vault").text("screen_language") == "es"
