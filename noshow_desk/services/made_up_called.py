"""Made-up incidents from the client's call on, and reports that were corrected: one function a branch."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.incident import Correction, Skip
from noshow_desk.domain.kinds import (
    Answer,
    CallResult,
    CorrectionKind,
    DecisionChoice,
    Outcome,
    PaperKind,
    StepId,
    WantsIt,
)
from noshow_desk.services.made_up_beginnings import some_days_ago, until_the_call
from noshow_desk.services.made_up_case import MadeUpCase


def policy_forbids(case: MadeUpCase) -> None:
    """Their policy forbids a do-over: the apology without the ask."""
    some_days_ago(case, 4, 90)
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
    some_days_ago(case, 3, 6)
    case.tell()
    case.reach()
    case.talk(WantsIt.UNSURE)
    case.decide(DecisionChoice.ASK_LATER)
    case.next_contact(1, "Ask how it looks today")


def voicemail_once(case: MadeUpCase) -> None:
    """The call went to voicemail: a second try."""
    some_days_ago(case, 1, 2)
    until_the_call(case)
    case.call(result=CallResult.VOICEMAIL, asked=None)


def voicemail_twice(case: MadeUpCase) -> None:
    """Twice nobody there: an apology e-mail that asks."""
    some_days_ago(case, 3, 4)
    until_the_call(case)
    case.call(result=CallResult.VOICEMAIL, asked=None)
    case.later(240)
    case.call(result=CallResult.GATEKEEPER, asked=None)


def granted(case: MadeUpCase) -> None:
    """Granted today: the note and the plan are open."""
    some_days_ago(case, 1, 1)
    until_the_call(case)
    case.call(answer=Answer.GRANTED, answer_detail="She was kind about it.")
    case.new_date(9)


def granted_note_sent(case: MadeUpCase) -> None:
    """Granted, the note is sent, the plan made; the new date is ahead."""
    some_days_ago(case, 3, 5)
    until_the_call(case)
    case.call(answer=Answer.GRANTED)
    case.new_date(4)
    case.look_back()
    case.send(PaperKind.THANK_YOU)
    case.plan()


def attended(case: MadeUpCase) -> None:
    """Granted, and went: finished."""
    days = case.rng.randint(12, 300)
    case.report(case.book(case.hour_of(-days)))
    until_the_call(case)
    case.call(answer=Answer.GRANTED)
    case.look_back()
    case.send(PaperKind.THANK_YOU)
    case.plan()
    went = case.new_date(8 - days)
    case.appointments[-1] = replace(went, outcome=Outcome.ATTENDED, outcome_at=case.later(60 * 24 * 9))
    case.close()


def refused(case: MadeUpCase) -> None:
    """Refused: the debrief comes first."""
    some_days_ago(case, 1, 2)
    until_the_call(case)
    case.call(answer=Answer.REFUSED, answer_detail="The place is filled.")


def refused_with_dignity(case: MadeUpCase) -> None:
    """Refused, looked back, next contact chosen: finished."""
    some_days_ago(case, 10, 300)
    until_the_call(case)
    case.call(answer=Answer.REFUSED)
    case.look_back()
    case.keep(skips=(Skip(step=StepId.NOTE, reason="She asked for no letter.", at=case.now),))
    case.close()


def will_get_back(case: MadeUpCase) -> None:
    """They will get back: the client calls again in two working days."""
    some_days_ago(case, 2, 4)
    until_the_call(case)
    case.call(answer=Answer.WILL_GET_BACK)


def second_one_missed(case: MadeUpCase) -> None:
    """The second chance is missed too: a new incident linked to the first."""
    some_days_ago(case, 12, 20)
    until_the_call(case)
    case.call(answer=Answer.GRANTED)
    again = case.new_date(-1)
    case.earlier.append(case.incident)
    case.report(again)


def by_mistake(case: MadeUpCase) -> None:
    """Reported by mistake and corrected."""
    _corrected(case, CorrectionKind.REPORTED_BY_MISTAKE, "Wrong Marcus in the calendar.")


def did_show_up(case: MadeUpCase) -> None:
    """Did show up after all."""
    _corrected(case, CorrectionKind.DID_SHOW_UP, "Sat in the other waiting room.")


def came_late(case: MadeUpCase) -> None:
    """Came late after all."""
    _corrected(case, CorrectionKind.CAME_LATE, "Twenty minutes late, they took the time.")


def _corrected(case: MadeUpCase, kind: CorrectionKind, note: str) -> None:
    some_days_ago(case, 2, 60)
    case.keep(corrections=(Correction(kind=kind, at=case.later(40), by=case.caseworker_id, note=note),))
