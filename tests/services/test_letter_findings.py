"""What the letter check finds in a paper: where it stands, what settles it, what trouble does to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from noshow_desk.coaching import letter_check
from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run, line_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import Channel, ConsentLevel, PaperKind, Topic
from noshow_desk.domain.paper import KeptFinding, Settled
from noshow_desk.i18n import long_date
from noshow_desk.letters.fill import fill
from noshow_desk.letters.starters import starter, starters
from noshow_desk.services.letter_finding import Checked, LetterFinding, Weight, together
from noshow_desk.services.letter_findings import READ_AS, check_paper
from noshow_desk.services.letter_text import Place, text_to_check
from tests.sample_cases import SAMPLE_CASES, with_incident

TODAY = date(2026, 3, 10)
EXCUSE = "I missed it because my car broke down."
PRIVATE = "I was with my parole officer."


def facts(name: str = "granted") -> CaseFacts:
    return SAMPLE_CASES[name].facts


def letter(own_words: str, kind: PaperKind = PaperKind.APOLOGY, **changes: object) -> Letter:
    """Return a letter that lacks nothing, with a sentence of the client's own."""
    said = Run(own_words, origin=Origin.OWN_WORDS, field="incident.own_words")
    blocks = (
        paragraph("Dear Ms. Alvarez,"),
        paragraph(
            "I missed our interview on Tuesday, March 10. That was my responsibility.",
            "I am sorry that I was not there, and for the trouble it caused you. Thank you for your time.",
        ),
        Block(BlockKind.PARAGRAPH, ((Run("😀 "), said),)),
        paragraph("May I have another time?"),
        Block(BlockKind.SIGNATURE, ((Run("Marcus Reed"),),)),
    )
    known = {"kind": kind, "language": "en", "title": "Apology", "blocks": blocks}
    return Letter(**known | changes)  # type: ignore[arg-type]


def paragraph(*lines: str) -> Block:
    return Block(BlockKind.PARAGRAPH, tuple((Run(line),) for line in lines))


def checked(paper: Letter, known: CaseFacts | None = None, **more: object) -> Checked:
    return check_paper(paper, facts=known or facts(), today=TODAY, **more)  # type: ignore[arg-type]


def codes(found: Checked) -> list[str]:
    return [one.code for one in found.open]


def one(found: Checked, code: str) -> LetterFinding:
    return next(each for each in found.open if each.code == code)


def words_at(paper: Letter, place: Place) -> str:
    return line_text(paper.blocks[place.block].lines[place.line])[place.start : place.end]


def test_words_are_found_where_they_stand_in_the_letter() -> None:
    paper = letter(EXCUSE)
    found = one(checked(paper), "excuse")
    (place,) = found.places
    assert (place.block, place.line) == (2, 0)
    assert words_at(paper, place) == found.words and "car broke down" in found.words
    assert found.fields == ("incident.own_words",)


def test_words_of_an_emails_subject_are_read_too() -> None:
    paper = letter("I am ready.", subject="From my parole officer")
    found = one(checked(paper), "disclosure")
    assert "parole officer" in found.words and found.places == ()


def test_what_is_missing_is_about_the_paper_as_a_whole() -> None:
    bare = letter("").blocks
    paper = replace(letter(""), blocks=(bare[0], bare[4]))
    found = one(checked(paper), "missing-apology")
    assert (found.words, found.places, found.weight) == ("", (), Weight.MUST)


def test_a_kept_finding_is_open_no_more_until_the_words_change() -> None:
    found = one(checked(letter(EXCUSE)), "excuse")
    kept = KeptFinding(code="excuse", words=found.words, reason="Marcus wants it told")
    after = checked(letter(EXCUSE), kept=[kept])
    assert "excuse" not in codes(after) and kept in after.settled
    other = checked(letter("I missed it because my truck broke down."), kept=[kept])
    assert "excuse" in codes(other) and other.settled == ()


def test_what_is_never_kept_is_only_denied() -> None:
    found = one(checked(letter(PRIVATE)), "disclosure")
    assert found.weight is Weight.NEVER_KEPT and found.gates
    kept = KeptFinding(code="disclosure", words=found.words, reason="He says so")
    assert "disclosure" in codes(checked(letter(PRIVATE), kept=[kept]))
    denied = replace(kept, how=Settled.FALSE_ALARM)
    assert "disclosure" not in codes(checked(letter(PRIVATE), kept=[denied]))


def test_consent_in_force_today_settles_a_topic() -> None:
    text = letter("I was at the shelter.")
    assert one(checked(text), "disclosure").consent_helps
    allowed = Consent(level=ConsentLevel.CALL_WITHOUT_AGENCY, topics=(Topic.HOUSING,), until=TODAY)
    assert "disclosure" not in codes(checked(text, replace(facts(), consent=allowed)))
    over = replace(allowed, until=date(2026, 3, 9))
    assert "disclosure" in codes(checked(text, replace(facts(), consent=over)))


def test_no_consent_covers_an_offence() -> None:
    assert not one(checked(letter("I was in jail.")), "disclosure").consent_helps


def test_findings_in_the_same_words_are_one_thing_to_do() -> None:
    found = checked(letter("I missed it because I had to see my parole officer."))
    assert {"excuse", "disclosure"} <= set(codes(found))
    groups = [group for group in together(found.open) if group[0].places]
    assert len(groups) == 1 and groups[0][0].weight is Weight.NEVER_KEPT


