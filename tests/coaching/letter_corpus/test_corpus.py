"""The letters keep to README.md: labels that can be counted are right, and no part repeats another."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest

from noshow_desk.coaching.readability import grade
from tests.coaching.letter_corpus.__main__ import main
from tests.coaching.letter_corpus.letters import (
    CLIENT_KINDS,
    CODES,
    KINDS,
    PARTS,
    UNSEEN,
    WITH_WORDS,
    WORD_LIMITS,
    Sample,
    find,
    samples,
)
from tests.coaching.letter_corpus.score import score

ALL = {part: samples(part) for part in PARTS}
EACH = [pytest.param(one, id=one.name) for part in PARTS for one in ALL[part]]
ONLY = {
    "missing-thanks": {"thank_you"},
    "missing-request": {"apology", "call_script"},
    "missing-contact-promise": {"notice"},
    "missing-inconvenience": {"apology", "call_script"},
    "missing-ownership": {"apology", "call_script"},
    "pleading": CLIENT_KINDS,
    "over-promise": CLIENT_KINDS,
    "conditional-apology": CLIENT_KINDS,
    "reading-level": CLIENT_KINDS,
    "vague-date": CLIENT_KINDS,
    "too-long": set(WORD_LIMITS),
}
PAIRS = [(later, part) for place, later in enumerate(PARTS) for part in PARTS[:place]]
SHAPES = {  # letters of each kind; clean ones; letters each code stands in, at least; codes a letter, at most
    "held_back_3": ([12, 10, 22, 10, 6], 24, 3, 9),
    "held_back_4": ([9, 7, 12, 8, 4], 20, 1, 4),
    "held_back_5": ([8, 9, 14, 10, 4], 20, 1, 3),
    "held_back_9": ([14, 10, 20, 12, 4], 30, 2, 3),
}
ALIKE = 0.30  # share of common runs of four words, of the shorter letter


@pytest.mark.parametrize("one", EACH)
def test_labels_are_well_formed(one: Sample) -> None:
    assert one.kind in KINDS
    assert one.language in ("en", "es")
    assert one.clean == (not one.expect)
    assert not one.codes & one.either
    for code in one.codes | one.either:
        assert code in CODES
        assert one.kind in ONLY.get(code, KINDS)
    for expected in one.expect:
        assert bool(expected.words) == (expected.code in WITH_WORDS), expected
        if expected.words:
            assert len(find(expected.words, one.text)) == 1, expected


@pytest.mark.parametrize("one", EACH)
def test_what_can_be_counted_is_labelled_right(one: Sample) -> None:
    words = len(one.text.split())
    assert ("too-long" in one.codes) == (words > WORD_LIMITS.get(one.kind, words)), words
    school = grade(one.text, one.language)
    if one.kind in CLIENT_KINDS and "reading-level" not in one.either:
        assert school >= 10 if "reading-level" in one.codes else school < 8, school


@pytest.mark.parametrize("one", EACH)
def test_a_contradiction_is_an_excuse_against_a_record(one: Sample) -> None:
    if "contradiction" in one.codes:
        assert one.record is not None
        assert "excuse" in one.codes


@pytest.mark.parametrize("part", UNSEEN)
def test_no_unseen_part_is_shown(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--part", part, "--show"]) == 2
    assert not capsys.readouterr().out


@pytest.mark.parametrize("part", SHAPES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_part_has_every_code_and_enough_clean_letters(part: str, language: str) -> None:
    by_kind, clean, each_code, most_codes = SHAPES[part]
    mine = [one for one in ALL[part] if one.language == language]
    kinds = Counter(one.kind for one in mine)
    assert [kinds[kind] for kind in KINDS] == by_kind
    assert sum(one.clean for one in mine) == clean
    assert max(len(one.codes) for one in mine) <= most_codes
    assert {code for code in CODES if sum(code in one.codes for one in mine) < each_code} == set()


def test_each_name_is_there_once() -> None:
    names = [one.name for part in PARTS for one in ALL[part]]
    assert len(names) == len(set(names))


def _runs(text: str, size: int) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(*(words[start:] for start in range(size)), strict=False))


@pytest.mark.parametrize(("held", "seen"), PAIRS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_held_back_letter_is_like_one_written_before(held: str, seen: str, language: str) -> None:
    def with_runs(part: str) -> list[tuple[str, frozenset[tuple[str, ...]]]]:
        return [(one.name, _runs(one.text, 4)) for one in ALL[part] if one.language == language]

    alike = [
        (mine, theirs)
        for (mine, first), (theirs, second) in product(with_runs(held), with_runs(seen))
        if len(first & second) > ALIKE * max(1, min(len(first), len(second)))
    ]
    assert not alike


def test_the_figures_count_letters_and_codes() -> None:
    sample = next(one for one in ALL["dev"] if "excuse" in one.codes and len(one.codes) > 1)
    nothing = score([sample], lambda _: []).total
    assert (nothing.hits, nothing.missed, nothing.f1) == (0, len(sample.codes), 0.0)
