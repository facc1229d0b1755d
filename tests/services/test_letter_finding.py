"""Findings in the order in which a person looks at them."""

from __future__ import annotations

from noshow_desk.services.letter_finding import Checked, LetterFinding, Weight, alike, together
from noshow_desk.services.letter_text import Place


def finding(code: str, weight: Weight, start: int, end: int) -> LetterFinding:
    """Return a finding about these letters of one line."""
    return LetterFinding(code=code, weight=weight, words=code, message="", places=(Place(0, 0, start, end),))


def codes(*findings: LetterFinding) -> list[list[str]]:
    return [[one.code for one in group] for group in together(findings)]


def test_what_must_be_done_comes_before_what_may_be() -> None:
    long, blame = finding("long", Weight.NUDGE, 0, 5), finding("blame", Weight.MUST, 6, 9)
    private = finding("private", Weight.NEVER_KEPT, 10, 15)
    assert codes(long, blame, private) == [["blame"], ["private"], ["long"]]


def test_findings_in_the_same_words_are_looked_at_together_the_heaviest_first() -> None:
    excuse, private = finding("excuse", Weight.MUST, 0, 20), finding("private", Weight.NEVER_KEPT, 5, 9)
    apart = finding("blame", Weight.MUST, 20, 30)
    assert codes(excuse, private, apart) == [["private", "excuse"], ["blame"]]


def test_of_equal_weight_the_longest_comes_first() -> None:
    short, long = finding("excuse", Weight.MUST, 5, 9), finding("blame", Weight.MUST, 0, 20)
    assert codes(short, long) == [["blame", "excuse"]]


def test_one_answer_settles_what_weighs_as_much_in_the_same_words() -> None:
    excuse, blame = finding("excuse", Weight.MUST, 0, 20), finding("blame", Weight.MUST, 5, 9)
    nudge = finding("long", Weight.NUDGE, 0, 20)
    assert alike(Checked(open=(excuse, blame, nudge)), excuse) == (blame,)
