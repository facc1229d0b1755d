"""Pages are made when wanted, reloaded when stale, left when they agree, and come back as they were."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.shell.page_host import PageHost
from noshow_desk.ui.wishes import Wish
from tests.ui.shell.sample_pages import SamplePage, factories

CHANGES = object()


def host_with_pages(qtbot: QtBot) -> tuple[PageHost, dict[str, SamplePage]]:
    made: dict[str, SamplePage] = {}
    host = PageHost(factories(Bridge(), made))
    qtbot.addWidget(host)
    return host, made


def test_a_page_is_made_on_its_first_visit_only(qtbot: QtBot) -> None:
    host, made = host_with_pages(qtbot)
    assert made == {}
    for kind in ("today", "clients", "today"):
        assert host.open(Wish(kind))
    assert list(made) == ["today", "clients"]
    assert made["today"].visits == [Wish("today"), Wish("today")]


def test_the_page_on_show_gets_the_changes_and_the_others_reload_when_shown(qtbot: QtBot) -> None:
    host, made = host_with_pages(qtbot)
    host.open(Wish("today"))
    host.open(Wish("clients"))
    host.reload(CHANGES)
    assert made["clients"].reloads == [None, CHANGES]
    assert made["today"].reloads == [None]
    host.open(Wish("today"))
    assert made["today"].reloads == [None, None]
    host.open(Wish("clients"))
    assert made["clients"].reloads == [None, CHANGES]


def test_back_returns_to_the_state_one_left(qtbot: QtBot) -> None:
    host, made = host_with_pages(qtbot)
    host.open(Wish("clients"))
    made["clients"].place = "row 7"
    host.open(Wish("incident", "i1"))
    made["clients"].place = ""
    assert host.back()
    assert (host.page(), made["clients"].place) == (made["clients"], "row 7")
    assert not host.back()


def test_a_page_that_cannot_be_left_stays(qtbot: QtBot) -> None:
    host, made = host_with_pages(qtbot)
    host.open(Wish("incident", "i1"))
    made["incident"].may_leave = False
    assert not host.open(Wish("today"))
    assert not host.back()
    assert host.here() == Wish("incident", "i1")


def test_an_unknown_wish_leads_nowhere(qtbot: QtBot) -> None:
    host, _made = host_with_pages(qtbot)
    assert not host.open(Wish("nonsense"))
    assert host.page() is None
