"""Every branch of the practice (PRACTICE section 3) as a made-up incident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from noshow_desk.domain.incident import Correction, Safety, Skip, Story
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    AttemptResult,
    CallResult,
    Channel,
    CorrectionKind,
    DecisionChoice,
    Outcome,
    PaperKind,
    StepId,
    StoryState,
    WantsIt,
)
from noshow_desk.services.made_up_case import MadeUpCase

NOTE = "starter-en-thank_you-letter-granted"


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch: its name, how it is told, and how common it is among many clients (0: only once each
    round).
    """

    name: str
    tell: Callable[[MadeUpCase], None]
    weight: int = 1


def _soon(case: MadeUpCase, minutes: int = 50) -> None:
    case.report(case.book(case.local(case.latest) + timedelta(minutes=minutes)), imminent=True)


def _just_missed(case: MadeUpCase, minutes: int = 42, **known: Any) -> None:
    case.report(case.book(case.local(case.latest) - timedelta(minutes=minutes), **known))


def _missed(case: MadeUpCase, first: int, last: int, **known: Any) -> None:
    case.report(case.book(case.hour_of(-case.rng.randint(first, last)), **known))


def imminent_goes(case: MadeUpCase) -> None:
    """Imminent, reached, will go."""
    _soon(case, 90)
    case.reach()
    case.keep(going=True)


def imminent_cannot(case: MadeUpCase) -> None:
    """Imminent, reached, cannot go: the client calls and moves it."""
    _soon(case)
    case.reach()
    case.keep(going=False)
    case.call(moved_or_cancelled=True, answer=Answer.GRANTED)
    case.new_date(6)


def imminent_not_reached(case: MadeUpCase) -> None:
    """Imminent, not reached: the caseworker lets the interviewer know."""
    _soon(case)
    case.try_client(AttemptResult.NO_ANSWER)
    case.try_client(AttemptResult.MESSAGE_LEFT, Channel.TEXT)
    case.tell()


def just_missed(case: MadeUpCase) -> None:
    """Missed within the hour, nobody told yet."""
    _just_missed(case)


def not_reached(case: MadeUpCase) -> None:
    """Missed, not reached over several channels and times."""
    _missed(case, 1, 4)
    case.try_client(AttemptResult.NO_ANSWER)
    case.tell()
    for channel in (Channel.TEXT, Channel.VISIT):
        case.later(200)
        case.try_client(
            AttemptResult.MESSAGE_LEFT if channel is Channel.TEXT else AttemptResult.NO_ANSWER, channel
        )


def not_ready(case: MadeUpCase) -> None:
    """Missed, reached, not ready: a time to call back."""
    _just_missed(case, 75)
    back = case.latest + timedelta(hours=3)
    case.try_client(AttemptResult.NOT_READY, call_back_at=back, may_tell=True)


def in_danger(case: MadeUpCase) -> None:
    """Reached and not safe: everything waits."""
    _just_missed(case, 120)
    case.try_client(AttemptResult.REACHED)
    case.keep(safety=Safety(danger=True, at=case.now, note="Staying with a friend tonight."))


def does_not_want(case: MadeUpCase) -> None:
    """Missed, reached, does not want it: the client withdraws politely."""
    _missed(case, 2, 6)
    case.tell()
    case.reach()
    case.talk(WantsIt.NO)
    case.decide(DecisionChoice.CLIENT_DECLINES)
    case.next_contact(5, "Look at other jobs together")


def fast_path(case: MadeUpCase) -> None:
    """Missed, reached, wants it, interviewer not told yet."""
    _just_missed(case, 55)
    case.reach()
    case.talk()
    case.keep(true_sentence="I missed the bus.", days_i_can_keep=("Thursday morning", "Friday"))


def told_and_talking(case: MadeUpCase) -> None:
    """Missed, interviewer told, story and rulers done, before the call."""
    _missed(case, 1, 2)
    case.tell()
    case.reach()
    case.talk()
    case.weigh()
    case.decide()
    case.solve()


def policy_forbids(case: MadeUpCase) -> None:
    """Their policy forbids a do-over: the apology without the ask."""
    _missed(case, 4, 90)
    case.tell()
    case.reach()
    case.talk()
    case.weigh()
    case.solve()
    case.rehearse()
    case.decide(DecisionChoice.POLICY_FORBIDS, policy="No second interviews within six months")
    case.call(asked=False)
    case.look_back()
    if case.rng.random() < 0.8:
        case.close()


def asks_later(case: MadeUpCase) -> None:
    """Wants to ask, later."""
    _missed(case, 3, 6)
    case.tell()
    case.reach()
    case.talk(WantsIt.UNSURE)
    case.decide(DecisionChoice.ASK_LATER)
    case.next_contact(1, "Ask how it looks today")


def voicemail_once(case: MadeUpCase) -> None:
    """The call went to voicemail: a second try."""
    _missed(case, 1, 2)
    _ready_to_call(case)
    case.call(result=CallResult.VOICEMAIL, asked=None)


def voicemail_twice(case: MadeUpCase) -> None:
    """Twice nobody there: an apology e-mail that asks."""
    _missed(case, 3, 4)
    _ready_to_call(case)
    case.call(result=CallResult.VOICEMAIL, asked=None)
    case.later(240)
    case.call(result=CallResult.GATEKEEPER, asked=None)


