"""The times of the opened letters of the corpus: none is found while it is right, most once it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import tests.coaching.letter_corpus as corpus
from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services.appointment_times import appointment_times
from noshow_desk.services.letter_finding import OTHER_TIME
from noshow_desk.services.lost_parts import findings
from noshow_desk.services.written_days import written_days
from tests.services.test_other_times import FACTS

OPENED = Path(corpus.__file__).parent / "dev"
KINDS = {kind.value: kind for kind in (PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL)}
LONG_AGO = datetime(2026, 1, 1, 3, 33)
FEWEST, MOST_MISSED = 600, 0.15


def letters() -> Iterator[tuple[Letter, list[datetime]]]:
    """Yield the clients' letters that name a day with its time, and those, in order."""
    for path in sorted(OPENED.glob("*.toml")):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        if read["kind"] not in KINDS:
            continue
        for one in read["letter"]:
            starts = list(named_starts(one["text"], read["language"]))
            if starts:
                yield letter_of(one["text"], KINDS[read["kind"]], read["language"]), starts


def named_starts(text: str, language: str) -> Iterator[datetime]:
    for line in text.split("\n"):
        for time, day in appointment_times(line, language, list(written_days(line, language))):
            if day is not None:
                begins = datetime(day.year or 2026, day.month, day.day)
                yield begins + timedelta(minutes=time.minutes % 1440)


def letter_of(text: str, kind: PaperKind, language: str) -> Letter:
    lines = (tuple((Run(line),) for line in part.split("\n")) for part in text.strip().split("\n\n"))
    blocks = tuple(Block(BlockKind.PARAGRAPH, part) for part in lines)
    return Letter(kind=kind, language=language, title="", blocks=blocks)


def facts_with(kind: PaperKind, starts: list[datetime]) -> CaseFacts:
    """Return facts with these appointments: the missed one first; a thank-you names the new one."""
    missed, new = starts[0], starts[-1] if len(starts) > 1 else None
    if kind is PaperKind.THANK_YOU and new is None:
        missed, new = LONG_AGO, missed
    assert FACTS.new_appointment is not None
    return replace(
        FACTS,
        appointment=replace(FACTS.appointment, starts=missed),
        new_appointment=replace(FACTS.new_appointment, starts=new) if new is not None else None,
    )


def found(letter: Letter, starts: list[datetime]) -> bool:
    facts = facts_with(letter.kind, starts)
    every = findings(letter, facts, printed=None, days=(), old=())
    return any(one.code == OTHER_TIME for one in every)


@pytest.fixture(scope="module")
def opened() -> list[tuple[Letter, list[datetime]]]:
    made = list(letters())
    assert len(made) >= FEWEST
    return made


def test_no_right_time_is_found(opened: list[tuple[Letter, list[datetime]]]) -> None:
    assert [letter for letter, starts in opened if found(letter, starts)] == []


def test_most_times_are_found_once_the_appointment_was_at_another(
    opened: list[tuple[Letter, list[datetime]]],
) -> None:
    later = timedelta(minutes=90)
    missed = sum(not found(letter, [at + later for at in starts]) for letter, starts in opened)
    assert missed <= MOST_MISSED * len(opened)
