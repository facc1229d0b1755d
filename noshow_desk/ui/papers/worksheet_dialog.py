"""The blank worksheet for a visit without the laptop: look at it, print it, save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.file_names import safe_file_name
from noshow_desk.domain.formats import FORMATS
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import PaperOptions, PaperSize
from noshow_desk.export.saving import save
from noshow_desk.i18n import LANGUAGES, _, language
from noshow_desk.printing.paper_size import system_paper_size
from noshow_desk.printing.preview import PaperPreview
from noshow_desk.printing.printer import PrintDesk
from noshow_desk.printing.printout import lay_out
from noshow_desk.printing.writers import write_paper
from noshow_desk.services.desk import Desk
from noshow_desk.services.templates import blank_worksheet
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.options import Segmented
from noshow_desk.ui.kit.pages import Canvas
from noshow_desk.ui.papers.summary_form import LANGUAGE_NAMES
from noshow_desk.ui.theme import current_look

WAYS = ("pdf", "docx")


class WorksheetDialog(Dialog):
    """Shows the worksheet in the chosen language; there is nobody's name in it."""

    least_width = 700

    def __init__(self, desk: Desk, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(_("Worksheet"), parent)
        self._desk, self._dialogs = desk, dialogs
        names = [Choice(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.language = Segmented(_("Language of the worksheet"), names, value=language())
        self.preview = PaperPreview()
        self._printer = PrintDesk(self)
        hint = _("The whole way on paper, in the order of the screens. Type it in afterwards, page by page.")
        self.body.addWidget(PlainLabel(hint, "hint", "muted", wrap=True))
        self.body.addWidget(self.language)
        canvas = Canvas()
        canvas.body.addWidget(self.preview, 1)
        self.body.addWidget(canvas, 1)
        self.add_cancel(_("Close"))
        self.save_button = self.add_button(_("&Save…"), icon="file-down")
        self.print_button = self.add_button(_("&Print…"), primary=True, icon="printer")
        self._connect()
        self.show_worksheet()
        self.resize(current_look().px(820), current_look().px(660))

    def _connect(self) -> None:
        self.language.chosen.connect(self._on_language_chosen)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self._printer.failed.connect(self._on_printer_failed)

    def show_worksheet(self) -> None:
        """Show the worksheet in the language that is chosen."""
        self.preview.show_printout(lay_out(self._letter(), size=self._size()))

    def _letter(self) -> Letter:
        return blank_worksheet(self._desk, language=str(self.language.value()))

    def _size(self) -> PaperSize:
        return system_paper_size(self._desk.settings.text("paper_size"))

    def _on_language_chosen(self, _value: object) -> None:
        self.show_worksheet()

    def _on_print_button_clicked(self) -> None:
        self._printer.print_printouts([lay_out(self._letter(), size=self._size())])

    def _on_printer_failed(self, sentence: str) -> None:
        self._dialogs.tell(_("It was not printed"), sentence)

    def _on_save_button_clicked(self) -> None:
        name = safe_file_name(self._letter().title.lower().replace(" ", "-"), ".pdf")
        rows = [row for row in FORMATS if row.key in WAYS]
        pattern = ";;".join(f"{_(row.name)} (*{row.suffix})" for row in rows)
        self._dialogs.choose_target(_("Save the worksheet"), name, pattern, self.write)

    def write(self, path: Path) -> None:
        """Write the worksheet to `path`, as Word file where its suffix says so, else as PDF."""
        key = "docx" if path.suffix.lower() == ".docx" else "pdf"
        try:
            save(path, write_paper(key, self._letter(), PaperOptions(size=self._size())))
        except SystemTrouble as trouble:
            self._dialogs.tell(_("It was not saved"), trouble.sentence)
