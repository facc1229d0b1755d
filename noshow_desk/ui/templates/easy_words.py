"""How fields and marks are called in the Easy view: plain names instead of braces."""

from __future__ import annotations

from collections.abc import Mapping

from noshow_desk.i18n import _
from noshow_desk.letters.easy import End, Field, ForEach, OnlyIf, Otherwise, Piece, Remark, written
from noshow_desk.letters.variables import ITEM_LABELS, VARIABLES, variable_named

_ITEMS = {name.rpartition(".")[2]: label for name, label in ITEM_LABELS.items()}
_GROUPS = frozenset(row.name.partition(".")[0] for row in VARIABLES)

Rows = Mapping[str, str]  # what a row is called here → the list it comes from


def pill_words(piece: Piece, rows: Rows) -> str:
    """Return what the Easy view writes for `piece`; `rows` are the lists that are open around it."""
    match piece:
        case Field(name, _ways):
            return field_words(name, rows)
        case OnlyIf(name, negated):
            return _only_if(name, negated, rows)
        case ForEach(name, _row):
            return _("For each of: {field}").format(field=field_words(name, rows))
        case Otherwise():
            return _("Otherwise")
        case End(of):
            return _("end of “only if”") if of == "if" else _("end of “for each”")
        case Remark(text):
            return _("Note: {text}").format(text=text)
        case _:
            return written(piece)


def field_words(name: str, rows: Rows) -> str:
    """Return the plain name of a field, also of one that belongs to the rows of a list and is outside of it;
    an unknown one is called as it is written.
    """
    head, _dot, item = name.partition(".")
    if head in rows:
        label = ITEM_LABELS.get(f"{rows[head]}.{item}")
        return _(label) if label else name
    row = variable_named(name)
    label = row.label if row else _ITEMS.get(item) if head not in _GROUPS else None
    return _(label) if label else name


def _only_if(name: str, negated: bool, rows: Rows) -> str:
    row = variable_named(name)
    field = field_words(name, rows)
    if row is not None and row.is_flag:
        return (
            _("Only if not: {flag}").format(flag=field) if negated else _("Only if {flag}").format(flag=field)
        )
    text = _("Only if there is no: {field}") if negated else _("Only if there is: {field}")
    return text.format(field=field)
