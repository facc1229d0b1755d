"""The read side: lists, chips, board, timeline, search."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import ContactAttempt, Safety
from noshow_desk.domain.kinds import AttemptResult, CorrectionKind, Outcome, StepId
from noshow_desk.domain.practice import derive
from noshow_desk.domain.step import Urgency
from noshow_desk.errors import NotFound
from noshow_desk.services import appointments, clients, history, incidents, interviewers, queries, settings
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import HitKind, Role
from tests.builders import Clock, appointment, booked, granted_to_marcus, marcus, missed_by_marcus


def titles(rows: object) -> list[str]:
    return [row.title.say("en") for row in rows]  # type: ignore[attr-defined]


def test_someone_who_waits_is_on_top_of_today(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    board = queries.today_board(desk)
    assert board.waiting_count == 1 and board.clients == 1
    row = board.waiting[0]
    assert row.title.say("en") == "Marcus Reed missed the 9:00 AM interview"
    assert "Rosa Alvarez is waiting" in row.second.say("en")
    assert (row.incident_id, row.role, row.at) == (
        made,
        Role.WAITING,
        datetime.fromisoformat("2026-03-10T13:00Z"),
    )


def test_an_imminent_appointment_comes_first(desk: Desk) -> None:
    missed_by_marcus(desk)
    made = missed_by_marcus(desk, client_name="Tanya Brooks", starts=datetime(2026, 3, 10, 10, 30))
    first = queries.today_board(desk).waiting[0]
    assert first.incident_id == made and first.imminent


def test_a_danger_is_not_lost_from_today(desk: Desk, clock: Clock) -> None:
    made = missed_by_marcus(desk)
    known = queries.facts(desk, made).incident
    reached = ContactAttempt(at=clock.now, result=AttemptResult.REACHED)
    danger = Safety(danger=True, at=clock.now)
    incidents.save_incident(desk, incident=replace(known, contact_attempts=(reached,), safety=danger))
    board = queries.today_board(desk)
    assert board.waiting == () and titles(board.due) == ["Marcus Reed: Safety first"]


def test_what_is_coming_up_is_what_nobody_reported(desk: Desk) -> None:
    client_id = clients.add_client(desk, client=marcus()).made
    ahead = appointment(client_id=client_id, starts=datetime(2026, 3, 12, 14, 30))
    made = booked(desk, ahead)
    assert [row.appointment_id for row in queries.today_board(desk).coming_up] == [made]
    appointments.record_outcome(desk, appointment_id=made, outcome=Outcome.CANCELLED)
    assert queries.today_board(desk).coming_up == ()


def test_a_granted_date_is_coming_up_as_a_second_chance(desk: Desk) -> None:
    granted_to_marcus(desk, datetime(2026, 3, 13, 10, 0))
    row = queries.today_board(desk).coming_up[0]
    assert row.chip is not None and row.chip.say("en") == "Second chance" and row.role is Role.GOOD


def test_a_section_is_as_long_as_was_asked_and_counts_the_rest(desk: Desk) -> None:
    for number in range(5):
        missed_by_marcus(desk, client_name=f"Client {number}")
    board = queries.today_board(desk, limit=2)
    assert len(board.waiting) == 2 and board.waiting_count == 5


def test_chips_filter_and_count(desk: Desk) -> None:
    act_now = queries.facts(desk, missed_by_marcus(desk)).client.id
    spanish = clients.add_client(desk, client=Client(first_name="Luis", paper_language="es")).made
    quiet = clients.add_client(desk, client=Client(first_name="Ann")).made
    counts = queries.chip_counts(desk)
    assert (counts.all, counts.act_now, counts.due, counts.spanish) == (3, 1, 0, 1)
    assert queries.client_ids(desk, chip="act_now") == [act_now]
    assert queries.client_ids(desk, chip="spanish") == [spanish]
    assert queries.client_ids(desk, "ann") == [quiet]
    assert queries.client_ids(desk, "ann", chip="spanish") == []


def test_the_list_says_what_presses_and_what_is_ahead(desk: Desk) -> None:
    missed_by_marcus(desk)
    ahead = clients.add_client(desk, client=Client(first_name="Ann")).made
    starts = datetime(2026, 4, 2, 9, 0)
    booked(desk, appointment(client_id=ahead, starts=starts))
    clients.add_client(desk, client=Client(last_name="Zed"))
    first, second, third = queries.client_rows(desk, queries.client_ids(desk))
    assert {row.name: row.second.say("en") for row in (first, second, third)} == {
        "Marcus Reed": "Missed: Job interview, today 9:00 AM",
        "Ann": "Job interview, Apr 2, 9:00 AM",
        "Zed": "Nothing planned",
    }
    chips = {row.name: row.chip_role for row in (first, second, third)}
    assert chips == {"Marcus Reed": Role.WAITING, "Ann": Role.GOOD, "Zed": Role.PLAIN}


def test_an_archived_client_leaves_every_list(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    client_id = queries.facts(desk, made).client.id
    queries.open_incidents(desk)
    clients.archive_client(desk, client_id=client_id)
    assert queries.open_incidents(desk) == [] and queries.today_board(desk).waiting == ()
    clients.restore_client(desk, client_id=client_id)
    assert [row.incident_id for row in queries.open_incidents(desk)] == [made]


def test_the_next_step_is_the_most_pressing_one(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    client_id = queries.facts(desk, made).client.id
    card = queries.next_step(desk, client_id)
    assert card is not None
    derived = queries.derived(desk, made)
    assert derived.next is not None
    assert (card.incident_id, card.step, card.role) == (made, derived.next.id, Role.WAITING)
    incidents.correct_report(desk, incident_id=made, kind=CorrectionKind.DID_SHOW_UP)
    assert queries.next_step(desk, client_id) is None


def test_the_timeline_tells_it_newest_first(desk: Desk, clock: Clock) -> None:
    made = granted_to_marcus(desk, datetime(2026, 3, 13, 10, 0))
    client_id = queries.facts(desk, made).client.id
    clock.forward(hours=1)
    incidents.correct_report(desk, incident_id=made, kind=CorrectionKind.CAME_LATE, note="Twenty minutes")
    rows = queries.timeline(desk, client_id)
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert titles(rows)[:2] == ["Second chance: Job interview", "Corrected: Marcus came late"]
    assert any(row.text.startswith("The bus did not come") for row in rows)


def test_inside_notes_are_not_in_the_timeline(desk: Desk) -> None:
    made = granted_to_marcus(desk)
    known = queries.facts(desk, made)
    incidents.save_incident(desk, incident=replace(known.incident, inside_notes="SECRET"))
    lines = queries.timeline(desk, known.client.id)
    assert not any("SECRET" in f"{row.title.say('en')}{row.text}{row.quote}" for row in lines)


@pytest.mark.parametrize("words", ["marcus", "REED", "1001", "0142", "(555) 010-0142"])
def test_the_search_box_finds_a_client(desk: Desk, words: str) -> None:
    made = clients.add_client(desk, client=marcus()).made
    hits = queries.search(desk, words)
    assert [(hit.kind, hit.id, hit.title) for hit in hits] == [(HitKind.CLIENT, made, "Marcus Reed")]


@pytest.mark.parametrize("words", ['"', "a AND", "NEAR(", "*", "'; --", "\x00", "x" * 10_000, "{", "  "])
def test_odd_words_find_nothing_and_break_nothing(desk: Desk, words: str) -> None:
    clients.add_client(desk, client=marcus())
    assert queries.search(desk, words) == []


def test_people_who_wait_are_found_with_their_organisation(desk: Desk) -> None:
    missed_by_marcus(desk)
    hits = {hit.kind: hit for hit in queries.search(desk, "bayside")}
    assert hits[HitKind.ORGANISATION].title == "Bayside Warehouse"
    row = queries.interviewers(desk, "alv")[0]
    assert (row.name, row.organisation, row.number) == ("Ms. Rosa Alvarez", "Bayside Warehouse", "555-0142")
    assert [house.name for house in queries.organisations(desk)] == ["Bayside Warehouse"]


def test_the_history_names_who_changed_what(desk: Desk) -> None:
    made = clients.add_client(desk, client=marcus()).made
    clients.edit_client(desk, client=replace(queries.client(desk, made), preferred_name="Marc"))
    newest = queries.history(desk, "client", made)[0]
    assert (newest.by, newest.field, newest.new) == ("Dana Whitfield", "preferred_name", "Marc")


def test_what_is_not_there_is_not_found(desk: Desk) -> None:
    for read in (queries.facts, queries.derived, queries.incident_row, queries.client, queries.paper):
        with pytest.raises(NotFound):
            read(desk, "nothing")


# ------------------------------------------------------------------ kept answers stay true


def fresh(desk: Desk) -> set[tuple[str, StepId | None, Urgency]]:
    """Derive every incident from scratch, as if nothing were kept."""
    found = desk.vault.cases.facts_of(desk.vault.incidents.ids())
    derived = [(one, derive(one, desk.now(), desk.rules)) for one in found]
    return {
        (one.incident.id, stands.next.id if stands.next else None, _urgency(stands.next))
        for one, stands in derived
        if not stands.finished
    }


def _urgency(step: object) -> Urgency:
    return getattr(step, "urgency", Urgency.NONE)


def kept(desk: Desk) -> set[tuple[str, StepId | None, Urgency]]:
    return {(row.incident_id, row.step, row.urgency) for row in queries.open_incidents(desk)}


def test_a_kept_answer_changes_with_the_facts_and_with_time(desk: Desk, clock: Clock) -> None:
    first = missed_by_marcus(desk)
    second = missed_by_marcus(desk, client_name="Tanya", starts=datetime(2026, 3, 10, 11, 0))
    third = granted_to_marcus(desk) if first else ""
    assert kept(desk) == fresh(desk) and third == first
    for hours in (0.5, 1, 2, 3, 9, 12, 24, 24, 72, 200):
        clock.forward(hours=hours)
        assert kept(desk) == fresh(desk), hours
    incidents.skip_step(desk, incident_id=second, step=StepId.REACH, reason="Moved away")
    assert kept(desk) == fresh(desk)


def test_a_kept_answer_follows_a_setting_and_a_name(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    queries.open_incidents(desk)
    settings.change_setting(desk, key="holidays", value="no")
    known = queries.facts(desk, made)
    clients.edit_client(desk, client=replace(known.client, preferred_name="Marc"))
    interviewers.edit_interviewer(desk, interviewer=replace(known.interviewer, last_name="Alvarado"))
    row = queries.open_incidents(desk)[0]
    assert (row.client_name, row.waiting_name) == ("Marc Reed", "Rosa Alvarado")


def test_an_undone_report_leaves_the_list_and_comes_back(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    known = queries.facts(desk, made).incident
    act = desk.acts[-1]
    assert [row.incident_id for row in queries.open_incidents(desk)] == [known.id]
    undone = history.undo(desk, act=act)
    assert queries.open_incidents(desk) == []
    history.undo(desk, act=undone.act)
    assert [row.incident_id for row in queries.open_incidents(desk)] == [known.id]


def test_a_large_vault_is_looked_at_in_slices(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("noshow_desk.services.queries.standing.AT_ONCE", 3)
    made = [
        missed_by_marcus(desk, client_name=f"C {day}", starts=datetime(2026, 3, 10, 9) - timedelta(days=day))
        for day in range(8)
    ]
    assert {row.incident_id for row in queries.open_incidents(desk)} == set(made[:3])
    assert not queries.catch_up(desk, 3)
    assert queries.catch_up(desk, 3)
    assert {row.incident_id for row in queries.open_incidents(desk)} == set(made)
    assert queries.open_incidents(desk, limit=2) == queries.open_incidents(desk)[:2]
