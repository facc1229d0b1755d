"""The client's screen goes back to the caseworker, with the PIN where the settings ask for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import Answer
from noshow_desk.services.client_pin import set_pin
from noshow_desk.services.desk import Desk
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open


@pytest.fixture
def granted(desk: Desk) -> str:
    """An incident whose note is due."""
    made = cases.report(desk)
    cases.call(desk, made, asked=True, answer=Answer.GRANTED)
    return made


def test_only_the_pin_gives_the_screen_back(desk: Desk, wizard: Open, granted: str, qtbot: QtBot) -> None:
    set_pin(desk, pin="4711")
    page = wizard(granted, "note")
    page.handle("client_view")
    body = page.body()
    view, last = body.client_view, body.client_view.last
    assert last.done.isVisible() and not last.pin.isVisible()
    last.done.click()
    assert last.pin.isVisible() and not last.done.isVisible() and view.isVisible()
    qtbot.keyClick(last.pin, Qt.Key.Key_Escape)
    assert view.isVisible() and not body.stack.isVisible()
    qtbot.keyClicks(last.pin, "0000")
    qtbot.keyClick(last.pin, Qt.Key.Key_Return)
    assert view.isVisible() and last.field.error() == "That is not the PIN." and last.pin.text() == ""
    qtbot.keyClicks(last.pin, "4711")
    qtbot.keyClick(last.pin, Qt.Key.Key_Return)
    assert not view.isVisible() and body.stack.isVisible()


def test_turning_it_over_again_starts_at_done_and_keeps_the_count(
    desk: Desk, wizard: Open, granted: str
) -> None:
    set_pin(desk, pin="4711")
    page = wizard(granted, "note")
    for _turn in range(3):
        page.handle("client_view")
        last = page.body().client_view.last
        assert last.done.isVisible()
        last.done.click()
        last.pin.setText("0000")
        last.open_button.click()
    assert "Wait 5 seconds" in last.field.error()
