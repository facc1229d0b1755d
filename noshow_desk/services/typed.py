"""What was typed, made safe to keep: one spelling of each letter, nothing invisible in names, sane dates."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar

from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_NAME = 200
LONGEST_TEXT = 100_000
# A letter changed by hand, as JSON: a letter of 50 pages in short lines takes many times its own letters.
LONGEST_LETTER = 4_000_000

HIDDEN_REMOVED = Message(N_("Characters that cannot be seen were taken out of a name."))

# Fields that name a person, a place or a thing: one line, nothing invisible. Other text is kept as written.
NAMES = frozenset(
    {
        *("case_number", "courtesy_title", "email", "first_name", "job_title", "label", "last_name", "name"),
        *("number", "office_name", "phone", "phones", "preferred_name", "pronouns", "role", "told", "tags"),
        "title",
    }
)
# Format characters that people do see: the marks that stand under Arabic and Syriac numbers.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
# Letters and marks that are drawn as nothing: joiners and the fillers of Hangul and Braille.
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Cleaned(Generic[Kept]):
    """A value as it is kept, and the notice to show when something invisible was taken out of a name."""

    value: Kept
    notice: Message | None = None


def cleaned(record: Kept, *, whole_path: bool = False) -> Cleaned[Kept]:
    """Return the dataclass `record` with every text in it, at any depth, made safe to keep.

    Raises UserError (with the field, or the path to it as in "incident.outside[0].note") for a text that is
    too long.
    """
    notices: list[Message] = []
    try:
        value = _walk(record, "", notices)
    except UserError as error:
        raise UserError(error.sentence, field=error.field if whole_path else _last(error.field)) from error
    return Cleaned(value, notices[0] if notices else None)


def name(text: str, field: str = "") -> Cleaned[str]:
    """Return one line of text in NFC without control, bidi and zero-width characters, and blanks at most
    single.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if character.isspace() else character for character in composed)
    visible = "".join(character for character in spaced if not _hidden(character))
    if len(visible) > LONGEST_NAME:
        raise UserError(
            _("That is too long for one line. {most} characters fit.").format(most=LONGEST_NAME), field=field
        )
    return Cleaned(" ".join(visible.split()), HIDDEN_REMOVED if visible != spaced else None)


def prose(text: str, field: str = "") -> str:
    """Return text of several lines in NFC, as written but for control characters that no file can hold."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    most = LONGEST_LETTER if _last(field) == "blocks_json" else LONGEST_TEXT
    if len(composed) > most:
        raise UserError(_("That is too long. {most} characters fit.").format(most=f"{most:,}"), field=field)
    kept = (character for character in composed if character in "\n\t" or not _unwritable(character))
    return "".join(kept).strip()


def day(value: date, field: str) -> date:
    """Return `value` when it lies in a year that can be meant. Raises UserError (with the field)
    otherwise.
    """
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise UserError(
            _("The year {year} cannot be right. Choose a day between {first} and {last}.").format(
                year=value.year, first=FIRST_YEAR, last=LAST_YEAR
            ),
            field=field,
        )
    return value


def start(value: datetime | None, field: str = "starts") -> datetime | None:
    """Return the wall-clock start `value` without an offset and without seconds, in a year that can be
    meant.
    """
    if value is None:
        return None
    day(value.date(), field)
    return value.replace(tzinfo=None, second=0, microsecond=0)


def _walk(value: Any, path: str, notices: list[Message]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return _text(value, path, notices)
    if isinstance(value, tuple):
        return tuple(_walk(item, f"{path}[{number}]", notices) for number, item in enumerate(value))
    if isinstance(value, dict):
        return {key: _walk(item, path, notices) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        above = f"{path}." if path else ""
        return replace(
            value,
            **{one.name: _walk(getattr(value, one.name), above + one.name, notices) for one in fields(value)},
        )
    return value


def _text(text: str, path: str, notices: list[Message]) -> str:
    if _last(path) not in NAMES:
        return prose(text, path)
    one_line = name(text, path)
    if one_line.notice is not None:
        notices.append(one_line.notice)
    return one_line.value


def _last(path: str) -> str:
    """Return the field at the end of a path, without its place in a list."""
    return path.rpartition(".")[2].partition("[")[0]


def _hidden(character: str) -> bool:
    if character in _BLANK or _unwritable(character):
        return True
    return unicodedata.category(character) == "Cf" and character not in _SEEN


def _unwritable(character: str) -> bool:
    """Say whether this is a control character or half of a pair, which UTF-8 cannot hold."""
    return unicodedata.category(character) in {"Cc", "Cs"}
