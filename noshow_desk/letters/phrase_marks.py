"""What must be so for a phrase of the bank to be true (R13), and what is so in an incident."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Answer
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.rules import Rules


class Mark(StrEnum):
    """What a phrase may ask for. To add one: a row here, a line in `marks_of`, a line in phrases/en.toml."""

    MISSED = "missed"
    WAITED = "waited"
    AHEAD = "ahead"
    TALKED = "talked"
    CALLING = "calling"
    WRITTEN = "written"
    YES = "yes"
    NO = "no"


def marks_of(facts: CaseFacts, now: datetime, *, on_paper: bool) -> frozenset[Mark]:
    """Return what is so in an incident at the aware time `now`, for words on a paper or in the next call.

    While no answer is known both endings of a call are rehearsed.
    """
    case = Reading(facts, now, Rules())
    missed = case.active and not case.imminent
    holds = {
        Mark.MISSED: missed,
        Mark.WAITED: missed and not _told_in_time(case),
        Mark.AHEAD: case.active and case.imminent,
        Mark.TALKED: not on_paper or case.spoke is not None,
        Mark.CALLING: not on_paper,
        Mark.WRITTEN: on_paper,
        Mark.YES: case.answer is not Answer.REFUSED,
        Mark.NO: case.answer is not Answer.GRANTED,
    }
    return frozenset(mark for mark, so in holds.items() if so)


def _told_in_time(case: Reading) -> bool:
    """Say whether somebody had let the interviewer know before the start."""
    courtesy, start = case.incident.courtesy, case.start
    known = [call.at for call in case.answer_calls] + ([courtesy.at] if courtesy is not None else [])
    return start is not None and any(case.before_start(moment) for moment in known)
