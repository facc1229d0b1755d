"""The narrow lists: what they leave out, where they stop, and that an index alone answers them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.kinds import Outcome
from noshow_desk.domain.paper import FollowUp
from noshow_desk.storage import lists
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.session import Session
from tests.storage.vaults import NOW, act

NINE = datetime(2026, 3, 12, 9)
DAY = date(2026, 3, 12)
A_DAY = timedelta(days=1)


@pytest.fixture
def filled(memory: Vault) -> Vault:
    """Ann, and Bob who is archived, each with six appointments at the same time and three follow-ups."""
    with act(memory):
        for who in ("ann", "bob"):
            memory.clients.add(Client(id=who, first_name=who))
            for number in range(6):
                memory.appointments.add(Appointment(id=f"{who} {number}", client_id=who, starts=NINE))
            for number in range(3):
                memory.follow_ups.add(FollowUp(id=f"{who} {number}", client_id=who, on=DAY))
        memory.clients.archive("bob")
    return memory


def coming(vault: Vault, limit: int = 9) -> tuple[list[str], int]:
    return lists.coming_up(vault.session, NINE, NINE + A_DAY, limit)


def test_clients_are_counted_with_those_archived_apart(filled: Vault) -> None:
    assert lists.count_clients(filled.session) == 1
    assert lists.count_clients(filled.session, archived=True) == 1
    with act(filled):
        filled.clients.restore("bob")
    assert lists.count_clients(filled.session) == 2
    assert lists.count_clients(filled.session, archived=True) == 0


def test_what_is_coming_up_leaves_out_what_is_settled(filled: Vault) -> None:
    assert coming(filled) == ([f"ann {number}" for number in range(6)], 6)
    with act(filled):
        filled.appointments.archive("ann 1")
        filled.appointments.record_outcome("ann 2", Outcome.ATTENDED, NOW, "dana")
        filled.incidents.add(Incident(appointment_id="ann 3"))
    assert coming(filled) == (["ann 0", "ann 4", "ann 5"], 3)
    assert lists.coming_up(filled.session, NINE - A_DAY, NINE, 9) == ([], 0)


def test_a_long_list_is_cut_and_still_counted(filled: Vault) -> None:
    assert coming(filled, limit=2) == (["ann 0", "ann 1"], 6)
    assert lists.open_follow_ups(filled.session, DAY, DAY, 2) == (["ann 0", "ann 1"], 3)


def test_follow_ups_are_those_to_be_done_between_two_days(filled: Vault) -> None:
    with act(filled):
        filled.follow_ups.add(FollowUp(id="done", client_id="ann", on=DAY, done_at=NOW))
        filled.follow_ups.add(FollowUp(id="next", client_id="ann", on=DAY + A_DAY))
        filled.follow_ups.archive("ann 0")
    assert lists.open_follow_ups(filled.session, DAY, DAY, 9) == (["ann 1", "ann 2"], 2)
    assert lists.open_follow_ups(filled.session, DAY + A_DAY, date.max, 9) == (["next"], 1)


ALONE: dict[str, Callable[[Session], object]] = {
    "appointment_by_start": lambda session: lists.coming_up(session, NINE, NINE + A_DAY, 9),
    "appointment_by_start for incidents": lambda session: lists.incidents_before(session, lists.LAST, 9),
    "follow_up_open": lambda session: lists.open_follow_ups(session, DAY, DAY, 9),
}


@pytest.mark.parametrize("index", ALONE)
def test_the_lists_of_today_open_no_page_for_a_row(filled: Vault, index: str) -> None:
    """Encryption costs by the page: a row that is passed by must be known from the index."""
    asked: list[str] = []
    filled.session.db.conn.set_trace_callback(asked.append)
    ALONE[index](filled.session)
    filled.session.db.conn.set_trace_callback(None)
    assert asked
    for sql in asked:
        plan = [str(step[3]) for step in filled.session.rows(f"EXPLAIN QUERY PLAN {sql}")]
        assert any(f"USING COVERING INDEX {index.split()[0]} " in step for step in plan), plan
        assert "USE TEMP B-TREE FOR ORDER BY" not in plan
