"""A thousand letters to one PDF: against plain text lines, and against LibreOffice where it is installed.

`python -m tests.bench.batches ours|plain COUNT` writes so many into a temporary folder and prints the
seconds, the bytes of the file and the largest memory of the process in KiB.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPdfWriter

from noshow_desk.export.options import PaperSize
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
from noshow_desk.letters.starters import starters
from noshow_desk.printing.gui import ensure_gui
from noshow_desk.printing.pdf import save_pdf
from noshow_desk.printing.printout import Printout, lay_out
from noshow_desk.printing.sheet import LAYOUT_DPI, page_layout, paper_font, sheet_of
from tests.bench import office
from tests.bench.measure import Row, ratio_row, seconds
from tests.tools.resident import most_resident

NOTE = "starter-en-thank_you-letter-granted"
REPEATS = 3
FEW, MANY = 1_000, 10_000
LINES = 30
LINE = "Thank you for the time that you took, and for the second chance that you are giving me."


class Run(NamedTuple):
    """What one process told: seconds, bytes of the PDF, largest memory in KiB."""

    seconds: float
    size: float
    memory: float


def rows() -> Iterator[Row]:
    """Measure each in a process of its own, ours and the plain lines by turns."""
    turns = [(_in_a_process("ours", FEW), _in_a_process("plain", FEW)) for _repeat in range(REPEATS)]
    ours, plain = [turn[0] for turn in turns], [turn[1] for turn in turns]
    per_second = FEW / statistics.median(run.seconds for run in ours)
    name = f"{FEW:,} letters to one PDF"
    speeds = [1 / run.seconds for run in ours], [1 / run.seconds for run in plain]
    beside = f"{per_second:.0f} letters/s, facts to page"
    yield ratio_row(f"{name}, plain drawText", *speeds, goal=0.4, at_least=True, beside=beside)
    yield Row(name=f"{name}, bytes a letter", unit="B", value=ours[0].size / FEW, goal=3_000.0)
    most = _in_a_process("ours", MANY).memory
    least = statistics.median(run.memory for run in ours)
    beside = f"{most / 1024:.0f} against {least / 1024:.0f} MiB"
    name = f"memory at {MANY:,} letters against {FEW:,}"
    yield Row(name=name, unit="×", value=most / least, goal=1.2, beside=beside)
    yield from office.rows(_per_second)


def _per_second() -> float:
    return FEW / _in_a_process("ours", FEW).seconds


def _in_a_process(kind: str, count: int) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.batches", kind, str(count)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return Run(*(float(word) for word in done.stdout.split()))


def main(kind: str, count: int) -> None:
    """Write `count` letters, or pages of plain lines, and print what it took."""
    ensure_gui()
    place = Path(tempfile.mkdtemp())
    path = place / "letters.pdf"
    took = seconds(partial(_ours if kind == "ours" else _plain, path, count))
    print(took, path.stat().st_size, most_resident())
    shutil.rmtree(place)


def _ours(path: Path, count: int) -> None:
    save_pdf(path, _letters(count))


def _letters(count: int) -> Iterator[Printout]:
    template = next(one for one in starters() if one.id == NOTE)
    facts = sample_facts()
    for _number in range(count):
        yield lay_out(fill_template(template, facts, today=SAMPLE_TODAY))


def _plain(path: Path, count: int) -> None:
    """Write pages of 30 lines each as the simplest program would, in the same font and resolution."""
    writer = QPdfWriter(str(path))
    writer.setResolution(LAYOUT_DPI)
    writer.setPageLayout(page_layout(sheet_of(PaperSize.LETTER)))
    painter = QPainter(writer)
    painter.setFont(paper_font(11.5))
    for page in range(count):
        if page:
            writer.newPage()
        for line in range(LINES):
            painter.drawText(QPointF(LAYOUT_DPI, LAYOUT_DPI + line * LAYOUT_DPI * 0.22), LINE[line % 20 :])
    painter.end()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
