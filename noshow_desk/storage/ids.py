"""Record ids: UUID version 7 (RFC 9562), which sort by the time they were made."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime


def new_id(now: datetime) -> str:
    """Return a new id for a record made at the aware time `now`."""
    milliseconds = max(0, int(now.timestamp() * 1000)) & (1 << 48) - 1
    number = milliseconds << 80 | secrets.randbits(80)
    number = number & ~(0xF << 76) | 0x7 << 76  # version 7
    number = number & ~(0x3 << 62) | 0x2 << 62  # variant of RFC 9562
    return str(uuid.UUID(int=number))
