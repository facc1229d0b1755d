"""What a letter changed by hand has lost: who signs it (R12), the day of the appointment, the exact new date
(PRACTICE 5); and days and times in it that are neither (R13).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date, datetime

from noshow_desk.domain.blocks import BlockKind, Letter, line_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import CLIENT_LETTERS, PaperKind
from noshow_desk.i18n import N_, Message, long_date, translate
from noshow_desk.services.letter_finding import (
    DAY_IN_NUMBERS,
    OTHER_DAY,
    LetterFinding,
    Weight,
    as_kept,
)
from noshow_desk.services.letter_text import Place
from noshow_desk.services.other_times import other_times
from noshow_desk.services.written_days import WrittenDay, written_days
from noshow_desk.storage.folding import fold

NO_SIGNATURE, NO_MISSED_DAY, NO_NEW_DATE = "missing-signature", "missing-missed-day", "missing-new-date"

_CLOSING = 3  # so many blocks at the end may hold the name, a telephone below it
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "el", "y", "e", "van", "von", "da", "das", "do"})

_UNSIGNED = N_("This is the client’s own letter, and the client’s name does not stand at its end.")
_DAY_GONE = N_("The day of the appointment is not named: {date}.")
_NEW_DATE_GONE = N_("The exact new date is not named: {date}.")
_ONE_DAY = N_("The appointment was on {missed}, not on this day.")
_TWO_DAYS = N_("The appointment was on {missed}, the new one is on {new}. This day is neither.")
_NEW_DAY = N_("The new appointment is on {new}, not on this day.")
_TWO_WAYS = N_("This may be read as {one} or as {other}. The name of the month makes it plain.")
_SAY_MISSED = N_("I am sorry that I missed our appointment on {date}.")
_SAY_NEW = N_("I will be there on {date}, {time}")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A day that the letter must name: the finding without it, why, and the sentence that brings it."""

    code: str
    at: datetime
    why: str
    sentence: str


def findings(
    letter: Letter,
    facts: CaseFacts,
    *,
    printed: Letter | None,
    days: Collection[date],
    old: Iterable[LetterFinding],
    settled: Collection[tuple[str, str]] = (),
) -> list[LetterFinding]:
    """Return what `letter`, the client's own and changed by hand, has lost, and the days in it that are
    neither those of the appointments nor of the record: named in `printed`, the letter that it would make, or
    among `days`. A day that was found as `old` is not told twice. Another day in the place of a lost one
    stands for it, unless it was `settled` (code and words) and stays.
    """
    if letter.kind not in CLIENT_LETTERS:
        return []
    named = list(_named(letter))
    told = [place for one in old if one.key not in settled for place in one.places]
    known = {at.date() for at in _starts(facts)} | set(days)
    printed_days = _named(printed) if printed is not None else ()
    said = {one for _at, day in printed_days for one in day.readings} - {
        (one.month, one.day) for one in known
    }
    lost = [one for one in _wanted(letter, facts) if not any(day.is_day(one.at.date()) for _at, day in named)]
    others = [
        (place, day)
        for place, day in named
        if not any(day.is_day(one) for one in known) and said.isdisjoint(day.readings)
    ]
    others = [(place, day) for place, day in others if not any(place.overlaps(one) for one in told)]
    found = [_other_day(letter, facts, place, _instead(day, lost, letter, others)) for place, day in others]
    stand_for = [one for one in found if one.suggestion and one.key not in settled]
    if not stand_for and not told:
        found += [_lost_day(one, letter.language) for one in lost]
    found += other_times(letter, facts, named=named, printed=printed, told=told)
    found += _in_numbers(letter, facts, named, days)
    return found if _is_signed(letter, facts) else [*found, _unsigned(facts)]


# ------------------------------------------------------------ inside


def _named(letter: Letter) -> Iterator[tuple[Place, WrittenDay]]:
    """Yield the days in the sentences of a letter, not the one at its head."""
    for number, block in enumerate(letter.blocks):
        for row, line in enumerate(block.lines):
            text = line_text(line)
            for day in written_days(text, letter.language):
                if text[: day.start].strip() or text[day.end :].strip(" ."):
                    yield Place(number, row, day.start, day.end), day


def _starts(facts: CaseFacts) -> list[datetime]:
    new = facts.new_appointment
    both = (facts.appointment.starts, new.starts if new is not None else None)
    return [at for at in both if at is not None]


