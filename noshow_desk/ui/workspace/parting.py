"""What is done before the vault closes: keep what is typed, and back up what changed."""

from __future__ import annotations

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.logs import LOGGER
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.shell.main_window import MainWindow


def keep_before_lock(window: MainWindow) -> None:
    """Keep every form that is still open, dialogs too, as far as the disk lets it: it locks all the same.

    Each is tried, whatever became of the one before. What was typed a second ago is kept already, and the
    reserve of the vault is given up for the rest.
    """
    forms = window.findChildren(KeptForm)
    for keep in (window.pages.keep, *(form.flush for form in forms)):
        try:
            keep()
        except (SystemTrouble, UserError) as trouble:
            LOGGER.warning("not all kept at locking: %s", type(trouble).__name__)
    for form in forms:
        form.forget()  # the vault closes next: nothing can be written after it


def note_place(desk: Desk, window: MainWindow) -> None:
    """Keep where one is, inside the vault; no trouble with it may keep the desk from locking."""
    from noshow_desk.services.place import keep_place  # deferred: only when the desk is locked
    from noshow_desk.ui.workspace.place import place_of  # deferred: with it

    if desk.read_only:
        return
    try:
        keep_place(desk, place=place_of(window))
    except (SystemTrouble, UserError) as trouble:
        LOGGER.warning("no place kept at locking: %s", type(trouble).__name__)


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


def close(desk: Desk) -> None:
    """Close the vault; what its file had no room for stays in the log beside it and is read from there."""
    from noshow_desk.services import opening  # deferred: only when the desk is locked

    try:
        opening.close(desk)
    except (SystemTrouble, UserError) as trouble:
        LOGGER.warning("not written together at locking: %s", type(trouble).__name__)
