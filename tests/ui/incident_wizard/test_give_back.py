"""The client's screen goes back to the caseworker, with the PIN where the settings ask for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import Answer
from noshow_desk.services.client_pin import PinGate, set_pin
from noshow_desk.services.desk import Desk
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

SOON = 20_000  # ms


class Clock:
    """Seconds that pass when a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


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
    assert last.field.error().endswith("next try: 5.")
    page.handle("client_view")
    last = page.body().client_view.last
    last.done.click()
    assert not last.pin.isEnabled() and "next try:" in last.field.error()


def test_a_wait_counts_down_with_the_field_off_and_gives_the_keyboard_back(
    desk: Desk, wizard: Open, granted: str, qtbot: QtBot
) -> None:
    set_pin(desk, pin="4711")
    page = wizard(granted, "note")
    page.handle("client_view")
    view, last = page.body().client_view, page.body().client_view.last
    clock = Clock()
    last.gate = PinGate(desk, clock)
    last.done.click()
    for _try in range(3):
        qtbot.keyClicks(last.pin, "0000")
        qtbot.keyClick(last.pin, Qt.Key.Key_Return)
    assert last.field.error().endswith("next try: 5.")
    assert not last.pin.isEnabled() and not last.open_button.isEnabled()
    assert view.isAncestorOf(view.focusWidget())  # the keys that scroll the paper go on working
    clock.now += 3
    qtbot.waitUntil(lambda: last.field.error().endswith("next try: 2."), timeout=SOON)
    assert not last.pin.isEnabled()
    clock.now += 2
    qtbot.waitUntil(last.pin.isEnabled, timeout=SOON)
    assert last.field.error() == "" and last.open_button.isEnabled() and last.pin.hasFocus()
    qtbot.keyClicks(last.pin, "4711")
    qtbot.keyClick(last.pin, Qt.Key.Key_Return)
    assert not view.isVisible()