def _wanted(letter: Letter, facts: CaseFacts) -> Iterator[_Wanted]:
    missed, new = facts.appointment.starts, facts.new_appointment
    if letter.kind is PaperKind.APOLOGY and missed is not None:
        yield _Wanted(NO_MISSED_DAY, missed, _DAY_GONE, _SAY_MISSED)
    if letter.kind is PaperKind.THANK_YOU and new is not None and new.starts is not None:
        yield _Wanted(NO_NEW_DATE, new.starts, _NEW_DATE_GONE, _SAY_NEW)


def _instead(day: WrittenDay, lost: Sequence[_Wanted], letter: Letter, others: Sized) -> str:
    """Return the day that was meant, as the letter would write it: the same one with another weekday or year;
    the new date of a thank-you, where it names no third day. Elsewhere it may be a day that is offered.
    """
    for one in lost:
        same = (one.at.month, one.at.day) in day.readings
        if same or (letter.kind is PaperKind.THANK_YOU and len(others) == 1):
            return long_date(one.at.date(), letter.language)
    return ""


def _lost_day(wanted: _Wanted, language: str) -> LetterFinding:
    from noshow_desk.letters.filters import at_time  # deferred: loads Babel, 60 ms

    day, time = long_date(wanted.at.date(), language), at_time(wanted.at.time(), language)
    said = translate(wanted.sentence, language).format(date=day, time=time)
    return LetterFinding(
        code=wanted.code,
        weight=Weight.MUST,
        words="",
        message=Message(wanted.why, {"date": wanted.at.date()}).say(),
        suggestion=said.rstrip(".") + ".",  # "a. m." closes a sentence by itself
    )


def _other_day(letter: Letter, facts: CaseFacts, place: Place, instead: str) -> LetterFinding:
    new = facts.new_appointment
    both = {"missed": facts.appointment.starts, "new": new.starts if new is not None else None}
    named = {key: at.date() for key, at in both.items() if at is not None}
    why = _TWO_DAYS if len(named) > 1 else _NEW_DAY if "new" in named else _ONE_DAY
    return LetterFinding(
        code=OTHER_DAY,
        weight=Weight.MUST,
        words=_words_at(letter, place),
        message=Message(why, named).say(),
        suggestion=instead,
        places=(place,),
    )


def _in_numbers(
    letter: Letter, facts: CaseFacts, named: Iterable[tuple[Place, WrittenDay]], days: Iterable[date]
) -> Iterator[LetterFinding]:
    """Yield the days of the record that are written so that they may be read as others: 03/04."""
    known = [*(at.date() for at in _starts(facts)), *days]
    for place, day in named:
        meant = next((one for one in known if day.is_day(one)), None)
        if meant is None or not day.two_ways or day.weekday is not None:
            continue
        two = {"one": meant, "other": meant.replace(month=meant.day, day=meant.month)}
        yield LetterFinding(
            code=DAY_IN_NUMBERS,
            weight=Weight.NUDGE,
            words=_words_at(letter, place),
            message=Message(_TWO_WAYS, two).say(),
            suggestion=long_date(meant, letter.language),
            places=(place,),
        )


def _words_at(letter: Letter, place: Place) -> str:
    return as_kept(line_text(letter.blocks[place.block].lines[place.line])[place.start : place.end])


def _unsigned(facts: CaseFacts) -> LetterFinding:
    return LetterFinding(
        code=NO_SIGNATURE,
        weight=Weight.MUST,
        words="",
        message=Message(_UNSIGNED).say(),
        suggestion=facts.client.full_name,
    )


def _is_signed(letter: Letter, facts: CaseFacts) -> bool:
    """Say whether a name of the client closes the letter; also an earlier one, which is a finding itself."""
    client = facts.client
    earlier = [run.text for run in letter.filled if run.field.startswith("client.") and "name" in run.field]
    names = _words(" ".join((client.full_name, client.preferred_name, *earlier)))
    lines = [line_text(line) for block in letter.blocks[-_CLOSING:] for line in block.lines]
    lines += [
        line_text(line) for one in letter.blocks if one.kind is BlockKind.SIGNATURE for line in one.lines
    ]
    said = [_words(line) for line in lines]  # half of a signature are names; a sentence holds more words
    return not names or any(2 * len(names & words) >= len(words) > 0 for words in said)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text))) - _PARTICLES
