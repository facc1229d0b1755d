"""What was sent stays what it was: the words, the bytes and the findings kept are frozen with a paper."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from noshow_desk.domain.blocks import Letter, letter_to_json
from noshow_desk.domain.incident import Plan
from noshow_desk.domain.paper import Paper
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import paper_text
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import Left, forget_older
from noshow_desk.services.letter_finding import Checked
from noshow_desk.services.letter_findings import check_draft
from noshow_desk.services.paper_way import way_now
from noshow_desk.services.queries.cases import facts as facts_of

UNTICKED = "true_by_client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """One paper on its way: its words, its exact bytes in a format, how it goes ("printed", "email", "hand").

    `left` tells when it did, where that is known. Without `letter` it is what stands in it now; without
    `paper_id` it is a plan card, of which the incident only notes that it was printed.
    """

    incident_id: str
    paper_id: str = ""
    letter: Letter | None = None
    content: bytes = b""
    format: str = "pdf"
    how: str = "printed"
    left: Left | None = None


@dataclass(frozen=True, slots=True)
class Final:
    """One paper that may be marked as sent, at `at` (aware); `paper` holds the words that left, None for a
    plan card.
    """

    leaving: Leaving
    at: datetime
    paper: Paper | None = None


def must_be_draft(paper: Paper) -> None:
    """Raise UserError when the paper was sent."""
    if paper.sent_at is not None:
        raise UserError(_("This paper was sent. It stays as it was; start another one."))


def musts_at(desk: Desk, *, paper: Paper, letter: Letter, left: Left | None = None) -> tuple[Message, ...]:
    """Return what is to do before `letter`, the words of `paper`, may leave now; for words that left already
    what was to do before.
    """
    return _looked_at(desk, paper, letter, left)[1]


def final_form(desk: Desk, leaving: Leaving) -> Final:
    """Return a paper as it is frozen: with the words that left and what was settled of them.

    What may not leave any more, but did while it might, is marked as of then. Raises UserError while a must
    is open, when it was sent before, and for no bytes at all.
    """
    paper = desk.vault.papers.get(leaving.paper_id)
    must_be_draft(paper)
    facts = facts_of(desk, paper.incident_id)
    letter = leaving.letter or paper_text.preview_draft(desk, paper=paper, facts=facts)
    if not isinstance(letter, Letter):
        raise UserError(Message(paper_text.PROBLEM_LEFT, {"problem": letter[0].message}).say())
    at, (checked, musts) = desk.now(), _looked_at(desk, paper, letter)
    if musts and leaving.left is not None:
        at, (checked, musts) = leaving.left.at, _looked_at(desk, paper, letter, leaving.left)
    if musts:
        raise UserError(musts[0].say(), field=UNTICKED)
    if not leaving.content:
        raise UserError(_("There is nothing in this paper. Open it again and look at the preview."))
    # What was settled about words that are gone is no part of what left, nor what fields said before.
    words = letter_to_json(replace(letter, filled=()))
    why = way_now(desk, paper, facts).why
    frozen = replace(paper, blocks_json=words, findings_kept=checked.settled, channel_reason=why)
    return Final(leaving, at, frozen)


def _looked_at(
    desk: Desk, paper: Paper, letter: Letter, left: Left | None = None
) -> tuple[Checked, tuple[Message, ...]]:
    """Return what the check finds and what is still to do, now or as of the time when it left."""
    facts, at = facts_of(desk, paper.incident_id), desk.now()
    if left is not None:
        facts, at = replace(facts, consent=left.consent), left.at
    day = desk.local(at).date()
    checked = check_draft(desk, letter, facts=facts, kept=paper.findings_kept, paper=paper, today=day)
    return checked, paper_text.musts_of(desk, paper, facts, checked, at=at)


def freeze(desk: Desk, final: Final) -> None:
    """Inside an act: keep what left, the words too, so that other facts never change them afterwards."""
    paper, leaving = final.paper, final.leaving
    if paper is None:
        _note_printed(desk, leaving.incident_id)
        return
    forget_older(desk, paper_id=paper.id, content=leaving.content)
    desk.vault.papers.change(paper)
    desk.vault.papers.freeze(
        paper.id, content=leaving.content, format=leaving.format, sent_at=final.at, how=leaving.how
    )


def finals(desk: Desk, leaving: Iterable[Leaving]) -> Generator[Final, None, None]:
    """Look whether each may be marked as sent: a step each, for those who keep a window alive meanwhile.

    Raises UserError like `final_form`.
    """
    for one in leaving:
        yield final_form(desk, one) if one.paper_id else Final(one, desk.now())


def mark_all_sent(desk: Desk, *, sent: Sequence[Final]) -> Changes:
    """Mark several papers as sent, as one act with one undo; all of them, or none."""
    with desk.act() as act:
        for one in sent:
            freeze(desk, one)
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
