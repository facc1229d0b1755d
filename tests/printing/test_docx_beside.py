"""A Word file breaks its lines and pages where the preview does, as LibreOffice lays it out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from noshow_desk.export.docx import write
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperSize
from tests.export.samples import block, letter
from tests.export.test_docx_fonts import NAMES
from tests.printing.goldens.beside import PAGE_END, convert, pairs
from tests.tools.outside import needs_libreoffice, needs_pdffonts, needs_pdftotext, pdf_text

# Two programs add the widths of letters up differently: where a word ends at the very edge of the paper, one
# takes it to the next line, or breaks a number at its hyphen. That makes two lines other ones, twice at most.
BROKEN_ELSEWHERE = 4
UNSEEN = dict.fromkeys(map(ord, "\u202a\u202b\u202c"))  # what pdftotext writes around Arabic and Hebrew


def words(lines: list[str]) -> str:
    """Return all that is written, without blanks."""
    return "".join(line for line in lines if line != PAGE_END).replace(" ", "")


def fonts_of(path: Path) -> set[str]:
    """Return the families in a PDF; all of them are in it as parts of fonts, "BAAAAA+Inter-Bold"."""
    done = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True, timeout=60)
    names = [line.split()[0] for line in done.stdout.splitlines()[2:]]
    return {name.partition("+")[2].partition("-")[0] for name in names}


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


@needs_libreoffice
@needs_pdftotext
@needs_pdffonts
def test_a_name_in_any_script_is_set_in_the_font_that_came_with_it(tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        made = letter(blocks=(block(f"Dear Ms. {name},"), block("Thank you for giving me another date.")))
        (tmp_path / f"{number}.docx").write_bytes(write(made, DEFAULT_OPTIONS))
    convert(tmp_path)
    for number, (name, family) in enumerate(NAMES.items()):
        path = tmp_path / f"{number}.pdf"
        assert fonts_of(path) == {"Inter", family.replace(" ", "")}, name
        said = pdf_text(path.read_bytes()).translate(UNSEEN)
        assert f"Dear Ms. {name}," in said, name
