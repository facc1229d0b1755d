"""Whatever the text: findings stay inside it, and the work stays bounded."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noshow_desk.coaching.letter_check import Finding, Kind, check_letter
from noshow_desk.coaching.letter_check.codes import BY_NAME
from noshow_desk.i18n import LANGUAGES

WORDS = """
sorry , . ? ! [name] my car broke down because I had to please never again si disculpe el carro no 🙂 ß {{ }}
____ ( < TBD 's ’ could not get a ride porque se me hizo tarde next Tuesday parole officer my client
"""
FRAGMENTS = st.sampled_from([*WORDS.split(), "\n\n", "\u0301", "\u200b", "\u202e", "\u0130", "\u0640"])
TEXTS = st.one_of(st.text(max_size=400), st.lists(FRAGMENTS, max_size=80).map(" ".join))


@settings(deadline=None)
@given(TEXTS, st.sampled_from(list(Kind)), st.sampled_from(LANGUAGES))
def test_findings_stay_inside_the_text(text: str, kind: Kind, language: str) -> None:
    found = check_letter(text, kind=kind, language=language)
    for one in found:
        assert isinstance(one, Finding) and one.code in BY_NAME
        assert kind in BY_NAME[one.code].kinds
        assert 0 <= one.start <= one.end <= len(text)
        assert one.start < one.end or not text
        assert "{" not in one.message
    assert found == check_letter(text, kind=kind, language=language)


HOSTILE = {
    "letters": "a" * 64_000,
    "words": "because i had to " * 4_000,
    "commas": ", " * 32_000,
    "brackets": "[" * 64_000,
    "pairs": "[name " * 10_000,
    "blanks": "_ " * 32_000,
    "marks": "e\u0301" * 32_000,
    "invisible": "\u200b" * 64_000,
    "lines": "x\n" * 32_000,
    "numbers": "1/" * 32_000,
    "apostrophes": "'" * 64_000,
    "angles": "<new " * 12_000,
    "rounds": "(phone " * 9_000,
    "xx": "XX/" * 21_000,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_the_work_for_a_hostile_text_is_bounded(name: str, language: str) -> None:
    steps = 0

    def count(*_seen: object) -> None:
        nonlocal steps
        steps += 1

    check_letter("warm up", kind="apology", language=language)
    sys.setprofile(count)
    try:
        check_letter(HOSTILE[name], kind="apology", language=language)
    finally:
        sys.setprofile(None)
    assert steps < 200 * 64_000


def test_another_kind_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError):
        check_letter("Hello", kind="postcard", language="en")
