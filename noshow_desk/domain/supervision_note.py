"""A decision made with a supervisor about one client; never exported (PRACTICE section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionNote:
    """What was decided, with whom, on which day."""

    id: str = ""
    client_id: str = ""
    on: date
    who: str = ""
    decision: str = ""
