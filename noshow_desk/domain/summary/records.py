"""What a case summary is made of: head, figures, and for each appointment its sections and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.step import Derived
from noshow_desk.i18n import N_, Message

Cases = Sequence[tuple[CaseFacts, Derived]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryOptions:
    """What may leave beyond the default, and the receipt: to whom, what for, by what authority.

    `include_inside`: the client's own words and what lies inside. `include_private`: notes of every kind.
    `include_sensitive`: supervision or court, safety and illness (PRACTICE section 7).
    """

    include_inside: bool = False
    include_private: bool = False
    include_sensitive: bool = False
    recipient: str = ""
    purpose: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line: `key` is for programs, `label` and `value` for people.

    `data` is the value as a program reads it. `quote` marks words that somebody said.
    """

    key: str
    label: Message
    value: Message
    data: str | int | bool | None = None
    quote: bool = False


@dataclass(frozen=True, slots=True)
class SummaryFigure:
    """One number with the sentence that says what is counted."""

    key: str
    label: Message
    value: Message
    definition: Message
    part: int
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class SummarySection:
    """Rows that belong together under one title."""

    key: str
    title: Message
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True, slots=True)
class SummaryCase:
    """One missed appointment."""

    title: Message
    sections: tuple[SummarySection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One client's missed appointments, ready for any writer.

    `leaves` and `stays` are for the preview alone: a file that said what was left out would give it away.
    """

    title: Message
    head: tuple[SummaryRow, ...]
    figures: tuple[SummaryFigure, ...]
    cases: tuple[SummaryCase, ...]
    closing: Message
    leaves: tuple[Message, ...]
    stays: tuple[Message, ...]


def said(text: str) -> Message:
    """Return a message that is `text` itself, in every language."""
    return Message("{text}", {"text": text})


def quoted(key: str, label: str, words: str) -> SummaryRow:
    """Return a row that holds what somebody said."""
    said_by_somebody = Message(N_("“{words}”"), {"words": words})
    return SummaryRow(key, Message(label), said_by_somebody, words, quote=True)


def noted(key: str, label: str, words: str) -> SummaryRow:
    """Return a row that holds what somebody wrote."""
    return SummaryRow(key, Message(label), said(words), words)


def section(key: str, title: str, rows: Sequence[SummaryRow]) -> tuple[SummarySection, ...]:
    """Return the section, or nothing when it has no rows."""
    return (SummarySection(key, Message(title), tuple(rows)),) if rows else ()
