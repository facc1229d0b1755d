"""R5: was the client reached, and can they talk? The tries decide, and what only the client can give."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import NamedTuple

from noshow_desk.domain.incident import ClientCall, ContactAttempt, Incident
from noshow_desk.domain.kinds import AttemptResult, StoryState, Who
from noshow_desk.domain.practice.moments import NEVER, aware

_TALKED = (AttemptResult.REACHED, AttemptResult.NOT_READY)


class Reached(NamedTuple):
    """`ready_at`: when the client was reached and could talk (None: not yet). `not_ready`: the try that found
    them unable to. `last`: the moment of the last try.
    """

    ready_at: datetime | None
    not_ready: ContactAttempt | None
    last: datetime


def by_tries(attempts: tuple[ContactAttempt, ...], zone: tzinfo, since: datetime | None) -> Reached:
    """Return what the contact attempts say; those before `since` (when given) do not count as reached."""
    ready_at: datetime | None = None
    not_ready: ContactAttempt | None = None
    last = NEVER
    for row in attempts:
        last = aware(row.at, zone)
        if row.result not in _TALKED or (since is not None and last < since):
            continue
        if row.result is AttemptResult.REACHED:
            ready_at, not_ready = ready_at or last, None
        else:
            ready_at, not_ready = None, row
    return Reached(ready_at, not_ready, last)


def by_word(
    incident: Incident, calls: tuple[ClientCall, ...], zone: tzinfo, undated: datetime, ahead: bool
) -> datetime | None:
    """Return when the client last gave something only a client can give.

    What has no date counts as given at `undated`. `ahead`: the appointment is still ahead, so that "I will
    go" is fresh.
    """
    moments = [aware(row.at, zone) for row in calls if row.by is not Who.CASEWORKER]
    moments += [aware(row.at, zone) for row in incident.rehearsals]
    story = incident.story
    if story is not None and story.state is not StoryState.NOT_REACHED:
        moments.append(aware(story.at, zone) if story.at else undated)
    if incident.safety is not None:
        moments.append(aware(incident.safety.at, zone))
    answered = incident.wants_it is not None or incident.going is False
    if not moments and (answered or (incident.going is True and ahead)):
        return undated
    return max(moments, default=None)


def taken_back(rows: tuple[ContactAttempt, ...], attempts: tuple[ContactAttempt, ...]) -> bool:
    """Say whether a correction took "reached" back: whoever does so says that there was no talk at all."""
    if len(attempts) == len(rows):
        return False
    return any(row.result in _TALKED for row in rows) and not any(row.result in _TALKED for row in attempts)
