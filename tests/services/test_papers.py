"""Papers: drafts, ticks, what is a must, and the bytes that were sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from noshow_desk.domain.blocks import Letter, letter_to_json, to_text
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import Channel, ConsentLevel, PaperKind
from noshow_desk.errors import UserError
from noshow_desk.services import (
    consents,
    history,
    incidents,
    interviewers,
    paper_findings,
    paper_text,
    papers,
    queries,
    templates,
)
from noshow_desk.services.desk import Desk
from noshow_desk.services.paper_way import WayNow, way_now
from tests.builders import Clock, granted_to_marcus, missed_by_marcus

BYTES = b"%PDF-1.4 what was printed"


@pytest.fixture
def incident_id(desk: Desk) -> str:
    made = granted_to_marcus(desk, datetime(2026, 3, 27, 10, 0))
    person = queries.facts(desk, made).interviewer
    interviewers.edit_interviewer(desk, interviewer=replace(person, postal_address="1200 Harbor Road"))
    return made


def note(desk: Desk, incident_id: str) -> str:
    return papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU).made


def words(desk: Desk, paper_id: str) -> str:
    filled = paper_text.fill_paper(desk, paper_id=paper_id)
    assert isinstance(filled, Letter)
    return to_text(filled)


def test_a_draft_goes_the_way_the_rule_says_with_its_reason(desk: Desk, incident_id: str) -> None:
    paper = queries.paper(desk, note(desk, incident_id))
    assert paper.channel is Channel.LETTER and paper.channel_reason
    assert "Friday, March 27" in words(desk, paper.id)


def test_the_open_draft_is_found_again(desk: Desk, incident_id: str) -> None:
    first = note(desk, incident_id)
    assert note(desk, incident_id) == first
    other = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU, another=True).made
    assert other != first


def test_a_way_of_ones_own_needs_its_reason(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    with pytest.raises(UserError) as error:
        papers.change_channel(desk, paper_id=made, channel=Channel.EMAIL, reason=" ")
    assert error.value.field == "reason"
    papers.change_channel(desk, paper_id=made, channel=Channel.EMAIL, reason="She asked for e-mail.")
    paper = queries.paper(desk, made)
    assert (paper.channel, paper.channel_reason) == (Channel.EMAIL, "She asked for e-mail.")
    assert "email" in templates.template_of_version(desk, paper.template_version_id).id


def test_a_draft_follows_the_rule_again_and_back(desk: Desk, incident_id: str, clock: Clock) -> None:
    made = note(desk, incident_id)
    clock.forward(days=14)
    done = papers.follow_rule(desk, paper_id=made)
    paper = queries.paper(desk, made)
    assert paper.channel is Channel.HAND and paper.channel_reason.startswith("By hand")
    history.undo(desk, act=done.act)
    assert queries.paper(desk, made).channel is Channel.LETTER


def test_what_is_sent_keeps_the_reason_that_was_true_then(desk: Desk, incident_id: str, clock: Clock) -> None:
    made = note(desk, incident_id)
    clock.forward(days=2)
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    clock.forward(days=30)
    assert "10 working days" in queries.paper(desk, made).channel_reason
    facts = queries.facts(desk, incident_id)
    assert way_now(desk, queries.paper(desk, made), facts) == WayNow(queries.paper(desk, made).channel_reason)


def test_R13_a_letter_is_final_only_when_the_client_said_it_is_true(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    with pytest.raises(UserError) as error:
        papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    assert "Marcus has not said yet" in error.value.sentence
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=False)
    assert [must.say("en") for must in papers.missing_before_final(desk, paper_id=made)] == [
        "Tick “I know of nothing untrue here” first."
    ]
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    assert papers.missing_before_final(desk, paper_id=made) == ()


def test_R13_nobody_has_missed_what_is_still_ahead(desk: Desk) -> None:
    ahead = missed_by_marcus(desk, starts=desk.now().replace(tzinfo=None) + timedelta(hours=8))
    made = papers.draft_paper(desk, incident_id=ahead, kind=PaperKind.APOLOGY).made
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    assert "still ahead" in papers.missing_before_final(desk, paper_id=made)[0].say("en")
    with pytest.raises(UserError, match="still ahead"):
        papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")


def test_R13_thanks_for_a_date_that_has_passed_do_not_go_out(
    desk: Desk, clock: Clock, incident_id: str
) -> None:
    made = note(desk, incident_id)
    clock.forward(days=30)
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    assert "has passed" in papers.missing_before_final(desk, paper_id=made)[0].say("en")
    with pytest.raises(UserError, match="has passed"):
        papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")


def test_R13_words_that_change_have_to_be_confirmed_again(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    paper = queries.paper(desk, made)
    papers.save_draft(desk, paper=replace(paper, channel_reason="as before"))
    assert queries.paper(desk, made).true_by_client_at is not None
    papers.save_draft(desk, paper=replace(paper, inputs={"incident.own_words": "I am ready."}))
    assert queries.paper(desk, made).true_by_client_at is None
    assert "I am ready." in words(desk, made)


@pytest.mark.parametrize("wanted", ["yes", "True"])
def test_R13_a_reason_not_confirmed_as_true_stops_the_letter(
    desk: Desk, incident_id: str, wanted: str
) -> None:
    facts = queries.facts(desk, incident_id)
    incidents.save_incident(desk, incident=replace(facts.incident, true_sentence="My bus did not come."))
    made = note(desk, incident_id)
    paper = queries.paper(desk, made)
    papers.save_draft(desk, paper=replace(paper, inputs={"paper.with_reason": wanted}))
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    first = papers.missing_before_final(desk, paper_id=made)[0].say("en")
    assert first.startswith("The reason in this letter is not confirmed")


def test_a_blank_stops_a_letter_until_it_is_kept_with_a_reason(desk: Desk) -> None:
    incident_id = missed_by_marcus(desk)
    made = papers.draft_paper(
        desk, incident_id=incident_id, kind=PaperKind.THANK_YOU, channel=Channel.LETTER, reason="test"
    ).made
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    assert any("still blank" in must.say("en") for must in papers.missing_before_final(desk, paper_id=made))
    for must in paper_text.check(desk, paper=queries.paper(desk, made)).gating:
        assert (must.code, must.fields[0].split(".")[0]) == ("placeholder", "new")
        paper_findings.keep_finding(
            desk, paper_id=made, code=must.code, words=must.words, reason="Filled in by hand"
        )
    assert papers.missing_before_final(desk, paper_id=made) == ()


def test_what_was_sent_is_frozen_byte_for_byte(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    changes = papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    assert queries.frozen(desk, made) == BYTES
    with pytest.raises(UserError):
        papers.save_draft(desk, paper=queries.paper(desk, made))
    history.undo(desk, act=changes.act)
    assert queries.paper(desk, made).sent_at is None


def test_an_empty_paper_is_not_sent(desk: Desk, incident_id: str) -> None:
    made = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.PLAN_CARD).made
    with pytest.raises(UserError):
        papers.mark_sent(desk, paper_id=made, content=b"", format="pdf", how="printed")


def test_a_work_email_needs_consent_to_name_the_agency(desk: Desk, incident_id: str) -> None:
    notice = {"incident_id": incident_id, "kind": PaperKind.COURTESY, "channel": Channel.EMAIL}
    with pytest.raises(UserError) as error:
        papers.draft_paper(desk, **notice)
    assert error.value.field == "channel"
    facts = queries.facts(desk, incident_id)
    allowed = Consent(
        client_id=facts.client.id, interviewer_id=facts.interviewer.id, level=ConsentLevel.MAY_NAME_AGENCY
    )
    consents.decide_consent(desk, consent=allowed)
    assert papers.draft_paper(desk, **notice).made


def test_another_template_never_replaces_words_changed_by_hand_unasked(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    filled = paper_text.fill_paper(desk, paper_id=made)
    assert isinstance(filled, Letter)
    papers.save_draft(desk, paper=replace(queries.paper(desk, made), blocks_json=letter_to_json(filled)))
    other = templates.template(desk, "starter-en-thank_you-email-granted")
    with pytest.raises(UserError) as error:
        papers.use_template(desk, paper_id=made, template=other)
    assert error.value.field == "discard_edits"
    papers.use_template(desk, paper_id=made, template=other, discard_edits=True)
    assert queries.paper(desk, made).blocks_json == ""


def test_the_live_draft_writes_nothing(desk: Desk, incident_id: str) -> None:
    facts = queries.facts(desk, incident_id)
    typing = replace(facts, incident=replace(facts.incident, own_words="I have been practicing."))
    filled = paper_text.preview_paper(desk, facts=typing, kind=PaperKind.THANK_YOU)
    assert isinstance(filled, Letter) and "I have been practicing." in to_text(filled)
    assert queries.papers_of_incident(desk, incident_id) == []


def test_papers_are_listed_with_what_became_of_them(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    row = queries.papers_of_incident(desk, incident_id)[0]
    assert row.draft and row.paper_id == made and row.title.say("en") == "Thank-you note"
    papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    papers.mark_sent(desk, paper_id=made, content=BYTES, format="pdf", how="printed")
    client_id = queries.facts(desk, incident_id).client.id
    assert not queries.papers_of_client(desk, client_id)[0].draft
    assert "Thank-you note sent" in [line.title.say("en") for line in queries.timeline(desk, client_id)]


def test_a_draft_is_put_away_with_undo(desk: Desk, incident_id: str) -> None:
    made = note(desk, incident_id)
    changes = papers.archive_draft(desk, paper_id=made)
    assert queries.papers_of_incident(desk, incident_id) == []
    history.undo(desk, act=changes.act)
    assert [row.paper_id for row in queries.papers_of_incident(desk, incident_id)] == [made]


def test_undo_takes_no_template_from_the_papers_of_others(desk: Desk, incident_id: str) -> None:
    """The text of a shipped template is kept with the first act that uses it: that act may be undone."""
    first = note(desk, incident_id)
    first_words = words(desk, first)
    change = papers.change_channel(desk, paper_id=first, channel=Channel.EMAIL, reason="No stamps.")
    another = partial(
        papers.draft_paper,
        desk,
        incident_id=incident_id,
        kind=PaperKind.THANK_YOU,
        channel=Channel.EMAIL,
        reason="No stamps.",
        another=True,
    )
    between = another().made
    between_words = words(desk, between)
    history.undo(desk, act=change.act)
    after = another().made
    assert words(desk, first) == first_words
    assert words(desk, between) == words(desk, after) == between_words


def test_a_paper_keeps_the_words_of_a_version_that_was_undone(desk: Desk, incident_id: str) -> None:
    shipped = templates.template_of_version(
        desk, queries.paper(desk, note(desk, incident_id)).template_version_id
    )
    mine = replace(shipped, name="Ours", source=shipped.source + "\n\nThank you once more.")
    used = templates.use_version(desk, template=mine)
    paper_id = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU, another=True).made
    assert "Thank you once more." in words(desk, paper_id)
    history.undo(desk, act=used.act)
    assert "Thank you once more." in words(desk, paper_id)
