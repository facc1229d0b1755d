"""Names the words that a finding without a rule stands on: those that weigh most among what was learned."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.learned import LONGEST_RUN, Learned, pieces, runs, stems, traits
from noshow_desk.coaching.letter_check.line import PAUSES

MOST_RUNS = 2
HALF = 0.5  # of what the heaviest run weighs: less than that is not worth a word

Run = tuple[int, int]  # the first word and the one after the last


def telling_runs(words: Sequence[str], kind: Kind, label: str, learned: Learned) -> list[Run]:
    """Return the runs of one to three words that speak most for `label`, in the order of the sentence.

    A run weighs what its words weigh together, singly and by their pieces. None where nothing speaks for it.
    """
    weighed = _Weighed(words, kind, label, learned)
    spans = [
        (first, last)
        for first in range(len(words))
        for last in range(first + 1, min(first + LONGEST_RUN, len(words)) + 1)
        if PAUSES.isdisjoint(words[first:last])
    ]
    rated = sorted((-weighed.weight(first, last), last - first, first) for first, last in spans)
    found: list[Run] = []
    for against, size, first in rated:
        last = first + size
        if against >= 0 or against > HALF * rated[0][0] or len(found) == MOST_RUNS:
            break
        if all(last <= begin or end <= first for begin, end in found):
            found.append((first, last))
    return sorted(found)


class _Weighed:
    """A sentence with what each run of its words weighs for one label."""

    def __init__(self, words: Sequence[str], kind: Kind, label: str, learned: Learned) -> None:
        self._words = words
        self._groups = traits(words, kind)
        self._label = label
        self._learned = learned

    def weight(self, first: int, last: int) -> float:
        """Return what the words from `first` to `last` (exclusive) weigh."""
        part = self._words[first:last]
        inside = {run for run in runs(part) if "^" not in run and "$" not in run}
        rows = inside, pieces(part), stems(part)
        return sum(
            self._sum(row) / math.sqrt(max(1, len(group)))
            for row, group in zip(rows, self._groups, strict=False)
        )

    def _sum(self, row: Iterable[str]) -> int:
        return sum(self._learned.weight(trait, self._label) for trait in row)
