"""Builds one made-up incident step by step: the pieces that the branches of the practice are put together
from.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import (
    ClientCall,
    ContactAttempt,
    Courtesy,
    Debrief,
    Decision,
    IfThen,
    Incident,
    InsideReason,
    Insight,
    Obstacle,
    OutsideReason,
    Plan,
    Rehearsal,
    Ruler,
    Safety,
    Story,
)
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import (
    AppointmentKind,
    AttemptResult,
    Channel,
    DecisionChoice,
    InsideFactor,
    OutsideFactor,
    PaperKind,
    WantsIt,
)
from noshow_desk.domain.paper import FollowUp, Paper
from noshow_desk.services.made_up_names import GROWTH, INSIGHTS, JOBS, STORIES, STREETS

KINDS = (AppointmentKind.JOB_INTERVIEW,) * 6 + (AppointmentKind.TRAINING, AppointmentKind.EDUCATION)
OUTSIDE = tuple(factor for factor in OutsideFactor if factor not in {OutsideFactor.NONE, OutsideFactor.OTHER})
INSIDE = tuple(factor for factor in InsideFactor if not factor.startswith(("not_explored", "prefers")))
OFFICE_HOURS = (9, 16)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def made_up_id(rng: Random, now: datetime) -> str:
    """Return an id in the form of the vault's own (UUIDv7), the same for the same seed."""
    number = int(now.timestamp() * 1000) << 80 | rng.getrandbits(80)
    number = number & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=number & ~(0x3 << 62) | 0x2 << 62))


