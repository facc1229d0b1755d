"""R17: the attempt first. Three separate facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import CLIENT_LETTERS, Answer, Channel, Outcome, Who
from noshow_desk.domain.practice.moments import NEVER, aware
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to put it right: when, by whom, which way."""

    at: datetime
    by: Who
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Success:
    """Three facts that stay apart: the attempt, the second chance, the new date kept. None: not known yet.

    `attempts` are all of them, the earliest first; a call, a visit or a message counts, a voicemail too.
    `answer` is the last one to "may I have another time?"; a new date means that it was granted.
    """

    attempts: tuple[Attempt, ...] = ()
    asked: bool = False
    answer: Answer | None = None
    granted: bool | None = None
    attended: bool | None = None

    @property
    def first_own(self) -> Attempt | None:
        """Return the client's first own attempt: what reports lead with."""
        return next((row for row in self.attempts if row.by in (Who.CLIENT, Who.BOTH)), None)


def success_of(facts: CaseFacts) -> Success:
    """Return the three facts of R17; none of them depends on the time of asking."""
    case = Reading(facts, facts.incident.reported_at or NEVER, Rules())
    attempts = [
        Attempt(at=aware(row.at, case.zone), by=row.by, channel=row.channel) for row in case.answer_calls
    ]
    attempts += [
        Attempt(at=aware(paper.sent_at, case.zone), by=Who.CLIENT, channel=paper.channel)
        for paper in facts.papers
        if paper.sent_at is not None and paper.kind in CLIENT_LETTERS
    ]
    new = facts.new_appointment
    return Success(
        attempts=tuple(sorted(attempts, key=lambda row: row.at)),
        asked=case.answer is not None or any(row.asked for row in case.answer_calls),
        answer=case.answer,
        granted=_GRANTED.get(case.answer) if case.answer is not None else None,
        attended=None if new is None or new.outcome is None else new.outcome is Outcome.ATTENDED,
    )


_GRANTED = {Answer.GRANTED: True, Answer.REFUSED: False}
