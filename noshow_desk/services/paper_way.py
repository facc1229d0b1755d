"""How a draft goes by now: the rule's sentence as it is true today, or the other way that the rule has."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.channel_rule import is_of_the_rule
from noshow_desk.domain.kinds import Channel
from noshow_desk.domain.paper import Paper
from noshow_desk.services.desk import Desk
from noshow_desk.services.paper_text import LETTERS, way_of


@dataclass(frozen=True, slots=True)
class WayNow:
    """`why` the paper goes as it does. `better` is how the rule sends it by now, if another way, and
    `because` its sentence.
    """

    why: str
    better: Channel | None = None
    because: str = ""


def way_now(desk: Desk, paper: Paper, facts: CaseFacts) -> WayNow:
    """Return how a paper goes by now. A reason of one's own stays, and so does all of what was sent."""
    if paper.sent_at is not None or paper.kind not in LETTERS or not is_of_the_rule(paper.channel_reason):
        return WayNow(paper.channel_reason)
    channel, because = way_of(desk, facts, paper.kind, None, "")
    if channel is paper.channel:
        return WayNow(because)
    return WayNow(paper.channel_reason, channel, because)
