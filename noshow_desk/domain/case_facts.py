"""All that is known about one incident, in one value: what steps, papers and summaries are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.paper import FollowUp, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFact:
    """What the practice needs to know of a paper: its kind, and when and how it left."""

    kind: PaperKind
    language: str = "en"
    channel: Channel = Channel.LETTER
    sent_at: datetime | None = None
    sent_how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """One incident with everyone and everything around it; the JSON form of the command line.

    `new_appointment` is the appointment granted after this incident (its `reschedule_of` names this one's).
    `previous` is the incident this one is linked to, when the missed appointment was itself a second chance.
    """

    incident: Incident = field(default_factory=Incident)
    appointment: Appointment = field(default_factory=Appointment)
    client: Client = field(default_factory=Client)
    interviewer: Interviewer = field(default_factory=Interviewer)
    organisation: Organisation = field(default_factory=Organisation)
    consent: Consent = field(default_factory=Consent)
    caseworker: Caseworker = field(default_factory=Caseworker)
    new_appointment: Appointment | None = None
    previous: Incident | None = None
    papers: tuple[PaperFact, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


def paper_fact(paper: Paper) -> PaperFact:
    """Return what the practice needs to know of `paper`."""
    return PaperFact(
        kind=paper.kind,
        language=paper.language,
        channel=paper.channel,
        sent_at=paper.sent_at,
        sent_how=paper.sent_how,
    )
