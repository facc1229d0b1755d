"""What a sentence must have for a pattern, told from its writing; only what a letter meets is made ready."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter, load_rules
from noshow_desk.coaching.letter_check.needs import Lexicon, needs_of
from noshow_desk.coaching.letter_check.patterns import Pattern, read_pattern
from noshow_desk.coaching.letter_check.rules import Rules
from noshow_desk.coaching.letter_check.word_index import FEW, WordIndex
from noshow_desk.coaching.letter_check.writing import Group, PatternFault, parts_of
from noshow_desk.i18n import LANGUAGES

LEXICON = Lexicon(
    {"vehicle": ("car", "night bus"), "round": ("@round",), "any": ("car", "_ _")},
    lambda verb: {"base": {verb}, "ing": {f"{verb}ing"}},
)


def all_patterns(rules: Rules) -> list[Pattern]:
    shown = [entry[2] for row in rules.by_need.values() for entry in row]
    guards = [guard for needed in rules.guards.values() for row in needed.values() for guard, _needs in row]
    return [*shown, *guards]


@pytest.mark.parametrize(
    ("written", "needs"),
    [
        ("my car", [{"car"}, {"my"}]),
        ("bus|train ..3 late", [{"late"}, {"bus", "train"}]),
        ("apolog* for", [{"apolog*"}, {"for"}]),
        ("@vehicle {break:ing}", [{"breaking"}, {"car", "bus"}]),
        ("( so sorry|my apologies / regret ) [ my old ] !the =llegó", [{"llegó"}, {"apologies", "regret"}]),
        ("( a car|_ ) left", [{"left"}]),
        ("@any left", [{"left"}]),
        ("? $ left", [{"?"}, {"left"}]),
    ],
)
def test_a_pattern_needs_a_word_of_each_part_that_must_be_there(written: str, needs: list[set[str]]) -> None:
    found = needs_of(written, LEXICON)
    assert sorted(map(sorted, found)) == sorted(map(sorted, needs))


def test_the_most_telling_need_comes_first() -> None:
    assert needs_of("i was in the hospital|ward", LEXICON)[0] == {"hospital", "ward"}


@pytest.mark.parametrize(
    "written", ["@round", "x !@nothing", "x [ @nothing ]", "x !{:}", "_ #", "( x ]", "x /"]
)
def test_a_fault_shows_without_making_the_pattern_ready(written: str) -> None:
    with pytest.raises(PatternFault):
        read_pattern(written, LEXICON)


def test_a_bracket_is_divided_by_its_bars_unless_it_has_strokes() -> None:
    assert parts_of("( a b|{c|d} )") == [Group("(", [["a", "b"], ["{c|d}"]])]
    assert parts_of("( a b|c / d )") == [Group("(", [["a", "b|c"], ["d"]])]
    assert parts_of("( ^|!( a ) b )") == [Group("(", [["^"], [Group("!", [["a"]]), "b"]])]


def test_a_need_is_met_by_its_words_and_beginnings_however_many_they_are() -> None:
    index = WordIndex()
    many = "|".join(f"x{number}" for number in range(FEW + 1))
    numbers = [
        index.needs_of(read_pattern(written, LEXICON))[0] for written in ("a", f"{many}|y*", "a*|b", "c|d")
    ]
    assert index.met_by(["x3"]) == {numbers[1]}
    assert index.met_by(["yes", "and", "d"]) == {numbers[1], numbers[2], numbers[3]}
    assert index.met_by(["a"]) == {numbers[0], numbers[2]}
    later = index.needs_of(read_pattern("x3", LEXICON))[0]
    assert index.met_by(["x3"]) == {numbers[1], later}


def test_only_what_a_letter_meets_is_made_ready() -> None:
    rules = load_rules("en")
    assert not any(pattern.nodes for pattern in all_patterns(rules))
    assert check_letter("Sorry, the bus was late.", kind="apology", language="en", rules=rules)
    ready = [pattern for pattern in all_patterns(rules) if pattern.nodes]
    assert 0 < len(ready) < len(all_patterns(rules)) / 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_pattern_can_be_made_ready(language: str) -> None:
    rules = load_rules(language)
    assert not rules.problems
    for pattern in all_patterns(rules):
        assert not pattern.found(["~"])
        assert pattern.nodes
