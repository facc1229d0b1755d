"""What every reader returns: a table of texts with its heading, and what had to be guessed."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.errors import UserError
from noshow_desk.i18n import _

LARGEST_FILE = 20 * 1024 * 1024  # bytes
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Table:
    """`heading` and `rows` are texts; each row is as long as the heading, `lines` say where it stood.

    `encoding` and `delimiter` are what was guessed, "" where nothing had to be.
    """

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""


class TableMaker:
    """Collects the rows of a file within the limits; raises UserError with the line that breaks one."""

    def __init__(self) -> None:
        self._heading: tuple[str, ...] = ()
        self._rows: list[tuple[str, ...]] = []
        self._lines: list[int] = []

    def add(self, cells: list[str], line: int) -> None:
        """Take one row; empty ones are passed over, the first other one is the heading."""
        while cells and not cells[-1].strip():
            cells = cells[:-1]
        if not any(cell.strip() for cell in cells):
            return
        if len(cells) > MOST_COLUMNS:
            raise UserError(
                _("Line {line} has more than {most} columns.").format(line=line, most=MOST_COLUMNS)
            )
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise UserError(
                _("Line {line} holds a cell of more than {most} characters.").format(
                    line=line, most=LONGEST_CELL
                )
            )
        if not self._heading:
            self._heading = tuple(cell.strip() for cell in cells)
            return
        if len(self._rows) == MOST_ROWS:
            raise UserError(_("There are more than {most} rows. Split the file.").format(most=MOST_ROWS))
        width = max(len(self._heading), len(cells))
        self._heading += ("",) * (width - len(self._heading))
        self._rows.append(tuple(cells))
        self._lines.append(line)

    def table(self, *, encoding: str = "", delimiter: str = "") -> Table:
        """Return what was collected, each row filled up to the width of the heading."""
        if not self._heading:
            raise UserError(_("There is nothing in this file."))
        width = len(self._heading)
        rows = tuple(row + ("",) * (width - len(row)) for row in self._rows)
        return Table(self._heading, rows, tuple(self._lines), encoding, delimiter)


def must_not_be_too_large(content: bytes) -> None:
    """Raise UserError for a file that is larger than any list of clients."""
    if len(content) > LARGEST_FILE:
        most = LARGEST_FILE // (1024 * 1024)
        raise UserError(_("This file is larger than {most} MB. Split it.").format(most=most))
