"""Papers: drafts that change, and the exact bytes of what was sent, which never do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from noshow_desk.domain.case_facts import PaperFact, paper_fact
from noshow_desk.domain.paper import Paper
from noshow_desk.storage.appended import Appended
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPaper:
    """What left, once: the bytes, their format, when and how."""

    id: str = ""
    frozen: bytes = b""
    frozen_format: str = ""
    sent_at: datetime | None = None
    sent_how: str = ""
    corrects_id: str = ""


class Papers(Records[Paper]):
    """All papers. Lists leave the bytes out (`frozen` is empty there); `get` and `find` read them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "paper", Paper, "frozen", "frozen_format", "sent_at", "sent_how")
        self._sent = Appended(session, "sent_paper", SentPaper, "frozen")

    def find(self, record_id: str) -> Paper | None:
        """Return the paper with its frozen bytes; None when there is none."""
        paper = super().find(record_id)
        return None if paper is None else replace(paper, frozen=self.frozen(record_id))

    def freeze(
        self, paper_id: str, *, content: bytes, format: str, sent_at: datetime | None, how: str
    ) -> str:
        """Keep the exact bytes that were sent or printed as final; an earlier copy stays. Return its id.

        `change` never touches what was sent.
        """
        self._existing(paper_id)
        earlier = self._sent.of(paper_id)
        entry = SentPaper(frozen=content, frozen_format=format, sent_at=sent_at, sent_how=how)
        return self._sent.add(paper_id, replace(entry, corrects_id=earlier[-1].id if earlier else ""))

    def frozen(self, paper_id: str) -> bytes:
        """Return the bytes last sent or printed as final; none while it is a draft."""
        entries = self._sent.of(paper_id)
        if not entries:
            return b""
        row = self._session.row("SELECT frozen FROM sent_paper WHERE id = ?", (entries[-1].id,))
        return row[0] if row and isinstance(row[0], bytes) else b""

    def insert_many(self, records: Iterable[Paper]) -> int:
        """Keep new papers, and what was sent of them."""
        kept = list(records)
        super().insert_many(kept)
        new_id = self._session.new_id
        self._sent.insert_many(
            (one.id, 0, replace(_entry(one), id=new_id())) for one in kept if _was_sent(one)
        )
        return len(kept)

    def of_incident(self, incident_id: str) -> list[Paper]:
        """Return the papers of an incident, the oldest first, without bytes."""
        return self._where("incident_id = ? AND archived_at IS NULL", (incident_id,), "created_at, rowid")

    def of_client(self, client_id: str) -> list[Paper]:
        """Return the papers of all incidents of a client, the newest first, without bytes."""
        return self._where(
            "archived_at IS NULL AND incident_id IN (SELECT i.id FROM incident AS i JOIN appointment AS a "
            "ON a.id = i.appointment_id WHERE a.client_id = ?)",
            (client_id,),
            "created_at DESC, rowid DESC",
        )

    def drafts(self, kind: str) -> dict[str, Paper]:
        """Return the newest unsent paper of this kind by incident, in one go; for batches."""
        papers = self._where("kind = ? AND archived_at IS NULL", (kind,), "created_at, rowid")
        return {paper.incident_id: paper for paper in papers if paper.sent_at is None}

    def facts(self, incident_id: str) -> tuple[PaperFact, ...]:
        """Return what the practice needs to know of the papers of an incident."""
        return self.facts_of([incident_id]).get(incident_id, ())

    def facts_of(self, incident_ids: Iterable[str]) -> dict[str, tuple[PaperFact, ...]]:
        """Return what the practice needs to know of the papers of many incidents, by incident."""
        condition = "incident_id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL"
        found: dict[str, tuple[PaperFact, ...]] = {}
        for paper in self._where(condition, (json.dumps(list(incident_ids)),), "created_at, rowid"):
            found[paper.incident_id] = (*found.get(paper.incident_id, ()), paper_fact(paper))
        return found

    def _complete(self, rows: list[dict[str, Any]]) -> list[Paper]:
        sent = self._sent.of_many(row["id"] for row in rows)
        return [Paper(**row, **_sent_fields(sent.get(row["id"], ()))) for row in rows]


def _was_sent(paper: Paper) -> bool:
    return bool(paper.frozen or paper.frozen_format or paper.sent_at or paper.sent_how)


def _entry(paper: Paper) -> SentPaper:
    return SentPaper(
        frozen=paper.frozen,
        frozen_format=paper.frozen_format,
        sent_at=paper.sent_at,
        sent_how=paper.sent_how,
    )


def _sent_fields(entries: tuple[SentPaper, ...]) -> dict[str, Any]:
    last = entries[-1] if entries else SentPaper()
    return {"frozen_format": last.frozen_format, "sent_at": last.sent_at, "sent_how": last.sent_how}
