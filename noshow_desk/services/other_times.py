"""Times of day in a letter changed by hand that are said of an appointment and are not its own (R13)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from noshow_desk.domain.blocks import Letter, line_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.i18n import N_, Message, clock
from noshow_desk.services.appointment_times import appointment_times, is_about_the_miss, is_earlier_arrival
from noshow_desk.services.letter_finding import OTHER_TIME, LetterFinding, Weight, as_kept
from noshow_desk.services.letter_text import Place
from noshow_desk.services.written_days import WrittenDay
from noshow_desk.services.written_times import WrittenTime, written_times

_MISSED_AT = N_("The appointment was at {missed}, not at this time.")
_NEW_AT = N_("The new appointment is at {new}, not at this time.")
_NEITHER = N_("The appointment was at {missed}, the new one is at {new}. This time is neither.")
_NEW_SENTENCE = re.compile(r"\s*$|\s+[^\Wa-z\d_]")


def other_times(
    letter: Letter,
    facts: CaseFacts,
    *,
    named: Sequence[tuple[Place, WrittenDay]],
    printed: Letter | None,
    told: Collection[Place],
) -> Iterator[LetterFinding]:
    """Yield where `letter` gives another time to an appointment; `named` are the days in it.

    What `printed` says, the letter that the record would make, is true; what was `told` is not told twice.
    """
    said = _times_of(printed, facts) if printed is not None else []
    for number, block in enumerate(letter.blocks):
        for row, line in enumerate(block.lines):
            here = [day for place, day in named if (place.block, place.line) == (number, row)]
            for time, right in _wrong(line_text(line), letter.language, here, facts):
                place = Place(number, row, time.said, time.end)
                if time.minutes not in said and not any(place.overlaps(one) for one in told):
                    yield _finding(letter, facts, place, time, right)


# ------------------------------------------------------------ inside


def _wrong(
    text: str, language: str, days: Sequence[WrittenDay], facts: CaseFacts
) -> Iterator[tuple[WrittenTime, tuple[datetime, ...]]]:
    """Yield the times in one line that are no appointment's, each with when those were that it could be."""
    missed, starts = facts.appointment.starts, _starts(facts)
    for time, day in appointment_times(text, language, days):
        right = tuple(at for at in starts if day is None or day.is_day(at.date()))
        if not right or any(time.is_time(at.time()) for at in right):
            continue
        if right == (missed,) and not is_about_the_miss(text, time, language):
            continue
        if is_earlier_arrival(text, time, language, -time.after(right[-1].time())):
            continue
        yield time, right


def _starts(facts: CaseFacts) -> list[datetime]:
    new = facts.new_appointment
    both = (facts.appointment.starts, new.starts if new is not None else None)
    return [at for at in both if at is not None]


def _times_of(printed: Letter, facts: CaseFacts) -> list[int]:
    """Return the times that a letter names, but for those of the appointments: they have each their day."""
    lines = (line_text(line) for block in printed.blocks for line in block.lines)
    times = (time for text in lines for time in written_times(text, printed.language))
    return [time.minutes for time in times if not any(time.is_time(at.time()) for at in _starts(facts))]


def _finding(
    letter: Letter, facts: CaseFacts, place: Place, time: WrittenTime, right: Sequence[datetime]
) -> LetterFinding:
    text = line_text(letter.blocks[place.block].lines[place.line])
    times = {"missed": facts.appointment.starts, "new": right[-1]}
    said = {name: at.time() for name, at in times.items() if at is not None}
    why = _NEITHER if len(right) > 1 else _MISSED_AT if right[0] == facts.appointment.starts else _NEW_AT
    instead = _as_written(right[0], time, letter.language) if len(right) == 1 else ""
    return LetterFinding(
        code=OTHER_TIME,
        weight=Weight.MUST,
        words=as_kept(text[place.start : place.end]),
        message=Message(why, said).say(),
        suggestion=instead,
        places=(replace(place, end=_end(text, place.end, instead)),),
    )


def _end(text: str, end: int, instead: str) -> int:
    """Return where the place of a time ends, so that one full stop closes its sentence: "a. m." has one."""
    if instead.endswith("."):
        return end + text[end:].startswith(".")
    return end - (text[end - 1] == "." and _NEW_SENTENCE.match(text, end) is not None)


def _as_written(at: datetime, time: WrittenTime, language: str) -> str:
    from noshow_desk.letters.filters import at_time  # deferred: loads Babel, 60 ms

    return at_time(at.time(), language) if time.has_at else clock(at.time(), language)
