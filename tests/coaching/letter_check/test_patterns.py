"""The pattern language: what each sign matches, and what cannot be read."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check.inflect_en import english_forms
from noshow_desk.coaching.letter_check.inflect_es import spanish_forms
from noshow_desk.coaching.letter_check.line import Line
from noshow_desk.coaching.letter_check.needs import Lexicon
from noshow_desk.coaching.letter_check.patterns import read_pattern
from noshow_desk.coaching.letter_check.tokens import sentences
from noshow_desk.coaching.letter_check.wording import Wording
from noshow_desk.coaching.letter_check.writing import PatternFault

IRREGULAR = {"break": "broke broken"}


def forms(verb: str) -> dict[str, set[str]]:
    return english_forms(verb, IRREGULAR.get(verb, ""))


LEXICON = Lexicon({"vehicle": ("car", "night bus", "{drive:ing} school")}, forms)


@pytest.mark.parametrize(
    ("pattern", "matches", "not_these"),
    [
        ("car|bus broke", "the bus broke down", "the train broke down"),
        ("apolog*", "i apologized twice", "i said sorry"),
        ("because _ *ed", "because i , because he called", "because he calls"),
        ("@vehicle {break:past}", "my night bus broke", "my night breaks"),
        ("@vehicle broke", "driving school broke", "drove school broke"),
        ("{miss:past} ..2 bus", "missed the early bus", "missed the one , early bus"),
        ("missed ...3 bus", "missed it , the bus", "missed one two three four bus"),
        ("had to !( say|tell ) _", "had to leave", "had to tell you"),
        ("not !so good", "not good", "not so good"),
        ("my [old] car", "my old car", "my new car"),
        ("( held up|tied up|stuck ) in", "i was tied up in", "i was tied in"),
        ("( be late|early / come soon|now )", "come now", "come late"),
        ("^ sorry", "well , sorry", "i am sorry"),
        ("sorry $", "i am sorry , really", "sorry for it"),
        ("bus #", "bus 12", "bus twelve"),
        ("open ?", "are you open ?", "you are open"),
    ],
)
def test_what_a_pattern_matches(pattern: str, matches: str, not_these: str) -> None:
    compiled = read_pattern(pattern, LEXICON)
    assert compiled.found(matches.split())
    assert not compiled.found(not_these.split())


def test_a_hit_is_as_short_as_it_can_be_and_a_gap_at_the_end_as_long() -> None:
    words = ["the", "car", "broke", "and", "the", "car", "broke", "again"]
    assert list(read_pattern("car ..4 broke", LEXICON).find(words)) == [(1, 3), (5, 7)]
    assert list(read_pattern("broke ..9", LEXICON).find(words)) == [(2, 8)]


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        ("mi _ =llegó", "Mi tío llegó tarde", True),
        ("mi _ =llegó", "Mi tío llego tarde", False),
        ("mi _ llego", "Mi tío llegó tarde", True),
        ("mi _ =*ó", "Mi tío LLEGÓ tarde", True),
        ("mi _ =*ó", "Mi tío, el que trabajo", False),
        ("mi !=trabajó trabajo", "Mi trabajo", True),
        ("mi !=trabajó trabajo", "Mi trabajó", False),
    ],
)
def test_an_accent_counts_where_a_pattern_asks_for_it(pattern: str, text: str, is_found: bool) -> None:
    read = next(iter(sentences(text, Wording({}, (), ()).read)))
    line = Line(read.words, read.typed)
    assert read_pattern(pattern, LEXICON).found(line) is is_found


@pytest.mark.parametrize(
    "pattern",
    [
        "( open",
        "closed )",
        "[ half",
        "@nothing",
        "{break:never}",
        "UPPER",
        "..3",
        "!",
        "a é b",
        "a =e b",
        "( " * 9 + "x" + " )" * 9,
    ],
)
def test_a_pattern_that_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises(PatternFault):
        read_pattern(pattern, LEXICON)


@pytest.mark.parametrize(
    ("verb", "irregular", "form", "tag"),
    [
        ("stop", "", "stopped", "past"),
        ("carry", "", "carried", "past"),
        ("bake", "", "baking", "ing"),
        ("agree", "", "agreed", "past"),
        ("cancel", "", "cancelled", "past"),
        ("cancel", "", "canceled", "past"),
        ("happen", "", "happened", "past"),
        ("go", "went gone", "goes", "s"),
        ("break", "broke broken", "broke", "past"),
    ],
)
def test_english_forms(verb: str, irregular: str, form: str, tag: str) -> None:
    assert form in english_forms(verb, irregular)[tag]


@pytest.mark.parametrize(
    ("verb", "irregular", "form", "tag"),
    [
        ("llegar", "", "llegue", "past"),
        ("llamar", "", "llamaba", "past"),
        ("buscar", "", "busque", "past"),
        ("perder", "alt=pierd", "pierdo", "pres"),
        ("tener", "past=tuv yo=teng", "tuvimos", "past"),
        ("tener", "past=tuv yo=teng", "tengan", "subj"),
        ("poder", "fut=podr", "podria", "cond"),
        ("disculpar", "", "disculpeme", "subj"),
        ("avisar", "", "avisarles", "inf"),
        ("ir", "past:fue", "fue", "past"),
    ],
)
def test_spanish_forms(verb: str, irregular: str, form: str, tag: str) -> None:
    assert form in spanish_forms(verb, irregular)[tag]


def test_short_forms_that_mean_something_else_without_accents_are_left_out() -> None:
    assert "de" not in set().union(*spanish_forms("dar").values())
    assert spanish_forms("vernos") == {}
