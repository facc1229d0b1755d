"""Every starter, over every case: it has what it must have and none of what it must never have."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from noshow_desk.coaching.readability import grade
from noshow_desk.domain.blocks import BlockKind, Letter, Origin, missing_fields, runs, to_text, word_count
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import Decision
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    Channel,
    ConsentLevel,
    DecisionChoice,
    PaperKind,
    WantsIt,
)
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.letters.fill import check_template, fill_template
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
from noshow_desk.letters.starters import fitting, starter, starters
from tests.letters import rules
from tests.letters.cases import Case, case_in, cases, complete, spoke, voicemail
from tests.letters.rules import has

GOLDEN = Path(__file__).parent / "golden"
CLIENTS = (PaperKind.CALL_CARD, PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL)
LETTERS = (PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL)
SETTLED = ("granted", "granted without a talk", "refused", "will get back", "no title", "policy forbids")
GLOSSED = (("en", "with_spanish"), ("es", ""))
IDS = [template.id for template in starters()]
each_starter = pytest.mark.parametrize("template", starters(), ids=IDS)


def filled(template: Template, case: Case) -> Letter:
    return fill_template(template, case.facts, today=SAMPLE_TODAY, inputs=case.inputs)


def fits(template: Template, facts: CaseFacts) -> bool:
    """Say whether the wizard would offer this starter for these facts."""
    if template.kind is not PaperKind.THANK_YOU:
        return True
    return fitting(facts, template.kind, template.language, template.channel, SAMPLE_TODAY) == template


def all_texts(kind: PaperKind, language: str) -> list[tuple[str, Template, Case, str]]:
    """Return every paper of a kind that a caseworker could meet: where, template, case, text."""
    made = []
    for template in starters():
        if (template.kind, template.language) != (kind, language) or template.variant == "replies":
            continue
        for case in cases(language):
            if fits(template, case.facts):
                where = f"{template.id}, {case.name}"
                made.append((where, template, case, to_text(filled(template, case))))
    assert made
    return made


languages = pytest.mark.parametrize("language", ["en", "es"])


@each_starter
def test_a_starter_has_no_problem(template: Template) -> None:
    assert check_template(template.source) == []
    assert template.shipped and template.name


def test_every_paper_exists_in_both_languages() -> None:
    def shape(language: str) -> set[tuple[PaperKind, Channel, str]]:
        return {
            (one.kind, one.channel, one.variant)
            for one in starters()
            if one.language == language and one.variant != "with_spanish"
        }

    assert shape("en") == shape("es")
    assert {kind for kind, _channel, _variant in shape("en")} == {
        *CLIENTS,
        "courtesy",
        "plan_card",
        "worksheet",
    }
    assert len(set(IDS)) == len(IDS)


@each_starter
def test_complete_facts_leave_no_blank(template: Template) -> None:
    made = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    assert missing_fields(made) == ()
    assert not [run for run in runs(made) if run.origin is Origin.UNKNOWN]
    if template.kind is not PaperKind.WORKSHEET:  # a form to fill in by hand is made of blanks
        assert not rules.PLACEHOLDER.search(to_text(made, subject=True))


@each_starter
def test_a_starter_matches_its_golden_file(template: Template) -> None:
    made = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    path = GOLDEN / f"{template.id}.txt"
    text = to_text(made, subject=True) + "\n"
    if os.environ.get("NOSHOW_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted(IDS)


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("kind", [AppointmentKind.JOB_INTERVIEW, AppointmentKind.HOUSING])
@pytest.mark.parametrize("day", [SAMPLE_TODAY, SAMPLE_TODAY + timedelta(days=1)])
def test_the_spanish_under_an_english_line_is_that_of_the_spanish_card(
    kind: AppointmentKind, day: date, asks: bool
) -> None:
    """But for a title and the client's own words, which stay as they are."""
    sample = sample_facts()
    decision = Decision(choice=DecisionChoice.ASK if asks else DecisionChoice.POLICY_FORBIDS)
    facts = replace(
        sample,
        appointment=replace(sample.appointment, kind=kind),
        incident=replace(sample.incident, true_sentence="", days_i_can_keep=(), decision=decision, calls=()),
        interviewer=replace(sample.interviewer, courtesy_title=""),
        new_appointment=None,
    )
    cards = [starter(PaperKind.CALL_CARD, tongue, Channel.CALL, variant) for tongue, variant in GLOSSED]
    beside, alone = (to_text(fill_template(card, facts, today=day)) for card in cards)
    said = set(re.findall("«[^»]+»", beside))
    assert said == set(re.findall("«[^»]+»", alone))
    assert len(said) > 6 and any("555" in one for one in said)


