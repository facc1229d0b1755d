"""Word files as LibreOffice lays them out, beside our own pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from noshow_desk.export.options import PaperOptions, PaperSize
from noshow_desk.export.typefaces import TEXT_FAMILIES
from noshow_desk.letters.starters import starters
from noshow_desk.printing.pdf import write_pdf
from noshow_desk.printing.picture import render_pages
from noshow_desk.printing.printout import Printout, lay_out, lay_out_summary
from noshow_desk.printing.writers import write_paper, write_summary
from tests.export.samples import summary
from tests.printing.goldens.papers import LANGUAGES, filled
from tests.tools.outside import pdf_text, to_pdf

# Fonts like those of any computer. None of ours: what a Word file is set in, it brings along.
_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    "<fontconfig><dir>/usr/share/fonts</dir>{without}</fontconfig>"
)
_WITHOUT = (
    '<selectfont><rejectfont><pattern><patelt name="family"><string>{family}</string></patelt>'
    "</pattern></rejectfont></selectfont>"
)
_PAGE_NUMBER = re.compile(r"(Page|Página) \d+ (of|de) \d+")  # Word has no way to number only longer papers
_LOOK_DPI = 80
PAGE_END = "--"


@dataclass(frozen=True)
class Pair:
    """One paper: our pages, and the PDF that LibreOffice makes of our Word file."""

    name: str
    ours: Printout
    theirs: Path

    def lines(self) -> tuple[list[str], list[str]]:
        """Return the lines of both, blanks made even and a line between pages."""
        return _lines(write_pdf([self.ours])), _lines(self.theirs.read_bytes())


def pairs(folder: Path, size: PaperSize) -> tuple[Pair, ...]:
    """Write every paper as a Word file into `folder`, have LibreOffice lay all of them out, return both."""
    ours = {}
    for name, printout, content in _papers(size):
        (folder / f"{name}.docx").write_bytes(content)
        ours[name] = printout
    convert(folder)
    return tuple(Pair(name, printout, folder / f"{name}.pdf") for name, printout in ours.items())


def look(pair: Pair) -> QImage:
    """Return one picture: our pages above, theirs below."""
    stem = pair.theirs.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(_LOOK_DPI), "-png", pair.theirs, stem], check=True, timeout=60)
    theirs = [QImage(str(path)) for path in sorted(stem.parent.glob(f"{stem.name}-[0-9]*.png"))]
    rows = (render_pages(pair.ours, _LOOK_DPI), theirs)
    width, height = rows[0][0].width() + 8, rows[0][0].height() + 8
    sheet = QImage(width * max(map(len, rows)), height * 2, QImage.Format.Format_RGB32)
    sheet.fill(QColor(Qt.GlobalColor.gray))
    painter = QPainter(sheet)
    for down, row in enumerate(rows):
        for right, page in enumerate(row):
            painter.drawImage(right * width, down * height, page)
    painter.end()
    return sheet


def _papers(size: PaperSize) -> Iterator[tuple[str, Printout, bytes]]:
    for template in starters():
        letter = filled(template)
        content = write_paper("docx", letter, PaperOptions(size=size))
        yield template.id.removeprefix("starter-"), lay_out(letter, size=size), content
    for language in LANGUAGES:
        printout = lay_out_summary(summary(), language, size=size)
        yield (
            f"summary-{language}",
            printout,
            write_summary("docx", summary(), language, PaperOptions(size=size)),
        )


def convert(folder: Path) -> None:
    """Have LibreOffice make a PDF of each Word file in `folder`, on a computer without our fonts."""
    config = folder / "fonts.conf"
    without = "".join(_WITHOUT.format(family=family) for family in TEXT_FAMILIES)
    config.write_text(_FONTS.format(without=without), encoding="utf-8")
    to_pdf(folder, sorted(folder.glob("*.docx")), FONTCONFIG_FILE=str(config))


def _lines(content: bytes) -> list[str]:
    text = pdf_text(content, layout=True).replace("\f", f"\n{PAGE_END}\n")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line and not _PAGE_NUMBER.fullmatch(line)]
