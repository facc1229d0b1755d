"""How made-up incidents begin, and the road that most of them share up to the client's call."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from noshow_desk.services.made_up_case import MadeUpCase


def about_to_start(case: MadeUpCase, minutes: int = 50) -> None:
    """Report an appointment that starts in about so many minutes."""
    case.report(case.book(_quarter(case.local(case.latest) + timedelta(minutes=minutes))), imminent=True)


def just_now(case: MadeUpCase, minutes: int = 42, **known: Any) -> None:
    """Report an appointment that started so many minutes ago, or up to a quarter of an hour more."""
    case.report(case.book(_quarter(case.local(case.latest) - timedelta(minutes=minutes)), **known))


def some_days_ago(case: MadeUpCase, first: int, last: int, **known: Any) -> None:
    """Report an appointment of a working day, `first` to `last` days ago."""
    case.report(case.book(case.hour_of(-case.rng.randint(first, last)), **known))


def until_the_call(case: MadeUpCase) -> None:
    """Tell the interviewer, reach the client, talk, solve and rehearse: all that comes before the call."""
    case.tell()
    case.reach()
    case.talk()
    case.weigh()
    case.decide()
    case.solve()
    case.rehearse()


def _quarter(starts: datetime) -> datetime:
    """Return the quarter of an hour that began last, as appointments start."""
    return starts.replace(minute=starts.minute - starts.minute % 15)
