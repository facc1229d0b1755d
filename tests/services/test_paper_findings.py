"""Findings settled on a paper: kept, denied, put aside, open again; and what that opens and closes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from noshow_desk.domain.incident import OutsideReason
from noshow_desk.domain.kinds import OutsideFactor, PaperKind
from noshow_desk.domain.paper import Settled
from noshow_desk.errors import UserError
from noshow_desk.services import history, incidents, paper_findings, paper_text, papers, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import LetterFinding
from tests.builders import granted_to_marcus

BYTES = b"%PDF-1.4 what was printed"
EXCUSE = "I missed it because my car broke down."
PRIVATE = "I was with my parole officer."


@pytest.fixture
def incident_id(desk: Desk) -> str:
    """Return an incident with a new date, whose reason, a broken car, the client confirmed as true."""
    made = granted_to_marcus(desk, datetime(2026, 3, 27, 10, 0))
    ride = OutsideReason(factor=OutsideFactor.TRANSPORT, words="the car broke down", confirmed_true=True)
    incidents.save_incident(desk, incident=replace(desk.vault.incidents.get(made), outside=(ride,)))
    return made


@pytest.fixture
def note(desk: Desk, incident_id: str) -> str:
    made = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU).made
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    return made


def write(desk: Desk, note: str, own_words: str) -> None:
    """Type own words into the note, read it aloud and tick it again."""
    paper = queries.paper(desk, note)
    papers.save_draft(desk, paper=replace(paper, inputs={"incident.own_words": own_words}))
    papers.confirm_true(desk, paper_id=note, by_client=True, nothing_untrue=True)


def found(desk: Desk, note: str, code: str) -> LetterFinding:
    checked = paper_text.check(desk, paper=queries.paper(desk, note))
    return next(one for one in checked.open if one.code == code)


def musts(desk: Desk, note: str) -> list[str]:
    return [must.say("en") for must in papers.missing_before_final(desk, paper_id=note)]


def send(desk: Desk, note: str) -> None:
    papers.mark_sent(desk, paper_id=note, content=BYTES, format="pdf", how="printed")


def test_an_excuse_stops_the_paper_and_says_what_to_do(desk: Desk, note: str) -> None:
    assert musts(desk, note) == []
    write(desk, note, EXCUSE)
    (must,) = musts(desk, note)
    assert "my car broke down" in must and "keep it with the client’s reason" in must
    with pytest.raises(UserError, match="my car broke down"):
        send(desk, note)


def test_R14_an_excuse_kept_with_the_clients_reason_is_sent_with_it(desk: Desk, note: str) -> None:
    write(desk, note, EXCUSE)
    excuse = found(desk, note, "excuse")
    with pytest.raises(UserError) as error:
        paper_findings.keep_finding(desk, paper_id=note, code="excuse", words=excuse.words, reason=" ")
    assert error.value.field == "reason"
    paper_findings.keep_finding(
        desk, paper_id=note, code="excuse", words=excuse.words, reason="Marcus wants it told"
    )
    assert musts(desk, note) == []
    send(desk, note)
    (kept,) = queries.paper(desk, note).findings_kept
    assert (kept.words, kept.reason, kept.how) == (excuse.words, "Marcus wants it told", Settled.KEPT)


def test_other_words_are_open_again_and_only_what_holds_is_frozen(desk: Desk, note: str) -> None:
    write(desk, note, EXCUSE)
    excuse = found(desk, note, "excuse")
    paper_findings.keep_finding(desk, paper_id=note, code="excuse", words=excuse.words, reason="He wants it")
    write(desk, note, "I missed it because my truck broke down.")
    assert "my truck broke down" in musts(desk, note)[0]
    write(desk, note, "I am ready.")
    send(desk, note)
    assert queries.paper(desk, note).findings_kept == ()


def test_what_is_private_is_never_kept_but_may_be_a_false_alarm(desk: Desk, note: str) -> None:
    write(desk, note, PRIVATE)
    private = found(desk, note, "disclosure")
    with pytest.raises(UserError, match="never kept"):
        paper_findings.keep_finding(
            desk, paper_id=note, code=private.code, words=private.words, reason="He says so"
        )
    while left := paper_text.check(desk, paper=queries.paper(desk, note)).gating:
        paper_findings.deny_finding(
            desk, paper_id=note, code=left[0].code, words=left[0].words, reason="The name of a film"
        )
    send(desk, note)
    kept = queries.paper(desk, note).findings_kept
    assert {one.how for one in kept} == {Settled.FALSE_ALARM} and kept[0].reason == "The name of a film"


def test_a_nudge_is_put_aside_and_stops_nothing(desk: Desk, note: str) -> None:
    write(desk, note, "I am begging you.")
    nudge = found(desk, note, "pleading")
    assert musts(desk, note) == []
    paper_findings.put_aside(desk, paper_id=note, code=nudge.code, words=nudge.words)
    checked = paper_text.check(desk, paper=queries.paper(desk, note))
    assert "pleading" not in [one.code for one in checked.open]
    write(desk, note, EXCUSE)
    excuse = found(desk, note, "excuse")
    with pytest.raises(UserError):
        paper_findings.put_aside(desk, paper_id=note, code="excuse", words=excuse.words)


def test_a_kept_finding_can_be_opened_again_and_each_act_undone(desk: Desk, note: str) -> None:
    write(desk, note, EXCUSE)
    excuse = found(desk, note, "excuse")
    known = {"paper_id": note, "code": "excuse", "words": excuse.words}
    kept = paper_findings.keep_finding(desk, **known, reason="He wants it")
    opened = paper_findings.open_again(desk, **known)
    assert len(musts(desk, note)) == 1
    history.undo(desk, act=opened.act)
    assert musts(desk, note) == []
    history.undo(desk, act=kept.act)
    assert len(musts(desk, note)) == 1


def test_words_that_are_gone_cannot_be_settled(desk: Desk, note: str) -> None:
    with pytest.raises(UserError, match="not in the paper"):
        paper_findings.keep_finding(desk, paper_id=note, code="excuse", words="my car", reason="He wants it")


def test_a_sent_paper_settles_nothing_more(desk: Desk, note: str) -> None:
    send(desk, note)
    with pytest.raises(UserError, match="was sent"):
        paper_findings.open_again(desk, paper_id=note, code="excuse", words="my car")


def test_R13_facts_that_change_the_words_take_the_ticks_back(desk: Desk, incident_id: str, note: str) -> None:
    facts = queries.facts(desk, incident_id)
    incidents.save_incident(desk, incident=replace(facts.incident, inside_notes="Slept badly."))
    assert queries.paper(desk, note).true_by_client_at is not None
    changes = incidents.save_incident(desk, incident=replace(facts.incident, own_words="I am ready."))
    assert queries.paper(desk, note).true_by_client_at is None
    history.undo(desk, act=changes.act)
    assert queries.paper(desk, note).true_by_client_at is not None
    incidents.grant_second_chance(desk, incident_id=incident_id, starts=datetime(2026, 3, 30, 9, 0))
    assert queries.paper(desk, note).nothing_untrue_at is None


def test_the_words_come_before_the_ticks(desk: Desk, note: str) -> None:
    write(desk, note, EXCUSE)
    papers.confirm_true(desk, paper_id=note, by_client=False, nothing_untrue=False)
    said = musts(desk, note)
    assert "my car broke down" in said[0] and "every sentence is true" in said[1] and len(said) == 3
