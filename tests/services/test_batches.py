"""Batches: the ready ones are taken, and each of the others is named with what keeps it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from noshow_desk.domain.blocks import Letter, letter_to_json, to_text
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import Safety
from noshow_desk.domain.kinds import ConsentLevel, CorrectionKind, PaperKind
from noshow_desk.errors import NotFound
from noshow_desk.services import (
    batches,
    consents,
    incidents,
    interviewers,
    paper_text,
    papers,
    queries,
)
from noshow_desk.services.batches import BatchRow
from noshow_desk.services.desk import Desk
from tests.builders import Clock, missed_by_marcus
from tests.services.batching import granted, note

BYTES = b"%PDF-1.4 what was printed"


def look(
    desk: Desk, kind: str = "thank_you", words: str = "", ids: list[str] | None = None
) -> list[BatchRow]:
    wanted = batches.wanted_named(desk, kind)
    chosen = batches.candidates(desk, wanted, words=words, client_ids=ids)
    return [row for row in batches.rows(desk, wanted, chosen) if row is not None]


def why(row: BatchRow) -> str:
    return row.why.say("en") if row.why else ""


def test_R13_a_batch_takes_the_ready_ones_and_lists_the_rest(desk: Desk) -> None:
    note(desk, granted(desk, "Ana Cruz"))
    note(desk, granted(desk, "Ben Okafor"), true=False)
    granted(desk, "Cleo Nunez")
    found = {row.name: row for row in look(desk)}
    assert found["Ana Cruz"].ready and "Ana Cruz" in to_text(found["Ana Cruz"].letter)
    assert why(found["Ben Okafor"]).startswith("Ben has not said yet that every sentence is true.")
    assert set(found) == {"Ana Cruz", "Ben Okafor"}  # nobody asked for Cleo


def test_clients_who_were_asked_for_are_always_named(desk: Desk) -> None:
    granted(desk, "Cleo Nunez")
    (row,) = look(desk, words="cleo")
    assert why(row) == "There is no draft yet. Write it in the steps of the incident."
    client = row.client.id
    papers.mark_sent(desk, paper_id=note(desk, row.incident_id), content=BYTES, format="pdf", how="printed")
    assert why(look(desk, ids=[client])[0]) == "It was sent already."


def test_a_client_without_an_open_incident_is_named(desk: Desk) -> None:
    incident_id = granted(desk, "Cleo Nunez")
    client = queries.facts(desk, incident_id).client.id
    incidents.correct_report(desk, incident_id=incident_id, kind=CorrectionKind.REPORTED_BY_MISTAKE)
    assert [why(row) for row in look(desk, ids=[client])] == ["There is no open incident."]


def test_the_newest_open_incident_with_a_draft_is_taken(desk: Desk, clock: Clock) -> None:
    older = granted(desk, "Ana Cruz")
    client = queries.facts(desk, older).client
    note(desk, older)
    clock.forward(days=1)
    newer = missed_by_marcus(desk, client_name="", client_id=client.id)
    assert [row.incident_id for row in look(desk)] == [older]
    note(desk, newer, true=False)
    assert [row.incident_id for row in look(desk)] == [newer]


def test_a_card_is_addressed_to_nobody(desk: Desk) -> None:
    incident_id = granted(desk, "Ana Cruz")
    person = queries.facts(desk, incident_id).interviewer
    interviewers.edit_interviewer(desk, interviewer=replace(person, email="rosa@example.com"))
    note(desk, incident_id)
    addressed = {
        kind: [row.to for row in look(desk, kind)] for kind in ("thank_you", "plan_card", "call_card")
    }
    assert addressed == {"thank_you": ["rosa@example.com"], "plan_card": [""], "call_card": [""]}


def test_a_template_takes_only_what_came_from_it(desk: Desk) -> None:
    note(desk, granted(desk, "Ana Cruz"))
    assert [row.ready for row in look(desk, "en-thank_you-letter-granted")] == [True]
    (row,) = look(desk, "en-thank_you-email-granted")
    assert why(row) == "The draft comes from another template."
    for name in ("nothing", "courtesy", "worksheet", "en-courtesy-call"):
        with pytest.raises(NotFound):
            look(desk, name)


def test_plan_cards_need_no_draft_but_a_date(desk: Desk) -> None:
    granted(desk, "Ana Cruz")
    missed = missed_by_marcus(desk, client_name="Ben Okafor")
    assert [row.name for row in look(desk, "plan_card")] == ["Ana Cruz"]
    ben = queries.facts(desk, missed).client.id
    assert [why(row) for row in look(desk, "plan_card", ids=[ben])] == ["There is no new date yet."]


def test_R0_nothing_goes_out_while_a_client_is_not_safe(desk: Desk) -> None:
    incident_id = granted(desk, "Ana Cruz")
    note(desk, incident_id)
    incident = queries.facts(desk, incident_id).incident
    incidents.save_incident(desk, incident=replace(incident, safety=Safety(danger=True, at=desk.now())))
    assert [why(row) for row in look(desk)] == ["Waits until Ana is safe."]


def test_consent_counts_on_the_day_of_printing(desk: Desk, clock: Clock) -> None:
    incident_id = granted(desk, "Ana Cruz")
    facts = queries.facts(desk, incident_id)
    allowed = Consent(
        client_id=facts.client.id,
        interviewer_id=facts.interviewer.id,
        level=ConsentLevel.MAY_NAME_AGENCY,
        until=date(2026, 3, 12),
    )
    consents.decide_consent(desk, consent=allowed)
    made = note(desk, incident_id, true=False)
    filled = paper_text.fill_paper(desk, paper_id=made)
    assert isinstance(filled, Letter)
    first = filled.blocks[0]
    words = replace(first, lines=((replace(first.lines[0][0], text="Second Start,"),), *first.lines[1:]))
    named = replace(filled, blocks=(words, *filled.blocks[1:]))
    papers.save_draft(desk, paper=replace(queries.paper(desk, made), blocks_json=letter_to_json(named)))
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    assert look(desk)[0].ready
    clock.forward(days=3)
    (row,) = look(desk)
    assert not row.ready and "Second Start" in why(row)


def test_kinds_are_the_papers_of_one_client(desk: Desk) -> None:
    assert set(batches.KINDS) == set(PaperKind) - {
        PaperKind.COURTESY,
        PaperKind.WORKSHEET,
        PaperKind.SUMMARY,
    }
