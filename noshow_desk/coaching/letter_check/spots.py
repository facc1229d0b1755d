"""Places in a text where a code applies, before they are put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from noshow_desk.coaching.letter_check.clauses import clause_of
from noshow_desk.coaching.letter_check.hit import Hit
from noshow_desk.coaching.letter_check.rules import Rules

# For these the words are the whole clause: what is to go is the statement, not the word that gave it away.
WHOLE_CLAUSE = frozenset({"excuse", "blame", "contradiction"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A code and where it applies (code points, end exclusive); `values` fill the message.

    `topics` are those of consent that together would allow it; none when no consent does, or nobody can tell
    which one would. `because` are the places of the words that weigh most, where no rule stands behind it.
    """

    code: str
    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    because: tuple[tuple[int, int], ...] = ()


def spot_of(code: str, hit: Hit, rules: Rules) -> Spot:
    """Return the spot of a hit: its words, or the clause around them."""
    if code not in WHOLE_CLAUSE:
        topics = frozenset({hit.rule.topic} if hit.rule.topic else ())
        return Spot(code, hit.start, hit.end, topics=topics)
    tokens = hit.sentence.tokens
    first, last = clause_of(hit.sentence, hit.first, hit.last, rules.clause_words)
    while first < hit.first and tokens[first].key == ",":
        first += 1
    return Spot(code, tokens[first].start, tokens[last - 1].end)


def merged(spots: Iterable[Spot]) -> list[Spot]:
    """Return the spots in the order of the text, those of one code that overlap made one."""
    kept: dict[str, list[Spot]] = {}
    for spot in sorted(spots, key=_place):
        row = kept.setdefault(spot.code, [])
        if row and spot.start < row[-1].end:
            row[-1] = _joined(row[-1], spot)
        else:
            row.append(spot)
    return sorted((spot for row in kept.values() for spot in row), key=_place)


def _joined(one: Spot, other: Spot) -> Spot:
    """Return two spots as one; where no consent allows a part of it, none allows the whole.

    Where a rule says why, the words that weigh need not.
    """
    topics = one.topics | other.topics if one.topics and other.topics else frozenset[str]()
    because = one.because + other.because if one.because and other.because else ()
    return Spot(one.code, one.start, max(one.end, other.end), one.values, topics, because)


def _place(spot: Spot) -> tuple[int, int, str]:
    return spot.start, -spot.end, spot.code
