"""Reading a facts file, and the page of `--help` that documents its fields."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.facts_notes import NOTES
from noshow_desk.errors import UserError
from noshow_desk.i18n import _

MOST_BYTES = 10_000_000
ABOUT_THE_FORM = (
    "The facts form is one JSON object. Every field may be left out; “steps --schema” prints its schema. "
    "Times are ISO 8601: appointment.starts is by the clock on the wall, without an offset; every other "
    "time may have one, and is on the appointment's clock without it."
)


def read_facts(path: Path) -> CaseFacts:
    """Return the facts in a file ("-": standard input). Raises UserError with the place of a mistake."""
    from noshow_desk.domain.facts_form import from_json  # deferred: loads msgspec, 30 ms

    with click.open_file(str(path), "rb") as file:
        text: bytes = file.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise UserError(_("This facts file is too large. One incident fits into 10 MB."))
    return from_json(text)


def read_now(text: str | None, zone: ZoneInfo) -> datetime:
    """Return the moment that `text` (ISO) says, aware; without an offset it is by the clock of `zone`."""
    if text is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(
            f"“{text}” is not a time like 2026-03-10T09:42.", param_hint="--now"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


class FactsCommand(click.Command):
    """A command whose `--help` ends with the fields of the facts form."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each record of the form holds; the records themselves are the source."""
        formatter.write_paragraph()
        formatter.write_text(ABOUT_THE_FORM)
        for name, record in dict(_records("facts", CaseFacts)).items():
            with formatter.section(f"{name} ({_summary(record)})"):
                notes = NOTES[record.__name__]
                formatter.write_dl(
                    [
                        (field, f"{notes[field]} ({_kind(kind)})")
                        for field, kind in typing.get_type_hints(record).items()
                    ]
                )


def _records(name: str, record: type) -> Iterator[tuple[str, type]]:
    """Yield every record of the form with the path where it stands first."""
    yield name, record
    for field, kind in typing.get_type_hints(record).items():
        inner, many = _record_in(kind)
        if inner is not None and record is not CaseFacts:
            yield from _records(f"{name}.{field}{'[]' if many else ''}", inner)
        elif inner is not None:
            yield from _records(f"{field}{'[]' if many else ''}", inner)


def _record_in(kind: object) -> tuple[type | None, bool]:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return kind, False
    many = typing.get_origin(kind) is tuple
    found = [_record_in(part)[0] for part in typing.get_args(kind)]
    return next((one for one in found if one is not None), None), many


def _kind(kind: object) -> str:
    if kind is type(None):
        return "null"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " · ".join(str(member.value) for member in kind)
    if isinstance(kind, type):
        return _PLAIN.get(
            kind.__name__, "a record, see below" if dataclasses.is_dataclass(kind) else kind.__name__
        )
    parts = [_kind(part) for part in typing.get_args(kind) if part is not ...]
    return f"list of: {parts[0]}" if typing.get_origin(kind) is tuple else " or ".join(parts)


_PLAIN = {
    "str": "text",
    "bool": "true or false",
    "int": "number",
    "datetime": "time",
    "date": "day",
    "time": "time of day",
}


def _summary(record: type) -> str:
    return (record.__doc__ or "").strip().partition("\n")[0].partition(". ")[0].rstrip(".")
