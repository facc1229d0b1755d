"""Marking as sent: all in one act or none, and what was sent stays what it was."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run, letter_to_json
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import Channel, ConsentLevel
from noshow_desk.errors import UserError
from noshow_desk.services import (
    batches,
    clients,
    consents,
    history,
    incidents,
    interviewers,
    paper_findings,
    paper_text,
    papers,
    queries,
    sending,
    templates,
)
from noshow_desk.services.batches import BatchRow
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import Left
from noshow_desk.services.sending import Leaving
from tests.builders import Clock
from tests.services.batching import granted, note

BYTES = b"%PDF-1.4 what was printed"


def look(desk: Desk) -> list[BatchRow]:
    wanted = batches.wanted_named(desk, "thank_you")
    chosen = batches.candidates(desk, wanted)
    return [row for row in batches.rows(desk, wanted, chosen) if row is not None]


def test_all_are_marked_as_sent_in_one_act_with_one_undo(desk: Desk) -> None:
    made = [note(desk, granted(desk, name)) for name in ("Ana Cruz", "Ben Okafor")]
    leaving = [
        Leaving(incident_id=row.incident_id, paper_id=row.paper_id, content=row.name.encode())
        for row in look(desk)
    ]
    changes = sending.mark_all_sent(desk, sent=list(sending.finals(desk, leaving)))
    assert changes.papers == set(made) and len(changes.clients) == 2
    assert {queries.frozen(desk, one) for one in made} == {b"Ana Cruz", b"Ben Okafor"}
    assert look(desk) == []
    history.undo(desk, act=changes.act)
    assert all(queries.paper(desk, one).sent_at is None for one in made)
    assert [row.ready for row in look(desk)] == [True, True]


def test_all_are_marked_or_none(desk: Desk) -> None:
    ready, not_ready = note(desk, granted(desk, "Ana")), note(desk, granted(desk, "Ben"), true=False)
    leaving = [
        Leaving(incident_id=queries.paper(desk, one).incident_id, paper_id=one, content=BYTES)
        for one in (ready, not_ready)
    ]
    with pytest.raises(UserError):
        sending.mark_all_sent(desk, sent=list(sending.finals(desk, leaving)))
    assert queries.paper(desk, ready).sent_at is None


def test_a_printed_plan_card_is_noted_with_its_incident(desk: Desk) -> None:
    incident_id = granted(desk, "Ana Cruz")
    changes = sending.mark_all_sent(desk, sent=list(sending.finals(desk, [Leaving(incident_id=incident_id)])))
    plan = queries.facts(desk, incident_id).incident.plan
    assert plan is not None and plan.printed_at == desk.now()
    history.undo(desk, act=changes.act)
    plan = queries.facts(desk, incident_id).incident.plan
    assert plan is None or plan.printed_at is None


def test_what_was_sent_keeps_its_words_whatever_changes(desk: Desk) -> None:
    incident_id = granted(desk, "Ana Cruz")
    made = note(desk, incident_id)
    before = paper_text.fill_paper(desk, paper_id=made)
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    facts = queries.facts(desk, incident_id)
    clients.edit_client(desk, client=replace(facts.client, first_name="Anastasia"))
    interviewers.edit_interviewer(desk, interviewer=replace(facts.interviewer, last_name="Ortiz"))
    assert paper_text.fill_paper(desk, paper_id=made) == before
    sheet = queries.sent_paper(desk, made)
    assert sheet is not None and sheet.letter == before and sheet.content == BYTES
    assert sheet.template and sheet.version == 1


def test_findings_kept_and_their_reasons_are_frozen_with_it(desk: Desk) -> None:
    made = note(desk, granted(desk, "Ana Cruz"), true=False)
    letter = paper_text.fill_paper(desk, paper_id=made)
    assert isinstance(letter, Letter)
    told = Block(BlockKind.PARAGRAPH, ((Run("My bus was late, so it was not my fault."),),))
    words = replace(letter, blocks=(*letter.blocks[:-2], told, *letter.blocks[-2:]))
    papers.save_draft(desk, paper=replace(queries.paper(desk, made), blocks_json=letter_to_json(words)))
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    for one in paper_text.check(desk, paper=queries.paper(desk, made)).gating:
        paper_findings.deny_finding(desk, paper_id=made, code=one.code, words=one.words, reason="It is so.")
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    sheet = queries.sent_paper(desk, made)
    assert sheet is not None and sheet.kept and {one.reason for one in sheet.kept} == {"It is so."}


def test_a_sent_paper_cannot_be_changed_by_any_door(desk: Desk) -> None:
    incident_id = granted(desk, "Ana Cruz")
    made = note(desk, incident_id, true=False)
    ticked = papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    sent = queries.paper(desk, made)
    line = next(row for row in queries.history(desk, "paper", made) if row.field)
    template = templates.template_of_version(desk, sent.template_version_id)
    for door in (
        partial(papers.save_draft, desk, paper=replace(sent, blocks_json="")),
        partial(papers.change_channel, desk, paper_id=made, channel=Channel.EMAIL, reason="why"),
        partial(papers.change_language, desk, paper_id=made, language="es"),
        partial(papers.use_template, desk, paper_id=made, template=template, discard_edits=True),
        partial(papers.confirm_true, desk, paper_id=made, by_client=False, nothing_untrue=False),
        partial(papers.archive_draft, desk, paper_id=made),
        partial(papers.mark_sent, desk, paper_id=made, content=b"other", format="pdf", how="printed"),
        partial(paper_findings.keep_finding, desk, paper_id=made, code="x", words="", reason="why"),
        partial(history.restore_value, desk, seq=line.seq),
        partial(history.undo, desk, act=ticked.act),
    ):
        with pytest.raises(UserError, match="was sent"):
            door()
    incident = queries.facts(desk, incident_id).incident
    incidents.save_incident(desk, incident=replace(incident, own_words="Something else."))
    assert queries.paper(desk, made) == sent and queries.frozen(desk, made) == BYTES


def test_the_history_tells_that_it_was_sent(desk: Desk) -> None:
    made = note(desk, granted(desk, "Ana Cruz"))
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    said = [row.sentence.say("en") for row in queries.history(desk, "paper", made)]
    assert any("a paper that was sent" in sentence for sentence in said)


@pytest.fixture
def naming_agency(desk: Desk) -> str:
    """Return a final note by hand that names the office; the client's consent ends with this day."""
    made = note(desk, granted(desk, "Ana Cruz"), true=False)
    facts = queries.facts(desk, queries.paper(desk, made).incident_id)
    allowed = Consent(
        client_id=facts.client.id,
        interviewer_id=facts.interviewer.id,
        level=ConsentLevel.MAY_NAME_AGENCY,
        until=desk.today(),
    )
    consents.decide_consent(desk, consent=allowed)
    letter = paper_text.fill_paper(desk, paper_id=made)
    assert isinstance(letter, Letter)
    told = Block(BlockKind.PARAGRAPH, ((Run("Second Start Job Center helped me."),),))
    words = replace(letter, blocks=(*letter.blocks[:-2], told, *letter.blocks[-2:]))
    papers.save_draft(desk, paper=replace(queries.paper(desk, made), blocks_json=letter_to_json(words)))
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    return made


