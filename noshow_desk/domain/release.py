"""What left the vault about a client, to whom and why (PRACTICE section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One summary or record that left: `leaves` lists what was in it, as the preview said."""

    id: str = ""
    client_id: str = ""
    at: datetime
    recipient: str = ""
    purpose: str = ""
    authority: str = ""
    format: str = ""
    leaves: tuple[str, ...] = ()
