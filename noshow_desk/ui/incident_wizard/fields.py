"""What a page is made of: a table of fields bound to facts, and of blocks with a life of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind, StepId
from noshow_desk.i18n import Message
from noshow_desk.ui.incident_wizard.fact_path import Plain, read, write
from noshow_desk.ui.incident_wizard.joined import JOINED, read_joined
from noshow_desk.ui.incident_wizard.situation import Situation

Shown = Callable[[Situation], bool]
# Keys of a form that are no facts: what is typed for an act that is recorded later, by its own button.
ASIDE = "aside."


class FieldKind(StrEnum):
    """How a field is typed; `inputs` has one widget for each."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    PICK = "pick"
    CHECKS = "checks"
    FACTORS = "factors"
    RULER = "ruler"
    TICK = "tick"
    STAMP = "stamp"
    DAY = "day"
    TIME = "time"
    MOMENT = "moment"
    LINES = "lines"
    OBSTACLES = "obstacles"
    IF_THENS = "if_thens"


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice: its plain value, its label and perhaps an icon."""

    value: Plain
    label: str
    icon: str = ""


def always(situation: Situation) -> bool:
    """Show a field whatever the case."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One fact on a page. `label`, `hint` and `placeholder` may hold {client}, {interviewer}, {organisation}.

    `stamp` is the path of a time that is set when the fact is first typed. `half` fields share a line in
    pairs. A STAMP field shows a time as a tick: ticking writes now. `at_once` fields are written the moment
    they are chosen, not when the page is left. `of_note` fields are words of the note,
    closed once it was sent.
    """

    path: str
    kind: FieldKind
    label: str
    hint: str = ""
    placeholder: str = ""
    options: tuple[Option, ...] = ()
    shown: Shown = always
    stamp: str = ""
    lines: int = 2
    half: bool = False
    at_once: bool = False
    of_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a page with a life of its own: `make(case)` returns its widget."""

    make: Callable
    shown: Shown = always
    half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line between fields; `note` is said under it in a quieter voice."""

    text: str
    note: str = ""
    shown: Shown = always


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence that depends on the case; `text` returns None when there is nothing to say.

    `tone` is a card colour of the theme: coach, red, amber, green, or plain for quiet text.
    """

    text: Callable[[Situation], Message | None]
    tone: str = "plain"
    icon: str = ""


Row = Field | Block | Heading | Say


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """One step on screen: what it is called, what is said under that, and its rows.

    `primary` names the button that goes on; `draft` is the paper beside it, None for no paper.
    """

    step: StepId
    title: str
    lead: str
    rows: tuple[Row, ...]
    primary: str = ""
    draft: PaperKind | None = PaperKind.CALL_CARD


def fields_of(page: StepPage) -> tuple[Field, ...]:
    """Return the fields of a page, in order."""
    return tuple(row for row in page.rows if isinstance(row, Field))


def shown_value(facts: CaseFacts, typed: Mapping[str, Plain], field: Field) -> Plain:
    """Return what the field's widget shows: what was typed, else the fact."""
    if field.path in typed:
        return typed[field.path]
    if field.path.startswith(ASIDE):
        return None
    value = (
        read_joined(facts, typed, field.path) if field.path.startswith(JOINED) else read(facts, field.path)
    )
    return value is not None if field.kind is FieldKind.STAMP else value


def apply(
    facts: CaseFacts, typed: Mapping[str, Plain], fields: Mapping[str, Field], now: datetime
) -> CaseFacts:
    """Return `facts` with what is typed written into it; what does not fit a fact stays in the form."""
    for path, value in typed.items():
        if path.startswith((ASIDE, *JOINED)):
            continue
        try:
            facts = _applied(facts, path, value, fields.get(path), now)
        except (msgspec.ValidationError, ValueError, LookupError, AttributeError):
            continue
    return facts


def _applied(facts: CaseFacts, path: str, value: Plain, field: Field | None, now: datetime) -> CaseFacts:
    if field is not None and field.kind is FieldKind.STAMP:
        value = (read(facts, path) or msgspec.to_builtins(now)) if value else None
    facts = write(facts, path, value)
    if field is not None and field.stamp and value and read(facts, field.stamp) is None:
        facts = write(facts, field.stamp, msgspec.to_builtins(now))
    return facts
