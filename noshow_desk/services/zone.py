"""The time zone of this machine, by the name that calendars use."""

from __future__ import annotations

import os
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noshow_desk.logs import LOGGER

FALLBACK = "America/New_York"


def machine_zone() -> str:
    """Return the IANA name of this machine's zone; New York when it cannot be found out."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named and is_zone(named):
        return named
    try:
        from babel.localtime import get_localzone  # deferred: 60 ms, and the window gives the zone itself

        found = str(getattr(get_localzone(), "key", ""))
    except (LookupError, OSError, ValueError, RuntimeError):
        LOGGER.info("the time zone of this machine is unknown")
        found = ""
    return found if is_zone(found) else FALLBACK


def is_zone(text: str) -> bool:
    """Say whether `text` is the name of a time zone."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(text)
