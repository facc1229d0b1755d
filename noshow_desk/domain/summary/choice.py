"""What leaves and what stays, in sentences for the preview."""

from __future__ import annotations

from noshow_desk.domain.client import Client
from noshow_desk.domain.labels import label
from noshow_desk.domain.summary.happened import SENSITIVE_KINDS, outside_shown
from noshow_desk.domain.summary.records import Cases, SummaryOptions
from noshow_desk.domain.summary.words import sensitive_words
from noshow_desk.i18n import N_, Message

_NOTHING = SummaryOptions()


def leaves(client: Client, cases: Cases, options: SummaryOptions) -> tuple[Message, ...]:
    """Return what a file made with `options` tells its reader, the most personal last."""
    lines = [
        Message(N_("Name and case number of {name}"), {"name": client.full_name or client.called}),
        Message(N_("Appointments with people, places and times: {count}"), {"count": len(cases)}),
        Message(N_("Attempts, steps, calls and papers with their dates; not the text of the papers")),
    ]
    if any(facts.incident.insight or facts.incident.debrief for facts, _derived in cases):
        lines.append(Message(N_("What the client found out and takes from it, in quotes")))
    reasons = dict.fromkeys(row.factor for facts, _derived in cases for row in outside_shown(facts, options))
    outside = N_("Reason outside: {reason}")
    lines += [Message(outside, {"reason": Message(label(reason))}) for reason in reasons]
    if options.include_inside:
        lines.append(Message(N_("The client's own words, what lies inside, ideas and plan")))
        if any(sensitive_words(facts) for facts, _derived in cases):
            warning = N_("Read these words first: they may speak of supervision, safety or illness")
            lines.append(Message(warning))
    if options.include_private:
        lines.append(Message(N_("Notes and private notes")))
    return tuple(lines)


def stays(cases: Cases, options: SummaryOptions) -> tuple[Message, ...]:
    """Return what is on record and does not leave."""
    lines = []
    if not options.include_inside:
        lines.append(Message(N_("The client's own words, what lies inside, ideas and plan")))
    if not options.include_private:
        lines.append(Message(N_("Notes and private notes")))
    if not options.include_sensitive:
        lines += _sensitive(cases)
    lines.append(Message(N_("Phone numbers, addresses, e-mail, your office, the text of the papers")))
    return tuple(lines)


def _sensitive(cases: Cases) -> list[Message]:
    kept = sum(len(facts.incident.outside) - len(outside_shown(facts, _NOTHING)) for facts, _derived in cases)
    discreet = sum(facts.appointment.kind in SENSITIVE_KINDS for facts, _derived in cases)
    lines = [Message(N_("Reasons about supervision or court, safety and illness: {count}"), {"count": kept})]
    if discreet:
        text = N_("Kind, person and place of health, supervision or court appointments: {count}")
        lines.append(Message(text, {"count": discreet}))
    return lines