@dataclass
class MadeUpCase:
    """One incident that is being made up: what was said and done so far, oldest first.

    `now` is the time (aware, UTC) at which the last thing happened; it never passes `latest`.
    """

    rng: Random
    client: Client
    person: Interviewer
    zone: str
    latest: datetime
    caseworker_id: str
    incident: Incident = field(default_factory=Incident)
    appointments: list[Appointment] = field(default_factory=list)
    earlier: list[Incident] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    now: datetime = LONG_AGO

    @property
    def language(self) -> str:
        """The language the client tells things in."""
        return self.client.spoken_language if self.client.spoken_language in STORIES else "en"

    def new_id(self) -> str:
        """Return the next id."""
        return made_up_id(self.rng, self.latest)

    def later(self, minutes: int) -> datetime:
        """Let time pass and return the time; never past the present."""
        self.now = min(self.now + timedelta(minutes=minutes), self.latest)
        return self.now

    def local(self, moment: datetime) -> datetime:
        """Return the aware `moment` by the clock of the place."""
        return moment.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None, second=0, microsecond=0)

    def hour_of(self, days: int) -> datetime:
        """Return a round wall-clock hour on the working day about `days` from the present."""
        day = self.local(self.latest).date() + timedelta(days=days)
        while day.weekday() > 4:
            day += timedelta(days=1 if days > 0 else -1)
        return datetime.combine(day, time(self.rng.randint(*OFFICE_HOURS), self.rng.choice((0, 0, 30))))

    def book(self, starts: datetime, **known: Any) -> Appointment:
        """Put an appointment in the book."""
        kind = known.pop("kind", self.rng.choice(KINDS))
        made = Appointment(
            id=self.new_id(),
            client_id=self.client.id,
            interviewer_id=self.person.id,
            kind=kind,
            role=self.rng.choice(JOBS) if kind is AppointmentKind.JOB_INTERVIEW else "",
            starts=starts,
            zone=self.zone,
            place=f"{self.rng.randint(1, 1999)} {self.rng.choice(STREETS)}",
            **known,
        )
        self.appointments.append(made)
        return made

    def report(self, appointment: Appointment, *, imminent: bool = False) -> None:
        """Open the incident, half an hour after the start or (imminent) some minutes ago."""
        start = appointment.instant or self.latest
        self.now = min(start + timedelta(minutes=30), self.latest)
        if imminent:
            self.now = self.latest - timedelta(minutes=12)
        self.incident = Incident(
            id=self.new_id(),
            appointment_id=appointment.id,
            imminent=imminent,
            reported_by=self.caseworker_id,
            reported_at=self.now,
        )

    def keep(self, **facts: Any) -> None:
        """Write facts into the incident."""
        self.incident = replace(self.incident, **facts)

    def try_client(self, result: AttemptResult, channel: Channel = Channel.CALL, **more: Any) -> None:
        """Try to reach the client."""
        number = self.client.phones[0].number if self.client.phones else ""
        attempt = ContactAttempt(
            id=self.new_id(), at=self.later(3), channel=channel, result=result, number=number, **more
        )
        self.keep(contact_attempts=(*self.incident.contact_attempts, attempt))

    def reach(self) -> None:
        """Reach the client, who is safe."""
        self.try_client(AttemptResult.REACHED)
        self.keep(safety=Safety(danger=False, at=self.now))

    def tell(self) -> None:
        """Let the interviewer know (A1)."""
        self.keep(courtesy=Courtesy(at=self.later(5), told=self.person.formal_name))

    def talk(self, wants: WantsIt = WantsIt.YES) -> None:
        """Hear the story; find out what it was, outside and inside, and whether the client wants another
        chance.
        """
        words, rng = self.language, self.rng
        self.keep(
            story=Story(
                words=rng.choice(STORIES[words]),
                feeling=rng.choice(("", "ashamed", "stuck")),
                at=self.later(10),
            ),
            outside=(OutsideReason(factor=rng.choice(OUTSIDE), confirmed_true=rng.random() < 0.7),),
            inside=(InsideReason(factor=rng.choice(INSIDE)),),
            inside_notes="Talked about the first ten minutes of an interview.",
            insight=Insight(words=rng.choice(INSIGHTS[words])),
            wants_it=wants,
        )

    def decide(self, choice: DecisionChoice = DecisionChoice.ASK, **more: Any) -> None:
        """Decide whether to ask for a second chance."""
        self.keep(decision=Decision(choice=choice, at=self.later(4), **more))

    def weigh(self) -> None:
        """Ask for importance and confidence."""
        self.keep(
            importance=Ruler(value=self.rng.randint(6, 10), why_not_lower="I need this."),
            confidence=Ruler(value=self.rng.randint(3, 8), why_not_lower="I have done it before."),
        )

    def solve(self) -> None:
        """Find out what is in the way and what the client will do about it."""
        day = self.local(self.now).date() + timedelta(days=2)
        self.keep(obstacles=(Obstacle(what="Getting there on time", idea="Take the bus before", by=day),))

    def rehearse(self) -> None:
        """Say the call out loud once."""
        self.keep(rehearsals=(Rehearsal(at=self.later(6), readiness=self.rng.randint(5, 9)),))

    def call(self, **known: Any) -> None:
        """The client calls the interviewer."""
        spoken = {"sorry_for_miss": True, "sorry_for_trouble": True, "asked": True}
        made = ClientCall(id=self.new_id(), at=self.later(5), **{**spoken, **known})
        self.keep(calls=(*self.incident.calls, made))

    def look_back(self) -> None:
        """Look back: courage first."""
        sentence = self.rng.choice(GROWTH[self.language])
        self.keep(
            debrief=Debrief(growth_sentence=sentence, caseworker_said="You made the call.", at=self.later(5))
        )

    def new_date(self, days: int) -> Appointment:
        """Put the second chance in the book."""
        missed = self.appointments[-1]
        return self.book(self.hour_of(days), kind=missed.kind, reschedule_of=missed.id)

    def plan(self) -> None:
        """Make the plan for the new date."""
        thens = (
            IfThen(if_this="the bus has not come by 8:10", then_i="call Ray"),
            IfThen(
                if_this="I think they have already decided",
                then_i="breathe out and say my first line",
                inside=True,
            ),
        )
        self.keep(plan=Plan(if_thens=thens, leave_by=time(7, 45), said_aloud_at=self.later(10)))

    def send(self, kind: PaperKind) -> None:
        """Write a paper, have the client tick it, and send it; its words come when all is known."""
        paper_id, at = self.new_id(), self.later(30)
        sent = Paper(
            id=paper_id,
            incident_id=self.incident.id,
            kind=kind,
            true_by_client_at=at,
            nothing_untrue_at=at,
            sent_at=at,
        )
        self.papers.append(sent)

    def close(self) -> None:
        """Have the last contact that was chosen, so that nothing is open any more."""
        at = self.later(60 * 24)
        done = FollowUp(
            id=self.new_id(),
            client_id=self.client.id,
            incident_id=self.incident.id,
            on=self.local(at).date(),
            what="How is it going?",
            done_at=at,
        )
        self.follow_ups.append(done)

    def next_contact(self, days: int, what: str) -> None:
        """Choose the next contact."""
        day: date = self.local(self.latest).date() + timedelta(days=days)
        self.follow_ups.append(
            FollowUp(
                id=self.new_id(), client_id=self.client.id, incident_id=self.incident.id, on=day, what=what
            )
        )
