"""R13 and R14: what a paper may claim, and when it may leave as final."""

from __future__ import annotations

import re

from noshow_desk.domain.incident import Incident, Insight
from noshow_desk.domain.kinds import OutsideFactor
from noshow_desk.domain.paper import Paper

_END = re.compile(r"[.!?…]+(?=\s+\S)")


def prints_as_draft(paper: Paper) -> bool:
    """Say whether the paper prints marked DRAFT: the client has not said that every sentence is true."""
    return paper.true_by_client_at is None


def is_final(paper: Paper) -> bool:
    """Say whether both have spoken: the client "every sentence is true", the caseworker "nothing untrue
    here".
    """
    return paper.true_by_client_at is not None and paper.nothing_untrue_at is not None


def confirmed_reasons(incident: Incident) -> frozenset[OutsideFactor]:
    """Return the reasons that the client confirmed as true; a letter may give no other."""
    return frozenset(row.factor for row in incident.outside if row.confirmed_true)


def true_sentence(incident: Incident) -> str:
    """Return the one sentence to give as the reason; empty while the client has not confirmed it as true."""
    return incident.true_sentence.strip() if incident.true_sentence_confirmed_at is not None else ""


def is_one_sentence(text: str) -> bool:
    """R14: say whether `text` is at most one sentence."""
    return _END.search(text.strip()) is None and "\n" not in text.strip()


def pinned_insight(incident: Incident) -> Insight | None:
    """R10: return the insight that stays on top of every later step, and whose it is."""
    insight = incident.insight
    return insight if insight is not None and insight.words.strip() else None
