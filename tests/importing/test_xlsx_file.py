"""Excel in: the first sheet as texts; bombs, protected and broken files end in a sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from noshow_desk.errors import UserError
from noshow_desk.importing import xlsx_file
from noshow_desk.importing.xlsx_file import read_xlsx


def workbook() -> bytes:
    """Return a small workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["Name", "Phone", "Since", "Rate"])
    sheet.write_row(1, 0, ["José Núñez", 5550142])
    sheet.write_datetime(1, 2, date(2026, 3, 10), day)
    sheet.write_number(1, 3, 1.5)
    sheet.write_string(2, 0, "'=cmd")
    book.close()
    return out.getvalue()


def packed(name: str, content: bytes) -> bytes:
    """Return a zip archive with one member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_the_first_sheet_comes_as_texts() -> None:
    found = read_xlsx(workbook())
    assert found.heading == ("Name", "Phone", "Since", "Rate")
    assert found.rows[0] == ("José Núñez", "5550142", "2026-03-10", "1.5")
    assert found.rows[1][0] == "=cmd"


def test_a_bomb_is_stopped_by_its_real_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_UNPACKED", 1_000_000)
    bomb = packed("xl/worksheets/sheet1.xml", b"0" * 5_000_000)
    with pytest.raises(UserError, match="unpacks"):
        read_xlsx(bomb)
    lying = bomb.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(UserError):
        read_xlsx(lying)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        packed("hello.txt", b"hello"),
        packed("xl/workbook.xml", b"<workbook/>"),
        workbook()[:-200],
        workbook()[:400] + bytes(100) + workbook()[500:],
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        read_xlsx(content)
    assert caught.value.sentence


def test_more_members_than_any_workbook_has_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(xlsx_file.MOST_MEMBERS + 1):
            archive.writestr(str(number), b"")
    with pytest.raises(UserError):
        read_xlsx(out.getvalue())
