"""The words of a table for people: in English as the JSON has them, in another language its own."""

from __future__ import annotations

from noshow_desk.domain.kinds import StepState, Who
from noshow_desk.i18n import N_

STATES = {
    StepState.DONE: N_("done"),
    StepState.OPEN: N_("open"),
    StepState.SKIPPED: N_("skipped"),
    StepState.DOES_NOT_APPLY: N_("does-not-apply"),
}
WHO = {
    Who.CLIENT: N_("client"),
    Who.CASEWORKER: N_("caseworker"),
    Who.BOTH: N_("both"),
    Who.OTHER: N_("other"),
}
