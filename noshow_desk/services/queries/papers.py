"""Papers of a client or an incident, drafts and sent ones, and what left."""

from __future__ import annotations

from noshow_desk.domain.kinds import Channel
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import PAPER_TITLES, Paper
from noshow_desk.domain.release import Release
from noshow_desk.i18n import LANGUAGE_NAMES, N_, Message
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import PaperRow


def papers_of_client(desk: Desk, client_id: str) -> list[PaperRow]:
    """Return a client's papers, newest first."""
    return _rows(desk, desk.vault.papers.of_client(client_id))


def papers_of_incident(desk: Desk, incident_id: str) -> list[PaperRow]:
    """Return an incident's papers, newest first."""
    return _rows(desk, desk.vault.papers.of_incident(incident_id))


def paper(desk: Desk, paper_id: str) -> Paper:
    """Return one paper, with the bytes that were sent. Raises NotFound."""
    return desk.vault.papers.get(paper_id)


def frozen(desk: Desk, paper_id: str) -> bytes:
    """Return the exact bytes that were sent; empty for a draft."""
    return desk.vault.papers.frozen(paper_id)


def releases_of(desk: Desk, client_id: str) -> list[Release]:
    """Return what left about a client, oldest first."""
    return desk.vault.releases.of_client(client_id)


def _rows(desk: Desk, papers: list[Paper]) -> list[PaperRow]:
    return sorted((_row(desk, one) for one in papers), key=_at, reverse=True)


def _at(row: PaperRow) -> tuple[object, str]:
    return row.at, row.paper_id


def _row(desk: Desk, one: Paper) -> PaperRow:
    sent = one.sent_at
    at = desk.local(sent if sent is not None else desk.vault.papers.stamp(one.id).updated_at)
    return PaperRow(
        paper_id=one.id,
        incident_id=one.incident_id,
        kind=one.kind,
        language=one.language,
        title=Message(PAPER_TITLES[one.kind]),
        second=_second(one),
        draft=sent is None,
        at=at,
        sent_at=desk.local(sent) if sent is not None else None,
    )


def _second(one: Paper) -> Message:
    values: dict[str, object] = {
        "language": Message(LANGUAGE_NAMES.get(one.language, one.language)),
        "channel": Message(label(one.channel if one.channel else Channel.OTHER)),
    }
    words = (
        N_("Draft · {language} · {channel}") if one.sent_at is None else N_("Sent · {language} · {channel}")
    )
    return Message(words, values)
