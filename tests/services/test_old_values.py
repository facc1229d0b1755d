"""What a letter that was changed by hand says and the record does not say any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run, letter_from_json, letter_to_json
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.letters.known import Known
from noshow_desk.services.letter_finding import LetterFinding, Weight
from noshow_desk.services.letter_text import Place
from noshow_desk.services.old_values import Recorded, put_in_place, remembering, values_of
from tests.sample_cases import SAMPLE_CASES

FACTS = SAMPLE_CASES["granted"].facts
KNOWN = Known(facts=FACTS, today=date(2026, 3, 10), language="en")


def field(text: str, name: str) -> Run:
    return Run(text, origin=Origin.FIELD, field=name)


ADDRESS = Block(
    BlockKind.ADDRESS, tuple((field(line, "client.address"),) for line in ("Marcus Reed", "12 Harbor Road"))
)
SEEN = Block(BlockKind.PARAGRAPH, ((Run("On "), field("Friday, March 20", "new.date"), Run(" I am there.")),))
DATED = Block(BlockKind.PARAGRAPH, ((field("March 10, 2026", "today"),),))
LETTER = Letter(
    kind=PaperKind.THANK_YOU, language="en", title="", blocks=(DATED, ADDRESS, SEEN), subject="Old words"
)


def finding(*places: Place) -> LetterFinding:
    return LetterFinding(code="old-value", weight=Weight.MUST, words="", message="", places=places)


def test_an_address_is_one_value_and_the_day_of_the_letter_is_none() -> None:
    assert values_of(LETTER) == {
        "client.address": ("Marcus Reed\n12 Harbor Road",),
        "new.date": ("Friday, March 20",),
    }


def test_a_letter_by_hand_remembers_each_value_once_and_takes_the_subject_of_the_record() -> None:
    said = Recorded(replace(LETTER, subject="New words"), KNOWN)
    once = remembering(LETTER, said)
    assert once.subject == "New words" and remembering(once, said) == once
    assert [run.text for run in once.filled if run.field == "new.date"] == ["Friday, March 20"]
    assert letter_from_json(letter_to_json(once)) == once


def test_a_letter_that_was_kept_before_there_were_values_beside_it_opens() -> None:
    old = letter_to_json(LETTER).replace(',"filled":[]', "")
    assert "filled" not in old and letter_from_json(old) == LETTER


@pytest.mark.parametrize(
    ("places", "instead", "expected"),
    [
        ((Place(1, 0, 0, 11), Place(1, 1, 0, 14)), "", {1: ""}),
        ((Place(1, 1, 0, 14),), "", {1: "Marcus Reed"}),
        ((Place(1, 0, 0, 11), Place(2, 0, 3, 19)), "X", {1: "X\n12 Harbor Road", 2: "On X I am there."}),
    ],
)
def test_words_are_put_in_all_their_places(
    places: tuple[Place, ...], instead: str, expected: dict[int, str]
) -> None:
    assert put_in_place(LETTER, finding(*places), instead) == expected
