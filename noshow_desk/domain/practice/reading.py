"""One reading of an incident's facts at one moment: what every rule looks at, worked out once."""

from __future__ import annotations

from datetime import datetime, timedelta

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import level_on
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import (
    CLIENT_ONLY_KINDS,
    Answer,
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
from noshow_desk.domain.practice import reached
from noshow_desk.domain.practice.moments import aware, day_of, today_and_turn, utc
from noshow_desk.domain.practice.rules import Rules
from noshow_desk.domain.practice.standing import standing

TRIES_BEFORE_WRITING = 2
_SOON = timedelta(hours=24)
_NO_STEPS: frozenset[StepId] = frozenset()


class Reading:
    """What the facts say at `now`: plain values, for speed; read-only for everyone else.

    Time
        `zone` and `today` of the appointment; `start`; `since`: when this became known; `turn`: until when
        nothing but the facts can change the answer, dues apart; `imminent`.
    End
        `came`: why nothing has to be put right (None: it has to); `in_time`: the client moved or cancelled
        before the start; `active`: neither; `arriving`: meant to go, the start is past, nobody knows yet.
    Client
        `attempts` that count; `ready_at`, `engaged`: reached and can talk; `not_ready`: the try that found
        them unable to; `will_go`, `cannot_go`; `wants`, `declines`, `choice`; `given_up`: "why?" was closed
        with "not reached".
    Calls
        `calls` that count as the client's (R12); `spoke`: the last in which someone answered; `tries`: those
        since; `called`: the call is over; `written_instead`: two tries, so the apology asks in writing;
        `wrote_at`: when an apology or thank-you note last left; `answer` with its `answer_call`; `granted`;
        `told`: by the caseworker or someone else; `fast_path`.
    """

    __slots__ = (
        "active",
        "answer",
        "answer_call",
        "answer_calls",
        "appointment",
        "arriving",
        "attempts",
        "called",
        "calls",
        "came",
        "came_at",
        "cannot_go",
        "choice",
        "client_only",
        "declines",
        "engaged",
        "facts",
        "fast_path",
        "given_up",
        "granted",
        "imminent",
        "in_time",
        "incident",
        "not_ready",
        "now",
        "parked",
        "ready_at",
        "rules",
        "since",
        "skipped",
        "spoke",
        "start",
        "today",
        "told",
        "tries",
        "turn",
        "wants",
        "will_go",
        "written_instead",
        "wrote_at",
        "zone",
    )

    came: CorrectionKind | Outcome | None
    came_at: datetime | None
    spoke: ClientCall | None
    answer: Answer | None
    answer_call: ClientCall | None
    not_ready: ContactAttempt | None
    tries: tuple[ClientCall, ...]

    def __init__(self, facts: CaseFacts, now: datetime, rules: Rules) -> None:
        incident = facts.incident
        self.facts, self.rules = facts, rules
        self.incident, self.appointment = incident, facts.appointment
        self.client_only = facts.appointment.kind in CLIENT_ONLY_KINDS
        self.parked = incident.safety is not None and _in_danger(facts)
        self.skipped = _skipped(facts) if incident.skips else _NO_STEPS
        self._read_time(now)
        self._read_calls()
        self._read_end()
        self._read_client()
        self._read_will()

    def _read_time(self, now: datetime) -> None:
        appointment, incident = self.appointment, self.incident
        zone = self.zone = appointment.tz
        self.now = utc(now if now.tzinfo is not None else now.replace(tzinfo=zone))
        self.today, self.turn = today_and_turn(self.now, zone)
        starts = appointment.starts
        if starts is None:
            self.start, self.imminent = None, incident.imminent
        else:
            self.start = utc(aware(starts, zone))
            self.imminent = self.now < self.start
        reported = incident.reported_at
        if reported is not None:
            self.since = aware(reported, zone)
        else:
            self.since = self.now if self.imminent or self.start is None else self.start

    def _read_calls(self) -> None:
        self.calls = self.answer_calls = rows = self.incident.calls
        self.spoke, self.answer, self.answer_call, self.tries = None, None, None, ()
        self.told = self.incident.courtesy is not None
        self.written_instead = self.called = False
        self.wrote_at = self.sent(PaperKind.APOLOGY, PaperKind.THANK_YOU) if self.facts.papers else None
        if rows:
            self.answer_calls = standing(rows, self.zone)
            self._sort_out_calls()

    def _sort_out_calls(self) -> None:
        """Tell the client's own calls (R12) from others, and find the last answer and the last talk."""
        rows = self.answer_calls
        self.calls = tuple(row for row in rows if not self.client_only or row.by in (Who.CLIENT, Who.BOTH))
        self.told = self.told or len(rows) > len(self.calls)
        for row in rows:
            if row.answer is not None:
                self.answer, self.answer_call = row.answer, row
        for row in self.calls:
            if row.result is CallResult.SPOKE:
                self.spoke, self.tries = row, ()
            else:
                self.tries = (*self.tries, row)
        self.written_instead = self.spoke is None and len(self.tries) >= TRIES_BEFORE_WRITING
        self.called = self.spoke is not None or self.written_instead

    def _read_end(self) -> None:
        """Read what became of the appointment itself: corrections first, then its outcome."""
        self.came = self.came_at = None
        corrections, outcome = self.incident.corrections, self.appointment.outcome
        if corrections:
            self.came, self.came_at = corrections[-1].kind, corrections[-1].at
        elif outcome is Outcome.ATTENDED:
            self.came, self.came_at = outcome, self.appointment.outcome_at
        self.in_time = self.came is None and (
            any(row.moved_or_cancelled and self.before_start(row.at) for row in self.calls)
            or (outcome is not None and self._let_off(outcome))
        )
        self.active = self.came is None and not self.in_time

    def _let_off(self, outcome: Outcome) -> bool:
        """Say whether the client moved or cancelled the appointment in time, as its outcome tells.

        A1: the caseworker's own courtesy cancellation is not the client's; the incident stays.
        """
        appointment = self.appointment
        if outcome not in (Outcome.MOVED, Outcome.CANCELLED):
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
        incident, zone = self.incident, self.zone
        rows = incident.contact_attempts
        attempts = self.attempts = standing(rows, zone) if len(rows) > 1 else rows
        # Reached before the start and "I will go" says nothing about the time after it.
        going, start = incident.going, self.start
        stale = start if going is True and not self.imminent else None
        ready_at, self.not_ready, last = reached.by_tries(attempts, zone, stale)
        if ready_at is None and not reached.taken_back(rows, attempts):
            undated = max(last, self.since)
            given = reached.by_word(incident, self.calls, zone, undated, self.imminent)
            if given is not None and given >= last and (stale is None or given >= stale):
                ready_at, self.not_ready = given, None
        self.ready_at, self.engaged = ready_at, ready_at is not None
        self.arriving = stale is not None and self.active and not self._known_missed(last)
        self.will_go = self.imminent and going is True and self.active
        self.cannot_go = self.imminent and going is False and self.active

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
        """Read R6 and R11 together: what the client wants, what was decided, and what became of it."""
        incident = self.incident
        decided = incident.decision.choice if incident.decision is not None else None
        wants = incident.wants_it
        if decided is DecisionChoice.CLIENT_DECLINES:
            wants = WantsIt.NO
        elif wants is WantsIt.NO:
            decided = DecisionChoice.CLIENT_DECLINES
        self.wants, self.choice = wants, decided or DecisionChoice.ASK
        self.declines = wants is WantsIt.NO
        if self.facts.new_appointment is not None and self.answer is not Answer.REFUSED:
            self.answer = Answer.GRANTED
        self.granted = self.answer is Answer.GRANTED and not self.declines
        if self.tries and self.answer is not None:
            self.called = True  # a message brought the answer: nobody has to call again for it
        story = incident.story
        self.given_up = story is not None and story.state is StoryState.NOT_REACHED and not self.engaged
        self.fast_path = (
            self.active and self.engaged and not (self.told or self.calls or self.imminent)
            and wants in (None, WantsIt.YES)
        )  # fmt: skip

    # ------------------------------------------------------------ questions that few rules ask

    @property
    def last_call(self) -> ClientCall | None:
        """Return the client's last call, visit or message."""
        return self.calls[-1] if self.calls else None

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
            reported = self.incident.reported_at
            return reported is not None and day_of(self.since, self.zone) == self.today
        if self.imminent:
            return self.start - self.now <= _SOON
        return day_of(self.start, self.zone) == self.today

    def sent(self, *kinds: PaperKind) -> datetime | None:
        """Return when a paper of one of `kinds` last left; None when none did."""
        moments = [
            aware(paper.sent_at, self.zone)
            for paper in self.facts.papers
            if paper.sent_at is not None and paper.kind in kinds
        ]
        return max(moments, default=None)


def _in_danger(facts: CaseFacts) -> bool:
    """R0: say whether danger parks everything."""
    safety = facts.incident.safety
    return safety is not None and safety.danger and safety.over_at is None


def _skipped(facts: CaseFacts) -> frozenset[StepId]:
    """Return the steps left out with a reason; the last word on each step counts."""
    last = {skip.step: skip.reason.strip() for skip in facts.incident.skips}
    return frozenset(step for step, reason in last.items() if reason)
