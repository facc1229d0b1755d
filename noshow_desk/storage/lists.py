"""Narrow lists for the screens: ids only, answered from indexes, where whole records would be too slow."""

from __future__ import annotations

from noshow_desk.storage.session import Session


def clients_with_language(session: Session, language: str) -> list[str]:
    """Return the ids of active clients who speak `language` or want papers in it, in name order."""
    return session.texts(
        "SELECT s.record_id FROM searchable AS s JOIN client AS c ON c.id = s.record_id "
        "WHERE s.kind = 'client' AND s.archived = 0 AND ? IN (c.spoken_language, c.paper_language) "
        "ORDER BY s.name, s.record_id",
        (language,),
    )


def archived_among(session: Session, client_ids: list[str]) -> frozenset[str]:
    """Return those of `client_ids` that are archived."""
    marks = ", ".join("?" * len(client_ids))
    sql = f"SELECT id FROM client WHERE archived_at IS NOT NULL AND id IN ({marks})"
    return frozenset(session.texts(sql, client_ids)) if client_ids else frozenset()
