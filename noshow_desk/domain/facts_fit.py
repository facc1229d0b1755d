"""Fit plain JSON values to the records of the facts form; lenient where a person would be, clear where
not.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from noshow_desk.domain.appointment import Appointment, zone_named
from noshow_desk.domain.incident import Rehearsal, Ruler
from noshow_desk.errors import UserError
from noshow_desk.i18n import _

# Times on the wall, kept without an offset; every other moment has one.
WALL_TIMES = {(Appointment, "starts")}
# Whole numbers with limits.
LIMITS = {(Ruler, "value"): (0, 10), (Rehearsal, "readiness"): (0, 10)}
_LOOSE = re.compile(r"[\s_-]+")
_SHORT_HOUR = re.compile(r"^\d:\d\d")


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where in the form a value stands: `path` for people, and the zone of its wall clock."""

    path: str
    zone: ZoneInfo
    record: type = object
    field: str = ""

    def trouble(self, sentence: str) -> UserError:
        """Return the error "field X: …"."""
        if not self.path:
            return UserError(sentence[:1].upper() + sentence[1:])
        return UserError(_("Field {field}: {what}").format(field=self.path, what=sentence), field=self.path)

    def inside(self, name: str, record: type) -> Place:
        """Return the place of a field of the record that stands here."""
        return Place(f"{self.path}.{name}" if self.path else name, self.zone, record, name)


def fit(value: object, kind: object, place: Place) -> object:
    """Return `value` as `kind` (a type of the records). Raises UserError that names the field."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _fit_list(value, typing.get_args(kind)[0], place)
    if origin in (typing.Union, types.UnionType):
        inner = next(part for part in typing.get_args(kind) if part is not type(None))
        return None if value is None else fit(value, inner, place)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return fit_record(value, kind, place)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _fit_word(value, kind, place)
    return _PLAIN[typing.cast(type, kind)](value, place)


def fit_record(value: object, record: type, place: Place) -> object:
    """Return `value` (an object of JSON) as a `record`; what is left out or null keeps its default."""
    if not isinstance(value, dict):
        raise place.trouble(_("expected an object with fields, like {example}.").format(example='{"…": …}'))
    kinds = kinds_of(record)
    if record is Appointment:
        place = dataclasses.replace(place, zone=_zone_of(value, place))
    filled = {}
    for name, item in value.items():
        if name not in kinds:
            raise _unknown(name, kinds, place)
        if item is None and name not in _needed(record):
            continue
        filled[name] = fit(item, kinds[name], place.inside(name, record))
    for name in _needed(record):
        if name not in filled:
            raise place.inside(name, record).trouble(_("this field is needed."))
    return record(**filled)


@cache
def kinds_of(record: type) -> Mapping[str, object]:
    """Return the fields of `record` with their types."""
    return typing.get_type_hints(record)


@cache
def _needed(record: type) -> tuple[str, ...]:
    missing = dataclasses.MISSING
    return tuple(
        row.name
        for row in dataclasses.fields(record)
        if row.default is missing and row.default_factory is missing
    )


def _unknown(name: str, kinds: Mapping[str, object], place: Place) -> UserError:
    path = f"{place.path}.{name}" if place.path else name
    near = difflib.get_close_matches(name, kinds, n=1, cutoff=0.6)
    if near:
        sentence = _("There is no field called {field} in the facts form. Did you mean {near}?")
        return UserError(sentence.format(field=path, near=near[0]), field=path)
    sentence = _("There is no field called {field} in the facts form. Run “steps --schema” to see all.")
    return UserError(sentence.format(field=path), field=path)


def _zone_of(value: Mapping[str, object], place: Place) -> ZoneInfo:
    name = value.get("zone")
    if name is None or not isinstance(name, str):
        return place.zone if name is not None else Appointment().tz
    zone = zone_named(name)
    if zone is None:
        raise place.inside("zone", Appointment).trouble(
            _("there is no time zone called “{zone}”. Write one like America/New_York.").format(zone=name)
        )
    return zone


def _fit_list(value: object, kind: object, place: Place) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise place.trouble(_("expected a list, in square brackets."))
    return tuple(
        fit(item, kind, dataclasses.replace(place, path=f"{place.path}[{index}]"))
        for index, item in enumerate(value)
    )


def _fit_word(value: object, kind: type[StrEnum], place: Place) -> StrEnum:
    if isinstance(value, str):
        loose = _LOOSE.sub("_", value.strip().casefold())
        for member in kind:
            if loose == member.value:
                return member
    words = ", ".join(member.value for member in kind)
    raise place.trouble(_("“{value}” is not one of: {words}.").format(value=value, words=words))


def _fit_text(value: object, place: Place) -> str:
    if not isinstance(value, str):
        raise place.trouble(_("expected text, in quotation marks."))
    return value


def _fit_bool(value: object, place: Place) -> bool:
    if not isinstance(value, bool):
        raise place.trouble(_("expected true or false."))
    return value


def _fit_number(value: object, place: Place) -> int:
    least, most = LIMITS.get((place.record, place.field), (None, None))
    fits = isinstance(value, int) and not isinstance(value, bool)
    if fits and least is not None and most is not None:
        fits = least <= typing.cast(int, value) <= most
    if not fits and least is not None:
        raise place.trouble(
            _("expected a whole number from {least} to {most}.").format(least=least, most=most)
        )
    if not fits:
        raise place.trouble(_("expected a whole number."))
    return typing.cast(int, value)


def _fit_moment(value: object, place: Place) -> datetime:
    wall = (place.record, place.field) in WALL_TIMES
    try:
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None:
        example = "2026-03-10T09:00" if wall else "2026-03-10T09:00:00-05:00"
        raise place.trouble(_("expected a date and time like {example}.").format(example=example))
    if wall:
        return moment if moment.tzinfo is None else _moved(moment, place.zone).replace(tzinfo=None)
    return moment if moment.tzinfo is not None else _moved(moment.replace(tzinfo=place.zone), UTC)


def _moved(moment: datetime, zone: tzinfo) -> datetime:
    try:
        return moment.astimezone(zone)
    except OverflowError:  # the first or last hours of the calendar
        return moment.replace(tzinfo=zone)


def _fit_day(value: object, place: Place) -> date:
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        pass
    raise place.trouble(_("expected a day like {example}.").format(example="2026-03-12"))


def _fit_time(value: object, place: Place) -> time:
    try:
        if isinstance(value, str):
            text = value.strip()
            return time.fromisoformat(f"0{text}" if _SHORT_HOUR.match(text) else text).replace(tzinfo=None)
    except ValueError:
        pass
    raise place.trouble(_("expected a time of day like {example}.").format(example="08:10"))


_PLAIN: Mapping[type, Callable[[object, Place], object]] = {
    str: _fit_text,
    bool: _fit_bool,
    int: _fit_number,
    datetime: _fit_moment,
    date: _fit_day,
    time: _fit_time,
}
