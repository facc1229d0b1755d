"""What happened: the appointment, how it was met, and the reasons outside."""

from __future__ import annotations

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import OutsideReason
from noshow_desk.domain.kinds import SENSITIVE_OUTSIDE, AppointmentKind, AttemptResult, Outcome
from noshow_desk.domain.labels import label
from noshow_desk.domain.summary.attempts import current_contacts
from noshow_desk.domain.summary.moments import at_place, starts_of
from noshow_desk.domain.summary.records import SummaryOptions, SummaryRow, noted
from noshow_desk.i18n import N_, Message

# The kind of these says what section 7 leaves out; without it they are shown as "Appointment", as OTHER is.
SENSITIVE_KINDS = frozenset({AppointmentKind.SUPERVISION, AppointmentKind.HEALTH})
_PLAIN_KIND = N_("Appointment")


def discreet(facts: CaseFacts, options: SummaryOptions) -> bool:
    """Say whether this appointment is told without its kind, person and place."""
    return facts.appointment.kind in SENSITIVE_KINDS and not options.include_sensitive


def case_title(facts: CaseFacts, options: SummaryOptions) -> Message:
    """Return the heading of one missed appointment: "Job interview, Bayside Warehouse"."""
    where = "" if discreet(facts, options) else facts.organisation.name or facts.interviewer.formal_name
    if not where:
        return _kind(facts, options)
    return Message("{kind}, {where}", {"kind": _kind(facts, options), "where": where})


def fact_rows(facts: CaseFacts, options: SummaryOptions) -> tuple[SummaryRow, ...]:
    """Return the facts of the appointment and of the report."""
    rows = [SummaryRow("kind", Message(N_("Appointment")), _kind(facts, options)), _starts(facts)]
    if not discreet(facts, options):
        rows += _people_and_place(facts)
    rows.append(_reported(facts))
    rows += [_correction(facts, index) for index in range(len(facts.incident.corrections))]
    if facts.previous is not None:
        itself = Message(N_("This was itself a second chance"))
        rows.append(SummaryRow("linked", Message(N_("Before")), itself, data=True))
    rows += _met(facts)
    return (*rows, *_outside(facts, options), *_wants(facts))


def outside_shown(facts: CaseFacts, options: SummaryOptions) -> tuple[OutsideReason, ...]:
    """Return the outside reasons that leave."""
    reasons = facts.incident.outside
    if options.include_sensitive:
        return reasons
    return tuple(reason for reason in reasons if reason.factor not in SENSITIVE_OUTSIDE)


def _kind(facts: CaseFacts, options: SummaryOptions) -> Message:
    kind = facts.appointment.kind
    plain = discreet(facts, options) or kind is AppointmentKind.OTHER
    return Message(_PLAIN_KIND if plain else label(kind))


def _starts(facts: CaseFacts) -> SummaryRow:
    starts = facts.appointment.starts
    data = starts.isoformat() if starts else None
    return SummaryRow("starts", Message(N_("When")), starts_of(facts.appointment), data)


def _people_and_place(facts: CaseFacts) -> list[SummaryRow]:
    who = ", ".join(part for part in (facts.interviewer.full_name, facts.organisation.name) if part)
    given = (
        ("with", N_("With"), who),
        ("role", N_("Role or programme"), facts.appointment.role),
        ("place", N_("Place"), facts.appointment.place),
    )
    return [noted(key, title, text) for key, title, text in given if text]


def _reported(facts: CaseFacts) -> SummaryRow:
    incident = facts.incident
    how = Message(N_("Before the start") if incident.imminent else N_("After the start"))
    if incident.reported_at is None:
        return SummaryRow("reported", Message(N_("Reported")), how)
    when = at_place(incident.reported_at, facts.appointment)
    value = Message("{how}: {when}", {"how": how, "when": when})
    return SummaryRow("reported", Message(N_("Reported")), value, incident.reported_at.isoformat())


def _correction(facts: CaseFacts, index: int) -> SummaryRow:
    correction = facts.incident.corrections[index]
    when = at_place(correction.at, facts.appointment)
    value = Message("{what}: {when}", {"what": Message(label(correction.kind)), "when": when})
    return SummaryRow("correction", Message(N_("Corrected")), value, str(correction.kind))


def _met(facts: CaseFacts) -> list[SummaryRow]:
    """Return when the client was reached and when the one who waited was told."""
    rows = []
    reached = (AttemptResult.REACHED, AttemptResult.NOT_READY)
    first = next((row for row in current_contacts(facts) if row.result in reached), None)
    if first is not None:
        when = at_place(first.at, facts.appointment)
        rows.append(SummaryRow("reached", Message(N_("Client reached")), when, first.at.isoformat()))
    courtesy = facts.incident.courtesy
    if courtesy is not None:
        when = at_place(courtesy.at, facts.appointment)
        told = Message(N_("The one who waited was told"))
        rows.append(SummaryRow("told", told, when, courtesy.at.isoformat()))
    outcome = facts.appointment.outcome
    if outcome is not None and outcome is not Outcome.MISSED:
        became = Message(N_("What became of it"))
        rows.append(SummaryRow("outcome", became, Message(label(outcome)), str(outcome)))
    return rows


def _outside(facts: CaseFacts, options: SummaryOptions) -> list[SummaryRow]:
    title = Message(N_("What got in the way (outside)"))
    shown = outside_shown(facts, options)
    return [SummaryRow("outside", title, Message(label(row.factor)), str(row.factor)) for row in shown]


def _wants(facts: CaseFacts) -> list[SummaryRow]:
    wants = facts.incident.wants_it
    if wants is None:
        return []
    return [SummaryRow("wants_it", Message(N_("Wants another chance")), Message(label(wants)), str(wants))]
