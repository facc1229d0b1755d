"""What a vault that is open to look only answers, at once, to whoever wants to write in it."""

from __future__ import annotations

from noshow_desk.i18n import N_, _
from noshow_desk.services.desk import Desk
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish

BANNER = N_("This folder cannot be written. You can look, print and copy; nothing can be changed.")
WRITING = frozenset({"add_client", "missed_appointment", "bring_in", "erase_client"})


def is_kept_from(desk: Desk, window: MainWindow, wish: Wish) -> bool:
    """Say whether `wish` would open a form that cannot be kept; the person is told then."""
    if not desk.read_only or wish.kind not in WRITING:
        return False
    window.dialogs.tell(_("Open to look only"), _(BANNER))
    return True