@languages
@pytest.mark.parametrize("variant", ["", "with_spanish"])
def test_R13_the_call_card_says_of_what_is_still_ahead_that_it_is_ahead(language: str, variant: str) -> None:
    if (language, variant) == ("es", "with_spanish"):
        return
    template = starter(PaperKind.CALL_CARD, language, Channel.CALL, variant)
    ahead = to_text(fill_template(template, case_in(language, imminent=True), today=SAMPLE_TODAY))
    past = to_text(fill_template(template, case_in(language), today=SAMPLE_TODAY))
    miss = re.compile(
        r"\b(?:missed|missing|had an|should have|didn't)\b|Falté|haber faltado|Teníamos|Debí|llamó"
    )
    assert miss.search(past) and not miss.search(ahead), miss.search(ahead)


@languages
@pytest.mark.parametrize("variant", ["", "with_spanish"])
@pytest.mark.parametrize("imminent", [True, False])
def test_the_call_card_of_who_withdraws_is_a_clear_no(language: str, variant: str, imminent: bool) -> None:
    if (language, variant) == ("es", "with_spanish"):
        return
    template = starter(PaperKind.CALL_CARD, language, Channel.CALL, variant)
    facts = case_in(language, imminent=imminent, wants_it=WantsIt.NO)
    text = to_text(fill_template(template, facts, today=SAMPLE_TODAY))
    assert has(rules.CLEAR_NO, language, text) and not has(rules.ASK, language, text)
    assert not has({"en": "call again|try again", "es": "Volveré a llamar|otra vez"}, language, text)
    assert text.count("?") == (6 if variant else 3)


@languages
def test_courtesy_says_sorry_and_promises_only_that_the_client_is_asked(language: str) -> None:
    for where, template, case, text in all_texts(PaperKind.COURTESY, language):
        assert has(rules.SORRY, language, text), where
        assert has(rules.WILL_CALL, language, text), where
        without_honest_doubt = text.replace("I'm not sure what came up.", "").replace(
            "I am not sure what came up.", ""
        )
        without_honest_doubt = without_honest_doubt.replace("No sé bien qué surgió.", "")
        assert not has(rules.REASON, language, without_honest_doubt), where
        assert not has(rules.REQUEST_TO_INTERVIEWER, language, text), where
        assert not rules.AGENCY.search(text), where
        limit = 45 if template.channel is Channel.CALL else 120
        assert len(text.split()) <= limit, where
        if case.name == "imminent":
            assert has({"en": r"\bsorry to cancel\b", "es": r"\bLamento cancelar\b"}, language, text)


@pytest.mark.parametrize(
    ("language", "unsure", "known"),
    [
        ("en", "not sure what came up.", "let Marcus speak to that."),
        ("es", "No sé bien qué surgió.", "Dejo que Marcus se lo explique."),
    ],
)
def test_courtesy_never_claims_not_to_know_a_known_reason(language: str, unsure: str, known: str) -> None:
    for where, _template, case, text in all_texts(PaperKind.COURTESY, language):
        unknown = case.name == "nothing known of why"
        assert (unsure in text) is unknown, where
        assert (known in text) is not unknown, where


@languages
def test_courtesy_replies_accept_nothing_for_the_client(language: str) -> None:
    template = starter(PaperKind.COURTESY, language, Channel.CALL, "replies")
    for case in cases(language):
        made = filled(template, case)
        text = to_text(made)
        may_name = case.facts.consent.level is ConsentLevel.MAY_NAME_AGENCY
        assert bool(rules.AGENCY.search(text)) is may_name, case.name
        assert word_count(made) <= 120
        assert not has(rules.REQUEST_TO_INTERVIEWER, language, text)
        assert has({"en": "I'll pass that on and ask", "es": "Se lo diré, y le pediré"}, language, text)


@languages
def test_the_call_card_has_all_that_the_call_needs(language: str) -> None:
    for where, template, case, text in all_texts(PaperKind.CALL_CARD, language):
        assert "555-0177" in text, where
        assert has(rules.SORRY_MISS, language, text) and has(rules.SORRY_TROUBLE, language, text), where
        assert has(rules.OWNERSHIP, language, text), where
        asks = case.name not in SETTLED
        assert has(rules.ASK, language, text) is asks, where
        assert has({"en": "If no:", "es": "Si dice que no:"}, language, text) is asks or template.variant, (
            where
        )
        assert has({"en": "If asked why", "es": "Si pregunta por qué"}, language, text), where
        assert has({"en": "Voicemail", "es": "Buzón de voz"}, language, text), where
        assert text.count("?") >= 3 and "☐☐☐" in text and "0–10" in text, where
        assert not rules.CASEWORKER.search(text), where
        if not template.variant:
            assert len(text.split()) <= 120, where


