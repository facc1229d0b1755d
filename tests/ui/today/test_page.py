"""Today on a real vault: who waits, what is due, what is coming up, and the empty day."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.appointment import Appointment
from noshow_desk.services import clients, follow_ups, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.today import page as today
from noshow_desk.ui.today.elapsed import elapsed_words
from noshow_desk.ui.today.heading import greeting
from noshow_desk.ui.today.page import ROWS_AT_FIRST, TodayPage
from noshow_desk.ui.today.sections import CARDS
from noshow_desk.ui.wishes import Wish
from tests.builders import NOW, ZONE, Clock, booked, marcus, missed_by_marcus


def page(qtbot: QtBot, desk: Desk, bridge: Bridge) -> tuple[TodayPage, list[Wish]]:
    """Show Today and collect its wishes."""
    shown = TodayPage(desk, bridge)
    qtbot.addWidget(shown)
    shown.reload(None)
    shown.resize(1180, 700)
    shown.show()
    wishes: list[Wish] = []
    shown.wished.connect(wishes.append)
    bridge.changed.connect(shown.reload)
    return shown, wishes


def test_one_red_card_and_one_click_to_the_step(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    incident = missed_by_marcus(desk)
    shown, wishes = page(qtbot, desk, bridge)
    assert len(shown.waiting.cards) == 1
    shown.waiting.cards[0].act_button.click()
    assert wishes[0].kind == "incident" and wishes[0].id == incident and wishes[0].detail == "reach"


def test_did_show_up_takes_the_card_away_and_keeps_the_report(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    incident = missed_by_marcus(desk)
    shown, _wishes = page(qtbot, desk, bridge)
    shown.waiting.cards[0].came_button.click()
    assert shown.waiting.cards == [] and shown.waiting.isHidden()
    assert len(queries.facts(desk, incident).incident.corrections) == 1


def test_the_fourth_who_waits_is_a_row(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    for name in ("Ann Lee", "Bo Reyes", "Cy Stone", "Di Novak"):
        missed_by_marcus(desk, client_name=name)
    shown, _wishes = page(qtbot, desk, bridge)
    assert len(shown.waiting.cards) == 3 and not shown.waiting.more.isHidden()


def test_a_long_list_shows_its_first_rows_and_the_others_when_asked(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    for number in range(ROWS_AT_FIRST + 4):
        missed_by_marcus(desk, client_name=f"Ann {number}")
    shown, _wishes = page(qtbot, desk, bridge)
    rest = shown.waiting.more
    assert rest.list.count() == ROWS_AT_FIRST - CARDS
    assert rest.more.text() == "and 4 more"
    rest.more.click()
    assert rest.list.count() == ROWS_AT_FIRST + 4 - CARDS
    assert rest.more.isHidden()


def test_a_follow_up_of_today_leads_to_the_client(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    client = clients.add_client(desk, client=marcus()).made
    follow_ups.record_follow_up(desk, client_id=client, on=desk.today(), what="Ask about the bus")
    shown, wishes = page(qtbot, desk, bridge)
    shown.due.list.acted.emit("0")
    assert wishes == [Wish("client", client)]


def test_coming_up(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    client = clients.add_client(desk, client=marcus()).made
    starts = desk.local_now() + timedelta(days=2)
    booked(desk, Appointment(client_id=client, starts=starts, zone=ZONE))
    shown, _wishes = page(qtbot, desk, bridge)
    assert not shown.coming.isHidden() and shown.due.isHidden() and shown.empty.isHidden()


def waiting_and_coming(desk: Desk) -> None:
    """Let many wait, and one appointment come."""
    for number in range(ROWS_AT_FIRST):
        missed_by_marcus(desk, client_name=f"Ann {number}")
    client = clients.add_client(desk, client=marcus()).made
    starts = desk.local_now() + timedelta(days=2)
    booked(desk, Appointment(client_id=client, starts=starts, zone=ZONE))


def test_what_is_below_the_edge_follows_the_first_paint(
    qtbot: QtBot, desk: Desk, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "ROW_HEIGHT", 200)  # a low screen
    waiting_and_coming(desk)
    shown = TodayPage(desk, bridge)
    qtbot.addWidget(shown)
    shown.reload(None)
    assert shown.waiting.more.list.count() == ROWS_AT_FIRST - CARDS
    assert shown.coming.isHidden() and shown.coming.list.count() == 0
    shown.show()
    qtbot.waitUntil(lambda: shown.coming.isVisible() and shown.coming.list.count() == 1)
    shown.coming.hide()
    shown.reload(None)
    assert shown.coming.isVisible()  # from now on everything at once


def test_whoever_returns_to_a_scrolled_page_has_all_of_it(
    qtbot: QtBot, desk: Desk, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "ROW_HEIGHT", 200)
    waiting_and_coming(desk)
    shown = TodayPage(desk, bridge)
    qtbot.addWidget(shown)
    shown.reload(None)
    shown.complete()
    assert shown.coming.list.count() == 1 and not shown.coming.isHidden()


def test_an_empty_day_says_what_to_do(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    shown, wishes = page(qtbot, desk, bridge)
    assert shown.empty.isVisible()
    shown.add_button.click()
    assert wishes == [Wish("add_client")]


def test_the_side_goes_below_where_it_is_narrow(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    shown, _wishes = page(qtbot, desk, bridge)
    wide = shown.side.mapTo(shown, shown.side.rect().topLeft()).x()
    shown.resize(700, 700)
    qtbot.waitUntil(lambda: shown.side.mapTo(shown, shown.side.rect().topLeft()).x() < wide / 2)


def test_markup_in_a_name_stays_text(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    missed_by_marcus(desk, client_name='<img src="/etc/passwd">')
    shown, _wishes = page(qtbot, desk, bridge)
    assert "<img" in shown.waiting.cards[0].accessibleName()


def test_words_for_a_span() -> None:
    assert elapsed_words(NOW, NOW - timedelta(minutes=42)) == "42 minutes ago"
    assert elapsed_words(NOW, NOW + timedelta(minutes=1)) == "in 1 minute"
    assert elapsed_words(NOW, NOW - timedelta(hours=3)) == "3 hours ago"
    assert elapsed_words(NOW, NOW - timedelta(days=4)) == "4 days ago"
    assert elapsed_words(NOW, NOW) == "less than a minute ago"
    assert elapsed_words(NOW, None) == ""


def test_greetings_follow_the_clock() -> None:
    assert greeting(datetime(2026, 3, 10, 9), "Dana") == "Good morning, Dana"
    assert greeting(datetime(2026, 3, 10, 13), "") == "Good afternoon"
    assert greeting(datetime(2026, 3, 10, 19), "Dana") == "Good evening, Dana"


def test_the_minute_goes_on(qtbot: QtBot, desk: Desk, bridge: Bridge, clock: Clock) -> None:
    missed_by_marcus(desk)
    shown, _wishes = page(qtbot, desk, bridge)
    before = shown.waiting.cards[0]._when.text()
    clock.forward(minutes=5)
    shown._on_minute_timeout()
    assert shown.waiting.cards[0]._when.text() != before
