"""Four boxes open an incident."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from noshow_desk.domain.kinds import AppointmentKind
from noshow_desk.errors import UserError
from noshow_desk.services import clients, history, interviewers, missed, queries
from noshow_desk.services.desk import Desk
from tests.builders import NINE, bayside, granted_to_marcus, marcus, missed_by_marcus, rosa


def test_four_boxes_make_client_person_appointment_and_incident(desk: Desk) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    assert facts.client.full_name == "Marcus Reed" and facts.client.case_number == "1001"
    assert facts.interviewer.formal_name == "Ms. Alvarez" and facts.interviewer.phones == ("555-0142",)
    assert facts.organisation.name == "Bayside Warehouse"
    assert facts.appointment.starts == NINE and facts.appointment.zone == desk.zone
    assert not facts.incident.imminent and facts.incident.reported_at == desk.now()


def test_an_appointment_ahead_is_imminent(desk: Desk) -> None:
    made = missed_by_marcus(desk, starts=NINE + timedelta(hours=1))
    assert queries.facts(desk, made).incident.imminent
    assert queries.incident_row(desk, made).imminent


def test_the_clock_of_the_place_decides_what_is_imminent(desk: Desk) -> None:
    made = missed_by_marcus(desk, zone="America/Los_Angeles")
    assert queries.facts(desk, made).incident.imminent


def test_a_known_interviewer_is_matched_by_name_and_number(desk: Desk) -> None:
    known = interviewers.add_interviewer(desk, interviewer=rosa(), organisation=bayside()).made
    made = missed_by_marcus(desk, interviewer_name="rosa alvarez", number="+1 (555) 0142")
    assert queries.facts(desk, made).interviewer.id != known  # another number: another person
    made = missed_by_marcus(
        desk, client_name="Tanya Brooks", interviewer_name="rosa alvarez", number="5550142"
    )
    assert queries.facts(desk, made).interviewer.id == known


def test_a_title_and_a_last_name_with_the_same_number_are_the_person_we_know(desk: Desk) -> None:
    known = interviewers.add_interviewer(desk, interviewer=rosa(), organisation=bayside()).made
    facts = queries.facts(desk, missed_by_marcus(desk, interviewer_name="Ms. Alvarez"))
    assert facts.interviewer.id == known and facts.interviewer.first_name == "Rosa"
    other = missed_by_marcus(desk, client_name="Tanya", interviewer_name="Ms. Alvarez", number="555-0199")
    assert queries.facts(desk, other).interviewer.id != known


def test_a_number_is_added_to_a_person_known_without_one(desk: Desk) -> None:
    known = interviewers.add_interviewer(desk, interviewer=rosa(phones=()), organisation=bayside()).made
    facts = queries.facts(desk, missed_by_marcus(desk))
    assert facts.interviewer.id == known and facts.interviewer.phones == ("555-0142",)
    assert facts.organisation.name == "Bayside Warehouse"


def test_the_one_client_of_that_name_is_taken(desk: Desk) -> None:
    known = clients.add_client(desk, client=marcus()).made
    assert queries.facts(desk, missed_by_marcus(desk, client_name="marcus reed")).client.id == known


def test_two_clients_of_one_name_have_to_be_chosen_between(desk: Desk) -> None:
    for _count in range(2):
        clients.add_client(desk, client=marcus())
    with pytest.raises(UserError) as error:
        missed_by_marcus(desk)
    assert error.value.field == "client_name" and "2" in error.value.sentence


@pytest.mark.parametrize(
    ("boxes", "field"),
    [
        ({"client_name": " "}, "client_name"),
        ({"interviewer_name": "", "organisation": ""}, "interviewer_name"),
        ({"starts": datetime(9999, 12, 31, 23, 59)}, "starts"),
        ({"starts": datetime(1900, 1, 1, 9, 0)}, "starts"),
        ({"starts": datetime(2027, 6, 1, 9, 0)}, "starts"),
        ({"zone": "Mars/Olympus"}, "zone"),
    ],
)
def test_a_box_that_cannot_be_right_says_so_and_writes_nothing(
    desk: Desk, boxes: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as error:
        missed_by_marcus(desk, **boxes)
    assert error.value.field == field
    assert queries.client_ids(desk) == [] and queries.open_incidents(desk) == []


def test_a_chosen_client_may_have_a_name_too_long_to_be_typed(desk: Desk) -> None:
    known = clients.add_client(desk, client=marcus(first_name="A" * 190, last_name="B" * 190)).made
    name = queries.client(desk, known).full_name
    made = missed_by_marcus(desk, client_id=known, client_name=name)
    assert queries.facts(desk, made).client.id == known


def test_an_organisation_alone_can_be_waiting(desk: Desk) -> None:
    made = missed_by_marcus(desk, interviewer_name="", number="555-0100")
    facts = queries.facts(desk, made)
    assert facts.organisation.name == "Bayside Warehouse" and facts.interviewer.phones == ("555-0100",)


def test_reporting_the_same_appointment_twice_gives_the_first_report(desk: Desk) -> None:
    first = missed_by_marcus(desk)
    second = missed.report_missed(
        desk, client_name="Marcus Reed", interviewer_name="Rosa Alvarez", starts=NINE
    )
    assert second.made == first and second.act == ""
    assert len(queries.open_incidents(desk)) == 1


def test_the_second_chance_missed_too_is_linked_to_the_first(desk: Desk) -> None:
    first = granted_to_marcus(desk, datetime(2026, 3, 13, 10, 0))
    again = missed_by_marcus(desk, starts=datetime(2026, 3, 13, 10, 0))
    facts = queries.facts(desk, again)
    assert facts.previous is not None and facts.previous.id == first


def test_a_known_appointment_needs_no_boxes(desk: Desk) -> None:
    facts = queries.facts(desk, granted_to_marcus(desk, datetime(2026, 3, 13, 10, 0)))
    assert facts.new_appointment is not None
    changes = missed.report_missed(desk, appointment_id=facts.new_appointment.id, starts=NINE)
    assert queries.facts(desk, changes.made).previous == queries.facts(desk, facts.incident.id).incident


def test_the_kind_of_the_appointment_is_kept(desk: Desk) -> None:
    made = missed_by_marcus(desk, kind=AppointmentKind.SUPERVISION)
    assert queries.facts(desk, made).appointment.kind is AppointmentKind.SUPERVISION


def test_a_report_can_be_undone(desk: Desk) -> None:
    changes = missed.report_missed(desk, client_name="Ann", interviewer_name="Bo", starts=NINE)
    assert changes.undo is not None and changes.undo.say("en") == "Undo report about Ann"
    history.undo(desk, act=changes.act)
    assert queries.open_incidents(desk) == [] and queries.client_ids(desk) == []


@pytest.mark.parametrize(
    ("typed", "title", "first", "last"),
    [
        ("Ms. Rosa Alvarez", "Ms.", "Rosa", "Alvarez"),
        ("ms Alvarez", "Ms.", "", "Alvarez"),
        ("Sra. María de la Cruz", "Sra.", "María", "de la Cruz"),
        ("Rosa", "", "Rosa", ""),
        ("Dr", "", "Dr", ""),
    ],
)
def test_a_title_before_a_name_is_a_courtesy_title(typed: str, title: str, first: str, last: str) -> None:
    person = interviewers.person_from(typed)
    assert (person.courtesy_title, person.first_name, person.last_name) == (title, first, last)