def leaving_now(desk: Desk, paper_id: str) -> Leaving:
    paper = queries.paper(desk, paper_id)
    facts = queries.facts(desk, paper.incident_id)
    left = Left(at=desk.now(), consent=facts.consent)
    return Leaving(incident_id=paper.incident_id, paper_id=paper_id, content=BYTES, left=left)


@pytest.mark.parametrize("ended", ["run out", "taken back"])
def test_what_left_while_the_consent_held_is_marked_as_sent_then(
    desk: Desk, clock: Clock, naming_agency: str, ended: str
) -> None:
    leaving, left_at = leaving_now(desk, naming_agency), desk.now()
    if ended == "run out":
        clock.forward(days=1)
    else:  # an hour later, on the same day
        clock.forward(hours=1)
        facts = queries.facts(desk, leaving.incident_id)
        consents.revoke_consent(desk, client_id=facts.client.id, interviewer_id=facts.interviewer.id)
    with pytest.raises(UserError, match="Second Start"):
        list(sending.finals(desk, [replace(leaving, left=None)]))
    sending.mark_all_sent(desk, sent=list(sending.finals(desk, [leaving])))
    sent = queries.paper(desk, naming_agency)
    assert sent.sent_at == left_at and queries.frozen(desk, naming_agency) == BYTES


def test_what_left_after_the_consent_had_ended_is_not(desk: Desk, clock: Clock, naming_agency: str) -> None:
    clock.forward(days=1)
    with pytest.raises(UserError, match="Second Start"):
        list(sending.finals(desk, [leaving_now(desk, naming_agency)]))


def test_what_may_still_leave_is_sent_when_it_is_marked(desk: Desk, clock: Clock, naming_agency: str) -> None:
    leaving = leaving_now(desk, naming_agency)
    clock.forward(hours=1)
    sending.mark_all_sent(desk, sent=list(sending.finals(desk, [leaving])))
    assert queries.paper(desk, naming_agency).sent_at == desk.now()
