"""A1 and section 6: what a courtesy call may say, to whom, and what to answer when the interviewer talks
back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import level_on, topics_on
from noshow_desk.domain.kinds import ConsentLevel, StoryState, Topic
from noshow_desk.i18n import N_, Message

MOST_WORDS = 45
_FIRST_NAME_ONLY = Message(
    N_("The client was not asked yet: give your own first name only, and do not name your office.")
)
_DO_NOT_CALL = Message(N_("The client decided: no contact with this interviewer. Do not call."))
_WITHOUT_AGENCY = Message(N_("You may call. Do not name your office."))
_NAMED = Message(N_("You may call and name your office."))
_GIVES_AWAY = Message(
    N_("Caller ID, a callback number or a work e-mail would name your office. Hide your number; no e-mail.")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtesyTerms:
    """What consent allows for this call. `caller` is the name to give; `agency` the office name, if allowed.

    `before` is shown before the call, `warning` when the telephone or the mailbox would give the agency away.
    """

    may_call: bool
    may_email: bool
    caller: str
    agency: str
    topics: frozenset[Topic]
    before: Message
    warning: Message | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the interviewer may say back, and the answer to it."""

    asked: Message
    answer: Message


def courtesy_terms(facts: CaseFacts, today: date) -> CourtesyTerms:
    """Return what the consent in force on `today` allows for the courtesy call."""
    level = level_on(facts.consent, today)
    named = level is ConsentLevel.MAY_NAME_AGENCY
    caseworker = facts.caseworker
    return CourtesyTerms(
        may_call=level is not ConsentLevel.NO_CONTACT,
        may_email=named,
        caller=caseworker.first_name if level is ConsentLevel.NOT_ASKED else caseworker.name,
        agency=caseworker.office_name if named else "",
        topics=topics_on(facts.consent, today) if named else frozenset(),
        before=_BEFORE[level],
        warning=None if named or level is ConsentLevel.NO_CONTACT else _GIVES_AWAY,
    )


_BEFORE = {
    ConsentLevel.NOT_ASKED: _FIRST_NAME_ONLY,
    ConsentLevel.NO_CONTACT: _DO_NOT_CALL,
    ConsentLevel.CALL_WITHOUT_AGENCY: _WITHOUT_AGENCY,
    ConsentLevel.MAY_NAME_AGENCY: _NAMED,
}


def replies(facts: CaseFacts, today: date) -> tuple[Reply, ...]:
    """Return the answers for when the interviewer talks back: who are you, why, and a new time on offer."""
    terms = courtesy_terms(facts, today)
    client = facts.client.called or Message(N_("the client"))
    known = {"client": client, "name": terms.caller, "office": terms.agency}
    who = N_("My name is {name}. I am calling for {client}.")
    if terms.agency:
        who = N_("My name is {name}, from {office}. I am calling for {client}.")
    return (
        Reply(Message(N_("Who are you?")), Message(who, known)),
        Reply(Message(N_("Why?")), about_the_reason(facts)),
        Reply(
            Message(N_("They offer a new time")),
            Message(N_("Thank you; {client} will call you to answer."), {"client": client}),
        ),
    )


def about_the_reason(facts: CaseFacts) -> Message:
    """R13: return what to answer to "why?": nothing untrue when the reason is known, and never the reason."""
    if not reason_known(facts):
        return Message(N_("I’m not sure what came up."))
    return Message(
        N_("I’ll let {client} speak to that."), {"client": facts.client.called or Message(N_("the client"))}
    )


def reason_known(facts: CaseFacts) -> bool:
    """Say whether the caseworker has heard why."""
    incident = facts.incident
    told = (
        incident.story is not None
        and incident.story.state is StoryState.TOLD
        and bool(incident.story.words.strip())
    )
    return told or bool(incident.outside or incident.inside or incident.true_sentence.strip())
