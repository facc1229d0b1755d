"""What a row of the proof is: how often it is tried at each size, and what one run of it came to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SIZES = ("quick", "full", "release")
SHOWN = 3  # examples of what went wrong, in the table


@dataclass(slots=True)
class Outcome:
    """What a row came to: `tried` things of a kind, the ones that went wrong, and a word about how."""

    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    how: str = ""
    skipped: str = ""

    def count(self, wrong: str | None) -> None:
        """Count one more thing tried; `wrong` says what went wrong, None when nothing did."""
        self.tried += 1
        if wrong is not None:
            self.wrong.append(wrong)


# A row gets how many times to try, the seed of its chances, and a folder of its own.
Measure = Callable[[int, int, Path], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: `what` can go wrong, how many times it is tried at each size."""

    key: str
    what: str
    quick: int
    full: int
    release: int
    measure: Measure

    def times(self, size: str) -> int:
        """Return how many times the row is tried at `size`."""
        return {"quick": self.quick, "full": self.full, "release": self.release}[size]


def line(row: Row, outcome: Outcome, seconds: float) -> str:
    """Return the row as one line of counts, failures included."""
    if outcome.skipped:
        return f"{row.what:<66} skipped: {outcome.skipped}"
    counts = f"{len(outcome.wrong):,} of {outcome.tried:,}"
    verdict = "WRONG" if outcome.wrong or not outcome.tried else "ok"
    return f"{row.what:<66} {counts:>16}  {verdict:<5} {seconds:>7.1f} s  {outcome.how}".rstrip()


def examples(outcome: Outcome) -> Iterator[str]:
    """Yield a few of the things that went wrong, indented."""
    for wrong in outcome.wrong[:SHOWN]:
        yield f"    {wrong}"
