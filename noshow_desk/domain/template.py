"""Templates of papers and their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from noshow_desk.domain.kinds import Channel, PaperKind

MAX_SOURCE = 64_000  # characters of one text; a letter needs about 1,000


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The text behind a paper. A shipped template is read-only and is copied on edit.

    `variant` tells starters of one kind apart ("granted", "refused", "after_voicemail", …); empty when there
    is one.
    """

    id: str = ""
    kind: PaperKind = PaperKind.THANK_YOU
    language: str = "en"
    channel: Channel = Channel.LETTER
    variant: str = ""
    name: str = ""
    shipped: bool = False
    source: str = ""
    version_id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateVersion:
    """One kept version of a template's Jinja source, counted from 1."""

    id: str = ""
    template_id: str = ""
    version: int = 1
    source: str = ""
    saved_at: datetime | None = None
    saved_by: str = ""
