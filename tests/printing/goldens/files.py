"""The golden files of a paper: its text as pdftotext reads it, and a small picture of each page."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from PySide6.QtGui import QImage

from noshow_desk.printing.pdf import write_pdf
from noshow_desk.printing.printout import Printout
from tests.printing.goldens import pictures
from tests.printing.goldens.papers import Paper, papers
from tests.tools.outside import pdf_text

_HERE = Path(__file__).parent
TEXTS, PICTURES = _HERE / "texts", _HERE / "pictures"
_GAP = re.compile(r" {2,}")
_PAGE_END = "-- end of page --"


@cache
def pages_of(paper: Paper) -> tuple[QImage, ...]:
    """Return the small pictures of a paper's pages, painted once."""
    printout = paper.lay_out()
    return tuple(pictures.small_page(printout, page) for page in range(printout.page_count))


def picture_path(paper: Paper, page: int) -> Path:
    """Return where the golden picture of a page (from 0) lies."""
    return PICTURES / f"{paper.key}-{page + 1}.png"


def text_path(paper: Paper) -> Path:
    """Return where the golden text of a paper lies."""
    return TEXTS / f"{paper.key}.txt"


def text_of(printout: Printout) -> str:
    """Return the lines of a PDF as they stand on its pages; how wide a gap is depends on the reader."""
    text = pdf_text(write_pdf([printout]), layout=True).replace("\f", f"{_PAGE_END}\n")
    lines = (_GAP.sub("  ", line.strip()) for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def write_goldens() -> int:
    """Write all golden files anew and return how many; those of papers that are no more go."""
    for folder in (TEXTS, PICTURES):
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
    for paper in papers():
        text_path(paper).write_text(text_of(paper.lay_out()), encoding="utf-8")
        for page, picture in enumerate(pages_of(paper)):
            picture.save(str(picture_path(paper, page)))
    return len(list(TEXTS.iterdir())) + len(list(PICTURES.iterdir()))


def sums() -> dict[str, list[str]]:
    """Return a checksum for each page of each paper: equal only where every pixel is."""
    return {
        paper.key: [hashlib.sha256(pictures.pixels(page)).hexdigest() for page in pages_of(paper)]
        for paper in papers()
    }
