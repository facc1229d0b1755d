"""What is known of a paper that was sent: when, how, from which template, what was kept and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from noshow_desk.domain.blocks import Letter, letter_from_json
from noshow_desk.domain.client import Client
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import PAPER_TITLES, KeptFinding
from noshow_desk.i18n import N_, Message
from noshow_desk.services.desk import Desk

HOW = {
    "printed": N_("printed"),
    "email": N_("by e-mail"),
    "hand": N_("handed over"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SentSheet:
    """One sent paper. `content` are its exact bytes in `format`; `letter` its words, None where only the
    bytes were kept. `at` is local at the office; `template` is a name with the number of its version.
    """

    paper_id: str
    client: Client
    kind: PaperKind
    title: Message
    language: str
    content: bytes
    format: str
    at: datetime
    how: Message
    template: str
    version: int
    kept: tuple[KeptFinding, ...] = ()
    letter: Letter | None = None


def sent_paper(desk: Desk, paper_id: str) -> SentSheet | None:
    """Return what was sent; None for a draft. Raises NotFound."""
    from noshow_desk.letters.starters import named_by_now  # deferred: reads the template files

    paper = desk.vault.papers.get(paper_id)
    if paper.sent_at is None:
        return None
    incident = desk.vault.incidents.get(paper.incident_id)
    client_id = desk.vault.appointments.get(incident.appointment_id).client_id
    version = desk.vault.templates.version(paper.template_version_id)
    return SentSheet(
        paper_id=paper.id,
        client=desk.vault.clients.get(client_id),
        kind=paper.kind,
        title=Message(PAPER_TITLES[paper.kind]),
        language=paper.language,
        content=paper.frozen,
        format=paper.frozen_format,
        at=desk.local(paper.sent_at),
        how=Message(HOW.get(paper.sent_how, paper.sent_how)),
        template=named_by_now(desk.vault.templates.get(version.template_id)).name,
        version=version.version,
        kept=paper.findings_kept,
        letter=letter_from_json(paper.blocks_json) if paper.blocks_json else None,
    )
