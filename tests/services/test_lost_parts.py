"""What a letter changed by hand lacks, and the days in it that are neither of the appointments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import long_date
from noshow_desk.services.letter_finding import DAY_IN_NUMBERS, OTHER_DAY, LetterFinding, Weight
from noshow_desk.services.letter_text import Place
from noshow_desk.services.lost_parts import NO_MISSED_DAY, NO_NEW_DATE, NO_SIGNATURE, findings
from tests.sample_cases import SAMPLE_CASES

FACTS = SAMPLE_CASES["granted"].facts
assert FACTS.new_appointment is not None and FACTS.new_appointment.starts is not None
assert FACTS.appointment.starts is not None
NEW = FACTS.new_appointment.starts.date()
MISSED = FACTS.appointment.starts.date()
SIGNED = Block(BlockKind.SIGNATURE, ((Run("Marcus Reed"),),))


def letter(
    *texts: str, kind: PaperKind = PaperKind.THANK_YOU, language: str = "en", signed: bool = True
) -> Letter:
    blocks = [Block(BlockKind.PARAGRAPH, ((Run(text),),)) for text in texts]
    blocks += [SIGNED] if signed else []
    return Letter(kind=kind, language=language, title="", blocks=tuple(blocks))


def found(said: Letter, **more: object) -> list[LetterFinding]:
    given = {"printed": None, "days": (), "old": ()} | more
    return findings(said, FACTS, **given)  # type: ignore[arg-type]


def codes(said: Letter, **more: object) -> list[str]:
    return [one.code for one in found(said, **more)]


def on(day: date, language: str = "en") -> str:
    return long_date(day, language)


def test_a_whole_letter_lacks_nothing() -> None:
    whole = letter("March 9, 2026", f"I missed it on {on(MISSED)}.", f"I will come on {on(NEW)} at 10 AM.")
    assert found(whole) == []


@pytest.mark.parametrize(
    ("last", "signed"),
    [("Sincerely, Marcus", True), ("Marcus Réed\n555-0142", True), ("Bob", False), ("", False)],
)
def test_who_signs_at_the_end(last: str, signed: bool) -> None:
    lines = tuple((Run(line),) for line in last.split("\n"))
    said = letter(
        "Marcus Reed", "Dear Ms. Alvarez,", f"I am Marcus and I will be there on {on(NEW)} for sure."
    )
    closed = replace(said, blocks=(*said.blocks[:-1], Block(BlockKind.PARAGRAPH, lines)))
    assert (NO_SIGNATURE not in codes(closed)) is signed


def test_an_earlier_name_is_a_signature() -> None:
    said = letter(f"I come on {on(NEW)}.", "Old Name", signed=False)
    kept = replace(said, filled=(Run("Old Name", origin=Origin.FIELD, field="client.full_name"),))
    assert NO_SIGNATURE in codes(said) and NO_SIGNATURE not in codes(kept)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_right_day_is_offered_for_another(language: str) -> None:
    (one,) = found(letter(f"Nos vemos: {on(date(2026, 5, 7), language)}, a las 9.", language=language))
    assert (one.code, one.weight, one.suggestion) == (OTHER_DAY, Weight.MUST, on(NEW, language))
    assert one.words == on(date(2026, 5, 7), language)


def test_a_weekday_that_does_not_fit_is_another_day() -> None:
    wrong = on(NEW).replace(on(NEW).split(",")[0], "Sunday")
    assert codes(letter(f"I come on {wrong}.")) == [OTHER_DAY]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sentence_that_brings_the_new_date_closes_once(language: str) -> None:
    (one,) = found(letter("Gracias.", language=language))
    assert one.code == NO_NEW_DATE and not one.words
    assert on(NEW, language) in one.suggestion
    assert one.suggestion.endswith(".") and not one.suggestion.endswith("..")


def test_an_apology_names_the_day_and_a_withdrawal_need_not() -> None:
    assert codes(letter("I am sorry.", kind=PaperKind.APOLOGY)) == [NO_MISSED_DAY]
    assert codes(letter("I am sorry.", kind=PaperKind.WITHDRAWAL)) == []
    assert codes(letter("I am sorry.", kind=PaperKind.CALL_CARD, signed=False)) == []


def test_days_of_the_record_are_true() -> None:
    said = letter(f"I come on {on(NEW)}.", "You took my call on Monday, March 9.", "I can come April 1, too.")
    printed = letter("I can come on Wednesday, April 1.")
    assert codes(said) == [OTHER_DAY, OTHER_DAY]
    assert codes(said, days=[date(2026, 3, 9)], printed=printed) == []


def test_a_day_that_was_found_as_old_is_not_told_twice() -> None:
    said = letter("I come on Friday, May 1.")
    old = LetterFinding(
        code="old-value", weight=Weight.MUST, words="", message="", places=(Place(0, 0, 10, 23),)
    )
    assert codes(said, old=[old]) == []


def test_the_printed_days_excuse_no_wrong_weekday() -> None:
    printed = letter(f"I missed it on {on(MISSED)} and come on {on(NEW)}.")
    wrong = on(NEW).replace(on(NEW).split(",")[0], "Sunday")
    (one,) = found(letter(f"I come on {wrong}."), printed=printed)
    assert (one.code, one.suggestion) == (OTHER_DAY, on(NEW))


def test_a_day_that_an_apology_offers_is_not_made_the_missed_one() -> None:
    said = letter("I missed it last week. I could come on Thursday, May 7.", kind=PaperKind.APOLOGY)
    other, missed = found(said)
    assert (other.code, other.suggestion) == (OTHER_DAY, "")
    assert missed.code == NO_MISSED_DAY


def test_another_day_that_was_kept_stands_for_none() -> None:
    said = letter("I come on Thursday, May 7.")
    (one,) = found(said)
    assert codes(said, settled={one.key}) == [OTHER_DAY, NO_NEW_DATE]


@pytest.mark.parametrize("line", ["Gracias de nuevo", "I will see you there"])
def test_a_word_that_is_in_the_name_too_signs_nothing(line: str) -> None:
    client = replace(FACTS.client, last_name="de la Cruz", preferred_name="Will")
    said = letter(f"I come on {on(NEW)}.", line, signed=False)
    named = findings(said, replace(FACTS, client=client), printed=None, days=(), old=())
    assert [one.code for one in named] == [NO_SIGNATURE]


def test_a_long_name_signs() -> None:
    client = replace(FACTS.client, first_name="María de los Ángeles", last_name="Fernández Ortiz de la Cruz")
    said = letter(f"I come on {on(NEW)}.", client.full_name, signed=False)
    assert findings(said, replace(FACTS, client=client), printed=None, days=(), old=()) == []


def test_a_new_date_in_numbers_is_named_and_another_one_is_found() -> None:
    assert found(letter("I come on 3/13/2026.")) == []
    (one,) = found(letter("I come on 3/15/2026."))
    assert (one.code, one.words, one.suggestion) == (OTHER_DAY, "3/15/2026", on(NEW))


@pytest.mark.parametrize(("language", "words"), [("en", "4/3/2026"), ("es", "3/4/2026"), ("es", "4/3/2026")])
def test_a_day_that_can_be_read_two_ways_gets_the_name_of_its_month(language: str, words: str) -> None:
    assert FACTS.new_appointment is not None
    new = replace(FACTS.new_appointment, starts=datetime(2026, 4, 3, 10, 0))
    said = letter(f"I come: {words}.", language=language)
    (one,) = findings(said, replace(FACTS, new_appointment=new), printed=None, days=(), old=())
    assert (one.code, one.weight, one.words) == (DAY_IN_NUMBERS, Weight.NUDGE, words)
    assert one.suggestion == on(date(2026, 4, 3), language) and "March 4" in one.message


def test_a_weekday_tells_which_one_is_meant() -> None:
    assert FACTS.new_appointment is not None
    new = replace(FACTS.new_appointment, starts=datetime(2026, 4, 3, 10, 0))
    said = letter("I come on Friday 4/3.")
    assert findings(said, replace(FACTS, new_appointment=new), printed=None, days=(), old=()) == []


def test_of_a_day_missed_nobody_knows_when_only_the_new_one_is_told() -> None:
    unknown = replace(FACTS, appointment=replace(FACTS.appointment, starts=None))
    said = letter(f"I come on {on(NEW)}, or on December 24.")
    (one,) = findings(said, unknown, printed=None, days=(), old=())
    assert one.code == OTHER_DAY
    assert on(NEW) in one.message and "new appointment" in one.message
