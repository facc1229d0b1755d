"""The words that a record may hold, as closed lists (PRACTICE: sections 1, 4, 5, 6 and 10)."""

from __future__ import annotations

from enum import StrEnum


class AppointmentKind(StrEnum):
    JOB_INTERVIEW = "job_interview"
    TRAINING = "training"
    EDUCATION = "education"
    AGENCY = "agency"
    HOUSING = "housing"
    HEALTH = "health"
    SUPERVISION = "supervision"
    OTHER = "other"


# R12: for these the caller and the sender are the client, always.
CLIENT_ONLY_KINDS = frozenset({AppointmentKind.JOB_INTERVIEW, AppointmentKind.TRAINING, AppointmentKind.EDUCATION})
# Section 3, last row: other rules, "check your policy". Benefits appointments are kind AGENCY.
OFFICIAL_KINDS = frozenset({AppointmentKind.SUPERVISION, AppointmentKind.AGENCY})


class Outcome(StrEnum):
    ATTENDED = "attended"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MISSED = "missed"


class Channel(StrEnum):
    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    VISIT = "visit"
    LETTER = "letter"
    HAND = "hand"
    SPOKEN = "spoken"
    OTHER = "other"


class AttemptResult(StrEnum):
    REACHED = "reached"
    MESSAGE_LEFT = "message_left"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    NOT_READY = "not_ready"


class CallResult(StrEnum):
    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    GATEKEEPER = "gatekeeper"
    NO_ANSWER = "no_answer"


class Answer(StrEnum):
    GRANTED = "granted"
    REFUSED = "refused"
    WILL_GET_BACK = "will_get_back"


class Who(StrEnum):
    CLIENT = "client"
    CASEWORKER = "caseworker"
    BOTH = "both"
    OTHER = "other"


class WantsIt(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class StoryState(StrEnum):
    TOLD = "told"
    PREFERS_NOT_TO_SAY = "prefers_not_to_say"


class OutsideFactor(StrEnum):
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
SENSITIVE_OUTSIDE = frozenset({OutsideFactor.SUPERVISION_OR_COURT, OutsideFactor.SAFETY, OutsideFactor.ILLNESS})


class InsideFactor(StrEnum):
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
    ASK = "ask"
    ASK_LATER = "ask_later"
    POLICY_FORBIDS = "policy_forbids"
    CLIENT_DECLINES = "client_declines"


class CorrectionKind(StrEnum):
    DID_SHOW_UP = "did_show_up"
    CAME_LATE = "came_late"
    REPORTED_BY_MISTAKE = "reported_by_mistake"


class ConsentLevel(StrEnum):
    NOT_ASKED = "not_asked"
    NO_CONTACT = "no_contact"
    CALL_WITHOUT_AGENCY = "call_without_agency"
    MAY_NAME_AGENCY = "may_name_agency"


class Topic(StrEnum):
    AGENCY = "agency"
    SUPERVISION_SCHEDULE = "supervision_schedule"
    HOUSING = "housing"
    HEALTH = "health"


class VoicemailPreference(StrEnum):
    NO_MESSAGE = "no_message"
    WITHOUT_AGENCY = "without_agency"
    MAY_NAME_AGENCY = "may_name_agency"


class PaperKind(StrEnum):
    COURTESY = "courtesy"
    CALL_CARD = "call_card"
    APOLOGY = "apology"
    THANK_YOU = "thank_you"
    WITHDRAWAL = "withdrawal"
    PLAN_CARD = "plan_card"
    WORKSHEET = "worksheet"
    SUMMARY = "summary"


class StepId(StrEnum):
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
    DONE = "done"
    OPEN = "open"
    SKIPPED = "skipped"
    DOES_NOT_APPLY = "does-not-apply"
