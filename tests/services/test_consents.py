"""A consent is taken back: from that day, undone with one click, with the drafts that it carried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from noshow_desk.domain.blocks import Letter, letter_to_json, to_text
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import Channel, ConsentLevel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound, UserError
from noshow_desk.services import consents, history, paper_text, papers, queries, templates
from noshow_desk.services.desk import Desk
from tests.builders import granted_to_marcus

TODAY = date(2026, 3, 10)
BYTES = b"%PDF-1.4 what was printed"


@pytest.fixture
def incident_id(desk: Desk) -> str:
    return granted_to_marcus(desk)


@pytest.fixture
def pair(desk: Desk, incident_id: str) -> dict[str, str]:
    facts = queries.facts(desk, incident_id)
    return {"client_id": facts.client.id, "interviewer_id": facts.interviewer.id}


def give(desk: Desk, pair: dict[str, str], **decided: object) -> None:
    consents.decide_consent(desk, consent=Consent(**pair, level=ConsentLevel.MAY_NAME_AGENCY, **decided))


def naming_the_office(desk: Desk, incident_id: str, *, by_hand: bool) -> str:
    """Return a thank-you note with both ticks that names the office: typed by hand, or by its field."""
    made = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU).made
    if by_hand:
        filled = paper_text.fill_paper(desk, paper_id=made)
        assert isinstance(filled, Letter)
        first = filled.blocks[0]
        run = replace(first.lines[0][0], text="Second Start, ")
        named = replace(filled, blocks=(replace(first, lines=((run,), *first.lines[1:])), *filled.blocks[1:]))
        papers.save_draft(desk, paper=replace(queries.paper(desk, made), blocks_json=letter_to_json(named)))
    else:
        papers.use_template(desk, paper_id=made, template=_own_template(desk, made))
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    return made


def _own_template(desk: Desk, paper_id: str) -> Template:
    paper = queries.paper(desk, paper_id)
    version = desk.vault.templates.version(paper.template_version_id)
    shipped = next(one for one in templates.templates(desk) if one.source == version.source)
    return replace(shipped, source=version.source + "\n\n{{ caseworker.office }}")


def words(desk: Desk, paper_id: str) -> str:
    filled = paper_text.fill_paper(desk, paper_id=paper_id)
    assert isinstance(filled, Letter)
    return to_text(filled)


def test_it_is_taken_back_today_or_on_the_day_given(desk: Desk, pair: dict[str, str]) -> None:
    given = TODAY - timedelta(days=5)
    give(desk, pair, decided_on=given)
    back = consents.revoke_consent(desk, **pair)
    assert queries.consent(desk, **pair).revoked_on == TODAY
    assert back.said is not None and back.undo is not None  # so that the window offers its undo
    history.undo(desk, act=back.act)
    assert queries.consent(desk, **pair).revoked_on is None
    consents.revoke_consent(desk, **pair, on=given)
    assert queries.consent(desk, **pair).revoked_on == given


@pytest.mark.parametrize("days", [1, -6])
def test_the_day_lies_between_giving_and_today(desk: Desk, pair: dict[str, str], days: int) -> None:
    give(desk, pair, decided_on=TODAY - timedelta(days=5))
    with pytest.raises(UserError) as error:
        consents.revoke_consent(desk, **pair, on=TODAY + timedelta(days=days))
    assert error.value.field == "on" and queries.consent(desk, **pair).revoked_on is None


def test_what_is_no_consent_is_not_taken_back(desk: Desk, pair: dict[str, str]) -> None:
    consents.decide_consent(desk, consent=Consent(**pair, level=ConsentLevel.NO_CONTACT))
    with pytest.raises(NotFound):
        consents.revoke_consent(desk, **pair)
    give(desk, pair)
    consents.revoke_consent(desk, **pair)
    with pytest.raises(NotFound):
        consents.revoke_consent(desk, **pair)


def test_given_again_it_holds_and_both_decisions_stay(desk: Desk, pair: dict[str, str]) -> None:
    give(desk, pair)
    consents.revoke_consent(desk, **pair)
    give(desk, pair)
    assert queries.consent(desk, **pair).revoked_on is None
    assert [one.revoked_on for one in queries.consents_of(desk, pair["client_id"])] == [None, TODAY]


def test_a_draft_that_names_the_office_is_final_no_more(
    desk: Desk, incident_id: str, pair: dict[str, str]
) -> None:
    give(desk, pair)
    made = naming_the_office(desk, incident_id, by_hand=True)
    assert papers.missing_before_final(desk, paper_id=made) == ()
    back = consents.revoke_consent(desk, **pair)
    missing = [must.say("en") for must in papers.missing_before_final(desk, paper_id=made)]
    assert len(missing) == 1 and "Second Start" in missing[0]
    with pytest.raises(UserError):
        papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    history.undo(desk, act=back.act)
    assert papers.missing_before_final(desk, paper_id=made) == ()


def test_words_that_the_consent_carried_take_the_ticks_with_them(
    desk: Desk, incident_id: str, pair: dict[str, str]
) -> None:
    give(desk, pair)
    made = naming_the_office(desk, incident_id, by_hand=False)
    office = desk.caseworker.office_name
    assert office and office in words(desk, made)
    consents.revoke_consent(desk, **pair)
    assert office not in words(desk, made)
    paper = queries.paper(desk, made)
    assert paper.true_by_client_at is None and paper.nothing_untrue_at is None


def test_what_was_sent_stays_as_it_was(desk: Desk, incident_id: str, pair: dict[str, str]) -> None:
    give(desk, pair)
    made = naming_the_office(desk, incident_id, by_hand=True)
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    sent = queries.paper(desk, made)
    consents.revoke_consent(desk, **pair)
    assert queries.paper(desk, made) == sent and "Second Start" in words(desk, made)


def test_a_notice_by_work_email_goes_no_more(desk: Desk, incident_id: str, pair: dict[str, str]) -> None:
    give(desk, pair)
    made = papers.draft_paper(
        desk, incident_id=incident_id, kind=PaperKind.COURTESY, channel=Channel.EMAIL
    ).made
    assert paper_text.MAIL_NAMES_AGENCY not in papers.missing_before_final(desk, paper_id=made)
    consents.revoke_consent(desk, **pair)
    assert paper_text.MAIL_NAMES_AGENCY in papers.missing_before_final(desk, paper_id=made)
