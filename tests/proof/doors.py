"""Other doors: no network connection, and no file or address opened because of what a record says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.proof import trace, windows
from tests.proof.marks import CANARY
from tests.proof.rows import Outcome

WHOLE = 2  # from so many times on a row walks through every window; below, the short way

# Sockets inside this computer that the program, Qt or the C library may open, each with the reason.
ALLOWED = (
    (r"/tmp/\.X11-unix/|@/tmp/\.X11-unix", "the screen (X)"),
    (r"/wayland-\d+", "the screen (Wayland)"),
    (r"/run/(dbus/system_bus_socket|user/\d+/bus)|/tmp/dbus-", "sleep and session lock of the desktop"),
    (r"/at-spi/bus|/tmp/at-spi", "screen readers"),
    (r"/run/nscd/socket", "the name of the user, asked by the C library"),
    (r"/run/cups/cups\.sock", "printers of this computer"),
)
_ALLOWED = re.compile("|".join(pattern for pattern, _reason in ALLOWED))
_INSIDE = re.compile(r"^(socket|socketpair)\(AF_UNIX\b|AF_UNSPEC|<UNIX")
# What is read before an address is asked for.
_NAMES = (b"/etc/resolv.conf", b"/etc/hosts", b"/etc/gai.conf")


def network(times: int, seed: int, place: Path) -> Outcome:
    """Count the sockets of a full run; every one that is not inside this computer is wrong."""
    run = windows.full_run("whole" if times >= WHOLE else "short")
    if run.trace is None:
        return Outcome(skipped=trace.why_not()) if not run.trouble else _broken(run)
    outcome = _ended(run)
    for call in run.trace.network:
        outcome.count(None if may(call) else call)
    for touch in run.trace.touches:
        asked = any(path in _NAMES for path in touch.paths)
        outcome.count(f"{touch.call} {touch.paths[0]!r}" if asked else None)
    sockets = sum(call.startswith("connect(") for call in run.trace.network)
    outcome.how = f"calls watched by strace, {sockets} connections inside this computer"
    return outcome


def opened(times: int, seed: int, place: Path) -> Outcome:
    """Count the files that were touched in a full run; one that only a record names is wrong."""
    run = windows.full_run("whole" if times >= WHOLE else "short")
    if run.trace is None:
        return Outcome(skipped=trace.why_not()) if not run.trouble else _broken(run)
    outcome = _ended(run)
    for touch in run.trace.touches:
        paths = touch.paths[:1] if touch.call == "execve" else touch.paths
        lured = next((path for path in paths if CANARY.encode() in path.lower()), None)
        outcome.count(f"{touch.call} {lured!r}" if lured else None)
    for call in run.trace.network:
        outcome.count(call if CANARY in call else None)
    outcome.how = f"calls watched by strace; {windows.summed_up(run)}"
    return outcome


def may(call: str) -> bool:
    """Say whether a call about a socket stays inside this computer, at a place that is known."""
    if not _INSIDE.search(call):
        return False
    return not call.startswith("connect(") or bool(_ALLOWED.search(call))


def _ended(run: windows.FullRun) -> Outcome:
    """Return an outcome that has counted how the run ended and whether it showed everything."""
    outcome = Outcome()
    outcome.count(run.trouble or None)
    if run.whole:
        outcome.count(None if run.widgets else "the list of what there is to show is missing")
        for name in windows.not_shown(run):
            outcome.count(f"never shown: {name}")
    return outcome


def _broken(run: windows.FullRun) -> Outcome:
    return Outcome(1, [run.trouble])
