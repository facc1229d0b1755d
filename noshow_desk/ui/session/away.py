"""Who listens to this system for the session being locked, or the computer going to sleep.

One class a system behind `Away`. Where a system tells nothing, or nobody could be asked, the two clocks of
`idle` still lock at the first event after the pause.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from noshow_desk.ui.session.leaving import Away


def away_watch(parent: QObject | None = None, platform: str = sys.platform) -> Away:
    """Return what listens to this system, not started yet."""
    if platform == "win32":
        from noshow_desk.ui.session.away_windows import WindowsAway  # deferred: this system only

        return WindowsAway(parent)
    if platform == "darwin":
        from noshow_desk.ui.session.away_macos import MacAway  # deferred: this system only

        return MacAway(parent)
    try:
        from noshow_desk.ui.session.away_linux import LinuxAway  # deferred: loads QtDBus
    except ImportError:  # a Qt of the distribution's own may come without it
        return Away(parent)
    return LinuxAway(parent)
