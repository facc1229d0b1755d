"""Reading a facts file, and the page of `--help` that documents its fields."""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from noshow_desk.cli.output import PIPE, complain
from noshow_desk.cli.spoken import SpokenCommand
from noshow_desk.cli.text_files import content_of
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.facts_notes import note
from noshow_desk.domain.facts_records import RECORDS
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _
from noshow_desk.importing.encoding import encoding_of
from noshow_desk.importing.text_file import text_in
from noshow_desk.services import typed

MOST_BYTES = 10_000_000
ABOUT_THE_FORM = N_(
    "The facts form is one JSON object. Every field may be left out; “steps --schema” prints its schema. "
    "Times are ISO 8601: appointment.starts is by the clock on the wall, without an offset; every other "
    "time may have one, and is on the appointment's clock without it."
)


def read_facts(path: Path) -> CaseFacts:
    """Return the facts in a file ("-": standard input), their texts made safe as where they are typed.

    Says on standard error when something invisible was taken out of a name. Raises UserError with the file
    and the place of a mistake in it.
    """
    try:
        return _facts_in(content_of(path, MOST_BYTES))
    except UserError as error:
        if path == PIPE:
            raise
        raise UserError(f"{path}: {error.sentence}", field=error.field) from error


def _facts_in(text: bytes) -> CaseFacts:
    from noshow_desk.domain.facts_form import from_json  # deferred: loads msgspec, 30 ms

    if len(text) > MOST_BYTES:
        raise UserError(_("This facts file is too large. One incident fits into 10 MB."))
    if encoding_of(text).startswith("utf-16"):  # as a shell on Windows writes what it is told to keep
        return _safe(from_json(text_in(text) or text))
    return _safe(from_json(text))


def _safe(facts: CaseFacts) -> CaseFacts:
    try:
        made = typed.cleaned(facts, whole_path=True)
    except UserError as error:
        raise UserError(f"{error.field}: {error.sentence}", field=error.field) from error
    if made.notice is not None:
        complain(made.notice.say())
    return made.value


def read_now(text: str | None, zone: ZoneInfo) -> datetime:
    """Return the moment that `text` (ISO) says, aware; without an offset it is by the clock of `zone`."""
    if text is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(text)
        if not MINYEAR < moment.year < MAXYEAR:  # at another clock it would lie in no year at all
            raise ValueError
    except ValueError as error:
        raise click.BadParameter(
            _("“{text}” is not a time like 2026-03-10T09:42.").format(text=text), param_hint="--now"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


class FactsCommand(SpokenCommand):
    """A command whose `--help` ends with the fields of the facts form."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each record of the form holds; the records themselves are the source."""
        from noshow_desk.domain.facts_fit import WALL_TIMES  # deferred: loads msgspec, 30 ms

        formatter.write_paragraph()
        formatter.write_text(_(ABOUT_THE_FORM))
        for name, record in dict(_records("facts", CaseFacts)).items():
            with formatter.section(f"{name} ({_(RECORDS[record.__name__])})"):
                rows = []
                for field, kind in typing.get_type_hints(record).items():
                    moment = _is_moment(kind) and (record, field) not in WALL_TIMES
                    rows.append((field, f"{note(record, field, moment=moment, say=_)} ({_kind(kind)})"))
                formatter.write_dl(rows)


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


def _is_moment(kind: object) -> bool:
    return datetime in (kind, *typing.get_args(kind))


def _kind(kind: object) -> str:
    if kind is type(None):
        return _("nothing")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " · ".join(str(member.value) for member in kind)
    if isinstance(kind, type):
        plain = _PLAIN.get(kind.__name__)
        return _(plain if plain else _RECORD)
    parts = [_kind(part) for part in typing.get_args(kind) if part is not ...]
    if typing.get_origin(kind) is tuple:
        return _("list of: {what}").format(what=parts[0])
    return functools.reduce(_either, parts)


def _either(one: str, other: str) -> str:
    return _("{one} or {other}").format(one=one, other=other)


_RECORD = N_("a record, see below")
_PLAIN = {
    "str": N_("text"),
    "bool": N_("true or false"),
    "int": N_("number"),
    "datetime": N_("time"),
    "date": N_("day"),
    "time": N_("time of day"),
}
