"""Own rule files are chosen in the settings, told with what they add, and taken out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.services.own_rules import example_rules, own_rules
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.settings_page.own_rules import OwnRulesCard, OwnRulesRow
from tests.ui.kit.fake_dialogs import FakeDialogs

WORDS = '[class]\nvehicle = ["jitney"]\n'
SOON = 30_000  # ms; the rules are read in a thread


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs) -> OwnRulesCard:
    """The card over an empty vault."""
    shown = OwnRulesCard(desk, bridge, dialogs)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def choose(qtbot: QtBot, card: OwnRulesCard, dialogs: FakeDialogs, path: Path) -> OwnRulesRow:
    """Choose a file for papers in English, and wait until it was read."""
    row = card.rows["en"]
    dialogs.answers.append(path)
    row.choose_button.click()
    qtbot.waitUntil(row.choose_button.isEnabled, timeout=SOON)
    return row


def written(folder: Path, text: str = WORDS) -> Path:
    path = folder / "town.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_taken_in_and_told(
    qtbot: QtBot, card: OwnRulesCard, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    assert card.rows["en"].state.text() == "No words of your own yet."
    assert not card.rows["en"].remove_button.isVisible()
    row = choose(qtbot, card, dialogs, written(tmp_path))
    assert "town.toml, since" in row.state.text() and "0 rules · 1 word or phrase" in row.state.text()
    kept = own_rules(desk, "en")
    assert kept is not None and kept.text == WORDS
    assert own_rules(desk, "es") is None and not card.rows["es"].remove_button.isVisible()


def test_a_broken_file_is_told_with_its_line_and_changes_nothing(
    qtbot: QtBot, card: OwnRulesCard, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    choose(qtbot, card, dialogs, written(tmp_path))
    row = choose(qtbot, card, dialogs, written(tmp_path, '[class]\nvehicle = ["jitney"\n'))
    assert row.error.isVisible() and row.error.text().startswith("Line 2 is not")
    assert "town.toml, since" in row.state.text()
    kept = own_rules(desk, "en")
    assert kept is not None and kept.text == WORDS
    choose(qtbot, card, dialogs, written(tmp_path))
    assert not row.error.isVisible()


def test_a_file_is_taken_out(
    qtbot: QtBot, card: OwnRulesCard, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    row = choose(qtbot, card, dialogs, written(tmp_path))
    row.remove_button.click()
    assert own_rules(desk, "en") is None
    assert row.state.text() == "No words of your own yet." and not row.remove_button.isVisible()
    assert row.choose_button.hasFocus()


def test_an_example_is_saved_that_can_be_chosen(
    qtbot: QtBot, card: OwnRulesCard, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "example.toml"
    dialogs.answers.append(path)
    card.rows["en"].example_button.click()
    assert path.read_text(encoding="utf-8").startswith("# Your own words for the letter check")
    row = choose(qtbot, card, dialogs, path)
    assert not row.error.isVisible() and "4 words or phrases" in row.state.text()


def test_a_file_for_papers_in_the_other_language_is_taken_and_told(
    qtbot: QtBot, card: OwnRulesCard, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    row = choose(qtbot, card, dialogs, written(tmp_path, example_rules("es").decode()))
    assert own_rules(desk, "en") is not None
    assert row.doubt.isVisible() and "for papers in Spanish" in row.doubt.text()
    choose(qtbot, card, dialogs, written(tmp_path))
    assert not row.doubt.isVisible()


def test_a_table_that_stands_twice_is_told_with_its_line(
    qtbot: QtBot, card: OwnRulesCard, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    row = choose(qtbot, card, dialogs, written(tmp_path, WORDS + WORDS))
    assert row.error.text().startswith("Line 3: [class] stands here for the second time")
    assert own_rules(desk, "en") is None


@pytest.mark.usefixtures("spanish")
def test_the_files_have_a_spanish_name_in_a_spanish_window(
    card: OwnRulesCard, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns: list[str] = []
    monkeypatch.setattr(dialogs, "choose_file", lambda _title, pattern, _chosen: patterns.append(pattern))
    card.rows["es"].choose_button.click()
    assert patterns == ["Reglas de la revisión de cartas (*.toml)"]


def test_a_place_that_cannot_be_written_is_told(
    card: OwnRulesCard, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(tmp_path / "gone" / "example.toml")
    card.rows["es"].example_button.click()
    assert card.rows["es"].error.isVisible() and card.rows["es"].error.text()


def test_cancelling_changes_nothing(card: OwnRulesCard, desk: Desk, dialogs: FakeDialogs) -> None:
    dialogs.answers.extend([None, None])
    card.rows["en"].choose_button.click()
    card.rows["en"].example_button.click()
    assert own_rules(desk, "en") is None and card.rows["en"].choose_button.isEnabled()
