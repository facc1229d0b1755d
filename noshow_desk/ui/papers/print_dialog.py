"""Print preview and page setup: the pages as they will leave the printer, and what is remembered of them."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import N_, _
from noshow_desk.printing.printer import Ask, PrintDesk
from noshow_desk.printing.printout import Printout
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import (
    MARGINS,
    MOST_COPIES,
    SIZES,
    PageSetup,
    keep_page_setup,
    page_setup,
)
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.papers.boxes import page_notes
from noshow_desk.ui.papers.page_options import options_of
from noshow_desk.ui.papers.paper_dialog import PaperDialog
from noshow_desk.ui.papers.sheets import Sheets

_SIZES = dict(zip(SIZES, (N_("As in this country"), N_("US Letter"), N_("A4")), strict=True))
_MARGINS = dict(zip(MARGINS, (N_("Narrow, ¾ inch"), N_("Usual, 1 inch"), N_("Wide, 1¼ inches")), strict=True))


class PrintDialog(PaperDialog):
    """Shows the pages of one thing to print; `printed` tells how many the printer took, `failed` why it took
    none. `ask` is called with the printer that was chosen, before anything is printed.
    """

    printed = Signal(int)
    failed = Signal(str)
    wanted = (820, 680)
    column = (200, 260)

    def __init__(
        self, desk: Desk, sheets: Sheets, parent: QWidget | None = None, *, ask: Ask | None = None
    ) -> None:
        super().__init__(_("Print"), parent=parent)
        self._desk, self._sheets = desk, sheets
        setup = page_setup(desk, sheets.kind) if sheets.kind is not None else PageSetup()
        self.size_field = ComboField([Choice(key, _(text)) for key, text in _SIZES.items()], value=setup.size)
        self.margin = ComboField([Choice(key, _(text)) for key, text in _MARGINS.items()], value=setup.margin)
        copies = [Choice(number, str(number)) for number in range(1, MOST_COPIES + 1)]
        self.copies = ComboField(copies, value=setup.copies)
        self.boxes = StatusLine("", "triangle-alert")
        self._printer = PrintDesk(self, ask=ask)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        left = ScrollPage(margin=4)
        if self._sheets.note:
            left.add(PlainLabel(self._sheets.note, "hint", wrap=True))
        if self._sheets.kind is not None:  # an envelope is of one size
            left.add(Field(_("Paper &size"), self.size_field))
            if self._sheets.kind is not PaperKind.PLAN_CARD:  # a pocket card has its own margins
                left.add(Field(_("&Margins"), self.margin))
        left.add(Field(_("&Copies"), self.copies))
        left.add(self.boxes)
        left.finish()
        self.lay_beside(left)
        self.add_cancel(_("Cancel"))
        self.print_button = self.add_button(_("&Print…"), primary=True, icon="printer")

    def _connect(self) -> None:
        self.size_field.chosen.connect(self._on_chosen)
        self.margin.chosen.connect(self._on_chosen)
        self.print_button.clicked.connect(self._on_print_clicked)
        self._printer.printed.connect(self._on_printed)
        self._printer.failed.connect(self.failed)

    def setup(self) -> PageSetup:
        """Return what is chosen now."""
        return PageSetup(
            size=str(self.size_field.value()),
            margin=float(str(self.margin.value())),
            copies=int(str(self.copies.value())),
        )

    def options(self) -> PaperOptions:
        """Return what that comes to on this machine."""
        return options_of(self.setup())

    def printout(self) -> Printout:
        """Return the pages as they are shown."""
        return self._sheets.lay_out(self.options())

    def _show(self) -> None:
        printout = self.printout()
        self.preview.show_printout(printout)
        words = page_notes(printout)
        self.boxes.show_status(words)
        self.boxes.setVisible(bool(words))

    def _on_chosen(self, _value: object) -> None:
        self._show()

    def _on_print_clicked(self) -> None:
        if self._sheets.kind is not None:
            with contextlib.suppress(SystemTrouble):  # a full disk keeps no setup, and hinders no printing
                keep_page_setup(self._desk, kind=self._sheets.kind, setup=self.setup())
        self._printer.copies = self.setup().copies
        if self._sheets.job is None:
            self._printer.print_printouts([self.printout()])
        else:
            self._printer.choose_printer(self.printout(), self._on_printer_chosen)

    def _on_printer_chosen(self, printer: QPrinter) -> None:
        assert self._sheets.job is not None
        options = self.options()
        self.accept()
        self._sheets.job(printer, options)

    def _on_printed(self, pages: int) -> None:
        self.accept()
        self.printed.emit(pages)
