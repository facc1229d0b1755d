"""Append-only rows that count: without those a later row corrects, in the order of time."""

from __future__ import annotations

from datetime import tzinfo
from typing import TypeVar

from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.practice.moments import aware

R = TypeVar("R", ContactAttempt, ClientCall)


def standing(rows: tuple[R, ...], zone: tzinfo) -> tuple[R, ...]:
    """Return the rows that no later row corrects, the earliest first; rows of the same moment as they were
    entered.
    """
    if len(rows) < 2:
        return rows
    replaced = _replaced(rows)
    kept = [row for row in rows if row.id not in replaced] if replaced else list(rows)
    kept.sort(key=lambda row: aware(row.at, zone))
    return tuple(kept)


def _replaced(rows: tuple[R, ...]) -> set[str]:
    """Return the ids that a later row replaces. A row never removes itself, nor one that comes after it."""
    if not any(row.corrects_id for row in rows):
        return set()
    seen: set[str] = set()
    replaced: set[str] = set()
    for row in rows:
        if row.corrects_id in seen:
            replaced.add(row.corrects_id)
        if row.id:
            seen.add(row.id)
    return replaced
