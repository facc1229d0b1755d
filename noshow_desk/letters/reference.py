"""References in a template: their parts, the shape they lead to, and what a mistyped one was meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from noshow_desk.letters.fields import Group, Leaf, Node, Rows, nearest

ANY = Leaf("")  # what a reference that names nothing leads to: said once, not again for each part


def parts_of(node: nodes.Node) -> Iterator[str | int | None]:
    """Yield the parts of a reference from left to right; None for one that is no plain name or number."""
    match node:
        case nodes.Name():
            yield node.name
        case nodes.Getattr():
            yield from parts_of(node.node)
            yield node.attr
        case nodes.Getitem(arg=nodes.Const(value=value)) if type(value) in (str, int):
            yield from parts_of(node.node)
            yield value
        case _:
            yield None


def shape_after(shape: Node | None, key: str | int | None) -> Node | None:
    """Return what `key` leads to from `shape`, None when there is nothing."""
    if shape is ANY:
        return ANY
    if isinstance(shape, Group) and isinstance(key, str):
        return shape.parts.get(key)
    if isinstance(shape, Rows) and isinstance(key, int):
        return shape.item
    return None


def written_out(node: nodes.Node) -> str:
    """Return a reference as it is usually written: "client.first_name"."""
    return ".".join(str(key) for key in parts_of(node) if key is not None)


def list_of_row(wrong: str, known: Mapping[str, Node]) -> tuple[str, str]:
    """Return the list that has `wrong` as a field of its rows ("row.if_part"), and what that field is called
    where `known` has such a row; ("", "") where `wrong` is no field of a row.
    """
    first, _dot, item = wrong.partition(".")
    rows = [one for one in _lists(known) if isinstance(one.item, Group) and item in one.item.parts]
    if first in known or len(rows) != 1:
        return "", ""
    here = (name for name, shape in known.items() if shape is rows[0].item)
    return rows[0].name, next((f"{name}.{item}" for name in here), "")


def _lists(parts: Mapping[str, Node]) -> Iterator[Rows]:
    for shape in parts.values():
        if isinstance(shape, Rows):
            yield shape
        elif isinstance(shape, Group):
            yield from _lists(shape.parts)


def meant(wrong: str, known: Mapping[str, Node]) -> tuple[str, str]:
    """Return what is wrong in a reference and what it may mean: the first word alone if the rest is right."""
    first, _dot, rest = wrong.partition(".")
    if rest and first not in known:
        likely = nearest(first, known)
        shape: Node | None = known.get(likely)
        for key in rest.split("."):
            shape = shape_after(shape, key)
        if shape is not None:
            return first, likely
    return wrong, nearest(wrong, known)
