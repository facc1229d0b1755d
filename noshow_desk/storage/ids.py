"""Record ids: UUID version 7 (RFC 9562), which sort by the time they were made."""

from __future__ import annotations

import secrets
from datetime import datetime


class IdMaker:
    """Makes ids that rise, also within one millisecond: rows made together then lie together in the file."""

    def __init__(self) -> None:
        self._last = 0

    def new(self, now: datetime) -> str:
        """Return a new id for a record made at the aware time `now`."""
        number = _fresh(now)
        if number >> 80 == self._last >> 80 and number <= self._last:
            number = self._last + 1 + secrets.randbits(32)
        self._last = number
        return _written(number)


def new_id(now: datetime) -> str:
    """Return a new id for a record made at the aware time `now`."""
    return _written(_fresh(now))


def new_ids(now: datetime, count: int) -> list[str]:
    """Return `count` new ids that rise, for records made together at the aware time `now`."""
    return sorted(new_id(now) for _ in range(count))


def _fresh(now: datetime) -> int:
    milliseconds = max(0, int(now.timestamp() * 1000)) & (1 << 48) - 1
    number = milliseconds << 80 | secrets.randbits(80)
    number = number & ~(0xF << 76) | 0x7 << 76  # version 7
    return number & ~(0x3 << 62) | 0x2 << 62  # variant of RFC 9562


def _written(number: int) -> str:
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