@languages
def test_an_apology_owns_it_twice_sorry_and_asks_only_while_it_should(language: str) -> None:
    for where, _template, case, text in all_texts(PaperKind.APOLOGY, language):
        assert has(rules.SORRY_MISS, language, text) and has(rules.SORRY_TROUBLE, language, text), where
        assert has(rules.OWNERSHIP, language, text), where
        day = {"en": "March", "es": "de marzo"}[language]
        assert day in text, where
        asks = case.name not in SETTLED
        assert has(rules.ASK, language, text) is asks, where
        assert has(rules.REASON, language, text) is (case.name == "with the reason"), where


@languages
def test_a_thank_you_note_thanks_apologises_and_repeats_the_exact_date(language: str) -> None:
    variants = set()
    for where, template, case, text in all_texts(PaperKind.THANK_YOU, language):
        variants.add(template.variant)
        assert has(rules.THANKS, language, text), where
        assert has(rules.SORRY_MISS, language, text) and has(rules.SORRY_TROUBLE, language, text), where
        assert not has(rules.REASON, language, text), where
        exact = {"en": "Friday, March 13, at 10:00 AM", "es": "viernes 13 de marzo, a las 10:00 a. m."}[
            language
        ]
        assert (exact in text) is (case.facts.new_appointment is not None), where
        talked = bool(case.facts.incident.calls)
        assert has({"en": "taking my call", "es": "atender mi llamada"}, language, text) is talked or (
            case.name == "two voicemails"
        ), where
    assert variants == {"granted", "refused", "pending", "no_ask"}


@languages
def test_a_withdrawal_is_a_clear_no_without_a_reason(language: str) -> None:
    for where, _template, _case, text in all_texts(PaperKind.WITHDRAWAL, language):
        assert has(rules.SORRY, language, text) and has(rules.THANKS, language, text), where
        assert has(rules.CLEAR_NO, language, text), where
        assert not has(rules.REASON, language, text) and not has(rules.MAYBE, language, text), where
        assert not has(rules.ASK, language, text), where


@languages
def test_a_plan_card_says_when_where_and_two_if_thens_and_nothing_else(language: str) -> None:
    for where, template, case, text in all_texts(PaperKind.PLAN_CARD, language):
        assert not has(rules.MISSED, language, text), where
        assert not rules.CASEWORKER.search(text), where
        if case.facts.new_appointment is not None:
            assert missing_fields(filled(template, case)) == (), where
            assert {"en": "Leave by 8:45 AM", "es": "a las 8:45 a. m."}[language] in text, where
            assert has({"en": r"- If .*, then I ", "es": r"- Si .*, entonces "}, language, text), where


@languages
@pytest.mark.parametrize("kind", CLIENTS)
def test_the_client_s_papers_are_the_client_s(kind: PaperKind, language: str) -> None:
    for where, template, _case, text in all_texts(kind, language):
        assert not rules.AGENCY.search(text) and not rules.CASEWORKER.search(text), where
        assert not has(rules.THIRD_PERSON, language, text), where
        assert not has(rules.CONDITIONAL, language, text), where
        assert not has(rules.BEGGING, language, text), where
        assert not has(rules.FOR_EVER, language, text), where
        assert not rules.VAGUE_DATE.search(text), where
        if language == "es":
            assert not rules.SELF_GENDER.search(text) and not rules.TUTEO.search(text), where
        if template.kind in LETTERS:
            assert len(text.split()) <= 200, where
            assert text.rstrip().endswith("Marcus Reed" if template.channel is Channel.LETTER else "555-0142")


@languages
def test_own_words_are_in_every_note_once_and_only_when_there_are_any(language: str) -> None:
    for kind in (PaperKind.APOLOGY, PaperKind.THANK_YOU):
        for where, _template, case, text in all_texts(kind, language):
            words = case.facts.incident.own_words
            assert not words or text.count(f"\n\n{words}.\n\n") == 1, where


