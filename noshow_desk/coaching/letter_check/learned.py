"""How much a sentence is like those that careful readers marked: weights learned from letters, as data.

A logistic regression for each code and each element of a letter, over words, runs of them and their pieces.
`tests/coaching/letter_corpus/learn.py` makes the weights from the letters and sentences of the tests.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypedDict

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.names import NAME_MARK
from noshow_desk.paths import resource

MOST_KEPT = 500  # sentences whose likelihoods are remembered: typing changes one at a time
MOST_WORDS = 4096  # whose pieces are remembered
LONGEST_RUN = 3  # words
PIECES = range(3, 6)  # letters of a piece of a word
STEM = 4  # letters that words of one family begin with
UNIT = 100  # of the whole numbers that the file holds for weights
_NAME, _NUMBER = "@", "#"

Weights = tuple[tuple[int, int], ...]  # number of the label, its weight in 1/UNIT


class Row(TypedDict):
    """What was learned of one label: the bias, and the weights of its traits in 1/UNIT."""

    bias: float
    weights: dict[str, int]


def runs(words: Sequence[str]) -> frozenset[str]:
    """Return each run of one to three words of a sentence, with its beginning and end; names are alike."""
    row = ["^", *(_plain(word) for word in words), "$"]
    return frozenset(
        " ".join(row[first : first + size])
        for size in range(1, LONGEST_RUN + 1)
        for first in range(len(row) - size + 1)
    )


def pieces(words: Sequence[str]) -> frozenset[str]:
    """Return each piece of three to five letters of the words, with marks where a word begins and ends."""
    return frozenset(piece for word in words for piece in _pieces_of(_plain(word)))


def stems(words: Sequence[str]) -> frozenset[str]:
    """Return each two neighbouring words by their beginnings: "+miss inte" is "missed interviews", too."""
    row = [_plain(word)[:STEM] for word in words]
    return frozenset(f"+{one} {other}" for one, other in pairwise(row))


def traits(words: Sequence[str], kind: Kind) -> tuple[frozenset[str], ...]:
    """Return the traits of a sentence in groups; each group is weighed as long as 1."""
    return runs(words), pieces(words), stems(words), frozenset({f"kind {kind}"})


@lru_cache(maxsize=MOST_WORDS)
def _plain(word: str) -> str:
    if word.startswith(NAME_MARK):
        return _NAME
    return _NUMBER if word[:1].isdigit() else word


@lru_cache(maxsize=MOST_WORDS)
def _pieces_of(word: str) -> tuple[str, ...]:
    marked = f"<{word}>"
    return tuple(
        f"~{marked[first : first + size]}" for size in PIECES for first in range(len(marked) - size + 1)
    )


class Learned:
    """The weights of one language. `labels` are codes, and elements such as "apology"."""

    def __init__(self, table: Mapping[str, Row]) -> None:
        self.labels = tuple(table)
        self._bias = [row["bias"] for row in table.values()]
        self._rows = [row["weights"] for row in table.values()]
        self._traits = frozenset().union(*self._rows)
        self._weights: dict[str, Weights] = {}  # of the traits that were met, in all rows
        self._kept: dict[tuple[Kind, tuple[str, ...]], dict[str, float]] = {}

    def likelihoods(self, words: tuple[str, ...], kind: Kind) -> dict[str, float]:
        """Return for each label how likely a careful reader marks a sentence with it (0 to 1).

        `words` are those of the sentence as rules see them.
        """
        known = self._kept.get((kind, words))
        if known is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            sums = self._sums(words, kind)
            known = {label: _share(total) for label, total in zip(self.labels, sums, strict=True)}
            self._kept[(kind, words)] = known
        return known

    def weight(self, trait: str, label: str) -> int:
        """Return how much one trait speaks for `label`, in 1/UNIT; below 0 against it."""
        return self._rows[self.labels.index(label)].get(trait, 0)

    def _sums(self, words: tuple[str, ...], kind: Kind) -> Iterator[float]:
        groups = [self._of(group) for group in traits(words, kind)]
        for number, bias in enumerate(self._bias):
            yield bias + sum(row[number] for row in groups) / UNIT

    def _of(self, traits: frozenset[str]) -> list[float]:
        """Return the weights of one group of traits for each label: a long sentence weighs as a short one."""
        sums = [0] * len(self.labels)
        known = self._weights
        for trait in self._traits & traits:
            weights = known.get(trait)
            if weights is None:
                weights = known[trait] = self._weights_of(trait)
            for number, weight in weights:
                sums[number] += weight
        length = math.sqrt(max(1, len(traits)))
        return [total / length for total in sums]

    def _weights_of(self, trait: str) -> Weights:
        """Return the weights of a trait for each label: of a few thousand that a day's letters have."""
        return tuple((number, row[trait]) for number, row in enumerate(self._rows) if trait in row)


def _share(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def learned_of(language: str) -> Learned:
    """Return what was learned for "en" or "es", read once."""
    return Learned(json.loads(resource(f"letter_rules/learned_{language}.json").read_bytes()))
