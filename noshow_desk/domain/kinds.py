"""The words that a record may hold, as closed lists (PRACTICE: sections 1, 4, 5, 6 and 10)."""

from __future__ import annotations

from enum import StrEnum


class AppointmentKind(StrEnum):
    """What the appointment was for; the kind decides who may call (R12) and whose rules hold (R11)."""

    JOB_INTERVIEW = "job_interview"
    TRAINING = "training"
    EDUCATION = "education"
    AGENCY = "agency"
    HOUSING = "housing"
    HEALTH = "health"
    SUPERVISION = "supervision"
    OTHER = "other"


# R12: for these the caller and the sender are the client, always.
CLIENT_ONLY_KINDS = frozenset(
    {AppointmentKind.JOB_INTERVIEW, AppointmentKind.TRAINING, AppointmentKind.EDUCATION}
)
# Section 3, last row: other rules, "check your policy". Benefits appointments are kind AGENCY.
OFFICIAL_KINDS = frozenset({AppointmentKind.SUPERVISION, AppointmentKind.AGENCY})


class Outcome(StrEnum):
    """What became of an appointment."""

    ATTENDED = "attended"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MISSED = "missed"


class Channel(StrEnum):
    """The way something was said or sent."""

    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    VISIT = "visit"
    LETTER = "letter"
    HAND = "hand"
    SPOKEN = "spoken"
    OTHER = "other"


class AttemptResult(StrEnum):
    """R5: what came of one try to reach the client."""

    REACHED = "reached"
    MESSAGE_LEFT = "message_left"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    NOT_READY = "not_ready"


class CallResult(StrEnum):
    """A2: who or what answered when the interviewer was called."""

    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    GATEKEEPER = "gatekeeper"
    NO_ANSWER = "no_answer"


class Answer(StrEnum):
    """A3: what the interviewer said to "may I have another time?"."""

    GRANTED = "granted"
    REFUSED = "refused"
    WILL_GET_BACK = "will_get_back"


class Who(StrEnum):
    """Who acts, said it, or owns it."""

    CLIENT = "client"
    CASEWORKER = "caseworker"
    BOTH = "both"
    OTHER = "other"


class WantsIt(StrEnum):
    """R6: does the client want another chance?"""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class StoryState(StrEnum):
    """R2: the three ways in which "why?" is answered. `not_reached` closes the question until the client is
    reached.
    """

    TOLD = "told"
    PREFERS_NOT_TO_SAY = "prefers_not_to_say"
    NOT_REACHED = "not_reached"


class OutsideFactor(StrEnum):
    """R4: what was in the way outside."""

    TRANSPORT = "transport"
    CHILD_CARE = "child_care"
    WRONG_DATE_OR_PLACE = "wrong_date_or_place"
    WORK_SHIFT = "work_shift"
    ILLNESS = "illness"
    FAMILY_CRISIS = "family_crisis"
    PHONE = "phone"
    CLOTHES_OR_ID = "clothes_or_id"
    WEATHER = "weather"
    SUPERVISION_OR_COURT = "supervision_or_court"
    SAFETY = "safety"
    OTHER = "other"
    NONE = "none"


# Section 7: left out of a summary unless chosen.
SENSITIVE_OUTSIDE = frozenset(
    {OutsideFactor.SUPERVISION_OR_COURT, OutsideFactor.SAFETY, OutsideFactor.ILLNESS}
)


class InsideFactor(StrEnum):
    """R4: what went on inside."""

    AFRAID_OF_PAST = "afraid_of_past"
    AFRAID_OF_FAILING = "afraid_of_failing"
    AFRAID_OF_CHANGE = "afraid_of_change"
    DID_NOT_BELONG = "did_not_belong"
    ASHAMED = "ashamed"
    NOT_WORTH_IT = "not_worth_it"
    ANGRY = "angry"
    PULLED_BY_PEOPLE = "pulled_by_people"
    OVERWHELMED = "overwhelmed"
    DID_NOT_WANT_THIS_ONE = "did_not_want_this_one"
    NOT_EXPLORED = "not_explored"
    PREFERS_NOT_TO_SAY = "prefers_not_to_say"


class DecisionChoice(StrEnum):
    """R11: what was decided about asking again."""

    ASK = "ask"
    ASK_LATER = "ask_later"
    POLICY_FORBIDS = "policy_forbids"
    CLIENT_DECLINES = "client_declines"


class CorrectionKind(StrEnum):
    """What turned out otherwise than reported."""

    DID_SHOW_UP = "did_show_up"
    CAME_LATE = "came_late"
    REPORTED_BY_MISTAKE = "reported_by_mistake"


class ConsentLevel(StrEnum):
    """Section 6: what the client allows towards one interviewer."""

    NOT_ASKED = "not_asked"
    NO_CONTACT = "no_contact"
    CALL_WITHOUT_AGENCY = "call_without_agency"
    MAY_NAME_AGENCY = "may_name_agency"


class Topic(StrEnum):
    """Section 6: what may be mentioned; offence, diagnosis and immigration are never topics."""

    AGENCY = "agency"
    SUPERVISION_SCHEDULE = "supervision_schedule"
    HOUSING = "housing"
    HEALTH = "health"


class VoicemailPreference(StrEnum):
    """R5: what may be left on the client's voicemail; unset counts as no message."""

    NO_MESSAGE = "no_message"
    WITHOUT_AGENCY = "without_agency"
    MAY_NAME_AGENCY = "may_name_agency"


class PaperKind(StrEnum):
    """Section 5: the papers."""

    COURTESY = "courtesy"
    CALL_CARD = "call_card"
    APOLOGY = "apology"
    THANK_YOU = "thank_you"
    WITHDRAWAL = "withdrawal"
    PLAN_CARD = "plan_card"
    WORKSHEET = "worksheet"
    SUMMARY = "summary"


# The client's own letters: they go to somebody, and the client signs them (R12, R13).
CLIENT_LETTERS = (PaperKind.THANK_YOU, PaperKind.APOLOGY, PaperKind.WITHDRAWAL)


class StepId(StrEnum):
    """The steps of the practice, in order."""

    HAPPENED = "happened"
    REACH = "reach"
    COURTESY = "courtesy"
    STORY = "story"
    DECIDE = "decide"
    RULERS = "rulers"
    SOLVE = "solve"
    REHEARSE = "rehearse"
    CALL = "call"
    ASK = "ask"
    DEBRIEF = "debrief"
    NOTE = "note"
    PLAN = "plan"
    ATTENDED = "attended"
    FOLLOW_UP = "follow_up"


class StepState(StrEnum):
    """How a step stands; derived, never stored."""

    DONE = "done"
    OPEN = "open"
    SKIPPED = "skipped"
    DOES_NOT_APPLY = "does-not-apply"
