"""Step `decide`: does the client want another chance (R6), and is this the case to ask (R11)?"""

from __future__ import annotations

from noshow_desk.domain.kinds import DecisionChoice, PaperKind, StepId, WantsIt
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.choices import DECISIONS, WANTS
from noshow_desk.ui.incident_wizard.fields import Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.situation import Situation


def withdraws(situation: Situation) -> Message | None:
    """Return the way of a client who does not want it."""
    decision = situation.facts.incident.decision
    declines = decision is not None and decision.choice is DecisionChoice.CLIENT_DECLINES
    if situation.facts.incident.wants_it is not WantsIt.NO and not declines:
        return None
    return Message(
        N_("That is an answer. {client} withdraws politely, by a call or a note: sorry, thanks, a clear no."),
        {"client": situation.names["client"]},
    )


def unsure(situation: Situation) -> Message | None:
    """Return what to do with "unsure"."""
    if situation.facts.incident.wants_it is not WantsIt.UNSURE:
        return None
    return Message(
        N_("Unsure is fine. The apology can be made today either way; the rulers help to find out.")
    )


def policy_known(situation: Situation) -> Message | None:
    """Return the policy as met before with this interviewer."""
    policy = situation.facts.interviewer.second_chance_policy
    return (
        Message(N_("Known of {interviewer}: {policy}"), {**situation.names, "policy": policy})
        if policy
        else None
    )


def forbids(situation: Situation) -> bool:
    """Say whether a policy stands in the way."""
    decision = situation.facts.incident.decision
    return decision is not None and decision.choice is DecisionChoice.POLICY_FORBIDS


def without_the_ask(situation: Situation) -> Message | None:
    """Return what the call still is when a policy forbids a second chance."""
    if not forbids(situation):
        return None
    return Message(
        N_("{client} still calls to apologise, without asking. Facing it is the success."),
        {"client": situation.names["client"]},
    )


PAGE = StepPage(
    step=StepId.DECIDE,
    title=N_("Does {client} want another chance?"),
    lead=N_("{client} decides. You make sure that it is a real choice."),
    rows=(
        Field(
            path="incident.wants_it",
            kind=FieldKind.CHOICE,
            label=N_("{client} says"),
            options=WANTS,
        ),
        Say(withdraws, "green", "hand-heart"),
        Say(unsure, "plain", "scale"),
        Field(
            path="incident.why_it_matters",
            kind=FieldKind.TEXT,
            label=N_("Why it matters, in {client}’s words"),
        ),
        Heading(
            text=N_("Is this the case to ask?"),
            note=N_("It depends on the kind of appointment, on who hears it, and on policy."),
        ),
        Say(policy_known, "plain", "building-2"),
        Field(
            path="incident.decision.nature",
            kind=FieldKind.LINE,
            label=N_("The kind of appointment"),
            placeholder=N_("First interview, small firm"),
            half=True,
        ),
        Field(
            path="incident.decision.audience",
            kind=FieldKind.LINE,
            label=N_("Who hears it"),
            placeholder=N_("Owner, picks up the phone"),
            half=True,
        ),
        Field(
            path="incident.decision.policy",
            kind=FieldKind.LINE,
            label=N_("Policy"),
            placeholder=N_("Name it, if one forbids a second date"),
        ),
        Field(
            path="incident.decision.choice",
            kind=FieldKind.CHOICE,
            label=N_("Decision"),
            options=DECISIONS,
            stamp="incident.decision.at",
        ),
        Say(without_the_ask, "amber", "flag"),
        nudge_of(StepId.DECIDE),
    ),
    draft=PaperKind.CALL_CARD,
)
