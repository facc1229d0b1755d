"""The facts form: lenient where a person would be, one plain sentence where not, and documented."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.facts_form import from_json, records_of, schema, to_json
from noshow_desk.domain.facts_notes import EXAMPLE, NOTES
from noshow_desk.domain.kinds import AppointmentKind, StepId
from noshow_desk.domain.practice import derive
from noshow_desk.errors import UserError
from tests.domain import whole_record as record

NOW = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["{}", b"{ }", b"\xef\xbb\xbf{}", '{"incident": {}, "new_appointment": null}']
)
def test_a_short_file_works(text: str | bytes) -> None:
    assert from_json(text) == CaseFacts()
    assert len(derive(from_json(text), NOW).steps) == len(StepId)


def test_the_example_of_the_schema_works() -> None:
    facts = from_json(json.dumps(EXAMPLE))
    assert facts.client.full_name == "Marcus Reed"
    assert derive(facts, datetime(2026, 3, 10, 13, 15, tzinfo=UTC)).next == derive(
        facts, datetime(2026, 3, 10, 13, 15, tzinfo=UTC)
    ).step(StepId.COURTESY)


def test_times_are_read_as_a_person_means_them() -> None:
    facts = from_json(
        """{"appointment": {"starts": "2026-03-10 09:00", "zone": "America/Los_Angeles",
                            "kind": "Job interview"},
            "new_appointment": {"starts": "2026-03-13T17:00:00Z", "zone": "America/Los_Angeles"},
            "incident": {"reported_at": "2026-03-10T09:12", "plan": {"leave_by": "8:10"},
                         "obstacles": [{"what": "bus", "by": "2026-03-12"}],
                         "contact_attempts": [{"at": "2026-03-10T09:14:00-05:00"}]}}"""
    )
    assert facts.appointment.starts == datetime(2026, 3, 10, 9, 0)
    assert facts.appointment.kind is AppointmentKind.JOB_INTERVIEW
    assert facts.new_appointment is not None
    assert facts.new_appointment.starts == datetime(2026, 3, 13, 10, 0)
    assert facts.incident.reported_at == datetime(2026, 3, 10, 16, 12, tzinfo=UTC)
    assert facts.incident.plan is not None and facts.incident.plan.leave_by == time(8, 10)
    assert facts.incident.obstacles[0].by == date(2026, 3, 12)
    assert facts.incident.contact_attempts[0].at == datetime(2026, 3, 10, 14, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "field", "sentence"),
    [
        (
            '{"incident": {"contact_attempt": []}}',
            "incident.contact_attempt",
            "There is no field called incident.contact_attempt in the facts form."
            " Did you mean contact_attempts?",
        ),
        (
            '{"offence": "x"}',
            "offence",
            "There is no field called offence in the facts form. Run “steps --schema” to see all.",
        ),
        (
            '{"appointment": {"starts": "tomorrow"}}',
            "appointment.starts",
            "Field appointment.starts: expected a date and time like 2026-03-10T09:00.",
        ),
        (
            '{"incident": {"calls": [{"at": 5}]}}',
            "incident.calls[0].at",
            "Field incident.calls[0].at: expected a date and time like 2026-03-10T09:00:00-05:00.",
        ),
        (
            '{"incident": {"calls": [{}]}}',
            "incident.calls[0].at",
            "Field incident.calls[0].at: this field is needed.",
        ),
        (
            '{"incident": {"wants_it": "maybe"}}',
            "incident.wants_it",
            "Field incident.wants_it: “maybe” is not one of: yes, no, unsure.",
        ),
        (
            '{"incident": {"importance": {"value": 11}}}',
            "incident.importance.value",
            "Field incident.importance.value: expected a whole number from 0 to 10.",
        ),
        (
            '{"incident": {"importance": {"value": true}}}',
            "incident.importance.value",
            "Field incident.importance.value: expected a whole number from 0 to 10.",
        ),
        (
            '{"incident": {"going": "yes"}}',
            "incident.going",
            "Field incident.going: expected true or false.",
        ),
        (
            '{"client": {"first_name": 7}}',
            "client.first_name",
            "Field client.first_name: expected text, in quotation marks.",
        ),
        (
            '{"interviewer": {"phones": "555-0177"}}',
            "interviewer.phones",
            "Field interviewer.phones: expected a list, in square brackets.",
        ),
        (
            '{"incident": {"plan": {"leave_by": "early"}}}',
            "incident.plan.leave_by",
            "Field incident.plan.leave_by: expected a time of day like 08:10.",
        ),
        (
            '{"follow_ups": [{"on": "soon"}]}',
            "follow_ups[0].on",
            "Field follow_ups[0].on: expected a day like 2026-03-12.",
        ),
        (
            '{"appointment": {"zone": "Mars/Base"}}',
            "appointment.zone",
            "Field appointment.zone: there is no time zone called “Mars/Base”."
            " Write one like America/New_York.",
        ),
        ('{"incident": 5}', "incident", 'Field incident: expected an object with fields, like {"…": …}.'),
        ("[]", "", 'Expected an object with fields, like {"…": …}.'),
    ],
)
def test_a_mistake_is_one_plain_sentence_at_its_field(text: str, field: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        from_json(text)
    assert caught.value.sentence == sentence
    assert caught.value.field == field


@pytest.mark.parametrize("text", ["", "{", b"\xff\xfe", "[" * 100_000, '"\ud800"', "{'a': 1}"])
def test_what_is_no_json_says_so(text: str | bytes) -> None:
    with pytest.raises(UserError, match=r"^This facts file is not JSON: .*\.$"):
        from_json(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{\n "client": {"first_name" "Ána"}\n}', "line 2, column 26 cannot be read."),
        ('\ufeff{"a": 1,}', "line 1, column 9 cannot be read."),
        ("  \n", "it is empty."),
        (b'{"a": "\xe1"}', "it is not UTF-8 text."),
        ("[" * 100_000, "its brackets stand too deep"),
        ('{"a": NaN}', "a number or a character in it"),
    ],
)
def test_what_is_no_json_says_where(text: str | bytes, why: str) -> None:
    with pytest.raises(UserError) as caught:
        from_json(text)
    assert caught.value.sentence.startswith(f"This facts file is not JSON: {why}")
    assert "malformed" not in caught.value.sentence and "byte" not in caught.value.sentence


@settings(max_examples=200)
@given(record.facts)
def test_what_is_written_is_read_back(facts: CaseFacts) -> None:
    once = from_json(to_json(_sane(facts)))
    assert from_json(to_json(once)) == once


def _sane(facts: CaseFacts) -> CaseFacts:
    """Return `facts` with zones that exist: the form refuses others."""
    new = facts.new_appointment
    return dataclasses.replace(
        facts,
        appointment=_in_new_york(facts.appointment),
        new_appointment=None if new is None else _in_new_york(new),
    )


def _in_new_york(appointment: Appointment) -> Appointment:
    return dataclasses.replace(appointment, zone="America/New_York")


@pytest.mark.parametrize("kind", list(records_of(CaseFacts)))
def test_every_field_is_documented_and_every_note_has_its_field(kind: type) -> None:
    assert set(NOTES[kind.__name__]) == {field.name for field in dataclasses.fields(kind)}


def test_the_schema_describes_every_record_and_field_and_allows_no_other() -> None:
    form = schema()
    assert set(NOTES) == {kind.__name__ for kind in records_of(CaseFacts)}
    for name, part in form["$defs"].items():
        assert part["description"], name
        if name in NOTES:
            assert part["additionalProperties"] is False
            assert all(field["description"] for field in part["properties"].values())
    moment = form["$defs"]["ContactAttempt"]["properties"]["at"]
    assert (
        moment["format"] == "date-time"
        and "format" not in form["$defs"]["Appointment"]["properties"]["starts"]
    )
    assert form["$defs"]["Ruler"]["properties"]["value"]["anyOf"][0]["maximum"] == 10


def test_no_field_is_for_an_offence_a_diagnosis_or_an_immigration_status() -> None:
    names = {name for fields in NOTES.values() for name in fields}
    assert not [
        name for name in names if any(word in name for word in ("offen", "diagnos", "immigra", "crime"))
    ]
