"""What was sent stays what it was: the words, the bytes and the findings kept are frozen with a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from noshow_desk.domain.blocks import Letter, letter_to_json
from noshow_desk.domain.incident import Plan
from noshow_desk.domain.paper import Paper
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import paper_text
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk

UNTICKED = "true_by_client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One paper on its way: its exact bytes, their format, how it goes ("printed", "email", "hand").

    Without `paper_id` it is a plan card, of which the incident only notes that it was printed.
    """

    incident_id: str
    paper_id: str = ""
    content: bytes = b""
    format: str = "pdf"
    how: str = "printed"


def must_be_draft(paper: Paper) -> None:
    """Raise UserError when the paper was sent."""
    if paper.sent_at is not None:
        raise UserError(_("This paper was sent. It stays as it was; start another one."))


def must_be_final(desk: Desk, paper: Paper, content: bytes) -> None:
    """Raise UserError while a must is open, when it was sent before, and for no bytes at all."""
    must_be_draft(paper)
    open_musts = paper_text.musts(desk, paper)
    if open_musts:
        raise UserError(open_musts[0].say(), field=UNTICKED)
    if not content:
        raise UserError(_("There is nothing in this paper. Open it again and look at the preview."))


def freeze(desk: Desk, paper: Paper, *, content: bytes, format: str, how: str) -> None:
    """Inside an act: keep what left, the words too, so that other facts never change them afterwards."""
    words = paper.blocks_json
    if not words:
        filled = paper_text.fill_paper(desk, paper_id=paper.id)
        words = letter_to_json(filled) if isinstance(filled, Letter) else ""
    # What was settled about words that are gone is no part of what left.
    holds = paper_text.check(desk, paper=paper).settled
    desk.vault.papers.change(replace(paper, findings_kept=holds, blocks_json=words))
    desk.vault.papers.freeze(paper.id, content=content, format=format, sent_at=desk.now(), how=how)


def mark_all_sent(desk: Desk, *, leaving: Sequence[Leaving]) -> Changes:
    """Mark several papers as sent, as one act with one undo; all of them, or none.

    Raises UserError like `papers.mark_sent`; then nothing is marked.
    """
    letters = [(desk.vault.papers.get(one.paper_id), one) for one in leaving if one.paper_id]
    for paper, one in letters:
        must_be_final(desk, paper, one.content)
    cards = [one.incident_id for one in leaving if not one.paper_id]
    with desk.act() as act:
        for paper, one in letters:
            freeze(desk, paper, content=one.content, format=one.format, how=one.how)
        for incident_id in cards:
            _note_printed(desk, incident_id)
    return Changes(
        act=act.id,
        clients=frozenset(_client_of(desk, one.incident_id) for one in leaving),
        incidents=frozenset(one.incident_id for one in leaving),
        papers=frozenset(paper.id for paper, _one in letters),
        said=Message(N_("Marked as sent: {count}."), {"count": len(leaving)}),
        undo=Message(N_("Undo mark as sent")),
    )


def _note_printed(desk: Desk, incident_id: str) -> None:
    incident = desk.vault.incidents.get(incident_id)
    plan = replace(incident.plan or Plan(), printed_at=desk.now())
    desk.vault.incidents.change(replace(incident, plan=plan))


def _client_of(desk: Desk, incident_id: str) -> str:
    return desk.vault.appointments.get(desk.vault.incidents.get(incident_id).appointment_id).client_id
