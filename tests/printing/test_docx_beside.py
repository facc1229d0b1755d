"""A Word file breaks its lines and pages where the preview does, as LibreOffice lays it out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.export.options import PaperSize
from tests.printing.goldens.beside import PAGE_END, pairs
from tests.tools.outside import needs_libreoffice, needs_pdftotext

# Two programs add the widths of letters up differently: where a word ends at the very edge of the paper, one
# takes it to the next line, or breaks a number at its hyphen. That makes two lines other ones, twice at most.
BROKEN_ELSEWHERE = 4


def words(lines: list[str]) -> str:
    """Return all that is written, without blanks."""
    return "".join(line for line in lines if line != PAGE_END).replace(" ", "")


@needs_libreoffice
@needs_pdftotext
@pytest.mark.parametrize("size", list(PaperSize))
def test_every_paper_has_the_same_lines_on_the_same_pages(
    qapp: QApplication, size: PaperSize, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = pairs(tmp_path_factory.mktemp("beside"), size)
    assert len(made) > 40
    for pair in made:
        ours, theirs = pair.lines()
        assert theirs.count(PAGE_END) == ours.count(PAGE_END), pair.name
        assert words(theirs) == words(ours), pair.name
        elsewhere = [line for line in theirs if line not in ours]
        assert len(elsewhere) <= BROKEN_ELSEWHERE, pair.name
