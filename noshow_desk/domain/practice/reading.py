"""One reading of an incident's facts at one moment: what every rule of the practice looks at, worked out
once.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import level_on
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import (
    CLIENT_ONLY_KINDS,
    Answer,
    AttemptResult,
    CallResult,
    ConsentLevel,
    CorrectionKind,
    DecisionChoice,
    Outcome,
    PaperKind,
    StepId,
    StoryState,
    WantsIt,
    Who,
)
from noshow_desk.domain.practice.moments import NEVER, aware, day_of, standing_attempts, standing_calls
from noshow_desk.domain.practice.rules import Rules

TRIES_BEFORE_WRITING = 2
_SOON = timedelta(hours=24)
_TALKED = (AttemptResult.REACHED, AttemptResult.NOT_READY)


class Reading:
    """What the facts say at `now`. Read-only for everyone else; the facts themselves are never changed.

    `since` is when the incident became known. `came` says why nothing has to be put right (None: it has to).
    `in_time` says that the client moved or cancelled before the start. `engaged` says that the client was
    reached and can talk. `calls` are the calls that count as the client's (R12); `tries` those of them in
    which nobody spoke, since the last time someone did. `waiting` says that the interviewer waits and has
    heard from nobody.
    """

    __slots__ = (
        "answer",
        "answer_call",
        "answer_calls",
        "appointment",
        "arriving",
        "attempts",
        "calls",
        "came",
        "came_at",
        "choice",
        "client_only",
        "facts",
        "imminent",
        "in_time",
        "incident",
        "not_ready",
        "now",
        "ready_at",
        "rules",
        "since",
        "skipped",
        "spoke",
        "start",
        "today",
        "told",
        "tries",
        "wants",
        "zone",
    )  # fmt: skip

    came: CorrectionKind | Outcome | None
    came_at: datetime | None
    spoke: ClientCall | None
    answer: Answer | None
    answer_call: ClientCall | None
    not_ready: ContactAttempt | None
    ready_at: datetime | None
    choice: DecisionChoice
    wants: WantsIt | None

    def __init__(self, facts: CaseFacts, now: datetime, rules: Rules) -> None:
        self.facts = facts
        self.rules = rules
        self.incident = facts.incident
        self.appointment = facts.appointment
        self.client_only = facts.appointment.kind in CLIENT_ONLY_KINDS
        self.told = facts.incident.courtesy is not None
        self._read_time(now)
        self._read_calls()
        self._read_end()
        self._read_client()
        self._read_will()
        self.skipped = _skipped(facts) if facts.incident.skips else frozenset()

    def _read_time(self, now: datetime) -> None:
        zone: tzinfo = self.appointment.tz
        self.zone = zone
        self.now = aware(now, zone)
        self.today: date = day_of(self.now, zone)
        starts = self.appointment.starts
        self.start = None if starts is None else aware(starts, zone)
        self.imminent = self.incident.imminent if self.start is None else self.now < self.start
        reported = self.incident.reported_at
        if reported is not None:
            self.since = aware(reported, zone)
        else:
            self.since = self.now if self.imminent or self.start is None else self.start

    def _read_calls(self) -> None:
        self.spoke = self.answer = self.answer_call = None
        self.tries: tuple[ClientCall, ...] = ()
        rows = self.incident.calls
        if not rows:
            self.calls = self.answer_calls = rows
            return
        kept = self._by_time(standing_calls(rows)) if len(rows) > 1 else rows
        self.answer_calls = kept
        self.calls = tuple(row for row in kept if not self.client_only or row.by in (Who.CLIENT, Who.BOTH))
        for row in kept:
            if row.answer is not None:
                self.answer, self.answer_call = row.answer, row
        for row in self.calls:
            if row.result is CallResult.SPOKE:
                self.spoke, self.tries = row, ()
            else:
                self.tries = (*self.tries, row)

    def _by_time(self, rows: tuple[ClientCall, ...]) -> tuple[ClientCall, ...]:
        zone = self.zone
        return tuple(sorted(rows, key=lambda row: aware(row.at, zone)))

    def _read_end(self) -> None:
        """Read what became of the appointment itself: corrections first, then its outcome."""
        self.came = self.came_at = None
        corrections = self.incident.corrections
        if corrections:
            self.came, self.came_at = corrections[-1].kind, corrections[-1].at
        elif self.appointment.outcome is Outcome.ATTENDED:
            self.came, self.came_at = Outcome.ATTENDED, self.appointment.outcome_at
        self.in_time = self.came is None and (
            any(row.moved_or_cancelled and self.before_start(row.at) for row in self.calls) or self._let_off()
        )

    def _let_off(self) -> bool:
        """Say whether the appointment was moved or cancelled by the client in time, as its outcome tells.

        A1: the caseworker's own courtesy cancellation is not the client's; the incident stays.
        """
        appointment = self.appointment
        if appointment.outcome not in (Outcome.MOVED, Outcome.CANCELLED):
            return False
        if appointment.outcome_by == Who.CASEWORKER or (self.told and appointment.outcome_by != Who.CLIENT):
            return False
        if appointment.outcome_at is None:
            return self.incident.imminent
        return self.before_start(appointment.outcome_at)

    def before_start(self, moment: datetime) -> bool:
        """Say whether `moment` lies before the appointment's start; True while the start is unknown."""
        return self.start is None or aware(moment, self.zone) < self.start

    def _read_client(self) -> None:
        """Read whether the client was reached (R5): the tries decide, and what only the client can give."""
        rows = self.incident.contact_attempts
        self.attempts = self._attempts(rows) if len(rows) > 1 else rows
        # Reached before the start and "I will go" says nothing about the time after it.
        stale = self.incident.going is True and not self.imminent
        self.not_ready = self.ready_at = None
        last = NEVER
        for row in self.attempts:
            last = aware(row.at, self.zone)
            if row.result not in _TALKED or (stale and self.before_start(last)):
                continue
            if row.result is AttemptResult.REACHED:
                self.ready_at, self.not_ready = self.ready_at or last, None
            else:
                self.ready_at, self.not_ready = None, row
        if self.ready_at is None:
            self._read_evidence(last, stale)
        self.arriving = stale and self.active and not self._known_missed(last)

    def _attempts(self, rows: tuple[ContactAttempt, ...]) -> tuple[ContactAttempt, ...]:
        zone = self.zone
        return tuple(sorted(standing_attempts(rows), key=lambda row: aware(row.at, zone)))

    def _read_evidence(self, last: datetime, stale: bool) -> None:
        """Take what only the client can give as being reached, unless a later try says otherwise.

        Someone who takes back "reached" by a correction says that there was no talk at all.
        """
        rows = self.incident.contact_attempts
        if len(self.attempts) < len(rows) and any(row.result in _TALKED for row in rows):
            return
        given = self._given(last)
        if given is not None and given >= last and not (stale and self.before_start(given)):
            self.ready_at, self.not_ready = given, None

    def _given(self, last: datetime) -> datetime | None:
        """Return when the client last gave something only a client can give; undated, it came after
        `last`.
        """
        incident, zone = self.incident, self.zone
        undated = max(last, self.since)
        moments = [aware(row.at, zone) for row in self.calls if row.by is not Who.CASEWORKER]
        moments += [aware(row.at, zone) for row in incident.rehearsals]
        story = incident.story
        if story is not None and story.state is not StoryState.NOT_REACHED:
            moments.append(aware(story.at, zone) if story.at else undated)
        if incident.safety is not None:
            moments.append(aware(incident.safety.at, zone))
        answered = incident.wants_it is not None or incident.going is False
        if not moments and (answered or (incident.going is True and self.imminent)):
            moments.append(undated)
        return max(moments, default=None)

    def _known_missed(self, last: datetime) -> bool:
        """Say whether anything after the start shows that a client who meant to go did not get there."""
        courtesy = self.incident.courtesy
        return (
            self.appointment.outcome is Outcome.MISSED
            or not self.before_start(last)
            or (courtesy is not None and not self.before_start(courtesy.at))
            or any(not self.before_start(row.at) for row in self.calls)
        )

    def _read_will(self) -> None:
        """Read R6 and R11 together: what the client wants, and what was decided in view of it."""
        incident = self.incident
        decided = incident.decision.choice if incident.decision is not None else None
        self.wants = incident.wants_it
        if decided is DecisionChoice.CLIENT_DECLINES:
            self.wants = WantsIt.NO
        elif incident.wants_it is WantsIt.NO:
            decided = DecisionChoice.CLIENT_DECLINES
        self.choice = decided or DecisionChoice.ASK
        new = self.facts.new_appointment
        if new is not None and self.answer is not Answer.REFUSED:
            self.answer = Answer.GRANTED

    # ------------------------------------------------------------ questions the rules ask

    @property
    def engaged(self) -> bool:
        """Say whether the client was reached and can talk."""
        return self.ready_at is not None

    @property
    def active(self) -> bool:
        """Say whether there is something to put right."""
        return self.came is None and not self.in_time

    @property
    def parked(self) -> bool:
        """R0: say whether danger parks everything."""
        safety = self.incident.safety
        return safety is not None and safety.danger and safety.over_at is None

    @property
    def will_go(self) -> bool:
        """Say whether the appointment is ahead and the client is going (section 3, first row)."""
        return self.imminent and self.incident.going is True and self.active

    @property
    def cannot_go(self) -> bool:
        """Say whether the appointment is ahead and the client is not going."""
        return self.imminent and self.incident.going is False and self.active

    @property
    def declines(self) -> bool:
        """R6: say whether the client does not want another chance."""
        return self.wants is WantsIt.NO

    @property
    def given_up(self) -> bool:
        """Say whether "why?" was closed with "not reached", and the client was not reached since."""
        story = self.incident.story
        return story is not None and story.state is StoryState.NOT_REACHED and not self.engaged

    @property
    def granted(self) -> bool:
        """Say whether another time was granted, or found by moving in time."""
        return self.answer is Answer.GRANTED and not self.declines

    @property
    def written_instead(self) -> bool:
        """Say whether two tries by phone are over, so that the apology asks in writing."""
        return self.spoke is None and len(self.tries) >= TRIES_BEFORE_WRITING

    @property
    def called(self) -> bool:
        """Say whether the client's call is over: someone spoke, or two tries were made."""
        return self.spoke is not None or len(self.tries) >= TRIES_BEFORE_WRITING

    @property
    def last_call(self) -> ClientCall | None:
        """Return the client's last call, visit or message."""
        return self.calls[-1] if self.calls else None

    @property
    def fast_path(self) -> bool:
        """Say whether the call comes first: reached, not told, nobody called, and no reason against it."""
        return (
            self.active and not self.imminent and self.engaged and not self.told and not self.calls
            and self.wants in (None, WantsIt.YES)
        )  # fmt: skip

    @property
    def no_contact(self) -> bool:
        """Section 6: say whether the client allows no contact with this interviewer."""
        return level_on(self.facts.consent, self.today) is ConsentLevel.NO_CONTACT

    @property
    def waiting(self) -> bool:
        """Say whether someone waits now and has heard from nobody; red is for this only."""
        if self.told or self.calls or not self.active or self.will_go:
            return False
        if self.start is None:
            return self.incident.reported_at is not None and day_of(self.since, self.zone) == self.today
        if self.imminent:
            return self.start - self.now <= _SOON
        return self.start.date() == self.today

    def sent(self, *kinds: PaperKind) -> datetime | None:
        """Return when a paper of one of `kinds` last left; None when none did."""
        moments = [
            aware(paper.sent_at, self.zone)
            for paper in self.facts.papers
            if paper.sent_at is not None and paper.kind in kinds
        ]
        return max(moments, default=None)


def _skipped(facts: CaseFacts) -> frozenset[StepId]:
    """Return the steps left out with a reason; the last word on each step counts."""
    last = {skip.step: skip.reason.strip() for skip in facts.incident.skips}
    return frozenset(step for step, reason in last.items() if reason)
