"""How much memory this process holds, as the system tells it."""

from __future__ import annotations

from pathlib import Path


def resident() -> int:
    """Return the resident memory of this process in KiB; 0 where the system does not say."""
    return _status("VmRSS")


def most_resident() -> int:
    """Return the largest resident memory of this process so far, likewise.

    Not `ru_maxrss` of getrusage: on Linux that begins with the memory of the process that started this one.
    """
    return _status("VmHWM")


def _status(name: str) -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1])
