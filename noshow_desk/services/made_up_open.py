"""Made-up incidents that have not come to the client's call, or never will: one function a branch."""

from __future__ import annotations

from datetime import timedelta

from noshow_desk.domain.incident import Safety, Story
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    AttemptResult,
    Channel,
    DecisionChoice,
    StoryState,
    WantsIt,
)
from noshow_desk.services.made_up_beginnings import about_to_start, just_now, some_days_ago
from noshow_desk.services.made_up_case import MadeUpCase


def imminent_goes(case: MadeUpCase) -> None:
    """Imminent, reached, will go."""
    about_to_start(case, 90)
    case.reach()
    case.keep(going=True)


def imminent_cannot(case: MadeUpCase) -> None:
    """Imminent, reached, cannot go: the client calls and moves it."""
    about_to_start(case)
    case.reach()
    case.keep(going=False)
    case.call(moved_or_cancelled=True, answer=Answer.GRANTED)
    case.new_date(6)


def imminent_not_reached(case: MadeUpCase) -> None:
    """Imminent, not reached: the caseworker lets the interviewer know."""
    about_to_start(case)
    case.try_client(AttemptResult.NO_ANSWER)
    case.try_client(AttemptResult.MESSAGE_LEFT, Channel.TEXT)
    case.tell()


def just_missed(case: MadeUpCase) -> None:
    """Missed within the hour, nobody told yet."""
    just_now(case)


def not_reached(case: MadeUpCase) -> None:
    """Missed, not reached over several channels and times."""
    some_days_ago(case, 1, 4)
    case.try_client(AttemptResult.NO_ANSWER)
    case.tell()
    for channel in (Channel.TEXT, Channel.VISIT):
        case.later(200)
        case.try_client(
            AttemptResult.MESSAGE_LEFT if channel is Channel.TEXT else AttemptResult.NO_ANSWER, channel
        )


def not_ready(case: MadeUpCase) -> None:
    """Missed, reached, not ready: a time to call back."""
    just_now(case, 75)
    back = case.latest + timedelta(hours=3)
    case.try_client(AttemptResult.NOT_READY, call_back_at=back, may_tell=True)


def in_danger(case: MadeUpCase) -> None:
    """Reached and not safe: everything waits."""
    just_now(case, 120)
    case.try_client(AttemptResult.REACHED)
    case.keep(safety=Safety(danger=True, at=case.now, note="Staying with a friend tonight."))


def does_not_want(case: MadeUpCase) -> None:
    """Missed, reached, does not want it: the client withdraws politely."""
    some_days_ago(case, 2, 6)
    case.tell()
    case.reach()
    case.talk(WantsIt.NO)
    case.decide(DecisionChoice.CLIENT_DECLINES)
    case.next_contact(5, "Look at other jobs together")


def fast_path(case: MadeUpCase) -> None:
    """Missed, reached, wants it, interviewer not told yet."""
    just_now(case, 55)
    case.reach()
    case.talk()
    case.keep(true_sentence="I missed the bus.", days_i_can_keep=("Thursday morning", "Friday"))


def told_and_talking(case: MadeUpCase) -> None:
    """Missed, interviewer told, story and rulers done, before the call."""
    some_days_ago(case, 1, 2)
    case.tell()
    case.reach()
    case.talk()
    case.weigh()
    case.decide()
    case.solve()


def prefers_not_to_say(case: MadeUpCase) -> None:
    """Prefers not to say why; wants another chance."""
    some_days_ago(case, 1, 3)
    case.tell()
    case.reach()
    case.keep(story=Story(state=StoryState.PREFERS_NOT_TO_SAY, at=case.later(5)), wants_it=WantsIt.YES)


def supervision(case: MadeUpCase) -> None:
    """A supervision, court or benefits appointment: other rules."""
    some_days_ago(case, 1, 3, kind=case.rng.choice((AppointmentKind.SUPERVISION, AppointmentKind.AGENCY)))
    case.reach()
