"""Times in a letter changed by hand that are not the appointment's; times of anything else are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services.letter_finding import OTHER_TIME, LetterFinding, Weight
from noshow_desk.services.lost_parts import findings
from noshow_desk.services.old_values import put_in_place
from tests.sample_cases import SAMPLE_CASES
from tests.services.test_lost_parts import letter

_SAMPLE = SAMPLE_CASES["granted"].facts
assert _SAMPLE.new_appointment is not None
FACTS = replace(
    _SAMPLE,
    appointment=replace(_SAMPLE.appointment, starts=datetime(2026, 3, 10, 9, 0)),
    new_appointment=replace(_SAMPLE.new_appointment, starts=datetime(2026, 3, 20, 14, 30)),
)
BEFORE = replace(FACTS, new_appointment=None)


def found(said: Letter, facts: CaseFacts = FACTS, printed: Letter | None = None) -> list[LetterFinding]:
    every = findings(said, facts, printed=printed, days=(), old=())
    return [one for one in every if one.code == OTHER_TIME]


def thanks(text: str, language: str = "en", printed: Letter | None = None) -> list[LetterFinding]:
    return found(letter(text, language=language), printed=printed)


def apology(text: str, language: str = "en") -> list[LetterFinding]:
    return found(letter(text, kind=PaperKind.APOLOGY, language=language), BEFORE)


@pytest.mark.parametrize(
    ("text", "words", "instead"),
    [
        ("I will see you on Friday, March 20, at 2:00 PM.", "at 2:00 PM", "at 2:30 PM"),
        ("I have written down March 20 at half past three.", "at half past three", "at 2:30 PM"),
        ("Our new date is 3/20/2026, 10:30 AM.", "10:30 AM", "2:30 PM"),
        ("I look forward to 9:00 AM on Friday, March 20.", "9:00 AM", "2:30 PM"),
        ("I will be there on March 20 at 3.", "at 3", "at 2:30 PM"),
        ("I missed our interview on March 10 at ten.", "at ten", "at 9:00 AM"),
        ("I missed the 10:30 interview.", "10:30", ""),
        ("See you at 2 p.m.", "at 2 p.m.", ""),
    ],
)
def test_another_time_is_found(text: str, words: str, instead: str) -> None:
    (one,) = thanks(text)
    assert (one.weight, one.words, one.suggestion) == (Weight.MUST, words, instead)


@pytest.mark.parametrize(
    ("text", "words", "instead"),
    [
        ("Nos vemos el viernes 20 de marzo, a las 10:30.", "a las 10:30", "a las 2:30 p. m."),
        ("Confirmo el 20/03/2026, 15:00 h.", "15:00 h.", "2:30 p. m."),
        ("Falté a la entrevista del 10 de marzo, a las diez.", "a las diez", "a las 9:00 a. m."),
        ("Nos vemos ahí a las tres.", "a las tres", ""),
        ("No llegué el 10 de marzo a las diez.", "a las diez", "a las 9:00 a. m."),
    ],
)
def test_another_time_is_found_in_spanish(text: str, words: str, instead: str) -> None:
    (one,) = thanks(text, "es")
    assert (one.words, one.suggestion) == (words, instead)


@pytest.mark.parametrize(
    ("text", "language", "after"),
    [
        ("See you on March 20 at 2 p.m. Thank you.", "en", "See you on March 20 at 2:30 PM. Thank you."),
        ("See you on March 20 at 2 p.m. with Ray.", "en", "See you on March 20 at 2:30 PM with Ray."),
        ("Es el 20 de marzo a las 10:30. Gracias.", "es", "Es el 20 de marzo a las 2:30 p. m. Gracias."),
        ("Es el 20 de marzo, 10:30 a. m., ahí.", "es", "Es el 20 de marzo, 2:30 p. m., ahí."),
    ],
)
def test_the_right_one_in_its_place_closes_the_sentence_once(text: str, language: str, after: str) -> None:
    said = letter(text, language=language)
    (one,) = found(said)
    assert put_in_place(said, one, one.suggestion) == {0: after}


@pytest.mark.parametrize(
    "text",
    [
        "I will see you on Friday, March 20, at 2:30 PM.",
        "I will see you on Friday, March 20, at 2:30.",
        "I will see you on Friday, March 20, at half past two in the afternoon.",
        "I missed our 9:00 interview on March 10 at nine.",
        "I will be there on March 20 at 2:15 PM.",
        "I will be there on March 20 at 1:30 PM, an hour early.",
        "The bus on March 20 at 1:40 PM gets me there.",
        "I called you on March 10 at 9:40 AM, after the interview.",
        "I am free any day from 9 to 5, and the bus at 7:40 is on time.",
        "The office is open from 8:00 AM to 4:30 PM, call 555-0142 at ten.",
        "On March 20 I will leave at noon.",
        "Please write to 12 Harbor Road, 24/7.",
        "My shift on March 20 at 6:00 PM can wait.",
        "I will be there on March 20 between 2 and 3.",
        "I can be there on March 20 before 2:00 PM.",
        "You gave me until March 20 at noon to answer, and I have until 3/20 at 5 PM to send it.",
        "I came on March 10 at 9:30, and you had left.",
        "I was at the wrong door on March 10 at 9:00 and got to yours at 9:45.",
    ],
)
def test_an_honest_time_is_left_alone(text: str) -> None:
    assert thanks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nos vemos el viernes 20 de marzo, a las 2:30 p. m.",
        "Nos vemos el viernes 20 de marzo, a las 14:30 h.",
        "Nos vemos el viernes 20 de marzo a las dos y media de la tarde.",
        "El autobús del 20 de marzo a las 13:10 me deja cerca.",
        "Le llamé el 10 de marzo a las 9:40.",
        "Estaré ahí el 20 de marzo a las 2:15 de la tarde.",
        "Llegué el 10 de marzo a las 9:30, media hora tarde.",
        "La oficina abre el 20 de marzo a las 8:00, y tengo hasta el 20/3 a las 5 para mandarlo.",
        "Puede llamarme de 9 a 5, y a las 7:40 tomo el bus.",
    ],
)
def test_an_honest_time_is_left_alone_in_spanish(text: str) -> None:
    assert thanks(text, "es") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("I missed our interview on March 10 at 10:00 AM.", True),
        ("I missed our 10:30 interview.", True),
        ("Could we meet on March 10 at 3:00 PM instead?", False),
        ("Could our new interview be at 10:30?", False),
        ("I am free to meet you at 10:30 on any day.", False),
    ],
)
def test_an_apology_may_ask_for_any_time(text: str, wrong: bool) -> None:
    assert bool(apology(text)) is wrong


def test_what_the_record_would_print_is_true_but_the_missed_time_is_no_new_one() -> None:
    printed = letter("It was March 10 at 9:00 AM, it is March 20 at 2:30 PM.", "Ray drives me at 1:00 PM.")
    assert thanks("Ray and I come on March 20 at 1:00 PM.", printed=printed) == []
    (one,) = thanks("I come on March 20 at 9:00 AM.", printed=printed)
    assert one.suggestion == "at 2:30 PM"
