"""Printing: what the preview showed, on the sheet it showed, under a name that tells nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperSize
from noshow_desk.printing import pdf
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.printer import Ask, PrintDesk, new_printer, print_to, printing_to
from noshow_desk.printing.printout import Printout, lay_out
from tests.export.samples import block, letter


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    load_fonts()


class Dialog(QObject):
    """Stands in for the system's dialog: it changes the sheet, as native ones do, and waits for the test."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, printer: QPrinter, _window: QWidget) -> None:
        super().__init__()
        self.printer = printer
        self.shown = False
        self.pages = (0, 0)

    def setOption(self, *_given: Any) -> None:
        pass

    def setMinMax(self, first: int, last: int) -> None:
        self.pages = (first, last)

    def setWindowModality(self, _modality: Any) -> None:
        pass

    def show(self) -> None:
        self.shown = True


def on_a_file(printout: Printout, path: Path) -> QPrinter:
    printer = new_printer(printout)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages(count: int) -> Printout:
    return lay_out(letter(blocks=tuple(block(f"Line {number}") for number in range(count))))


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_printer_gets_what_the_preview_showed(tmp_path: Path) -> None:
    printout = lay_out(letter())
    printer = on_a_file(printout, tmp_path / "a.pdf")
    other = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Landscape, QMarginsF(50, 50, 50, 50)
    )
    printer.setPageLayout(other)  # as a native dialog does without a word
    assert print_to(printer, [printout]) == 1
    box = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (612, 792)
    (tmp_path / "b.pdf").write_bytes(pdf.write(letter(), DEFAULT_OPTIONS))
    assert text_of(tmp_path / "a.pdf") == text_of(tmp_path / "b.pdf")


def test_section_6_the_job_has_a_neutral_name() -> None:
    printer = new_printer(lay_out(letter()))
    assert printer.docName() == "Thank-you note"
    assert printer.creator() == ""


@pytest.mark.parametrize("size", list(PaperSize))
def test_the_sheet_is_the_papers(size: PaperSize) -> None:
    layout = new_printer(lay_out(letter(), size=size)).pageLayout()
    width, height = size.inches
    inches = layout.fullRect(QPageLayout.Unit.Inch)
    assert (inches.width(), inches.height()) == pytest.approx((width, height), abs=0.02)


def test_a_range_of_pages(tmp_path: Path) -> None:
    printout = pages(100)
    printer = on_a_file(printout, tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert print_to(printer, [printout]) == 1
    assert f"Page 2 of {printout.page_count}" in text_of(tmp_path / "a.pdf")


def test_several_papers_are_one_job(tmp_path: Path) -> None:
    printout = pages(3)
    assert print_to(on_a_file(printout, tmp_path / "a.pdf"), [printout, printout]) == 2


def in_steps(printer: QPrinter, printouts: list[Printout]) -> int:
    return max(printing_to(printer, printouts))


@pytest.mark.parametrize("printing", [print_to, in_steps])
def test_a_file_on_a_full_disk_is_not_said_to_be_printed(
    tmp_path: Path, printing: Callable[[QPrinter, list[Printout]], int]
) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"as it was")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, before[1]))
    try:
        with pytest.raises(SystemTrouble, match=r"a\.pdf could not be written"):
            printing(on_a_file(pages(40), path), [pages(40)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == [path] and path.read_bytes() == b"as it was"


def test_a_job_that_is_stopped_leaves_no_file(tmp_path: Path) -> None:
    steps = printing_to(on_a_file(pages(3), tmp_path / "a.pdf"), [pages(3), pages(3)])
    assert next(steps) == 1
    steps.close()
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_printed_bears_no_signature(tmp_path: Path) -> None:
    assert print_to(on_a_file(pages(3), tmp_path / "a.pdf"), [pages(3)]) == 1
    facts = PdfReader(tmp_path / "a.pdf").metadata
    assert facts is not None and not (facts.producer or "").strip() and not facts.creator


def desk_of(qtbot: QtBot, ask: Ask | None = None) -> tuple[PrintDesk, list[Dialog]]:
    window = QWidget()
    qtbot.addWidget(window)
    opened: list[Dialog] = []

    def make(printer: QPrinter, parent: QWidget) -> Any:
        opened.append(Dialog(printer, parent))
        return opened[-1]

    return PrintDesk(window, make, ask=ask), opened


def test_the_desk_opens_the_dialog_and_prints_when_it_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    desk, opened = desk_of(qtbot)
    desk.print_printouts([pages(100)])
    assert opened[0].shown
    assert opened[0].pages == (1, pages(100).page_count)
    opened[0].printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    opened[0].printer.setOutputFileName(str(tmp_path / "a.pdf"))
    with qtbot.waitSignal(desk.printed) as told:
        opened[0].accepted.emit()
    assert told.args == [pages(100).page_count]
    assert "Line 99" in text_of(tmp_path / "a.pdf")


def test_the_desk_says_when_nothing_was_printed(qtbot: QtBot) -> None:
    desk, opened = desk_of(qtbot)
    desk.print_printouts([pages(3)])
    with qtbot.waitSignal(desk.cancelled):
        opened[0].rejected.emit()
    with qtbot.waitSignal(desk.cancelled):
        desk.print_printouts([])
    assert len(opened) == 1


def test_the_last_word_comes_after_the_printer_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    held: list[Callable[[], None]] = []
    desk, opened = desk_of(qtbot, ask=lambda _printer, go_on: held.append(go_on))
    desk.print_printouts([pages(3)])
    opened[0].printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    opened[0].printer.setOutputFileName(str(tmp_path / "a.pdf"))
    opened[0].accepted.emit()
    assert not (tmp_path / "a.pdf").exists()
    with qtbot.waitSignal(desk.printed):
        held[0]()
    assert "Line 2" in text_of(tmp_path / "a.pdf")
