"""What was done about it: steps, tries to reach the client, calls, papers, and what comes next."""

from __future__ import annotations

from datetime import date

from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import StepState
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import PAPER_TITLES, FollowUp
from noshow_desk.domain.step import Derived, Step
from noshow_desk.domain.summary.attempts import current_calls, current_contacts
from noshow_desk.domain.summary.moments import at_place, on_day
from noshow_desk.domain.summary.records import SummaryRow, quoted
from noshow_desk.i18n import N_, Message

_STATES = {
    StepState.DONE: N_("Done"),
    StepState.OPEN: N_("Open"),
    StepState.SKIPPED: N_("Left out"),
}


def step_rows(facts: CaseFacts, derived: Derived) -> tuple[SummaryRow, ...]:
    """Return the steps that apply, with who acts and how each stands; never why, which may tell too much."""
    return tuple(_step(step, facts) for step in derived.steps if step.state in _STATES)


def contact_rows(facts: CaseFacts) -> tuple[SummaryRow, ...]:
    """Return the tries to reach the client: when, how, and what came of it; no numbers, no notes."""
    return tuple(_contact(row, facts) for row in current_contacts(facts))


def call_rows(facts: CaseFacts) -> tuple[SummaryRow, ...]:
    """Return the calls to the one who waited."""
    return tuple(_call(call, facts) for call in current_calls(facts))


def paper_rows(facts: CaseFacts) -> tuple[SummaryRow, ...]:
    """Return the papers with their dates, never their text."""
    return tuple(_paper(paper, facts) for paper in facts.papers)


def next_rows(facts: CaseFacts, today: date) -> tuple[SummaryRow, ...]:
    """Return what was learned and what comes next: growth sentence, ideas, plan, follow-ups."""
    incident = facts.incident
    rows: list[SummaryRow] = []
    if incident.debrief and incident.debrief.growth_sentence:
        rows.append(quoted("growth", N_("What the client takes from it"), incident.debrief.growth_sentence))
    if incident.plan is not None:
        spoken = incident.plan.said_aloud_at is not None
        text = N_("Made, and said out loud") if spoken else N_("Made")
        rows.append(SummaryRow("plan", Message(N_("Plan for the new date")), Message(text), data=True))
    return (*rows, *(_follow_up(row, facts, today) for row in facts.follow_ups))


def _step(step: Step, facts: CaseFacts) -> SummaryRow:
    value = joined([Message(_STATES[step.state]), Message(label(step.who))])
    if step.state is StepState.DONE and step.done_at is not None:
        value = joined([value, at_place(step.done_at, facts.appointment)])
    return SummaryRow(f"step_{step.id}", step.title, value, str(step.state))


def _contact(row: ContactAttempt, facts: CaseFacts) -> SummaryRow:
    value = joined([Message(label(row.result)), at_place(row.at, facts.appointment)])
    return SummaryRow("contact", Message(label(row.channel)), value, str(row.result))


def _call(call: ClientCall, facts: CaseFacts) -> SummaryRow:
    parts = [Message(label(call.by)), Message(label(call.result))]
    if call.asked:
        parts.append(Message(N_("asked for another time")))
    if call.answer is not None:
        parts.append(Message(label(call.answer)))
    parts.append(at_place(call.at, facts.appointment))
    return SummaryRow("call", Message(label(call.channel)), joined(parts), str(call.result))


def _paper(paper: PaperFact, facts: CaseFacts) -> SummaryRow:
    title = Message(PAPER_TITLES[paper.kind])
    if paper.sent_at is None:
        return SummaryRow("paper", title, Message(N_("Draft, not sent")), data=False)
    when = at_place(paper.sent_at, facts.appointment)
    value = joined([Message(N_("Sent")), Message(label(paper.channel)), when])
    return SummaryRow("paper", title, value, paper.sent_at.isoformat())


def _follow_up(row: FollowUp, facts: CaseFacts, today: date) -> SummaryRow:
    state = N_("Done") if row.done_at else N_("Planned") if row.on >= today else N_("Open")
    value = joined([on_day(row.on), Message(state)])
    return SummaryRow("follow_up", Message(N_("Next contact")), value, row.on.isoformat())


def joined(parts: list[Message]) -> Message:
    """Return the messages one after the other, with a dot between."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Message("{first} · {next}", {"first": whole, "next": part})
    return whole
