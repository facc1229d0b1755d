"""Hostile CSV files and archives: read, or refused with a sentence, within bounds; never another error."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
from pathlib import Path

from noshow_desk.domain.cells import guarded, unguarded
from noshow_desk.errors import UserError
from noshow_desk.importing.clients import read_clients
from noshow_desk.importing.columns import guessed
from noshow_desk.importing.csv_file import read_csv
from noshow_desk.importing.table import MOST_COLUMNS, MOST_ROWS, Table
from noshow_desk.importing.xlsx_file import read_xlsx
from tests.proof.names import hostile_text
from tests.proof.rows import Outcome
from tests.tools.resident import most_resident

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "mac_roman",
    "utf-7",
    "cp037",
)
DELIMITERS = (",", ";", "\t", "|", ":", " ", "\x00", "é")
HEADINGS = ("name", "First Name", "Apellidos", "phone", "since", "tags", "", '"', "=1", "\u202ename")
LONGEST_S = 10.0
MOST_BYTES = 900 * 1024 * 1024  # the program, the made-up bombs and what reading them takes


def hostile_tables(times: int, seed: int, place: Path) -> Outcome:
    """Read made-up CSV files as clients, and check that our own cells come back as they went."""
    chance, outcome = (
        random.Random(seed),
        Outcome(how="encodings, delimiters, quotes, noise; cells round trip"),
    )
    for _number in range(times):
        outcome.count(_csv(_csv_file(chance)) or _round_trip(hostile_text(chance)))
    return outcome


def hostile_archives(times: int, seed: int, place: Path) -> Outcome:
    """Read bombs, lying sizes, cut and shuffled archives as Excel files."""
    chance, outcome = random.Random(seed), Outcome()
    slowest = 0.0
    for number in range(times):
        content = _ARCHIVES[number % len(_ARCHIVES)](chance)
        began = time.monotonic()
        wrong = _refused(content)
        took = time.monotonic() - began
        slowest = max(slowest, took)
        outcome.count(wrong or (f"took {took:.1f} s" if took > LONGEST_S else None))
    peak = most_resident() * 1024
    if peak > MOST_BYTES:
        outcome.wrong.append(f"took {peak >> 20} MB")
    outcome.how = f"slowest {slowest:.1f} s, {peak >> 20} MB at most"
    return outcome


def _csv(content: bytes) -> str | None:
    try:
        table = read_csv(content)
        _within_limits(table)
        read_clients(table, guessed(table.heading))
    except UserError as trouble:
        return None if trouble.sentence.strip() else "refused without a sentence"
    except Exception as error:  # what the row is there to find
        return f"{type(error).__name__} for {content[:60]!r}"
    return None


def _within_limits(table: Table) -> None:
    assert len(table.rows) <= MOST_ROWS and len(table.heading) <= MOST_COLUMNS
    assert all(len(row) == len(table.heading) for row in table.rows)


def _round_trip(text: str) -> str | None:
    return None if unguarded(guarded(text)) == text else f"a cell came back changed: {text[:40]!r}"


def _csv_file(chance: random.Random) -> bytes:
    delimiter = chance.choice(DELIMITERS)
    lines = [delimiter.join(chance.choice(HEADINGS) for _ in range(chance.randrange(0, 6)))]
    for _ in range(chance.randrange(0, 8)):
        cells = (_cell(chance) for _ in range(chance.choice((0, 1, 3, 3, 5, 250))))
        lines.append(delimiter.join(cells))
    text = chance.choice(("\n", "\r\n", "\r", "\n\n", "\x85")).join(lines)
    content = text.encode(chance.choice(ENCODINGS), "replace")
    if chance.random() < 0.3:
        content = _noise(chance, content)
    return content


def _cell(chance: random.Random) -> str:
    text = hostile_text(chance)
    form = chance.randrange(4)
    if form == 0:
        return '"' + text.replace('"', '""') + '"'
    return ('"' + text) if form == 1 else text


def _noise(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content or b"\0")
    for _ in range(chance.randrange(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    cut = chance.randrange(len(changed) + 1) if chance.random() < 0.3 else len(changed)
    return bytes(changed[:cut])


def _refused(content: bytes) -> str | None:
    try:
        read_xlsx(content)
    except UserError as trouble:
        return None if trouble.sentence.strip() else "refused without a sentence"
    except Exception as error:  # what the row is there to find
        return f"{type(error).__name__} for an archive of {len(content)} bytes"
    return None  # an archive that is whole after all


def _zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


_BOOK = (
    "[Content_Types].xml",
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
)


def _bomb(chance: random.Random) -> bytes:
    """Return a small file that unpacks to hundreds of megabytes."""
    size = chance.choice((20, 160, 200)) * 1024 * 1024
    return _zip(_BOOK, ("xl/worksheets/sheet1.xml", bytes(size)))


def _liar(chance: random.Random) -> bytes:
    """Return an archive that says it unpacks to a few bytes."""
    whole = _zip(_BOOK, ("xl/worksheets/sheet1.xml", bytes(30 * 1024 * 1024)))
    return whole.replace(struct.pack("<I", 30 * 1024 * 1024), struct.pack("<I", chance.randrange(99)))


def _nested(chance: random.Random) -> bytes:
    inner = _zip(("sheet.xml", bytes(1024 * 1024)))
    for _ in range(chance.randrange(1, 6)):
        inner = _zip(("inner.zip", inner))
    return inner


def _entities(chance: random.Random) -> bytes:
    """Return a workbook whose XML grows by entities."""
    lines = [f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(chance.randrange(3, 9))]
    xml = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(lines) + "]><workbook>&a5;</workbook>"
    )
    return _zip(_BOOK, ("xl/workbook.xml", xml.encode()), ("xl/sharedStrings.xml", xml.encode()))


def _paths(chance: random.Random) -> bytes:
    names = ("../../evil.xml", "/etc/passwd", "C:\\evil", "a" * 4_000, "\u202exml", "xl/workbook.xml")
    return _zip(*((name, hostile_text(chance).encode("utf-8", "replace")) for name in names))


def _crowd(chance: random.Random) -> bytes:
    return _zip(*((str(number), b"") for number in range(chance.choice((100, 3_000)))))


def _broken(chance: random.Random) -> bytes:
    return b"PK\x03\x04" + _noise(chance, _zip(_BOOK, ("xl/workbook.xml", b"<workbook/>"))[4:])


_ARCHIVES = (_bomb, _liar, _nested, _entities, _paths, _crowd, _broken)
