"""An agency's own words count in the paper that is being written, without a new start."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.services.own_rules import read_own_rules, take_out_own_rules, take_own_rules
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_checks import checks, rows, type_own_words

RULES = '[[rule]]\ncode = "disclosure"\npatterns = ["third floor"]\n'
SAID = "I know my way to the third floor now."
SOON = 30_000  # ms; the rules are read in a thread


@pytest.fixture
def granted(desk: Desk) -> str:
    """Return an incident whose note is due, with no words of the client yet."""
    return cases.granted(desk, own_words="")


def test_own_words_count_after_they_are_taken_in_and_no_more_when_taken_out(
    qtbot: QtBot, wizard: Open, granted: str, desk: Desk, tmp_path: Path
) -> None:
    page = wizard(granted, "note")
    type_own_words(page, SAID)
    assert rows(page) == []
    path = tmp_path / "town.toml"
    path.write_text(RULES, encoding="utf-8")
    own = read_own_rules(path, language="en", today=date(2026, 3, 10))

    changes = take_own_rules(desk, language="en", own=own)
    page.bridge.changed.emit(changes)
    type_own_words(page, SAID + " ")
    qtbot.waitUntil(lambda: bool(rows(page)), timeout=SOON)
    assert [row.finding.code for row in rows(page)] == ["disclosure"]

    page.bridge.changed.emit(take_out_own_rules(desk, language="en"))
    type_own_words(page, SAID)
    qtbot.waitUntil(lambda: checks(page).list.title() == "Nothing to look at", timeout=SOON)
