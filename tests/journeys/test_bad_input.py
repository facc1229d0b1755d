"""Absurd names, endless notes, markup in every field: each is shown as it is, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.services import queries
from tests.journeys.person import Person

ARABIC = "محمد"
EMOJI = "Zoë 🌊 Ñúñez"
MARKUP = '<img src="/etc/passwd">'
NOTES = "A long note. " * 400  # 5,200 characters


@pytest.mark.parametrize("name", [MARKUP, ARABIC, EMOJI, "‮Reed", "A" * 199, "'; DROP TABLE client; --"])
def test_a_name_goes_through_every_page(person: Person, name: str, tmp_path: Path) -> None:
    person.press("Add client")
    person.write("First name", name)
    person.write("Notes for work", NOTES)
    person.press("Add client")
    (client,) = queries.client_ids(person.desk)
    kept = queries.client(person.desk, client)
    assert kept.first_name == name.replace("‮", "") and kept.notes == NOTES.strip()
    person.go("client", client)
    person.press("Missed it")
    person.write("Who is waiting", name)
    person.press("Today 9:00 AM")
    person.press("Put it right")
    incident = queries.open_incidents(person.desk)[0].incident_id
    for step in ("story", "rehearse", "call", "note", "plan", "follow_up"):
        person.go("incident", incident, step)
    for page in ("today", "incidents", "clients", "templates"):
        person.go(page)
    person.go("client", client, "papers")
    person.press("Case summary")
    person.press("Save")
    person.save_as(tmp_path / "summary.pdf")
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    person.press("Close")


@pytest.mark.parametrize("box", ["Who missed it", "Who is waiting"])
def test_an_empty_box_says_what_to_do(person: Person, box: str) -> None:
    person.press("Missed appointment")
    other = {"Who missed it": "Who is waiting", "Who is waiting": "Who missed it"}[box]
    person.write(other, "Somebody")
    person.press("Today 9:00 AM")
    person.press("Put it right")
    assert person.sees("?") and not queries.open_incidents(person.desk)
    assert person.written(other) == "Somebody"


@pytest.mark.parametrize("day", ["January 3, 9999", "March 1, 1950", "the day after never"])
def test_an_absurd_day_is_said_at_its_box(person: Person, day: str) -> None:
    person.press("Missed appointment")
    person.write("Who missed it", "Marcus Reed")
    person.write("Who is waiting", "Ms. Rosa Alvarez")
    person.enter("When, by the clock there, day", day)
    if person.can_press("Put it right"):
        person.press("Put it right")
    assert not queries.open_incidents(person.desk)
    assert person.written("Who missed it") == "Marcus Reed"
