"""The time zone of this machine, by the name that calendars use."""

from __future__ import annotations

import os
import time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noshow_desk.domain.appointment import HOME_ZONE

LOCALTIME = Path("/etc/localtime")
ZONE_FOLDER = "zoneinfo/"

# Where the system gives no name (Windows without a window: the window asks Qt): the zone of the United States
# with this many hours behind UTC in winter and, second, summer time or not.
BY_CLOCK = {
    (5, True): "America/New_York",
    (6, True): "America/Chicago",
    (7, True): "America/Denver",
    (7, False): "America/Phoenix",
    (8, True): "America/Los_Angeles",
    (9, True): "America/Anchorage",
    (10, False): "Pacific/Honolulu",
    (0, False): "UTC",
}


def machine_zone(localtime: Path = LOCALTIME) -> str:
    """Return the IANA name of this machine's zone; New York when it cannot be found out."""
    named = os.environ.get("TZ", "").removeprefix(":")
    linked = str(localtime.resolve()).partition(ZONE_FOLDER)[2] if localtime.is_symlink() else ""
    clock = BY_CLOCK.get((time.timezone // 3600, bool(time.daylight)), HOME_ZONE)
    return next((zone for zone in (named, linked) if is_zone(zone)), clock)


def is_zone(text: str) -> bool:
    """Say whether `text` is the name of a time zone."""
    if not text:
        return False
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
