"""What each record of the facts form is, in a few words, for `--help`."""

from __future__ import annotations

from collections.abc import Mapping

from noshow_desk.i18n import N_

# To add a record: what it is, in a few words, for `--help`.
RECORDS: Mapping[str, str] = {
    "CaseFacts": N_("one incident with everyone and everything around it"),
    "Incident": N_("the facts of one incident"),
    "ContactAttempt": N_("one try to reach the client"),
    "Safety": N_("“Are you safe? Do you need help right now?”"),
    "Courtesy": N_("the interviewer was told"),
    "Story": N_("what happened"),
    "OutsideReason": N_("something outside"),
    "InsideReason": N_("something inside"),
    "Insight": N_("the insight, and whose it is"),
    "Ruler": N_("importance or confidence, with “why not lower?”"),
    "Obstacle": N_("what is in the way, and who does what about it"),
    "Decision": N_("whether another chance is asked for"),
    "Rehearsal": N_("one rehearsal of the call"),
    "ClientCall": N_("one call, visit or message to the interviewer"),
    "Debrief": N_("looking back at the call: courage first"),
    "Plan": N_("the plan for the new date, in the client's words"),
    "IfThen": N_("“If this happens, then I do that”"),
    "Skip": N_("a step left out"),
    "DueMove": N_("a due date moved by hand"),
    "Correction": N_("what turned out otherwise than reported"),
    "Appointment": N_("one appointment"),
    "Client": N_("a client"),
    "Phone": N_("one telephone"),
    "Interviewer": N_("the person who waited"),
    "Organisation": N_("an employer, school or agency"),
    "Consent": N_("one decision of the client"),
    "Caseworker": N_("who uses this vault"),
    "PaperFact": N_("what the steps need to know of a paper"),
    "FollowUp": N_("the next contact chosen by hand"),
}
