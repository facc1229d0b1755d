"""Excel files: the archive is measured by its real bytes before anything is read from it."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from noshow_desk.domain.cells import unguarded
from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.importing.table import Table, TableMaker, must_not_be_too_large

MOST_MEMBERS = 2_000
MOST_UNPACKED = 150 * 1024 * 1024  # bytes, of all members together
_CHUNK = 256 * 1024
_ENCRYPTED = 0x1


def read_xlsx(content: bytes) -> Table:
    """Return the table on the first sheet of an Excel file. Raises UserError for anything that is none."""
    must_not_be_too_large(content)
    _measure(content)
    made = TableMaker()
    for line, row in enumerate(_first_sheet(content), start=1):
        made.add([_text(cell) for cell in row], line)
    return made.table()


def _measure(content: bytes) -> None:
    """Unpack every member to nowhere and count: what the archive says of itself is not believed."""
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise _not_readable()
            for member in members:
                if member.flag_bits & _ENCRYPTED:
                    raise UserError(_("This file is protected by a password. Save it without one first."))
                with archive.open(member) as packed:
                    while part := packed.read(_CHUNK):
                        left -= len(part)
                        if left < 0:
                            raise UserError(_("This file unpacks to more than any list of clients."))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise _not_readable() from None


def _first_sheet(content: bytes) -> list[list[Any]]:
    from python_calamine import CalamineError, CalamineWorkbook  # deferred: only for Excel files

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if not book.sheet_names:
            raise _not_readable()
        rows: list[list[Any]] = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        raise _not_readable() from None
    except BaseException as error:
        # A panic of the library is no Exception; it means that the file is broken, not that we are.
        if type(error).__name__ == "PanicException":
            raise _not_readable() from None
        raise
    return rows


def _text(cell: Any) -> str:
    match cell:
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))  # a telephone number that a sheet took for a number
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time() | timedelta():
            return str(cell)
        case _:
            return unguarded(str(cell))


def _not_readable() -> UserError:
    return UserError(_("This is no Excel file that can be read. Save the table as CSV and choose that one."))
