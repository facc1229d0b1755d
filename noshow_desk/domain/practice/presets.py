"""R11: what the decision about a do-over is preset to, and what has to be asked or looked up before it."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import DecisionChoice, WantsIt
from noshow_desk.domain.labels import label
from noshow_desk.domain.practice.permissions import other_rules_hold
from noshow_desk.i18n import N_, Message

WHAT_WILL_BE_DIFFERENT = Message(N_("What will be different?"))
CHECK_YOUR_POLICY = Message(N_("Check your policy."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """The decision before anyone touches it. `nature`, `audience` and `policy` fill the three short fields.

    `ask_first` is the question that comes before asking a second time; `check_policy` says that other rules
    hold; `letters_off` that no letter is offered.
    """

    choice: DecisionChoice
    nature: Message
    audience: str
    policy: str
    ask_first: Message | None = None
    check_policy: Message | None = None
    letters_off: bool = False


def preset(facts: CaseFacts) -> Preset:
    """Return the preset decision for `facts`: ask, unless the client said no."""
    official = other_rules_hold(facts.appointment.kind)
    declines = facts.incident.wants_it is WantsIt.NO
    return Preset(
        choice=DecisionChoice.CLIENT_DECLINES if declines else DecisionChoice.ASK,
        nature=Message(label(facts.appointment.kind)),
        audience=facts.interviewer.formal_name or facts.organisation.name,
        policy=facts.interviewer.second_chance_policy,
        ask_first=WHAT_WILL_BE_DIFFERENT if is_linked(facts) and not declines else None,
        check_policy=CHECK_YOUR_POLICY if official else None,
        letters_off=official,
    )


def is_linked(facts: CaseFacts) -> bool:
    """Say whether the missed appointment was itself a second chance."""
    return facts.previous is not None or bool(facts.appointment.reschedule_of)
