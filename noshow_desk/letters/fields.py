"""The tree of field names a template may use, and the nearest name to a mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

_NEAR = 0.6  # below this two names do not look like a slip of the keys
_SAME = 0.8  # a last word alone has to be nearly the same to mean a field of another group


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
    """Return the name below `parts` that `wrong` was most likely meant to be; empty when none is near."""
    names = list(paths(parts))
    group, _dot, last = wrong.rpartition(".")
    inside = [name for name in names if group and name.startswith(group + ".")]
    candidates = inside or ([] if group else list(parts)) + names
    asked = last if inside else wrong
    found = _closest(asked, {_last(name) if inside else name: name for name in candidates}, _NEAR)
    return found or _closest(last, {_last(name): name for name in reversed(names)}, _SAME)


def _closest(asked: str, candidates: Mapping[str, str], cutoff: float) -> str:
    found = difflib.get_close_matches(asked.lower(), candidates, n=1, cutoff=cutoff)
    return candidates[found[0]] if found else ""


def _last(name: str) -> str:
    return name.rpartition(".")[2]
