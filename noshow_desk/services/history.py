"""Undo an act by its name in the change log, or write an earlier value of a field again."""

from __future__ import annotations

from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.storage import undo as undoing


def undo(desk: Desk, *, act: str) -> Changes:
    """Undo everything that `act` wrote; undoing the answer's act does it again.

    Raises UserError when somebody has changed the same thing since.
    """
    with desk.act() as reversal:
        undoing.undo(desk.vault, act)
    return Changes(
        act=reversal.id,
        everything=True,
        settings=True,
        profile=True,
        said=Message(N_("Undone.")),
        undo=Message(N_("Do it again")),
    )


def restore_value(desk: Desk, *, seq: int) -> Changes:
    """Write the value again that a field had before line `seq` of its history; that is a new change.

    Raises UserError when it has that value now, or the record is gone.
    """
    change = desk.vault.changes.line(seq)
    if change is None:
        raise UserError(_("This line is no longer in the history. Open the history again."))
    with desk.act() as act:
        if not undoing.bring_back(desk.vault.session, change):
            raise UserError(_("It is like that already: nothing was changed."))
    return Changes(
        act=act.id,
        everything=True,
        settings=change.table == "setting",
        profile=change.table == "caseworker",
        said=Message(N_("The earlier value is back.")),
        undo=Message(N_("Undo the earlier value")),
    )
