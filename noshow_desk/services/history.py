"""Undo an act by its name in the change log."""

from __future__ import annotations

from noshow_desk.i18n import N_, Message
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
