"""Printing on paper: the system's dialog, then exactly what the preview showed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _
from noshow_desk.printing.printout import Printout
from noshow_desk.printing.sheet import LAYOUT_DPI, page_layout
from noshow_desk.printing.spooler import stay_on_this_computer

MakeDialog = Callable[[QPrinter, QWidget], QPrintDialog]


class PrintDesk(QObject):
    """Asks for a printer and prints. The window asks "Are you at the printer?" before it comes here."""

    printed = Signal(int)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget, make_dialog: MakeDialog = QPrintDialog) -> None:
        super().__init__(parent)
        self._window = parent
        self._make_dialog = make_dialog
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None
        self._printouts: tuple[Printout, ...] = ()

    def print_printouts(self, printouts: Sequence[Printout]) -> None:
        """Open the print dialog for `printouts`; `printed`, `cancelled` or `failed` tells how it ended."""
        self._printouts = tuple(printouts)
        if not self._printouts:
            self.cancelled.emit()
            return
        self._printer = new_printer(self._printouts[0])
        self._dialog = self._make_dialog(self._printer, self._window)
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        self._dialog.setMinMax(1, sum(printout.page_count for printout in self._printouts))
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._connect()
        self._dialog.show()  # window modal, returns at once: open() in PySide wants a slot

    def _connect(self) -> None:
        assert self._dialog is not None
        self._dialog.accepted.connect(self._on_dialog_accepted)
        self._dialog.rejected.connect(self._on_dialog_rejected)

    def _on_dialog_accepted(self) -> None:
        assert self._printer is not None
        pages = print_to(self._printer, self._printouts)
        self._finish()
        if pages:
            self.printed.emit(pages)
        else:
            self.failed.emit(_("The printer did not take the paper. Check that it is on, and print again."))

    def _on_dialog_rejected(self) -> None:
        self._finish()
        self.cancelled.emit()

    def _finish(self) -> None:
        """Let go of the dialog and of the papers."""
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        self._printer = None
        self._printouts = ()


def new_printer(first: Printout) -> QPrinter:
    """Return a printer set for the sheets of `first`; its job name is the paper's neutral title."""
    stay_on_this_computer()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(first.title)
    printer.setCreator("")
    _set_sheet(printer, first)
    return printer


def print_to(printer: QPrinter, printouts: Sequence[Printout]) -> int:
    """Print the pages that the dialog chose and return how many; 0 when the printer takes none."""
    chosen = _chosen(
        printer, [(printout, page) for printout in printouts for page in range(printout.page_count)]
    )
    if not chosen:
        return 0
    _set_sheet(printer, chosen[0][0])  # native dialogs change the sheet without a word
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    for number, (printout, page) in enumerate(chosen):
        if number and not printer.newPage():
            painter.end()
            return 0
        painter.save()
        painter.scale(printer.logicalDpiX() / LAYOUT_DPI, printer.logicalDpiY() / LAYOUT_DPI)
        printout.paint(painter, page)
        painter.restore()
    return len(chosen) if painter.end() else 0


def _set_sheet(printer: QPrinter, printout: Printout) -> None:
    printer.setFullPage(True)  # first: our margins are part of the page, the printer's would shift it
    printer.setPageLayout(page_layout(printout.sheet))


def _chosen(printer: QPrinter, pages: list[tuple[Printout, int]]) -> list[tuple[Printout, int]]:
    """Return the pages from the first to the last one asked for (counted from 1; 0 means all)."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return pages
    return pages[printer.fromPage() - 1 : printer.toPage()]
