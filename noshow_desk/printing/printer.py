"""Printing on paper: the system's dialog, then exactly what the preview showed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble
from noshow_desk.export.saving import replacing
from noshow_desk.i18n import N_, _
from noshow_desk.printing.pdf import finish_file
from noshow_desk.printing.printout import Printout
from noshow_desk.printing.sheet import LAYOUT_DPI, page_layout
from noshow_desk.printing.spooler import stay_on_this_computer

NOT_TAKEN = N_("The printer did not take the paper. Check that it is on, and print again.")
MakeDialog = Callable[[QPrinter, QWidget], QPrintDialog]
# Gets the printer that was chosen, and what prints on it: called at once, later, or never.
Ask = Callable[[QPrinter, Callable[[], None]], None]


class PrintDesk(QObject):
    """Asks for a printer and prints. `ask` has the last word on the printer that was chosen, without one it
    prints at once.
    """

    printed = Signal(int)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self, parent: QWidget, make_dialog: MakeDialog = QPrintDialog, *, ask: Ask | None = None
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._make_dialog = make_dialog
        self._ask_last = ask
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None
        self._go_on: Callable[[QPrinter], None] | None = None
        self.copies = 1  # what the dialog opens with

    def print_printouts(self, printouts: Sequence[Printout]) -> None:
        """Open the print dialog for `printouts`; `printed`, `cancelled` or `failed` tells how it ended."""
        if not printouts:
            self.cancelled.emit()
            return
        self._go_on = partial(self._print_now, tuple(printouts))
        self._show_dialog(printouts[0], sum(printout.page_count for printout in printouts))

    def choose_printer(self, first: Printout, go_on: Callable[[QPrinter], None]) -> None:
        """Open the print dialog for many papers, of which `first` is one: `go_on` gets the printer and
        prints them in steps, `cancelled` tells that there is none.
        """
        self._go_on = go_on
        self._show_dialog(first, 0)

    def _show_dialog(self, first: Printout, pages: int) -> None:
        """Show the dialog; a range can be chosen of so many `pages`, none of an unknown number (0)."""
        self._printer = new_printer(first)
        self._printer.setCopyCount(self.copies)
        self._dialog = self._make_dialog(self._printer, self._window)
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, bool(pages))
        if pages:
            self._dialog.setMinMax(1, pages)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._connect()
        self._dialog.show()  # window modal, returns at once: open() in PySide wants a slot

    def _connect(self) -> None:
        assert self._dialog is not None
        self._dialog.accepted.connect(self._on_dialog_accepted)
        self._dialog.rejected.connect(self._on_dialog_rejected)

    def _on_dialog_accepted(self) -> None:
        assert self._printer is not None and self._go_on is not None
        printer, go_on = self._printer, partial(self._go_on, self._printer)
        self._finish()
        if self._ask_last is None:
            go_on()
        else:
            self._ask_last(printer, go_on)

    def _print_now(self, printouts: Sequence[Printout], printer: QPrinter) -> None:
        try:
            pages = print_to(printer, printouts)
        except SystemTrouble as trouble:
            self.failed.emit(trouble.sentence)
            return
        if pages:
            self.printed.emit(pages)
        else:
            self.failed.emit(_(NOT_TAKEN))

    def _on_dialog_rejected(self) -> None:
        self._finish()
        self.cancelled.emit()

    def _finish(self) -> None:
        """Let go of the dialog and of the papers."""
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        self._printer = None
        self._go_on = None


def new_printer(first: Printout) -> QPrinter:
    """Return a printer set for the sheets of `first`; its job name is the paper's neutral title."""
    stay_on_this_computer()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(first.title)
    printer.setCreator("")
    _set_sheet(printer, first)
    return printer


def print_to(printer: QPrinter, printouts: Sequence[Printout]) -> int:
    """Print the pages that the dialog chose and return how many; 0 when the printer takes none.

    Raises SystemTrouble when it prints to a file that cannot be written whole.
    """
    chosen = _chosen(
        printer, [(printout, page) for printout in printouts for page in range(printout.page_count)]
    )
    if not chosen:
        return 0
    with _whole_file(printer):
        return _print_pages(printer, chosen)


def _print_pages(printer: QPrinter, chosen: list[tuple[Printout, int]]) -> int:
    painter = QPainter()
    for number, (printout, page) in enumerate(chosen):
        if not _next_page(printer, painter, printout, first=number == 0):
            _give_up(printer, painter)
            return 0
        _paint(printer, painter, printout, page)
    return len(chosen) if painter.end() else 0


def printing_to(printer: QPrinter, printouts: Iterable[Printout]) -> Generator[int, None, None]:
    """Print one paper after the other as one job and yield the pages so far; for hundreds of them.

    Closing it before its end tells the printer to drop the job. Raises SystemTrouble when the printer takes
    no page, is gone, or prints to a file that cannot be written whole; that file is then as it was.
    """
    with _whole_file(printer):
        yield from _printing(printer, printouts)


@contextmanager
def _whole_file(printer: QPrinter) -> Iterator[None]:
    """Where the printer prints to a PDF, put that in its place once it is whole: Qt does not say that a disk
    is full.
    """
    name = printer.outputFileName()
    path = Path(name)
    if not name or printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat or _is_device(path):
        yield
        return
    with replacing(path) as part:
        printer.setOutputFileName(str(part))
        try:
            yield
        finally:
            printer.setOutputFileName(name)
        finish_file(part)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _printing(printer: QPrinter, printouts: Iterable[Printout]) -> Generator[int, None, None]:
    painter, pages = QPainter(), 0
    try:
        for printout in printouts:
            for page in range(printout.page_count):
                if not _next_page(printer, painter, printout, first=pages == 0):
                    raise SystemTrouble(_(NOT_TAKEN))
                _paint(printer, painter, printout, page)
                pages += 1
            yield pages
        if pages and not painter.end():
            raise SystemTrouble(_(NOT_TAKEN))
    except BaseException:
        _give_up(printer, painter)
        raise


def _next_page(printer: QPrinter, painter: QPainter, printout: Printout, *, first: bool) -> bool:
    """Have a page of the sheet of `printout` under the painter; False when the printer gives none."""
    _set_sheet(printer, printout)  # native dialogs change the sheet without a word
    return painter.begin(printer) if first else printer.newPage()


def _paint(printer: QPrinter, painter: QPainter, printout: Printout, page: int) -> None:
    painter.save()
    painter.scale(printer.logicalDpiX() / LAYOUT_DPI, printer.logicalDpiY() / LAYOUT_DPI)
    printout.paint(painter, page)
    painter.restore()


def _give_up(printer: QPrinter, painter: QPainter) -> None:
    """Have the printer drop what it has got of the job."""
    if painter.isActive():
        printer.abort()
        painter.end()


def _set_sheet(printer: QPrinter, printout: Printout) -> None:
    printer.setFullPage(True)  # first: our margins are part of the page, the printer's would shift it
    printer.setPageLayout(page_layout(printout.sheet))


def _chosen(printer: QPrinter, pages: list[tuple[Printout, int]]) -> list[tuple[Printout, int]]:
    """Return the pages from the first to the last one asked for (counted from 1; 0 means all)."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return pages
    return pages[printer.fromPage() - 1 : printer.toPage()]
