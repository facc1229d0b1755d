"""R7 and R9: who owns the solutions, and how many obstacles are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from noshow_desk.domain.incident import Incident, Obstacle
from noshow_desk.domain.kinds import Who
from noshow_desk.i18n import N_, Message

OBSTACLES_SHOWN = 3


def owners(obstacles: Sequence[Obstacle]) -> tuple[int, int]:
    """Return how many obstacles the client and how many the caseworker takes on ("client 3 · caseworker 1").

    What both or someone else does counts as the client's: it is not the caseworker who rushes in.
    """
    rows = [row for row in obstacles if row.what.strip() or row.idea.strip()]
    caseworker = sum(row.owner is Who.CASEWORKER for row in rows)
    return len(rows) - caseworker, caseworker


def asks_why_not_client(obstacle: Obstacle) -> bool:
    """R9: say whether "why not the client?" is still to be answered for this obstacle."""
    return obstacle.owner is Who.CASEWORKER and not obstacle.why_not_client.strip()


def too_many(incident: Incident) -> Message | None:
    """R7: the nudge for more than three obstacles; more is possible."""
    if len(incident.obstacles) <= OBSTACLES_SHOWN:
        return None
    return Message(N_("Three are plenty. Which of them would have made the difference?"))
