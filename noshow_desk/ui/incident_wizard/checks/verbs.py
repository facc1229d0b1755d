"""What can be done about a finding, in the order of the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from noshow_desk.i18n import N_
from noshow_desk.services.letter_finding import OLD_VALUE, LetterFinding, Weight

CONTRADICTION = "contradiction"
# What a person can take out again; a blank is filled in instead.
_TAKEN_OUT = frozenset(
    {"excuse", "blame", "disclosure", "contradiction", "agency-named", "pleading", "over-promise"}
)


class Verb(StrEnum):
    """What is done about a finding."""

    LEAVE_OUT = "leave_out"
    CHANGE = "change"
    CONSENT = "consent"
    RECORD = "record"
    KEEP = "keep"
    DENY = "deny"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class VerbRow:
    """A button: its verb and its words."""

    verb: Verb
    text: str


# To add something to do: a member above, a row here, a line in `verbs`, and a method in `acts`.
VERBS = {
    row.verb: row
    for row in (
        VerbRow(Verb.LEAVE_OUT, N_("Leave it out")),
        VerbRow(Verb.CHANGE, N_("Change it")),
        VerbRow(Verb.CONSENT, N_("Record consent…")),
        VerbRow(Verb.RECORD, N_("Record the reason")),
        VerbRow(Verb.KEEP, N_("Keep, because…")),
        VerbRow(Verb.DENY, N_("Not what it says…")),
        VerbRow(Verb.ASIDE, N_("Leave it as it is")),
    )
}


def verbs(group: Sequence[LetterFinding], *, typed: bool, changeable: bool) -> tuple[VerbRow, ...]:
    """Return what can be done about findings in the same words, the heaviest of which comes first.

    `typed`: their words stand in a field or were edited by hand. `changeable`: there is a place to type
    others. A consent is offered where it settles any of them: they are told together.
    """
    finding = group[0]
    found = []
    if (typed and finding.code in _TAKEN_OUT) or (finding.code == OLD_VALUE and not finding.suggestion):
        found.append(Verb.LEAVE_OUT)
    if changeable:
        found.append(Verb.CHANGE)
    if any(one.consent_helps for one in group):
        found.append(Verb.CONSENT)
    if finding.code == CONTRADICTION:
        found.append(Verb.RECORD)
    found.append(
        {Weight.NEVER_KEPT: Verb.DENY, Weight.MUST: Verb.KEEP, Weight.NUDGE: Verb.ASIDE}[finding.weight]
    )
    return tuple(VERBS[verb] for verb in found)
