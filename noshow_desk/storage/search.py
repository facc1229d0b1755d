"""Searching by name, number, tag or e-mail: the words typed become an index query made by us alone.

Plan (PERFORMANCE): surnames that begin with what was typed come first, straight from the name order; then the
full-text index, by name, and from three letters on the names before other places. Everything is bounded.
"""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.storage.folding import digits, name_order, tokens
from noshow_desk.storage.session import Session

_LETTERS = {"client": "c", "interviewer": "i", "organisation": "o"}
_MOST_TOKENS = 8
_MOST_FOUND = 1_000  # rows of the full-text index that are looked at; a longer query narrows it
_RANKED_FROM = 3
_PHONE_SIGNS = frozenset("+-()./ \t\u00a0")
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Found:
    """One record that a search met: its kind (the table's name) and its id."""

    kind: str
    id: str


def find(session: Session, words: str, limit: int = 20) -> list[Found]:
    """Return what matches `words` in every kind: clients, then interviewers, then organisations."""
    found: list[Found] = []
    for kind in _LETTERS:
        found += [Found(kind, one) for one in find_in(session, kind, words, limit)]
    return found[:limit]


def find_in(session: Session, kind: str, words: str, limit: int, *, archived: bool = False) -> list[str]:
    """Return the ids of at most `limit` records of `kind` (a table) that match all of `words`, best first.

    Words without a letter, digit or sign match nothing.
    """
    wanted = tokens(words[:1_000])[:_MOST_TOKENS]
    if not wanted or limit <= 0:
        return []
    first = _by_surname(session, kind, words[:1_000], limit, archived)
    if len(first) >= limit:
        return first
    rest = sorted(_by_index(session, kind, _query(kind, words[:1_000], wanted), archived))
    if max(map(len, wanted)) >= _RANKED_FROM:
        rest = _named_first(rest, wanted)
    return list(dict.fromkeys([*first, *(one for _name, one in rest)]))[:limit]


def _by_surname(session: Session, kind: str, words: str, limit: int, archived: bool) -> list[str]:
    start = name_order(words, "")
    return session.texts(
        "SELECT record_id FROM searchable WHERE kind = ? AND archived = ? AND name >= ? AND name < ? "
        "ORDER BY name, record_id LIMIT ?",
        (kind, int(archived), start, start + _LAST, limit),
    )


def _by_index(session: Session, kind: str, query: str, archived: bool) -> list[tuple[str, str]]:
    rows = session.rows(
        "SELECT s.name, s.record_id FROM (SELECT rowid AS id FROM search WHERE search MATCH ? LIMIT ?) AS f "
        "CROSS JOIN searchable AS s ON s.id = f.id WHERE s.kind = ? AND s.archived = ?",
        (query, _MOST_FOUND, kind, int(archived)),
    )
    return [(str(name), str(one)) for name, one in rows]


def _query(kind: str, words: str, wanted: list[str]) -> str:
    """Return the MATCH query: every token as the beginning of a word of this kind; or a phone number in one.

    Tokens hold letters, digits and signs only, so the quotes cannot be left.
    """
    letter = _LETTERS[kind]
    query = " AND ".join(f'"{letter}{token}"*' for token in wanted)
    number = digits(words)
    if number and all(sign in _PHONE_SIGNS for sign in words if not sign.isdecimal()):
        spellings = {number, number[1:] if len(number) == 11 and number[0] == "1" else number}
        query = " OR ".join(
            [f"({query})", *(f'"{letter}{spelling[:20]}"*' for spelling in sorted(spellings))]
        )
    return query


def _named_first(rows: list[tuple[str, str]], wanted: list[str]) -> list[tuple[str, str]]:
    """Return `rows` with the names that hold every word typed first, then those found by a tag or number."""
    beginnings = [f" {word}" for word in wanted]
    named: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for row in rows:
        name = " " + row[0].replace("\t", " ")
        (named if all(word in name for word in beginnings) else others).append(row)
    return named + others
