"""How a text becomes sentences and words that rules can match, and remembers where they stood."""

from __future__ import annotations

import unicodedata

import pytest

from noshow_desk.coaching.letter_check import check_letter, shipped_rules
from noshow_desk.coaching.letter_check.tokens import fold, sentences
from noshow_desk.coaching.letter_check.wording import Wording

READ = shipped_rules("en").wording.read


def read(text: str) -> list[str]:
    return [" ".join(one.words) for one in sentences(text, READ)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I couldn’t come.", ["i could not come"]),
        ("Mr. Lee came at 9 a.m. today.", ["mr ~lee came at 9 a m today"]),
        ("Is it you? Yes!", ["is it you ?", "yes"]),
        ("Come at 3 p.m. I will wait.", ["come at 3 p m", "i will wait"]),
        ("Come at 3 p.m. Friday, or at 4 p.m. EST.", ["come at 3 p m friday , or at 4 p m est"]),
        ("It was the 31st. We came.", ["it was the 31 st", "we came"]),
        ("It is on Elm St. beside No. 5.", ["it is on ~elm st beside no 5"]),
        ("I said no. He left.", ["i said no", "he left"]),
        ("Dear Ms. Lee,\nI came.", ["dear ms ~lee ,", "i came"]),
        (
            "a line that is long enough to have been\nwrapped by hand",
            ["a line that is long enough to have been wrapped by hand"],
        ),
        ("my son's car", ["my son 's car"]),
        ("re-entry at 6:45", ["reentry at 6:45".replace("reentry", "re entry")]),
        ("I appologize for the intervew", ["i apologize for the interview"]),
    ],
)
def test_sentences(text: str, said: list[str]) -> None:
    assert read(text) == said


def test_words_remember_where_they_stood() -> None:
    text = "¡Perdón! No fuí; «lo siento»."
    for sentence in sentences(text, READ):
        for token in sentence.tokens:
            assert fold(text[token.start : token.end]) == token.key or token.key == ","


def test_accents_composed_or_not_are_the_same() -> None:
    text = "Se me descompuso el camión y no llegué."
    apart = unicodedata.normalize("NFD", text)
    assert [one.code for one in check_letter(text, kind="apology", language="es")] == [
        one.code for one in check_letter(apart, kind="apology", language="es")
    ]


def test_a_slip_is_mended_but_a_real_word_left_alone() -> None:
    wording = Wording({"gonna": ("going", "to")}, ["probation", "sorry"], ["worry"])
    assert wording.read("gonna") == ("going", "to")
    assert wording.read("probaton") == ("probation",)
    assert wording.read("porbation") == ("probation",)
    assert wording.read("worry") == ("worry",)
    assert wording.read("rations") == ("rations",)


@pytest.mark.parametrize(
    ("language", "sentence", "codes"),
    [
        ("en", "I was not there because St. Luke's kept my son overnight.", {"excuse"}),
        ("en", "I was not there because the St. Luke shelter locked us in.", {"excuse", "disclosure"}),
        ("en", "ICE picked me up.", {"excuse", "disclosure"}),
        ("en", "I was detained.", {"excuse", "disclosure"}),
        ("en", "I couldn't come because Dr. Patel kept me on the ward.", {"excuse", "disclosure"}),
        ("es", "A las 9 a. m. se descompuso el camión y por eso no llegué.", {"excuse"}),
        ("es", "Llevo 90 días sobrio.", {"disclosure"}),
    ],
)
def test_names_of_places_and_times_of_day_hide_nothing(language: str, sentence: str, codes: set[str]) -> None:
    found = {one.code for one in check_letter(sentence, kind="apology", language=language)}
    assert codes <= found