def granted(case: MadeUpCase) -> None:
    """Granted today: the note and the plan are open."""
    _missed(case, 1, 1)
    _ready_to_call(case)
    case.call(answer=Answer.GRANTED, answer_detail="She was kind about it.")
    case.new_date(9)


def granted_note_sent(case: MadeUpCase) -> None:
    """Granted, the note is sent, the plan made; the new date is ahead."""
    _missed(case, 3, 5)
    _ready_to_call(case)
    case.call(answer=Answer.GRANTED)
    case.new_date(4)
    case.look_back()
    case.write(PaperKind.THANK_YOU, NOTE, sent=True)
    case.plan()


def attended(case: MadeUpCase) -> None:
    """Granted, and went: finished."""
    days = case.rng.randint(12, 300)
    case.report(case.book(case.hour_of(-days)))
    _ready_to_call(case)
    case.call(answer=Answer.GRANTED)
    case.look_back()
    case.write(PaperKind.THANK_YOU, NOTE, sent=True)
    case.plan()
    went = case.new_date(8 - days)
    case.appointments[-1] = replace(went, outcome=Outcome.ATTENDED, outcome_at=case.later(60 * 24 * 9))
    case.close()


def refused(case: MadeUpCase) -> None:
    """Refused: the debrief comes first."""
    _missed(case, 1, 2)
    _ready_to_call(case)
    case.call(answer=Answer.REFUSED, answer_detail="The place is filled.")


def refused_with_dignity(case: MadeUpCase) -> None:
    """Refused, looked back, next contact chosen: finished."""
    _missed(case, 10, 300)
    _ready_to_call(case)
    case.call(answer=Answer.REFUSED)
    case.look_back()
    case.keep(skips=(Skip(step=StepId.NOTE, reason="She asked for no letter.", at=case.now),))
    case.close()


def will_get_back(case: MadeUpCase) -> None:
    """They will get back: the client calls again in two working days."""
    _missed(case, 2, 4)
    _ready_to_call(case)
    case.call(answer=Answer.WILL_GET_BACK)


def second_one_missed(case: MadeUpCase) -> None:
    """The second chance is missed too: a new incident linked to the first."""
    _missed(case, 12, 20)
    _ready_to_call(case)
    case.call(answer=Answer.GRANTED)
    again = case.new_date(-1)
    case.earlier.append(case.incident)
    case.report(again)


def supervision(case: MadeUpCase) -> None:
    """A supervision, court or benefits appointment: other rules."""
    _missed(case, 1, 3, kind=case.rng.choice((AppointmentKind.SUPERVISION, AppointmentKind.AGENCY)))
    case.reach()


def by_mistake(case: MadeUpCase) -> None:
    """Reported by mistake and corrected."""
    _corrected(case, CorrectionKind.REPORTED_BY_MISTAKE, "Wrong Marcus in the calendar.")


def did_show_up(case: MadeUpCase) -> None:
    """Did show up after all."""
    _corrected(case, CorrectionKind.DID_SHOW_UP, "Sat in the other waiting room.")


def came_late(case: MadeUpCase) -> None:
    """Came late after all."""
    _corrected(case, CorrectionKind.CAME_LATE, "Twenty minutes late, they took the time.")


def prefers_not_to_say(case: MadeUpCase) -> None:
    """Prefers not to say why; wants another chance."""
    _missed(case, 1, 3)
    case.tell()
    case.reach()
    case.keep(story=Story(state=StoryState.PREFERS_NOT_TO_SAY, at=case.later(5)), wants_it=WantsIt.YES)


def _ready_to_call(case: MadeUpCase) -> None:
    case.tell()
    case.reach()
    case.talk()
    case.weigh()
    case.decide()
    case.solve()
    case.rehearse()


def _corrected(case: MadeUpCase, kind: CorrectionKind, note: str) -> None:
    _missed(case, 2, 60)
    case.keep(corrections=(Correction(kind=kind, at=case.later(40), by=case.caseworker_id, note=note),))


# To add a branch: a function above and its row here. Finished ones are common, as in a real office.
BRANCHES: tuple[Branch, ...] = (
    Branch("just missed", just_missed, 0),
    Branch("imminent, will go", imminent_goes, 0),
    Branch("imminent, cannot go", imminent_cannot, 0),
    Branch("imminent, not reached", imminent_not_reached, 0),
    Branch("missed, not reached", not_reached, 2),
    Branch("missed, not ready", not_ready, 0),
    Branch("missed, not safe", in_danger, 0),
    Branch("does not want it", does_not_want, 3),
    Branch("fast path", fast_path, 0),
    Branch("told and talking", told_and_talking, 1),
    Branch("policy forbids", policy_forbids, 4),
    Branch("asks later", asks_later, 2),
    Branch("voicemail once", voicemail_once, 1),
    Branch("voicemail twice", voicemail_twice, 1),
    Branch("granted", granted, 1),
    Branch("granted, note sent", granted_note_sent, 3),
    Branch("second chance attended", attended, 40),
    Branch("refused", refused, 1),
    Branch("refused with dignity", refused_with_dignity, 20),
    Branch("will get back", will_get_back, 2),
    Branch("second chance missed too", second_one_missed, 2),
    Branch("supervision or benefits", supervision, 2),
    Branch("reported by mistake", by_mistake, 4),
    Branch("did show up", did_show_up, 6),
    Branch("came late", came_late, 3),
    Branch("prefers not to say", prefers_not_to_say, 2),
)
