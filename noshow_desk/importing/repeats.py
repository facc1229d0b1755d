"""Whether a row of a list tells once more of somebody whom an earlier row told of, or of a namesake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from noshow_desk.importing.columns import folded
from noshow_desk.importing.table import Table

_NAMES = frozenset({"first_name", "last_name", "name"})
_PHONES = frozenset({"phone", "phone_2"})
# What two rows about one person may well say differently: the one came with another note.
_LOOSE = _NAMES | _PHONES | {"language", "tags", "notes"}
_BIRTH = ("birth", "nacimiento", "dob")  # in a heading: nothing is taken from it, but it tells people apart
_MOST = 100  # earlier rows of one name and one telephone that a row is compared with


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row says that tells people apart: texts by column, and its telephones."""

    texts: Mapping[int, str]
    phones: frozenset[str]

    def contradicts(self, other: _Told) -> bool:
        """Say whether both say something, and not the same."""
        if self.phones and other.phones and not self.phones & other.phones:
            return True
        return any(other.texts.get(at, text) != text for at, text in self.texts.items())


class Repeats:
    """Looks at the rows of one table, one after the other; `columns` are column → field.

    A row repeats an earlier one of the same name when it says the same in every cell, or when both have a
    telephone or an e-mail in common and nothing that tells people apart differs. All others of one name are
    namesakes.
    """

    def __init__(self, table: Table, columns: Mapping[int, str]) -> None:
        self._rows = dict(zip(table.lines, table.rows, strict=True))
        self._columns = columns
        births = {at for at, words in enumerate(table.heading) if any(one in folded(words) for one in _BIRTH)}
        self._telling = births | {at for at, field in columns.items() if field not in _LOOSE}
        self._beside = [at for at in range(len(table.heading)) if columns.get(at) not in _NAMES]
        self._whole: set[tuple[str, ...]] = set()
        self._met: dict[tuple[str, str], list[_Told]] = {}

    def is_repeated(self, line: int, name: str) -> bool:
        """Say whether the row at `line`, of this folded `name`, repeats an earlier one; remember it."""
        row = self._rows[line]
        told = _Told({at: _plain(row[at]) for at in self._telling if row[at].strip()}, self._phones(row))
        whole = (name, *(_plain(row[at]) for at in self._beside))
        places = [(name, way) for way in (*told.phones, self._email(row)) if way]
        again = whole in self._whole or any(
            not told.contradicts(other) for place in places for other in self._met.get(place, ())[:_MOST]
        )
        self._whole.add(whole)
        for place in places:
            self._met.setdefault(place, []).append(told)
        return again

    def _phones(self, row: tuple[str, ...]) -> frozenset[str]:
        found = ("".join(filter(str.isdigit, row[at]))[-10:] for at in self._columns_of(_PHONES))
        return frozenset(filter(None, found))

    def _email(self, row: tuple[str, ...]) -> str:
        return "".join(_plain(row[at]) for at in self._columns_of(frozenset({"email"})))

    def _columns_of(self, fields: frozenset[str]) -> list[int]:
        return [at for at, field in self._columns.items() if field in fields]


def _plain(cell: str) -> str:
    return " ".join(cell.split()).casefold()