@each_starter
def test_a_letter_has_date_addresses_and_room_to_sign_and_an_email_has_a_subject(template: Template) -> None:
    made = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    kinds = [block.kind for block in made.blocks]
    if template.channel is Channel.LETTER:
        assert kinds.count(BlockKind.ADDRESS) == 2 and kinds[-1] is BlockKind.SIGNATURE
        assert {"en": "March 10, 2026", "es": "10 de marzo de 2026"}[template.language] in to_text(made)
        assert not made.subject
    elif template.channel is Channel.EMAIL:
        assert BlockKind.ADDRESS not in kinds and BlockKind.SIGNATURE not in kinds
        assert made.subject and not has(rules.MISSED, template.language, made.subject)
    else:
        assert not made.subject


@each_starter
def test_a_starter_reads_easily(template: Template) -> None:
    for case in cases(template.language):
        assert grade(to_text(filled(template, case)), template.language) <= 8


def test_an_unsafe_address_leaves_no_trace() -> None:
    case = next(case for case in cases("en") if case.name == "no title")
    text = to_text(filled(starter(PaperKind.THANK_YOU, "en", Channel.LETTER, "granted"), case))
    assert text.startswith("March 10, 2026")
    assert "Tide Street" not in text
    assert "Dear Rosa Alvarez," in text


# which starter fits


def test_the_thank_you_note_follows_the_answer() -> None:
    for answer, variant in (
        (Answer.GRANTED, "granted"),
        (Answer.REFUSED, "refused"),
        (Answer.WILL_GET_BACK, "pending"),
    ):
        facts = case_in("en", calls=(spoke(answer),))
        assert fitting(facts, PaperKind.THANK_YOU, "en", Channel.LETTER, SAMPLE_TODAY).variant == variant
    declined = case_in("en", decision=Decision(choice=DecisionChoice.CLIENT_DECLINES))
    assert fitting(declined, PaperKind.THANK_YOU, "en", Channel.LETTER, SAMPLE_TODAY).variant == "no_ask"


def test_two_voicemails_bring_the_apology_that_says_so() -> None:
    once = case_in("en", calls=(voicemail(),))
    twice = case_in("en", calls=(voicemail(), voicemail()))
    then_spoke = case_in("en", calls=(voicemail(), voicemail(), spoke(None, asked=False)))
    found = [
        fitting(facts, PaperKind.APOLOGY, "en", Channel.EMAIL, SAMPLE_TODAY).variant
        for facts in (once, twice, then_spoke)
    ]
    assert found == ["", "after_voicemail", ""]


@pytest.mark.parametrize(
    ("kind", "channel", "found"),
    [
        (PaperKind.APOLOGY, Channel.HAND, Channel.LETTER),
        (PaperKind.APOLOGY, Channel.TEXT, Channel.EMAIL),
        (PaperKind.WITHDRAWAL, Channel.SPOKEN, Channel.LETTER),
        (PaperKind.COURTESY, Channel.LETTER, Channel.CALL),
        (PaperKind.COURTESY, Channel.EMAIL, Channel.EMAIL),
        (PaperKind.CALL_CARD, Channel.EMAIL, Channel.CALL),
        (PaperKind.PLAN_CARD, Channel.LETTER, Channel.HAND),
        (PaperKind.PLAN_CARD, Channel.EMAIL, Channel.HAND),
    ],
)
def test_every_channel_finds_a_starter(kind: PaperKind, channel: Channel, found: Channel) -> None:
    assert fitting(case_in("en"), kind, "en", channel, SAMPLE_TODAY).channel is found


def test_a_paper_without_starter_says_what_to_do() -> None:
    with pytest.raises(UserError, match="Write one under Templates"):
        starter(PaperKind.SUMMARY, "en", Channel.HAND)


def test_a_broken_stored_template_names_its_line() -> None:
    broken = Template(kind=PaperKind.APOLOGY, name="Mine", source="a\n{{ clent }}")
    with pytest.raises(UserError, match=r"^Mine:2: There is no field called clent"):
        fill_template(broken, case_in("en"), today=date(2026, 3, 10))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_worksheet_goes_in_the_order_of_the_screens_and_asks_for_nothing_private(language: str) -> None:
    sheet = starter(PaperKind.WORKSHEET, language, Channel.HAND)
    numbers = [line[2] for line in sheet.source.splitlines() if line[:2] == "**" and line[2].isdigit()]
    assert numbers == list("1234567")
    said = sheet.source.lower()
    assert {"en": "prefers not to say", "es": "prefiere no decir"}[language] in said
    for word in ("offen", "convict", "illness", "health", "diagnos", "delito", "salud", "enferm", "agency"):
        assert word not in said
