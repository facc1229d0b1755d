"""Findings of the letter check that are settled while their words stay: kept, denied, put aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from noshow_desk.domain.paper import KeptFinding, Paper, Settled
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _
from noshow_desk.services import paper_text, typed
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import as_kept
from noshow_desk.services.letter_findings import may_settle
from noshow_desk.services.papers import changes_of, draft

_UNDO = {
    Settled.KEPT: N_("Undo keep"),
    Settled.FALSE_ALARM: N_("Undo false alarm"),
    Settled.ASIDE: N_("Undo putting the remark aside"),
}


# Other findings in the same words that have the same answer: (code, words).
Alike = Iterable[tuple[str, str]]


def keep_finding(
    desk: Desk, *, paper_id: str, code: str, words: str, reason: str, alike: Alike = ()
) -> Changes:
    """Keep the words of a finding, and of those `alike`, with the client's reason.

    Raises UserError (field "reason") without one, and for a finding that is never kept.
    """
    why = typed.prose(reason, "reason")
    if not why:
        raise UserError(_("Write the client's reason for keeping it."), field="reason")
    return _settle(desk, paper_id, [(code, words), *alike], why, Settled.KEPT)


def deny_finding(
    desk: Desk, *, paper_id: str, code: str, words: str, reason: str, alike: Alike = ()
) -> Changes:
    """Note with the paper that a finding, and those `alike`, are a false alarm, and what the words mean.

    Raises UserError (field "reason") when it is not said: what may disclose something goes out with a
    recorded reason.
    """
    why = typed.prose(reason, "reason")
    if not why:
        raise UserError(_("Write what these words mean here."), field="reason")
    return _settle(desk, paper_id, [(code, words), *alike], why, Settled.FALSE_ALARM)


def put_aside(desk: Desk, *, paper_id: str, code: str, words: str, alike: Alike = ()) -> Changes:
    """Show a nudge, and those `alike`, no more. Raises UserError for anything heavier."""
    return _settle(desk, paper_id, [(code, words), *alike], "", Settled.ASIDE)


def open_again(desk: Desk, *, paper_id: str, code: str, words: str) -> Changes:
    """Take back that a finding was settled."""
    paper = draft(desk, paper_id)
    left = tuple(one for one in paper.findings_kept if (one.code, one.words) != (code, as_kept(words)))
    return _write(desk, replace(paper, findings_kept=left), N_("Undo opening the remark again"))


def _settle(desk: Desk, paper_id: str, keys: Alike, reason: str, how: Settled) -> Changes:
    paper = draft(desk, paper_id)
    checked = paper_text.check(desk, paper=paper)
    found = [checked.finding(*key) for key in keys]
    settled = {}
    for finding in found:
        if finding is None:
            raise UserError(_("These words are not in the paper any more. Look at it again."))
        if not may_settle(finding, how):
            raise UserError(_("This is never kept: change the words, or say that it is a false alarm."))
        settled[finding.key] = KeptFinding(code=finding.code, words=finding.words, reason=reason, how=how)
    others = tuple(one for one in paper.findings_kept if (one.code, one.words) not in settled)
    return _write(desk, replace(paper, findings_kept=(*others, *settled.values())), _UNDO[how])


def _write(desk: Desk, paper: Paper, undo: str) -> Changes:
    with desk.act() as act:
        desk.vault.papers.change(paper)
    return changes_of(desk, paper, act.id, undo)
