"""Every kind of record comes back exactly as it was kept, whatever was typed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.attachment import Attachment
from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.contact_note import ContactNote
from noshow_desk.domain.incident import ContactAttempt, Incident, Story
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.paper import FollowUp, Paper
from noshow_desk.domain.release import Release
from noshow_desk.domain.supervision_note import SupervisionNote
from noshow_desk.domain.template import Template
from noshow_desk.storage import vault
from noshow_desk.storage.columns import moment_text, shape
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.troubles import RecordUnreadable
from tests.storage.vaults import act, records

STORES = {
    "caseworkers": Caseworker,
    "clients": Client,
    "organisations": Organisation,
    "interviewers": Interviewer,
    "consents": Consent,
    "appointments": Appointment,
    "incidents": Incident,
    "papers": Paper,
    "templates": Template,
    "follow_ups": FollowUp,
    "releases": Release,
    "contact_notes": ContactNote,
    "supervision_notes": SupervisionNote,
    "attachments": Attachment,
}
SOME = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def shared() -> Iterator[Vault]:
    """One vault in memory for all examples."""
    opened = vault.in_memory()
    yield opened
    opened.close()


def with_ids(kept: Any, given: Any) -> Any:
    """Return `given` with the ids that keeping gave to it and to its parts."""
    if not dataclasses.is_dataclass(given):
        return given
    known: dict[str, Any] = {}
    for field in dataclasses.fields(given):
        before, after = getattr(given, field.name), getattr(kept, field.name)
        if field.name in {"id", "version_id"} and not before:
            known[field.name] = after
        elif field.name in {"contact_attempts", "calls"}:
            known[field.name] = tuple(with_ids(b, a) for b, a in zip(after, before, strict=True))
    return replace(given, **known)  # type: ignore[type-var]


@pytest.mark.parametrize("store", sorted(STORES))
@SOME
@given(data=st.data())
def test_a_record_comes_back_as_it_was(shared: Vault, store: str, data: st.DataObject) -> None:
    records_of = getattr(shared, store)
    given_record = data.draw(records(STORES[store]))
    with act(shared):
        made = records_of.add(given_record)
    kept = records_of.get(made)
    assert kept == with_ids(kept, given_record)
    assert records_of.many([made, "nobody"])[0].id == made


@pytest.mark.parametrize("store", sorted(set(STORES) - {"incidents", "papers", "templates"}))
@SOME
@given(data=st.data())
def test_a_changed_record_comes_back_as_it_was_changed(
    shared: Vault, store: str, data: st.DataObject
) -> None:
    records_of = getattr(shared, store)
    with act(shared):
        made = records_of.add(data.draw(records(STORES[store])))
    after = replace(data.draw(records(STORES[store])), id=made)
    differs = records_of.get(made) != after
    with act(shared):
        assert records_of.change(after) == differs
    assert records_of.get(made) == after


@SOME
@given(first=records(Incident), second=records(Incident, contact_attempts=(), calls=()))
def test_an_incident_keeps_what_was_appended(shared: Vault, first: Incident, second: Incident) -> None:
    with act(shared):
        made = shared.incidents.add(first)
    kept = shared.incidents.get(made)
    after = replace(second, id=made, contact_attempts=kept.contact_attempts, calls=kept.calls)
    with act(shared):
        shared.incidents.change(after)
    assert shared.incidents.get(made) == after


def test_times_are_kept_so_that_text_sorts_as_time() -> None:
    moments = [
        datetime(2026, 3, 10, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-5))),
        datetime(2026, 3, 11, 5, tzinfo=UTC),
        datetime(2026, 3, 11, 5, 0, 0, 1, tzinfo=UTC),
    ]
    texts = [moment_text(moment) for moment in moments]
    assert texts == sorted(texts)
    assert {len(text) for text in texts} == {27}


def test_the_ends_of_the_calendar_are_kept(shared: Vault) -> None:
    far = datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-5)))
    near = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))
    with act(shared):
        made = shared.incidents.add(Incident(reported_at=far, story=Story(at=near)))
    assert shared.incidents.get(made).reported_at == far
    assert shared.incidents.get(made).story == Story(at=near)


def test_half_characters_are_replaced_not_refused(shared: Vault) -> None:
    with act(shared):
        client = shared.clients.add(Client(first_name="A\ud800n", tags=("x\udc00",)))
        incident = shared.incidents.add(Incident(story=Story(words="\ud83d\ude00 and \ud800")))
    assert shared.clients.get(client).first_name == "A\ufffdn"
    assert shared.clients.get(client).tags == ("x\ufffd",)
    assert shared.incidents.get(incident).story == Story(words="😀 and \ufffd")


def test_long_notes_and_markup_are_kept_as_typed(shared: Vault) -> None:
    typed = Client(
        first_name="<img src=file:///etc/passwd>", last_name="'; DROP TABLE client; --", notes="n" * 5_000
    )
    with act(shared):
        made = shared.clients.add(typed)
    assert shared.clients.get(made) == replace(typed, id=made)


@pytest.mark.parametrize("store", sorted(STORES))
def test_every_field_of_a_record_has_its_column(shared: Vault, store: str) -> None:
    records_of = getattr(shared, store)
    columns = {column.name for column in shared.session.db.table(records_of._table).columns}
    assert set(records_of._shape.names) <= columns
    left_out = {field.name for field in dataclasses.fields(STORES[store])} - set(records_of._shape.names)
    assert left_out <= {
        "outcome", "outcome_at", "outcome_by", "contact_attempts", "calls", "frozen", "frozen_format",
        "sent_at", "sent_how", "source", "version",
    }  # fmt: skip


@pytest.mark.parametrize("damage", ["voicemail = 'shout'", "tags = '[1]'", "with_us_since = 'spring'"])
def test_an_unreadable_value_is_a_trouble_not_a_crash(shared: Vault, damage: str) -> None:
    with act(shared):
        made = shared.clients.add(Client(first_name="Ann"))
        shared.session.write(f"UPDATE client SET {damage} WHERE id = ?", (made,))
    with pytest.raises(RecordUnreadable):
        shared.clients.get(made)


def test_the_order_of_fields_is_the_order_of_columns() -> None:
    attempt = ContactAttempt(at=datetime(2026, 3, 10, tzinfo=UTC), number="555")
    form = shape(ContactAttempt)
    assert form.fields(form.row(attempt)) == dataclasses.asdict(attempt)
