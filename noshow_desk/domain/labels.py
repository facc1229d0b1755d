"""The plain English name of every word a record may hold, marked for translation; screens and papers call
`_()`.

Words of PRACTICE section 9: never "failed", never "refused to", never blame.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    AttemptResult,
    CallResult,
    Channel,
    ConsentLevel,
    CorrectionKind,
    DecisionChoice,
    InsideFactor,
    Outcome,
    OutsideFactor,
    PaperKind,
    StepId,
    StepState,
    StoryState,
    Topic,
    VoicemailPreference,
    WantsIt,
    Who,
)
from noshow_desk.domain.paper import Settled
from noshow_desk.domain.step import Branch, Urgency
from noshow_desk.i18n import N_

# To add a label: a row under its enumeration. tests/domain/test_labels.py names every member without one.
_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    AppointmentKind: {
        AppointmentKind.JOB_INTERVIEW: N_("Job interview"),
        AppointmentKind.TRAINING: N_("Training"),
        AppointmentKind.EDUCATION: N_("School or education"),
        AppointmentKind.AGENCY: N_("Agency or benefits"),
        AppointmentKind.HOUSING: N_("Housing"),
        AppointmentKind.HEALTH: N_("Health"),
        AppointmentKind.SUPERVISION: N_("Supervision or court"),
        AppointmentKind.OTHER: N_("Other appointment"),
    },
    Settled: {
        Settled.KEPT: N_("Kept"),
        Settled.FALSE_ALARM: N_("False alarm"),
        Settled.ASIDE: N_("Put aside"),
    },
    Outcome: {
        Outcome.ATTENDED: N_("Attended"),
        Outcome.MOVED: N_("Moved"),
        Outcome.CANCELLED: N_("Cancelled"),
        Outcome.MISSED: N_("Missed"),
    },
    Channel: {
        Channel.CALL: N_("Phone call"),
        Channel.TEXT: N_("Text message"),
        Channel.EMAIL: N_("E-mail"),
        Channel.VISIT: N_("Visit"),
        Channel.LETTER: N_("Letter"),
        Channel.HAND: N_("Handed over"),
        Channel.SPOKEN: N_("Said on arrival"),
        Channel.OTHER: N_("Another way"),
    },
    AttemptResult: {
        AttemptResult.REACHED: N_("Reached"),
        AttemptResult.MESSAGE_LEFT: N_("Message left"),
        AttemptResult.NO_ANSWER: N_("No answer"),
        AttemptResult.WRONG_NUMBER: N_("Wrong number"),
        AttemptResult.NOT_READY: N_("Reached, not ready"),
    },
    CallResult: {
        CallResult.SPOKE: N_("Spoke with them"),
        CallResult.VOICEMAIL: N_("Voicemail"),
        CallResult.GATEKEEPER: N_("Someone else answered"),
        CallResult.NO_ANSWER: N_("No answer"),
    },
    Answer: {
        Answer.GRANTED: N_("Another time granted"),
        Answer.REFUSED: N_("No this time"),
        Answer.WILL_GET_BACK: N_("Will get back"),
    },
    Who: {
        Who.CLIENT: N_("Client"),
        Who.CASEWORKER: N_("Caseworker"),
        Who.BOTH: N_("Both"),
        Who.OTHER: N_("Someone else"),
    },
    WantsIt: {
        WantsIt.YES: N_("Yes"),
        WantsIt.NO: N_("No"),
        WantsIt.UNSURE: N_("Not sure"),
    },
    StoryState: {
        StoryState.TOLD: N_("Told"),
        StoryState.PREFERS_NOT_TO_SAY: N_("Prefers not to say"),
        StoryState.NOT_REACHED: N_("Not reached"),
    },
    OutsideFactor: {
        OutsideFactor.TRANSPORT: N_("Transport"),
        OutsideFactor.CHILD_CARE: N_("Child care"),
        OutsideFactor.WRONG_DATE_OR_PLACE: N_("Wrong date or place"),
        OutsideFactor.WORK_SHIFT: N_("Work shift"),
        OutsideFactor.ILLNESS: N_("Illness"),
        OutsideFactor.FAMILY_CRISIS: N_("Family crisis"),
        OutsideFactor.PHONE: N_("Phone"),
        OutsideFactor.CLOTHES_OR_ID: N_("Clothes or ID"),
        OutsideFactor.WEATHER: N_("Weather"),
        OutsideFactor.SUPERVISION_OR_COURT: N_("Supervision or court at the same time"),
        OutsideFactor.SAFETY: N_("Safety"),
        OutsideFactor.OTHER: N_("Something else"),
        OutsideFactor.NONE: N_("Nothing outside"),
    },
    InsideFactor: {
        InsideFactor.AFRAID_OF_PAST: N_("Afraid of being asked about the past"),
        InsideFactor.AFRAID_OF_FAILING: N_("Afraid it would not go well"),
        InsideFactor.AFRAID_OF_CHANGE: N_("Afraid of what changes"),
        InsideFactor.DID_NOT_BELONG: N_("Felt I did not belong"),
        InsideFactor.ASHAMED: N_("Ashamed"),
        InsideFactor.NOT_WORTH_IT: N_("Did not believe it was worth it"),
        InsideFactor.ANGRY: N_("Angry or disrespected"),
        InsideFactor.PULLED_BY_PEOPLE: N_("Pulled by people around me"),
        InsideFactor.OVERWHELMED: N_("Overwhelmed"),
        InsideFactor.DID_NOT_WANT_THIS_ONE: N_("Did not want this one and did not say"),
        InsideFactor.NOT_EXPLORED: N_("Not explored yet"),
        InsideFactor.PREFERS_NOT_TO_SAY: N_("Prefers not to say"),
    },
    DecisionChoice: {
        DecisionChoice.ASK: N_("Ask for another time"),
        DecisionChoice.ASK_LATER: N_("Ask later"),
        DecisionChoice.POLICY_FORBIDS: N_("Their policy does not allow it"),
        DecisionChoice.CLIENT_DECLINES: N_("The client does not want it"),
    },
    CorrectionKind: {
        CorrectionKind.DID_SHOW_UP: N_("Did show up"),
        CorrectionKind.CAME_LATE: N_("Came late after all"),
        CorrectionKind.REPORTED_BY_MISTAKE: N_("Reported by mistake"),
    },
    ConsentLevel: {
        ConsentLevel.NOT_ASKED: N_("Not asked yet"),
        ConsentLevel.NO_CONTACT: N_("No contact"),
        ConsentLevel.CALL_WITHOUT_AGENCY: N_("May call, without naming the agency"),
        ConsentLevel.MAY_NAME_AGENCY: N_("May name the agency"),
    },
    Topic: {
        Topic.AGENCY: N_("Agency or programme"),
        Topic.SUPERVISION_SCHEDULE: N_("Supervision schedule"),
        Topic.HOUSING: N_("Housing"),
        Topic.HEALTH: N_("Health in general"),
    },
    VoicemailPreference: {
        VoicemailPreference.NO_MESSAGE: N_("Leave no message"),
        VoicemailPreference.WITHOUT_AGENCY: N_("Message without the agency’s name"),
        VoicemailPreference.MAY_NAME_AGENCY: N_("Message may name the agency"),
    },
    PaperKind: {
        PaperKind.COURTESY: N_("Courtesy notice"),
        PaperKind.CALL_CARD: N_("Call card"),
        PaperKind.APOLOGY: N_("Apology"),
        PaperKind.THANK_YOU: N_("Thank-you note"),
        PaperKind.WITHDRAWAL: N_("Withdrawal note"),
        PaperKind.PLAN_CARD: N_("Plan card"),
        PaperKind.WORKSHEET: N_("Worksheet"),
        PaperKind.SUMMARY: N_("Case summary"),
    },
    StepId: {
        StepId.HAPPENED: N_("What happened"),
        StepId.REACH: N_("Reach the client"),
        StepId.COURTESY: N_("Let the interviewer know"),
        StepId.STORY: N_("The story"),
        StepId.DECIDE: N_("Another chance?"),
        StepId.RULERS: N_("How much, how sure"),
        StepId.SOLVE: N_("What is in the way"),
        StepId.REHEARSE: N_("Rehearse the call"),
        StepId.CALL: N_("The client calls"),
        StepId.ASK: N_("Ask for another time"),
        StepId.DEBRIEF: N_("Look back at the call"),
        StepId.NOTE: N_("Thank-you note"),
        StepId.PLAN: N_("Plan for the new date"),
        StepId.ATTENDED: N_("Did it happen?"),
        StepId.FOLLOW_UP: N_("Next contact"),
    },
    StepState: {
        StepState.DONE: N_("Done"),
        StepState.OPEN: N_("Open"),
        StepState.SKIPPED: N_("Skipped"),
        StepState.DOES_NOT_APPLY: N_("Not needed here"),
    },
    Urgency: {
        Urgency.WAITING: N_("Someone is waiting now"),
        Urgency.OVERDUE: N_("Overdue"),
        Urgency.TODAY: N_("Due today"),
        Urgency.LATER: N_("Later"),
        Urgency.NONE: N_("No date"),
    },
    Branch: {
        Branch.NOT_MISSED: N_("Not missed"),
        Branch.MOVED_IN_TIME: N_("Moved or cancelled in time"),
        Branch.IMMINENT_WILL_GO: N_("Still ahead: will go"),
        Branch.IMMINENT_CANNOT_GO: N_("Still ahead: cannot go"),
        Branch.IMMINENT_NOT_REACHED: N_("Still ahead: not reached yet"),
        Branch.NOT_REACHED: N_("Not reached yet"),
        Branch.NOT_READY: N_("Reached, not ready"),
        Branch.DOES_NOT_WANT_IT: N_("Does not want it"),
        Branch.FAST_PATH: N_("Call first, the rest after"),
        Branch.TOLD: N_("The interviewer knows"),
        Branch.POLICY_FORBIDS: N_("Their policy does not allow it"),
        Branch.MESSAGE_LEFT: N_("Voicemail or someone else answered"),
        Branch.AFTER_TWO_TRIES: N_("Two tries, now in writing"),
        Branch.GRANTED: N_("Another time granted"),
        Branch.REFUSED: N_("No this time"),
        Branch.WILL_GET_BACK: N_("Will get back"),
        Branch.CALLED: N_("The client called"),
    },
}
LABELS = MappingProxyType(_LABELS)


def label(member: StrEnum) -> str:
    """Return the English name of `member`, a message id; the member's value when it has none."""
    return _LABELS.get(type(member), {}).get(member, member.value)
