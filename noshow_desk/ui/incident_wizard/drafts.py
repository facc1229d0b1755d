"""The papers beside the steps: filled from the facts as they are being typed, before anything is written."""

from __future__ import annotations

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.errors import UserError
from noshow_desk.services import paper_text
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.situation import Situation


def live_letter(
    desk: Desk, situation: Situation, kind: PaperKind, channel: Channel | None = None
) -> Letter | None:
    """Return the paper that the facts on screen would make; None when it cannot be filled. A courtesy notice
    that went by e-mail is shown as one.
    """
    told = situation.facts.incident.courtesy
    if kind is PaperKind.COURTESY and told is not None and told.channel is Channel.EMAIL:
        channel = Channel.EMAIL
    try:
        filled = paper_text.preview_paper(desk, facts=situation.facts, kind=kind, channel=channel)
    except UserError:
        return None
    return filled if isinstance(filled, Letter) else None


def starter_letter(
    situation: Situation, kind: PaperKind, language: str, channel: Channel, variant: str
) -> Letter | None:
    """Return one shipped text, filled; None when there is none in this language."""
    from noshow_desk.letters.fill import fill  # deferred: loads Jinja, 50 ms
    from noshow_desk.letters.starters import starter

    try:
        template = starter(kind, language, channel, variant)
    except UserError:
        return None
    filled = fill(template.source, situation.facts, today=situation.today, language=language, kind=kind)
    return filled if isinstance(filled, Letter) else None
