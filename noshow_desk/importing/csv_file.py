"""CSV files: encoding and delimiter are guessed, and said; nothing is read beyond the limits."""

from __future__ import annotations

import csv
import io
from collections import Counter

from noshow_desk.domain.cells import unguarded
from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.importing.encoding import encoding_of
from noshow_desk.importing.table import Table, TableMaker, must_not_be_too_large

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 30  # lines that the delimiter is guessed from
_UNIT_SEPARATORS = dict.fromkeys(map(ord, "\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def read_csv(content: bytes) -> Table:
    """Return the table in a CSV file. Raises UserError for anything that is none."""
    must_not_be_too_large(content)
    text, encoding = _decoded(content)
    delimiter = _delimiter(text)
    made = TableMaker()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    try:
        for row in reader:
            made.add([unguarded(cell) for cell in row], reader.line_num)
    except csv.Error:
        raise UserError(
            _("Line {line} cannot be read as a table. Save the file as CSV again.").format(
                line=reader.line_num
            )
        ) from None
    return made.table(encoding=encoding, delimiter=delimiter)


def _decoded(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding."""
    encoding = encoding_of(content)
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise UserError(_("This file is no text. Save the table as CSV and choose it again.")) from None
    if text.count("\0") > len(text) // 100:
        raise UserError(_("This file is no text. Save the table as CSV and choose it again."))
    return text.translate(_UNIT_SEPARATORS), encoding.removesuffix("-sig")


def _delimiter(text: str) -> str:
    """Return the character that parts the first lines into the same number of cells, most often."""
    best, most = ",", 0.0
    lines = text[: 200 * 1024].splitlines()[:_LOOKED_AT]
    for delimiter in _DELIMITERS:
        counts = Counter(_outside_quotes(line, delimiter) for line in lines if line.strip())
        if not counts:
            break
        number, times = max(counts.items(), key=_by_times_and_size)
        score = times / sum(counts.values()) + min(number, 50) / 100 if number else 0.0
        if score > most:
            best, most = delimiter, score
    return best


def _by_times_and_size(entry: tuple[int, int]) -> tuple[int, int]:
    number, times = entry
    return (times, number) if number else (0, 0)


def _outside_quotes(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])
