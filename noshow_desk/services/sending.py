"""What was sent stays what it was: the words, the bytes and the findings kept are frozen with a paper."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace

from noshow_desk.domain.blocks import Letter, letter_to_json
from noshow_desk.domain.incident import Plan
from noshow_desk.domain.paper import Paper
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import paper_text
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import forget_older
from noshow_desk.services.letter_findings import check_draft
from noshow_desk.services.paper_way import way_now
from noshow_desk.services.queries.cases import facts as facts_of

UNTICKED = "true_by_client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One paper on its way: its words, its exact bytes in a format, how it goes ("printed", "email", "hand").

    Without `paper_id` it is a plan card, of which the incident only notes that it was printed.
    """

    incident_id: str
    paper_id: str = ""
    letter: Letter | None = None
    content: bytes = b""
    format: str = "pdf"
    how: str = "printed"


@dataclass(frozen=True, slots=True)
class Final:
    """One paper that may be marked as sent; `paper` holds the words that left, None for a plan card."""

    leaving: Leaving
    paper: Paper | None = None


def must_be_draft(paper: Paper) -> None:
    """Raise UserError when the paper was sent."""
    if paper.sent_at is not None:
        raise UserError(_("This paper was sent. It stays as it was; start another one."))


def final_form(desk: Desk, paper: Paper, content: bytes, letter: Letter | None = None) -> Paper:
    """Return `paper` as it is frozen: with the words of `letter` (what stands in it now when left out) and
    what was settled of them.

    Raises UserError while a must is open, when it was sent before, and for no bytes at all.
    """
    must_be_draft(paper)
    facts = facts_of(desk, paper.incident_id)
    filled = letter or paper_text.preview_draft(desk, paper=paper, facts=facts)
    if not isinstance(filled, Letter):
        raise UserError(Message(paper_text.PROBLEM_LEFT, {"problem": filled[0].message}).say())
    checked = check_draft(desk, filled, facts=facts, kept=paper.findings_kept, paper=paper)
    open_musts = paper_text.musts_of(desk, paper, facts, checked)
    if open_musts:
        raise UserError(open_musts[0].say(), field=UNTICKED)
    if not content:
        raise UserError(_("There is nothing in this paper. Open it again and look at the preview."))
    why = way_now(desk, paper, facts).why
    # What was settled about words that are gone is no part of what left, nor what fields said before.
    left = replace(filled, filled=())
    return replace(paper, blocks_json=letter_to_json(left), findings_kept=checked.settled, channel_reason=why)


def freeze(desk: Desk, final: Paper, *, content: bytes, format: str, how: str) -> None:
    """Inside an act: keep what left, the words too, so that other facts never change them afterwards."""
    forget_older(desk, paper_id=final.id, content=content)
    desk.vault.papers.change(final)
    desk.vault.papers.freeze(final.id, content=content, format=format, sent_at=desk.now(), how=how)


def finals(desk: Desk, leaving: Iterable[Leaving]) -> Generator[Final, None, None]:
    """Look whether each may be marked as sent: a step each, for those who keep a window alive meanwhile.

    Raises UserError like `final_form`.
    """
    for one in leaving:
        if one.paper_id:
            paper = desk.vault.papers.get(one.paper_id)
            yield Final(one, final_form(desk, paper, one.content, one.letter))
        else:
            yield Final(one)


def mark_all_sent(desk: Desk, *, sent: Sequence[Final]) -> Changes:
    """Mark several papers as sent, as one act with one undo; all of them, or none."""
    with desk.act() as act:
        for one in sent:
            leaving = one.leaving
            if one.paper is None:
                _note_printed(desk, leaving.incident_id)
            else:
                freeze(desk, one.paper, content=leaving.content, format=leaving.format, how=leaving.how)
    return Changes(
        act=act.id,
        clients=frozenset(_client_of(desk, one.leaving.incident_id) for one in sent),
        incidents=frozenset(one.leaving.incident_id for one in sent),
        papers=frozenset(one.paper.id for one in sent if one.paper),
        said=Message(N_("Marked as sent: {count}."), {"count": len(sent)}),
        undo=Message(N_("Undo mark as sent")),
    )


def _note_printed(desk: Desk, incident_id: str) -> None:
    incident = desk.vault.incidents.get(incident_id)
    plan = replace(incident.plan or Plan(), printed_at=desk.now())
    desk.vault.incidents.change(replace(incident, plan=plan))


def _client_of(desk: Desk, incident_id: str) -> str:
    return desk.vault.appointments.get(desk.vault.incidents.get(incident_id).appointment_id).client_id
