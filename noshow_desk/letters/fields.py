"""The tree of field names a template may use, and the nearest name to a mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

_NEAR = 0.75  # below this two names do not look like a slip of the keys ("last_name" and "first_name": 0.74)
_GROUP = 0.8  # first words: "is_today" (0.77) is no slip for "today"
_JOINED = 0.9  # a long group is the same in all its names: "client_first_name" for "client.first_name"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field with one value: its full name ("client.first_name")."""

    name: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A field with a list of values, each shaped like `item`."""

    name: str
    item: Leaf | Group


@dataclass(frozen=True, slots=True)
class Group:
    """Several fields under one name ("client")."""

    name: str
    parts: Mapping[str, Node] = field(default_factory=lambda: MappingProxyType({}))


Node: TypeAlias = Leaf | Rows | Group


def paths(parts: Mapping[str, Node], prefix: str = "") -> Iterator[str]:
    """Return every name that can be printed or asked about below `parts`, as it is written in a template."""
    for name, node in parts.items():
        if isinstance(node, Group):
            yield from paths(node.parts, f"{prefix}{name}.")
        else:
            yield prefix + name


def nearest(wrong: str, parts: Mapping[str, Node]) -> str:
    """Return the name below `parts` that `wrong` is a slip of the keys for; empty when none is near.

    Group and field are looked at each for itself, and two that are as near are none: "client.date" offers
    no date of another group, for one click would print a value that means something else.
    """
    group, dot, last = wrong.partition(".")
    if not dot:
        joined = {name.replace(".", "_"): name for name in paths(parts)}
        return _closest(wrong, {name: name for name in parts}, _GROUP) or _closest(wrong, joined, _JOINED)
    named = _closest(group, {name: name for name, node in parts.items() if isinstance(node, Group)}, _GROUP)
    inside = {name.partition(".")[2]: name for name in paths(parts) if name.startswith(f"{named}.")}
    return _closest(last, inside, _NEAR)


def _closest(asked: str, candidates: Mapping[str, str], cutoff: float) -> str:
    if asked in candidates:
        return candidates[asked]
    likely = [name for name in candidates if not _turned(asked.lower(), name)]
    found = difflib.get_close_matches(asked.lower(), likely, n=2, cutoff=cutoff)
    if len(found) > 1 and _likeness(asked, found[0]) == _likeness(asked, found[1]):
        return ""
    return candidates[found[0]] if found else ""


def _turned(asked: str, name: str) -> bool:
    """Say whether `asked` puts something before a word of `name`: "unknown" is the opposite of "known"."""
    before = [word for word in asked.split("_") if word not in name.split("_")]
    ends = tuple(name.split("_"))
    return asked != name and (asked.endswith(name) or any(word.endswith(ends) for word in before))


def _likeness(asked: str, name: str) -> float:
    # The name first and what was asked second, as get_close_matches() compares them.
    return difflib.SequenceMatcher(None, name, asked.lower()).ratio()
