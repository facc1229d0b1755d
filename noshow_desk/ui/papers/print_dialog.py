"""Print preview and page setup: the pages as they will leave the printer, and what is remembered of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import N_, _
from noshow_desk.printing.paper_size import system_paper_size
from noshow_desk.printing.preview import FIT_PAGE, PaperPreview
from noshow_desk.printing.printer import PrintDesk
from noshow_desk.printing.printout import Printout, lay_out
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
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.fields import Form
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.kit.pages import Canvas
from noshow_desk.ui.theme import current_look

_SIZES = dict(zip(SIZES, (N_("As in this country"), N_("US Letter"), N_("A4")), strict=True))
_MARGINS = dict(zip(MARGINS, (N_("Narrow, ¾ inch"), N_("Usual, 1 inch"), N_("Wide, 1¼ inches")), strict=True))


class PrintDialog(Dialog):
    """Shows the pages of one letter; `printed` tells how many the printer took, `failed` why it took none."""

    printed = Signal(int)
    failed = Signal(str)
    least_width = 640

    def __init__(self, desk: Desk, letter: Letter, *, draft: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("Print"), parent)
        self._desk, self._letter, self._draft = desk, letter, draft
        setup = page_setup(desk, letter.kind)
        self.size_field = ComboField([Choice(key, _(text)) for key, text in _SIZES.items()], value=setup.size)
        self.margin = ComboField([Choice(key, _(text)) for key, text in _MARGINS.items()], value=setup.margin)
        copies = [Choice(number, str(number)) for number in range(1, MOST_COPIES + 1)]
        self.copies = ComboField(copies, value=setup.copies)
        self.preview = PaperPreview()
        self.preview.set_zoom(FIT_PAGE)
        self._printer = PrintDesk(self)
        self._lay_out()
        self._connect()
        self._show()
        self.resize(current_look().px(760), current_look().px(660))

    def _lay_out(self) -> None:
        form = Form()
        form.add_field(_("Paper size"), self.size_field)
        if self._letter.kind is not PaperKind.PLAN_CARD:  # a pocket card has its own margins
            form.add_field(_("Margins"), self.margin)
        form.add_field(_("Copies"), self.copies)
        self.body.addWidget(form)
        canvas = Canvas()
        canvas.body.addWidget(self.preview, 1)
        self.body.addWidget(canvas, 1)
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

    def printout(self) -> Printout:
        """Return the pages as they are shown."""
        setup = self.setup()
        size = system_paper_size(setup.size)
        return lay_out(self._letter, size=size, draft=self._draft, margin=setup.margin)

    def _show(self) -> None:
        self.preview.show_printout(self.printout())

    def _on_chosen(self, _value: object) -> None:
        self._show()

    def _on_print_clicked(self) -> None:
        keep_page_setup(self._desk, kind=self._letter.kind, setup=self.setup())
        self._printer.copies = self.setup().copies
        self._printer.print_printouts([self.printout()])

    def _on_printed(self, pages: int) -> None:
        self.accept()
        self.printed.emit(pages)
