"""A note of a contact with a client that belongs to no incident."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from noshow_desk.domain.kinds import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNote:
    """One contact: when (aware), by which channel, what was said; `quote` are the client's own words."""

    id: str = ""
    client_id: str = ""
    at: datetime
    channel: Channel = Channel.CALL
    text: str = ""
    quote: str = ""
