"""Medians of interleaved repeats, and one line for each goal."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One goal of PERFORMANCE.md as measured: `value` against `goal` ("at most", or `at_least`) in `unit`.

    `spread` is the smallest and the largest of the repeats. A row without a goal is shown beside the others;
    one with `skipped` says why it was not measured.
    """

    name: str
    unit: str = ""
    value: float | None = None
    goal: float | None = None
    at_least: bool = False
    spread: tuple[float, float] | None = None
    beside: str = ""
    skipped: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without a goal or a value."""
        if self.goal is None or self.value is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def line(self) -> str:
        """Return the row as one line of the table."""
        if self.skipped:
            return f"{self.name:<58} skipped: {self.skipped}"
        sign = "≥" if self.at_least else "≤"
        goal = "" if self.goal is None else f"{sign} {_number(self.goal)} {self.unit}"
        value = "" if self.value is None else f"{_number(self.value)} {self.unit}"
        spread = f"{_number(self.spread[0])}–{_number(self.spread[1])}" if self.spread else ""
        verdict = {True: "met", False: "NOT MET", None: ""}[self.met]
        return f"{self.name:<58} {goal:<12} {value:<12} {spread:<16} {verdict:<8} {self.beside}".rstrip()


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def interleaved(
    ours: Callable[[], float], other: Callable[[], float], repeats: int
) -> tuple[list[float], list[float]]:
    """Return what both answered, run by turns, so that a change of the clock strikes both."""
    first, second = [], []
    for _repeat in range(repeats):
        first.append(ours())
        second.append(other())
    return first, second


def ratio_row(
    name: str,
    ours: Sequence[float],
    other: Sequence[float],
    *,
    goal: float,
    at_least: bool = False,
    beside: str = "",
) -> Row:
    """Return the ratio of the medians, with the spread of the ratios of each turn."""
    turns = [mine / theirs for mine, theirs in zip(ours, other, strict=True)]
    return Row(
        name=name,
        unit="×",
        value=statistics.median(ours) / statistics.median(other),
        goal=goal,
        at_least=at_least,
        spread=(min(turns), max(turns)),
        beside=beside,
    )


def spread_row(
    name: str, unit: str, took: Sequence[float], *, goal: float | None = None, beside: str = ""
) -> Row:
    """Return the median of repeats, with the smallest and the largest beside it."""
    value, spread = statistics.median(took), (min(took), max(took))
    return Row(name=name, unit=unit, value=value, goal=goal, spread=spread, beside=beside)


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which `part` (0 to 1) of `values` lie."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
