"""A table read as clients: what each row says, and every row that cannot be taken, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from noshow_desk.domain.client import Client, Phone
from noshow_desk.i18n import N_, Message
from noshow_desk.importing.table import Table

_SPANISH = frozenset({"es", "spa", "spanish", "espanol", "español", "castellano"})


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that cannot be taken: its line in the file, and why."""

    line: int
    why: Message


@dataclass(frozen=True, slots=True)
class ReadClients:
    """The clients of a table with their lines, and the rows that are none."""

    clients: tuple[tuple[int, Client], ...]
    refused: tuple[Refused, ...]


def read_clients(table: Table, columns: Mapping[int, str]) -> ReadClients:
    """Return the clients in `table`; `columns` are column → field."""
    taken: list[tuple[int, Client]] = []
    refused: list[Refused] = []
    for line, row in zip(table.lines, table.rows, strict=True):
        told = {field: row[column].strip() for column, field in columns.items() if row[column].strip()}
        first, last = _names(told)
        since = _day(told.get("with_us_since", ""))
        if not first and not last:
            refused.append(Refused(line, Message(N_("There is no name in this row."))))
        elif told.get("with_us_since") and since is None:
            why = Message(
                N_("“{text}” is no date. Write it like 2026-03-10."), {"text": told["with_us_since"][:40]}
            )
            refused.append(Refused(line, why))
        else:
            taken.append((line, _client(told, first, last, since)))
    return ReadClients(tuple(taken), tuple(refused))


def _client(told: Mapping[str, str], first: str, last: str, since: date | None) -> Client:
    language = "es" if told.get("language", "").casefold() in _SPANISH else "en"
    phones = tuple(Phone(number=told[field]) for field in ("phone", "phone_2") if told.get(field))
    tags = tuple(part.strip() for part in told.get("tags", "").replace(";", ",").split(",") if part.strip())
    return Client(
        case_number=told.get("case_number", ""),
        first_name=first,
        last_name=last,
        preferred_name=told.get("preferred_name", ""),
        pronouns=told.get("pronouns", ""),
        spoken_language=language,
        paper_language=language,
        phones=phones,
        email=told.get("email", ""),
        postal_address=told.get("address", ""),
        with_us_since=since,
        tags=tags,
        notes=told.get("notes", ""),
    )


def _names(told: Mapping[str, str]) -> tuple[str, str]:
    """Return first and last name; a full name is parted at its comma, else before its last word."""
    first, last, full = told.get("first_name", ""), told.get("last_name", ""), told.get("name", "")
    if first or last or not full:
        return first, last
    head, comma, tail = full.partition(",")
    if comma:
        return tail.strip(), head.strip()
    parts = full.split()
    return (" ".join(parts[:-1]), parts[-1]) if len(parts) > 1 else (full, "")


def _day(text: str) -> date | None:
    """Return a date in ISO form, or written month first as in the United States; None for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    parts = text.split("/")
    if len(parts) != 3 or not all(part.strip().isascii() and part.strip().isdigit() for part in parts):
        return None
    month, day, year = (int(part) for part in parts)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except (ValueError, OverflowError):
        return None
