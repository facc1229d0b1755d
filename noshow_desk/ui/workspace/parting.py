"""What is done before the vault closes: keep what is typed, and back up what changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.logs import LOGGER
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.kept_form import KeptForm


def keep_what_is_typed(window: QWidget) -> None:
    """Keep every form that is still open, dialogs too: after this nothing can be written."""
    for form in window.findChildren(KeptForm):
        form.flush()


def back_up(desk: Desk) -> None:
    """Make a backup when something changed since the newest one.

    Trouble with it must not keep the desk from locking: it is noted, and "Your data" shows how old the
    newest is.
    """
    from noshow_desk.services import backups  # deferred: only when the desk closes
    from noshow_desk.services.backups import Reason  # deferred: with it

    if desk.read_only or desk.practice:
        return
    try:
        backups.backup_if_due(desk, reason=Reason.LOCK)
    except (SystemTrouble, UserError) as trouble:
        LOGGER.warning("no backup at closing: %s", type(trouble).__name__)
