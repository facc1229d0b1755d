"""The words of the steps: titles, who acts, and why; the table STEPS and its variants for the branches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from noshow_desk.domain.kinds import Answer, DecisionChoice, StepId, StepState, Who
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import Stand
from noshow_desk.i18n import N_, Message


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: its title (a message id that may hold {client}), who acts, why, and the rules it carries."""

    id: StepId
    title: str
    who: Who
    why: Message
    rules: tuple[str, ...]


def _row(step: StepId, title: str, who: Who, why: str, rules: str) -> StepRow:
    return StepRow(step, title, who, Message(why), tuple(rules.split()))


# To add a step: a member of StepId, a row here, its rule in order.STANDS, and a page in
# ui/incident_wizard/pages/.
STEPS: tuple[StepRow, ...] = (
    _row(
        StepId.HAPPENED, N_("What happened"), Who.CASEWORKER,
        N_("Who, who is waiting, their number, when. All else can come later."), "R1",
    ),
    _row(
        StepId.REACH, N_("Reach {client}"), Who.CASEWORKER,
        N_("The client first: one try on each channel, two minutes, then call the interviewer."), "R0 R5 A1",
    ),
    _row(
        StepId.COURTESY, N_("Let the interviewer know"), Who.CASEWORKER,
        N_("Someone set time aside. A short word now keeps the door open."), "A1",
    ),
    _row(
        StepId.STORY, N_("Hear {client}’s story"), Who.BOTH,
        N_("People act for reasons that are good to them. Their own words first."), "R0 R2 R3 R4 R13",
    ),
    _row(
        StepId.DECIDE, N_("Another chance?"), Who.CLIENT,
        N_("It is the client’s choice; yes, no and not sure are all good answers."), "R6 R11",
    ),
    _row(
        StepId.RULERS, N_("How much, how sure"), Who.BOTH,
        N_("Two numbers show where to help: how much it matters, and how sure one is."), "R6",
    ),
    _row(
        StepId.SOLVE, N_("What is in the way"), Who.CLIENT,
        N_("The client’s own idea is the one that gets done."), "R7 R8 R9 R10",
    ),
    _row(
        StepId.REHEARSE, N_("Rehearse the call"), Who.BOTH,
        N_("Once out loud makes the real call half as hard."), "R15 R16",
    ),
    _row(
        StepId.CALL, N_("{client} calls"), Who.CLIENT,
        N_("Sorry for the miss, sorry for the trouble. The call itself is the success."),
        "R12 R13 R14 R17 A2",
    ),
    _row(
        StepId.ASK, N_("Ask for another time"), Who.CLIENT,
        N_("A polite question. Many say yes; a no costs nothing more."), "R12 R16 A3",
    ),
    _row(
        StepId.DEBRIEF, N_("Look back at the call"), Who.BOTH,
        N_("Calling took courage, whatever the answer was. Say so."), "R17 R18",
    ),
    _row(
        StepId.NOTE, N_("Thank-you note"), Who.CLIENT,
        N_("Sorry once more, and thank you. Today is best."), "R12 R13 R14 A4",
    ),
    _row(
        StepId.PLAN, N_("Plan for the new date"), Who.CLIENT,
        N_("If this happens, then I do that: once for the outside, once for the inside."), "A5",
    ),
    _row(
        StepId.ATTENDED, N_("Did it happen?"), Who.CASEWORKER,
        N_("Ask on the working day after, and celebrate it."), "R17",
    ),
    _row(
        StepId.FOLLOW_UP, N_("Next contact"), Who.CASEWORKER,
        N_("Nothing closes by itself: choose the day you talk again."), "R1",
    ),
)  # fmt: skip
ROWS: Mapping[StepId, StepRow] = {row.id: row for row in STEPS}

_ARRIVED = N_("Did {client} get there?")
_CANCELS = N_("{client} calls to cancel or move it")
_WITHDRAWS = N_("{client} withdraws politely")
_CALLS_AGAIN = N_("{client} calls again")
_KEEP_IT = N_("Plan to get there")
_ASK_LATER = N_("Ask later")
_AGAIN = N_("Ask what they decided")
_NOTES = {
    "withdrawal": N_("Withdrawal note"),
    "refused": N_("A note, if the client wants"),
    "asks": N_("Apology that asks for another time"),
    "apology": N_("Apology"),
    "thanks": ROWS[StepId.NOTE].title,
}
_PLAIN = {text: Message(text) for text in (_KEEP_IT, _ASK_LATER, _AGAIN, *_NOTES.values())}
_PLAIN |= {row.title: Message(row.title) for row in STEPS if "{" not in row.title}
_FIRST, _WITHIN = Message(N_("The client")), Message(N_("the client"))


def title_of(case: Reading, step: StepId) -> Message:
    """Return the title of `step` in the branch of this case."""
    words = _title(case, step)
    plain = _PLAIN.get(words)
    if plain is not None:
        return plain
    unnamed = _FIRST if words.startswith("{client}") else _WITHIN
    return Message(words, {"client": case.facts.client.called or unnamed})