def test_blanks_are_named_on_every_paper() -> None:
    hole = Run("[Leave by]", origin=Origin.MISSING, field="plan.leave_by")
    blank = Block(BlockKind.PARAGRAPH, ((Run("Leave by "), hole),))
    paper = Letter(kind=PaperKind.PLAN_CARD, language="en", title="Plan card", blocks=(blank,))
    (found,) = checked(paper).open
    assert (found.code, found.fields, found.gates) == ("placeholder", ("plan.leave_by",), True)
    assert words_at(paper, found.places[0]) == "[Leave by]"


def test_a_blank_is_told_once() -> None:
    missing = Run("[New date]", origin=Origin.MISSING, field="new.date")
    paper = replace(letter(""), blocks=(*letter("").blocks, Block(BlockKind.PARAGRAPH, ((missing,),))))
    assert codes(checked(paper)).count("placeholder") == 1


def test_of_a_call_card_only_what_is_said_is_read() -> None:
    known = with_incident(facts(), true_sentence="My car broke down.", true_sentence_confirmed_at=None)
    for language in ("en", "es"):
        template = starter(PaperKind.CALL_CARD, language, Channel.CALL)
        card = fill(template.source, known, today=TODAY, language=language, kind=PaperKind.CALL_CARD)
        assert isinstance(card, Letter)
        text = text_to_check(card).text
        assert "Marcus Reed" in text and "☐" not in text and '?"\n' not in text
        assert "didn't you call" not in text and "por qué no llamó" not in text


def test_the_answer_to_why_is_no_excuse_once_it_is_confirmed() -> None:
    confirmed = SAMPLE_CASES["granted"].now
    sentence = "I missed it because my car broke down."
    known = with_incident(facts(), true_sentence=sentence, true_sentence_confirmed_at=confirmed)
    card = fill(
        starter(PaperKind.CALL_CARD, "en", Channel.CALL).source,
        known,
        today=TODAY,
        language="en",
        kind=PaperKind.CALL_CARD,
    )
    assert isinstance(card, Letter) and sentence in text_to_check(card).text
    assert "excuse" not in codes(checked(card, known))
    open_ended = with_incident(known, true_sentence_confirmed_at=None)
    assert "excuse" in codes(checked(card, open_ended))


@pytest.mark.parametrize("template", starters(), ids=lambda one: one.id)
def test_no_shipped_text_has_anything_to_put_right(template) -> None:
    if template.kind not in READ_AS or "replies" in template.id:
        return
    for case in SAMPLE_CASES.values():
        paper = fill(template.source, case.facts, today=TODAY, language=template.language, kind=template.kind)
        assert isinstance(paper, Letter)
        wrong = [one for one in checked(paper, case.facts).gating if one.code != "placeholder"]
        wrong = [one for one in wrong if "incident.true_sentence" not in one.fields]
        assert wrong == []


def broken(*_text: object, **_known: object) -> None:
    raise ValueError("a rule is wrong")


def test_trouble_in_the_check_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_check, "check_letter", broken)
    found = checked(letter(EXCUSE))
    assert "could not read" in found.trouble
    assert [(each.code, each.weight) for each in found.open] == [("not-checked", Weight.MUST)]
    kept = KeptFinding(code="not-checked", words="", reason="Read aloud together")
    assert checked(letter(EXCUSE), kept=[kept]).gating == ()


def test_a_broken_rule_is_named_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from noshow_desk.coaching.letter_check.rule_file import read_rule_file
    from noshow_desk.coaching.letter_check.rules import build_rules
    from noshow_desk.paths import resource

    shipped = read_rule_file(resource("letter_rules/en.toml"))
    shipped.complain(12, "this cannot be read ({why})", why="a quote is missing")
    rules = build_rules("en", [shipped])
    said: Callable[[str], object] = lambda _language: rules  # noqa: E731 - a stand-in of one line
    monkeypatch.setattr(letter_check, "shipped_rules", said)
    found = checked(letter("I am ready."))
    assert "en.toml:12" in found.trouble and found.gating == ()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("way", [Channel.LETTER, Channel.EMAIL])
def test_R13_thanks_for_a_date_that_has_passed_say_so(language: str, way: Channel) -> None:
    known = facts("granted")
    assert known.new_appointment is not None and known.new_appointment.starts is not None
    day = known.new_appointment.starts.date()
    source = starter(PaperKind.THANK_YOU, language, way, "granted").source
    filled = {"language": language, "kind": PaperKind.THANK_YOU}
    for today, passed in ((day, False), (day + timedelta(days=2), True)):
        note = fill(source, known, today=today, **filled)  # type: ignore[arg-type]
        assert isinstance(note, Letter)
        found = check_paper(note, facts=known, today=today)
        held = [one for one in found.gating if one.code == "passed-date"]
        assert bool(held) is passed
        if passed:
            assert held[0].words == long_date(day, language) and held[0].fields == ("new.date",)


def test_R13_a_passed_date_is_found_in_words_typed_by_hand_too() -> None:
    known = facts("granted")
    assert known.new_appointment is not None and known.new_appointment.starts is not None
    day = known.new_appointment.starts
    after = day.date() + timedelta(days=1)
    typed = letter(f"See you on {day:%b} {day.day}.", PaperKind.THANK_YOU)
    assert "passed-date" in codes(check_paper(typed, facts=known, today=after))
    over = letter("Thank you for meeting me last week.", PaperKind.THANK_YOU)
    assert "passed-date" not in codes(check_paper(over, facts=known, today=after))
