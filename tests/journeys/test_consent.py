"""Journey 13: a client allows something, takes it back, and allows it again; all by the mouse."""

from __future__ import annotations

from noshow_desk.services import queries
from tests.journeys.person import Person

WHO = "Change: Rosa Alvarez"


def details(person: Person, incident: str) -> None:
    person.go("client", queries.facts(person.desk, incident).client.id, "details")


def allow(person: Person, level: str) -> None:
    person.press(WHO)
    person.press("What may be said")
    person.pick("The client allows", level)
    person.press("Save")


def take_back(person: Person) -> None:
    person.press(WHO)
    person.press("The client takes it back")
    assert person.sees("What was sent stays as it was.")
    person.press("Take it back")


def test_a_consent_is_taken_back_undone_and_given_again(person: Person) -> None:
    incident = person.report("Marcus Reed")
    details(person, incident)
    person.press(WHO)
    assert not person.can_press("The client takes it back")
    person.press("Cancel")
    allow(person, "May name the agency")
    assert person.sees("What the client allows is recorded.")
    person.press("Undo consent")
    person.wait_until(lambda: person.sees("Not asked"))
    allow(person, "May name the agency")
    take_back(person)
    assert person.sees("before: May name the agency")
    person.press("Undo taking the consent back")
    person.wait_until(lambda: not person.sees("before:"))
    take_back(person)
    person.go("incident", incident, "courtesy")
    assert person.sees("Marcus took the consent back on March 10, 2026.")
    assert not person.can_press("The client takes it back")
    person.press("Record consent")
    assert person.sees("Taken back on Mar 10")
    person.pick("The client allows", "May call")
    person.press("Save")
    person.wait_until(lambda: person.sees("Marcus agreed: you may call, without naming your office."))
    person.press("The client takes it back")
    person.press("Take it back")
    person.wait_until(lambda: person.sees("Marcus took the consent back"))
    details(person, incident)
    assert person.sees("before: May call, without naming the agency")
