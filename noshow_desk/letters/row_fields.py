"""The fields of the rows of a list, where a template is inside of a "for each"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noshow_desk.i18n import N_, Message
from noshow_desk.letters.variables import ITEM_LABELS, variable_named

_MARK = re.compile(r"\{%-?\s*(?P<word>for|if|else|endfor|endif)\b(?P<rest>.*?)-?%\}", re.DOTALL)
_FOR = re.compile(r"\s*(\w+)\s+in\s+([\w.]+)")
_ONE_OF = N_("One of: {field}")


@dataclass(frozen=True, slots=True)
class RowField:
    """A field that prints something of each row: its name in the template, what it is called, and what its
    list is called.
    """

    name: str
    label: Message
    of: Message


def row_fields(before: str) -> tuple[RowField, ...]:
    """Return the fields of the lists that are open behind the text `before`, of the inner list first."""
    found: list[RowField] = []
    for row, list_name in reversed(rows_open(before)):
        variable = variable_named(list_name)
        if variable is None or not variable.is_list:
            continue
        of = Message(variable.label)
        for item in variable.items:
            found.append(RowField(f"{row}.{item}", Message(ITEM_LABELS[f"{list_name}.{item}"]), of))
        if not variable.items:
            found.append(RowField(row, Message(_ONE_OF, {"field": of}), of))
    return tuple(found)


def rows_open(before: str) -> list[tuple[str, str]]:
    """Return what a row is called in each list that is open behind the text `before`, with the field of that
    list, the outer list first. Behind an "else" a list has no row.
    """
    frames: list[tuple[str, str, str]] = []  # the word that begins it, the row, the list
    for mark in _MARK.finditer(before):
        word, named = mark["word"], _FOR.match(mark["rest"])
        if word == "for" and named:
            frames.append((word, named[1], named[2]))
        elif word in ("for", "if"):
            frames.append((word, "", ""))
        elif frames and word == "else" and frames[-1][0] == "for":
            frames[-1] = ("for", "", "")
        elif frames and word != "else":
            frames.pop()
    return [(row, list_name) for _word, row, list_name in frames if row]
