"""Putting a finding right: another sentence, none, or one more."""

from __future__ import annotations

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services.letter_finding import LetterFinding, Weight
from noshow_desk.services.letter_fixes import added, home_of, reworded, ways_to_say
from tests.sample_cases import SAMPLE_CASES

OWNED = "I was not there, and that is my responsibility."
NAMES = {"client": "Marcus Reed", "interviewer": "Ms. Alvarez"}


@pytest.mark.parametrize(
    ("text", "words", "instead", "after"),
    [
        ("Hi. I missed it because my car broke. Ok.", "because my car broke", OWNED, f"Hi. {OWNED} Ok."),
        ("my car broke down", "My car broke down.", OWNED, OWNED),
        ("I am ready. My  car broke\ndown. Thanks.", "My car broke down", "", "I am ready. Thanks."),
        ("See you next Friday, then.", "next Friday", "Friday, March 13", "See you Friday, March 13, then."),
        ("One.\nMy car broke down.\nTwo.", "My car broke down", "", "One.\nTwo."),
        ("¿Me da otra fecha? Se descompuso el carro.", "Se descompuso el carro", "", "¿Me da otra fecha?"),
        ("My car broke down.", "My car broke down", "", ""),
        ("Dr. Patel gave me new pills. I am well.", "my car", OWNED, None),
        ("Dr. Patel gave me new pills. I am well.", "new pills", "", "I am well."),
        ("I met Mr. Ortiz, my parole officer, at noon. Ok.", "my parole officer", OWNED, f"{OWNED} Ok."),
        ("My ride left and my P.O. kept me there.", "my ride left and my P.O", OWNED, OWNED),
        ("Hi. At 5:15 p.m. and at six the U.S. Postal bus broke down.", "bus broke down", "", "Hi."),
        ("Hola. Hablé con la Sra. Gil (mi oficial). “Fin”.", "mi oficial", "", "Hola. “Fin”."),
        ("Thank you\nMy car broke\nMarcus", "car broke", "", "Thank you\nMarcus"),
        ("I am sorry because my bus broke, and I am well.", "my bus broke", "", "I am sorry, and I am well."),
        ("Hi. I missed it, because of the bus. Ok.", "because of the bus", "", "Hi. I missed it. Ok."),
        ("Lamento no haber ido porque se dañó el bus.", "se dañó el bus", "", "Lamento no haber ido."),
        ("It was because my car broke.", "my car broke", "", ""),
        ("I am sorry because my bus was late and full.", "my bus was late", "", ""),
        ("I am ready.", "my car", OWNED, None),
        ("I am ready.", " . ", OWNED, None),
    ],
)  # fmt: skip
def test_words_are_replaced_with_their_sentence(
    text: str, words: str, instead: str, after: str | None
) -> None:
    assert reworded(text, words, instead) == after


@pytest.mark.parametrize(
    ("text", "after"), [("", OWNED), ("I am ready", f"I am ready. {OWNED}"), ("Ready! ", f"Ready! {OWNED}")]
)
def test_a_sentence_is_added_behind_the_others(text: str, after: str) -> None:
    assert added(text, OWNED) == after


def letter(*texts: str) -> Letter:
    blocks = tuple(Block(BlockKind.PARAGRAPH, ((Run(text),),)) for text in texts)
    return Letter(kind=PaperKind.APOLOGY, language="en", title="Apology", blocks=blocks)


def test_what_is_missing_has_a_home_among_the_sentences() -> None:
    paper = letter(
        "12 Harbor Road",
        "Dear Ms. Alvarez,",
        "I missed our interview today.",
        "I am sorry I did.",
        "Sincerely,",
    )
    assert home_of("missing-apology", paper) == 2
    assert home_of("missing-request", paper) == 3
    assert home_of("missing-apology", letter("Dear Ms. Alvarez,")) is None
    assert home_of("missing-apology", letter("Dear Ms. Alvarez,", "I am truly sorry.")) == 1
    assert home_of("missing-apology", letter("Dear Ms. Alvarez,", "Thank you again.")) is None


def ways(finding: LetterFinding, paper: Letter, name: str = "after_two_tries") -> tuple[str, ...]:
    """Return the ways to put a finding right in a sample case."""
    case = SAMPLE_CASES[name]
    return ways_to_say(finding, paper, NAMES, facts=case.facts, now=case.now)


def test_the_phrase_bank_says_what_is_missing_in_other_ways() -> None:
    finding = LetterFinding(
        code="missing-request", weight=Weight.MUST, words="", message="", suggestion="May I come in?"
    )
    found = ways(finding, letter("Hello."))
    assert found[0] == "May I come in?" and len(found) > 3 and len(set(found)) == len(found)
    assert "May I come in?" not in ways(finding, letter("May I come in?"))


def test_R13_nobody_is_thanked_for_a_call_that_was_not_answered() -> None:
    finding = LetterFinding(code="missing-thanks", weight=Weight.MUST, words="", message="")
    assert "Thank you for hearing me out." in ways(finding, letter("Hello."), "granted")
    found = ways(finding, letter("Hello."), "message_left")
    assert "Thank you for reading this." in found and not any("call" in one for one in found)


def test_no_way_is_invented() -> None:
    finding = LetterFinding(code="placeholder", weight=Weight.MUST, words="TBD", message="")
    assert ways(finding, letter("TBD")) == ()
