"""Compares what the check finds with what is expected, code by code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tests.coaching.letter_corpus.letters import CODES, WITH_WORDS, Sample


class Found(Protocol):
    """What the scorer reads of a finding."""

    code: str
    start: int
    end: int


Check = Callable[[Sample], Sequence[Found]]


@dataclass(slots=True)
class Count:
    """Letters in which a code was rightly found, wrongly found, missed.

    Of `placeable` hits with words, `placed` overlap the expected words.
    """

    hits: int = 0
    false: int = 0
    missed: int = 0
    placed: int = 0
    placeable: int = 0

    def add(self, other: Count) -> None:
        """Add the numbers of `other`."""
        self.hits += other.hits
        self.false += other.false
        self.missed += other.missed
        self.placed += other.placed
        self.placeable += other.placeable

    @property
    def precision(self) -> float:
        """Share of what was found that was expected; 1 when nothing was found."""
        found = self.hits + self.false
        return self.hits / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found; 1 when nothing was expected."""
        expected = self.hits + self.missed
        return self.hits / expected if expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One difference: `code` was missed, wrongly found or misplaced; `words` are what it is about."""

    sample: Sample
    code: str
    what: str
    words: str


@dataclass(slots=True)
class Score:
    """The counts of a set of letters."""

    codes: dict[str, Count] = field(default_factory=lambda: {code: Count() for code in CODES})
    clean: int = 0
    clean_left_alone: int = 0
    slips: list[Slip] = field(default_factory=list)

    @property
    def total(self) -> Count:
        """All codes together."""
        total = Count()
        for count in self.codes.values():
            total.add(count)
        return total


def score(samples: Iterable[Sample], check: Check) -> Score:
    """Return how `check` does on `samples`."""
    done = Score()
    for sample in samples:
        found = [one for one in check(sample) if one.code not in sample.either]
        done.clean += sample.clean
        done.clean_left_alone += sample.clean and not found
        for code in {*sample.codes, *(one.code for one in found)} - sample.either:
            _count(done, sample, code, [one for one in found if one.code == code])
    return done


def _count(done: Score, sample: Sample, code: str, found: Sequence[Found]) -> None:
    count = done.codes.setdefault(code, Count())
    shown = " | ".join(sample.text[one.start : one.end] for one in found)
    if code not in sample.codes:
        count.false += 1
        done.slips.append(Slip(sample, code, "false", shown))
    elif not found:
        count.missed += 1
        words = " | ".join(one.words for one in sample.expect if one.code == code)
        done.slips.append(Slip(sample, code, "missed", words))
    else:
        count.hits += 1
        if code in WITH_WORDS:
            placed = _overlaps(sample.spans(code), found)
            count.placeable += 1
            count.placed += placed
            if not placed:
                done.slips.append(Slip(sample, code, "elsewhere", shown))


def _overlaps(spans: Iterable[tuple[int, int]], found: Sequence[Found]) -> bool:
    return any(one.start < end and start < one.end for start, end in spans for one in found)
