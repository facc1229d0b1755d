"""Undo an act by its name in the change log, or write an earlier value of a field again."""

from __future__ import annotations

from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.look import keep_look
from noshow_desk.services.put_away import put_back
from noshow_desk.services.queries.record import DECISIONS
from noshow_desk.services.sending import must_be_draft
from noshow_desk.storage import undo as undoing


def undo(desk: Desk, *, act: str) -> Changes:
    """Undo everything that `act` wrote, and bring back the words it put away; undoing the answer's act does
    it again.

    Raises UserError when somebody has changed the same thing since, typed in a form that it only put away, or
    a paper of it was sent since.
    """
    _must_leave_sent_papers(desk, act)
    with desk.act() as reversal:
        undoing.undo(desk.vault, act)
        put_back(desk, undone=act, act=reversal.id)
    keep_look(desk)  # perhaps it was the theme, or the language
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

    Raises UserError when it has that value now, the record is gone, or it is a paper that was sent or a
    decision of the client.
    """
    change = desk.vault.changes.line(seq)
    if change is None:
        raise UserError(_("This line is no longer in the history. Open the history again."))
    if change.table == "paper":
        must_be_draft(desk.vault.papers.get(change.row))
    if change.table in DECISIONS:
        raise UserError(_("A consent is not brought back from the history. Record it anew with the client."))
    with desk.act() as act:
        if not undoing.bring_back(desk.vault.session, change):
            raise UserError(_("It is like that already: nothing was changed."))
    keep_look(desk)
    return Changes(
        act=act.id,
        everything=True,
        settings=change.table == "setting",
        profile=change.table == "caseworker",
        said=Message(N_("The earlier value is back.")),
        undo=Message(N_("Undo the earlier value")),
    )


def _must_leave_sent_papers(desk: Desk, act: str) -> None:
    """Raise UserError when `act` wrote to a draft that was sent since; its sending itself can be undone."""
    changes = desk.vault.changes.of_act(act)
    if any(one.table == "sent_paper" for one in changes):
        return
    for paper_id in {one.row for one in changes if one.table == "paper"}:
        paper = desk.vault.papers.find(paper_id)
        if paper is not None:
            must_be_draft(paper)