def _title(case: Reading, step: StepId) -> str:
    if step is StepId.CALL:
        return _call_title(case)
    if step is StepId.NOTE:
        return _NOTES[note_variant(case)]
    if step is StepId.HAPPENED and case.arriving:
        return _ARRIVED
    if step is StepId.PLAN and case.will_go:
        return _KEEP_IT
    if step is StepId.ASK and case.answer is Answer.WILL_GET_BACK:
        return _AGAIN
    if step is StepId.ASK and case.answer is None and case.choice is DecisionChoice.ASK_LATER:
        return _ASK_LATER
    return ROWS[step].title


def _call_title(case: Reading) -> str:
    if case.cannot_go or case.in_time:
        return _CANCELS
    if case.declines:
        return _WITHDRAWS
    return _CALLS_AGAIN if case.tries and not case.called else ROWS[StepId.CALL].title


def note_variant(case: Reading) -> str:
    """Return which note this branch calls for: thanks, refused, asks, apology or withdrawal."""
    if case.declines:
        return "withdrawal"
    if case.granted:
        return "thanks"
    if case.answer is Answer.REFUSED:
        return "refused"
    if case.choice in (DecisionChoice.POLICY_FORBIDS, DecisionChoice.ASK_LATER):
        return "apology"
    if case.answer is None and (case.written_instead or StepId.CALL in case.skipped or _not_asked(case)):
        return "asks"
    return "thanks"


def _not_asked(case: Reading) -> bool:
    return case.spoke is not None and case.spoke.asked is False


def who_of(case: Reading, step: StepId) -> Who:
    """Return who acts. R12: on a job, training or education interview the call, the ask and the note are the
    client's.
    """
    if step in (StepId.CALL, StepId.ASK) and not case.client_only and case.last_call is not None:
        return case.last_call.by
    return ROWS[step].who


def why_of(case: Reading, step: StepId, found: Stand) -> Message:
    """Return why this step is there, or why it is not needed here."""
    if found.state is StepState.DOES_NOT_APPLY:
        return _why_not(case, step)
    if step is StepId.ASK and case.answer is Answer.WILL_GET_BACK:
        return _CALL_BACK
    if step is StepId.NOTE and case.answer is Answer.REFUSED:
        return _DOOR_OPEN
    if step is StepId.CALL and case.cannot_go:
        return _BEFORE
    if step is StepId.CALL and case.declines:
        return _CLEAR_NO
    if step is StepId.CALL and case.choice in (DecisionChoice.POLICY_FORBIDS, DecisionChoice.ASK_LATER):
        return _WITHOUT_ASKING
    return ROWS[step].why


_CALL_BACK = Message(N_("They said they will get back. After two working days the client calls."))
_DOOR_OPEN = Message(N_("Sorry, thanks, and the door stays open. Only if the client wants to."))
_BEFORE = Message(N_("A call before the start is not a miss."))
_CLEAR_NO = Message(N_("Sorry, thanks, a clear no. No reason is needed."))
_WITHOUT_ASKING = Message(N_("Sorry for the miss, sorry for the trouble, and no question this time."))
_NOTHING = Message(N_("There is nothing to put right."))
_CALLED_IN_TIME = Message(N_("It was moved or cancelled in time."))
_GOING = Message(N_("The client is going."))
_DECLINED = Message(N_("The client does not want another chance here."))
_POLICY = Message(N_("Their policy does not allow another chance."))
_NO_CONTACT = Message(N_("The client decided: no contact with this interviewer."))
_MAY_NOT_TELL = Message(N_("The client asked you not to tell them."))
_REACHED = Message(N_("The client was reached and can call."))
_HEARD = Message(N_("They have heard already."))
_NOT_REACHED = Message(N_("The client was not reached."))
_CALL_IS_OVER = Message(N_("The call is over."))
_NO_NEW_DATE = Message(N_("There is no new date."))
_LETTERS_OFF = Message(N_("Other rules hold here: letters are off. Check your policy."))
_OTHER_FIRST = Message(N_("Something else comes first."))


def _why_not(case: Reading, step: StepId) -> Message:
    if step is StepId.FOLLOW_UP:
        return _NOTHING if case.came is not None else _OTHER_FIRST
    if case.came is not None:
        return _NOTHING
    if case.in_time:
        return _CALLED_IN_TIME
    if case.will_go:
        return _GOING
    if step is StepId.COURTESY:
        return _why_no_courtesy(case)
    if case.given_up:
        return _NOT_REACHED
    if case.declines:
        return _DECLINED
    return _why_not_later(case, step)


def _why_no_courtesy(case: Reading) -> Message:
    if case.answer_calls:
        return _HEARD
    if case.engaged:
        return _REACHED
    return _NO_CONTACT if case.no_contact else _MAY_NOT_TELL


def _why_not_later(case: Reading, step: StepId) -> Message:
    if step in (StepId.PLAN, StepId.ATTENDED):
        return _NO_NEW_DATE
    if step is StepId.REHEARSE:
        return _CALL_IS_OVER
    if case.imminent:
        return _BEFORE
    return _LETTERS_OFF if step is StepId.NOTE else _POLICY
