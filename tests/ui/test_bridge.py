"""The bridge tells what changed, says what the person can put right, and lets bugs through."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.ui.bridge import Bridge
from tests.ui.desk_fixtures import failures


def bridge_with_ears() -> tuple[Bridge, list[object], list[tuple[str, str]]]:
    """Return a bridge and what its two signals say."""
    bridge, changes = Bridge(), []
    bridge.changed.connect(changes.append)
    return bridge, changes, failures(bridge)


def test_changes_are_told(qapp: QApplication) -> None:
    bridge, changes, sentences = bridge_with_ears()
    assert bridge.run(lambda: "changes")
    assert (changes, sentences) == (["changes"], [])


def test_a_user_error_becomes_its_sentence(qapp: QApplication) -> None:
    bridge, changes, sentences = bridge_with_ears()

    def refuse() -> object:
        raise UserError("Write a name first.")

    assert not bridge.run(refuse) and not bridge.run(refuse, "It was not saved")
    told = [("Write a name first.", ""), ("Write a name first.", "It was not saved")]
    assert (changes, sentences) == ([], told)


@pytest.mark.parametrize("error", [SystemTrouble("The disk is full."), ValueError("bug")])
def test_other_errors_go_up(qapp: QApplication, error: Exception) -> None:
    bridge, changes, sentences = bridge_with_ears()

    def fail() -> object:
        raise error

    with pytest.raises(type(error)):
        bridge.run(fail)
    assert (changes, sentences) == ([], [])
