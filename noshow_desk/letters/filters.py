"""The filters a template may use: a value of a field in, the same value as it is written out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from noshow_desk import i18n
from noshow_desk.i18n import N_

Plain = str | int | float | bool | date | datetime | time | list["Plain"] | None
FilterFunction = Callable[[Plain, str, Plain], Plain]
MAX_RESULT = 10_000  # characters; no paper has a longer single value


@dataclass(frozen=True, slots=True)
class FilterRow:
    """One filter: its name in a template, what it does in plain words, an example of its result.

    `use` takes the value, the language ("en" or "es") and the argument in brackets, or None.
    """

    name: str
    label: str
    example: str
    use: FilterFunction


def at_time(at: time | datetime, language: str) -> str:
    """Return "at 9:00 AM", "a las 9:00 a. m.", "a la 1:00 p. m."."""
    if language == "en":
        return f"at {i18n.clock(at, language)}"
    return f"{'a la' if at.hour % 12 == 1 else 'a las'} {i18n.clock(at, language)}"


def _long_date(value: Plain, language: str, argument: Plain) -> Plain:
    return i18n.long_date(value, _tongue(argument, language)) if isinstance(value, date) else value


def _full_date(value: Plain, language: str, argument: Plain) -> Plain:
    return i18n.full_date(value, _tongue(argument, language)) if isinstance(value, date) else value


def _short_date(value: Plain, language: str, argument: Plain) -> Plain:
    return i18n.short_date(value, _tongue(argument, language)) if isinstance(value, date) else value


def _weekday(value: Plain, language: str, argument: Plain) -> Plain:
    return i18n.weekday(value, _tongue(argument, language)) if isinstance(value, date) else value


def _time(value: Plain, language: str, argument: Plain) -> Plain:
    return i18n.clock(value, _tongue(argument, language)) if isinstance(value, time | datetime) else value


def _at_time(value: Plain, language: str, argument: Plain) -> Plain:
    return at_time(value, _tongue(argument, language)) if isinstance(value, time | datetime) else value


def _upper_first(value: Plain, language: str, argument: Plain) -> Plain:
    return value[:1].upper() + value[1:] if isinstance(value, str) else value


def _lower_first(value: Plain, language: str, argument: Plain) -> Plain:
    return value[:1].lower() + value[1:] if isinstance(value, str) else value


def _sentence(value: Plain, language: str, argument: Plain) -> Plain:
    """Return the text as a sentence: first letter large, one mark at the end."""
    if not isinstance(value, str) or not value.strip():
        return value
    text = value.strip()
    closed = text.rstrip("\"'”’)»").endswith((".", "!", "?", "…"))
    return text[:1].upper() + text[1:] + ("" if closed else ".")


def _bare(value: Plain, language: str, argument: Plain) -> Plain:
    """Return the text without a full stop at its end, to stand inside a sentence."""
    return value.strip().rstrip(".").rstrip() if isinstance(value, str) else value


def _phone(value: Plain, language: str, argument: Plain) -> Plain:
    """Return ten or eleven US digits as "(555) 555-0142"; anything else as it was typed."""
    if not isinstance(value, str):
        return value
    digits = "".join(character for character in value if character in "0123456789")
    abroad = "+" in value and len(digits) == 10  # Singapore: two of the country, eight of its own
    plain = all(character in "0123456789 ()-.+" for character in value)
    number = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    if len(number) != 10 or abroad or not plain:
        return value
    return f"({number[:3]}) {number[3:6]}-{number[6:]}"


def _either(value: Plain, language: str, argument: Plain) -> Plain:
    return _listed(value, {"en": "or", "es": "o"}[_tongue(argument, language)], _tongue(argument, language))


def _together(value: Plain, language: str, argument: Plain) -> Plain:
    return _listed(value, {"en": "and", "es": "y"}[_tongue(argument, language)], _tongue(argument, language))


def _default(value: Plain, language: str, argument: Plain) -> Plain:
    return argument if is_missing(value) else value


# To add a filter: a function above and a row here; completion, the checker and help read this table.
FILTERS: tuple[FilterRow, ...] = (
    FilterRow("long_date", N_("day with weekday"), "Friday, March 13", _long_date),
    FilterRow("full_date", N_("date with year"), "March 13, 2026", _full_date),
    FilterRow("short_date", N_("short date"), "Mar 13", _short_date),
    FilterRow("weekday", N_("day of the week"), "Friday", _weekday),
    FilterRow("time", N_("time of day"), "9:00 AM", _time),
    FilterRow("at_time", N_("at a time of day"), "at 9:00 AM", _at_time),
    FilterRow("upper_first", N_("first letter large"), "The bus", _upper_first),
    FilterRow("lower_first", N_("first letter small"), "the bus", _lower_first),
    FilterRow("sentence", N_("as a whole sentence"), "I am ready.", _sentence),
    FilterRow("bare", N_("without the final stop"), "I am ready", _bare),
    FilterRow("phone", N_("phone number"), "(555) 555-0142", _phone),
    FilterRow("either", N_("list with “or”"), "Monday, Tuesday or Friday", _either),
    FilterRow("together", N_("list with “and”"), "Monday, Tuesday and Friday", _together),
    FilterRow("default", N_("other words when empty"), "Hello", _default),
)
FILTER_NAMES = frozenset(row.name for row in FILTERS)


def is_missing(value: object) -> bool:
    """Say whether `value` has nothing to print: nothing there, or white space only."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == []


def written(value: Plain, language: str) -> str:
    """Return any plain value as text, as it is printed when a template names no filter."""
    if isinstance(value, bool):
        return {"en": ("no", "yes"), "es": ("no", "sí")}[language][value]
    if isinstance(value, datetime):
        return f"{i18n.long_date(value.date(), language)}, {i18n.clock(value, language)}"
    if isinstance(value, date):
        return i18n.long_date(value, language)
    if isinstance(value, time):
        return i18n.clock(value, language)
    return str(value)


def _tongue(argument: Plain, language: str) -> str:
    return argument if isinstance(argument, str) and argument in i18n.LANGUAGES else language


def _listed(value: Plain, word: str, language: str) -> Plain:
    if not isinstance(value, list):
        return value
    texts = [written(item, language).strip() for item in value if not is_missing(item)]
    if not texts:
        return None
    if word == "o" and texts[-1].lower().startswith(("o", "ho")):
        word = "u"
    if word == "y" and texts[-1].lower().startswith(("i", "hi")) and not texts[-1].lower().startswith("hie"):
        word = "e"
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {word} {texts[-1]}"
