"""R17 and R18: the attempt first. Three separate facts, and what to say after the call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Answer, Channel, Outcome, PaperKind, Who
from noshow_desk.domain.practice.moments import ALWAYS, NEVER, aware
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.rules import Rules
from noshow_desk.i18n import N_, Message

OWN_PAPERS = frozenset({PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL})


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
    """

    attempts: tuple[Attempt, ...] = ()
    asked: bool = False
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
        if paper.sent_at is not None and paper.kind in OWN_PAPERS
    ]
    new = facts.new_appointment
    return Success(
        attempts=tuple(sorted(attempts, key=lambda row: row.at)),
        asked=case.answer is not None or any(row.asked for row in case.answer_calls),
        granted=_GRANTED.get(case.answer) if case.answer is not None else None,
        attended=None if new is None or new.outcome is None else new.outcome is Outcome.ATTENDED,
    )


_GRANTED = {Answer.GRANTED: True, Answer.REFUSED: False}


def after_the_call(facts: CaseFacts) -> tuple[Message, Message]:
    """R18: return what to say after the call: courage first and larger, luck second."""
    case = Reading(facts, ALWAYS, Rules())
    client = facts.client.called or Message(N_("the client"))
    courage = Message(N_("{client} called, and that took courage."), {"client": facts.client.called})
    if not facts.client.called:
        courage = Message(N_("Calling took courage."))
    return courage, Message(_LUCK[case.answer], {"client": client})


_LUCK: dict[Answer | None, str] = {
    Answer.GRANTED: N_("A second chance came with it. That part was luck."),
    Answer.REFUSED: N_("There was no second chance this time. That part was luck, not a verdict."),
    Answer.WILL_GET_BACK: N_("The answer is still open. That part is luck."),
    None: N_("What they answer is luck."),
}
