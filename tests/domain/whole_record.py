"""Made-up whole records: every field of an incident's facts, sane and absurd, near the start and far from it.

`facts` draws only a number and builds the record from it, which is fast; `shrinking_facts` lets hypothesis
draw every field, which is slow but ends in a small example.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import Incident, Rehearsal, Ruler

START = datetime(2026, 3, 10, 9, 0)
ZONES = (
    "America/New_York",
    "America/Los_Angeles",
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
    "Nowhere/At_All",
    "",
)
TEXTS = ("", " ", "a", "The bus did not come.", "client", "caseworker", "<img src=x>", "{name}", "عربي 🙂")
EDGES = (
    datetime.min,
    datetime.max,
    datetime(9999, 12, 31, 23, 59),
    datetime(1, 1, 1, 0, 1),
    datetime(2026, 3, 8, 2, 30),  # skipped by the hour change
    datetime(2026, 11, 1, 1, 30),  # repeated by it
)
OFFSETS = (
    None,
    UTC,
    timezone(timedelta(hours=-5)),
    timezone(timedelta(hours=14)),
    ZoneInfo("America/New_York"),
)
Draw = Callable[[Random], object]


def wall(random: Random) -> datetime:
    """Return a wall-clock time: mostly around the start."""
    if random.random() < 0.06:
        return random.choice(EDGES)
    return START + timedelta(minutes=random.choice((random.randint(-600, 600), random.randint(-6000, 40000))))


def moment(random: Random) -> datetime:
    """Return a time with an offset, or without."""
    return wall(random).replace(tzinfo=random.choice(OFFSETS))


_PLAIN: dict[type, Draw] = {
    str: lambda random: random.choice(TEXTS),
    bool: lambda random: random.random() < 0.5,
    int: lambda random: random.randint(-1, 12),
    datetime: moment,
    date: lambda random: wall(random).date(),
    time: lambda random: wall(random).time(),
}
_SPECIAL: dict[tuple[type, str], Draw] = {
    (Appointment, "starts"): lambda random: random.choice((START, START, None, wall(random))),
    (Appointment, "zone"): lambda random: random.choice(ZONES),
    (Ruler, "value"): lambda random: random.choice((None, random.randint(0, 10))),
    (Rehearsal, "readiness"): lambda random: random.choice((None, random.randint(0, 10))),
}


@cache
def _drawing(kind: object, record: type = object, name: str = "") -> Draw:
    """Return how to draw a field of a record."""
    if (record, name) in _SPECIAL:
        return _SPECIAL[(record, name)]
    if name in ("id", "corrects_id"):
        return lambda random: random.choice(("", "a", "b", "c"))
    origin = typing.get_origin(kind)
    if origin is tuple:
        one = _drawing(typing.get_args(kind)[0])
        return lambda random: tuple(one(random) for _each in range(random.choice((0, 1, 1, 2, 3))))
    if origin in (typing.Union, types.UnionType):
        inner = _drawing(next(part for part in typing.get_args(kind) if part is not type(None)))
        return lambda random: None if random.random() < 0.4 else inner(random)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _drawing_record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members = list(kind)
        return lambda random: random.choice(members)
    return _PLAIN[typing.cast(type, kind)]


def _drawing_record(kind: type) -> Draw:
    hints = typing.get_type_hints(kind)
    rows = [
        (row.name, _drawing(hints[row.name], kind, row.name), _needed(row))
        for row in dataclasses.fields(kind)
    ]

    def draw(random: Random) -> object:
        often = random.choice((0.15, 0.5, 0.9))
        return kind(**{name: one(random) for name, one, needed in rows if needed or random.random() < often})

    return draw


def _needed(row: dataclasses.Field[object]) -> bool:
    return row.default is dataclasses.MISSING and row.default_factory is dataclasses.MISSING


def made_up(kind: type, seed: int) -> typing.Any:
    """Return a record made up from a number."""
    return _drawing_record(kind)(Random(seed))


_seeds = st.integers(0, 2**40)
facts: SearchStrategy[CaseFacts] = _seeds.map(lambda seed: made_up(CaseFacts, seed))
incidents: SearchStrategy[Incident] = _seeds.map(lambda seed: made_up(Incident, seed))
nows: SearchStrategy[datetime] = _seeds.map(
    lambda seed: wall(Random(seed)).replace(tzinfo=OFFSETS[1 + seed % (len(OFFSETS) - 1)])
)


@cache
def _strategy_for(kind: object, record: type = object, name: str = "") -> SearchStrategy[typing.Any]:
    origin = typing.get_origin(kind)
    if origin is tuple:
        return st.lists(_strategy_for(typing.get_args(kind)[0]), max_size=2).map(tuple)
    if origin in (typing.Union, types.UnionType) and (record, name) not in _SPECIAL:
        inner = next(part for part in typing.get_args(kind) if part is not type(None))
        return st.none() | _strategy_for(inner)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _strategy_for_record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    draw = _drawing(kind, record, name)
    return st.integers(0, 200).map(lambda seed: draw(Random(seed)))


def _strategy_for_record(kind: type) -> SearchStrategy[typing.Any]:
    hints = typing.get_type_hints(kind)
    shapes = {row.name: _strategy_for(hints[row.name], kind, row.name) for row in dataclasses.fields(kind)}
    needed = {row.name: shapes[row.name] for row in dataclasses.fields(kind) if _needed(row)}
    free = {name: shape for name, shape in shapes.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=free).map(lambda values: kind(**values))


shrinking_facts: SearchStrategy[CaseFacts] = _strategy_for(CaseFacts)
