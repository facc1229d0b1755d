"""The blank worksheet for a visit without the laptop: look at it, print it, save it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.file_names import safe_file_name
from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import _, language
from noshow_desk.printing.preview import FIT_WIDTH
from noshow_desk.printing.writers import write_paper
from noshow_desk.services.desk import Desk
from noshow_desk.services.templates import blank_worksheet
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.languages import language_choices
from noshow_desk.ui.kit.options import Segmented
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.papers.at_printer import print_sheets
from noshow_desk.ui.papers.keeping import save_file
from noshow_desk.ui.papers.page_options import options_for
from noshow_desk.ui.papers.paper_dialog import PaperDialog
from noshow_desk.ui.papers.sheets import Sheets, pages_of

WAYS = ("pdf", "docx")


class WorksheetDialog(PaperDialog):
    """Shows the worksheet in the chosen language; there is nobody's name in it."""

    wanted = (960, 680)
    column = (210, 270)

    def __init__(self, desk: Desk, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(_("Worksheet"), zoom=FIT_WIDTH, parent=parent)
        self._desk, self._dialogs = desk, dialogs
        self.language = Segmented(_("Language of the worksheet"), language_choices(), value=language())
        left = ScrollPage(margin=4)
        hint = _("The whole way on paper, in the order of the screens. Type it in afterwards, page by page.")
        left.add(PlainLabel(hint, "hint", "muted", wrap=True))
        left.add(self.language)
        left.finish()
        self.lay_beside(left)
        self.add_cancel(_("Close"))
        self.save_button = self.add_button(_("&Save…"), icon="file-down")
        self.print_button = self.add_button(_("&Print…"), primary=True, icon="printer")
        self._connect()
        self.show_worksheet()

    def _connect(self) -> None:
        self.language.chosen.connect(self._on_language_chosen)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)

    def show_worksheet(self) -> None:
        """Show the worksheet in the language that is chosen, as it would be printed."""
        self.preview.show_printout(pages_of(self._letter(), False, self._options()))

    def _letter(self) -> Letter:
        return blank_worksheet(self._desk, language=str(self.language.value()))

    def _options(self) -> PaperOptions:
        return options_for(self._desk, PaperKind.WORKSHEET)

    def _on_language_chosen(self, _value: object) -> None:
        self.show_worksheet()

    def _on_print_button_clicked(self) -> None:
        sheets = Sheets(kind=PaperKind.WORKSHEET, lay_out=partial(pages_of, self._letter(), False))
        print_sheets(self._desk, self._dialogs, sheets, self, self._on_printed)

    def _on_printed(self, _pages: int) -> None:
        self.show_worksheet()  # perhaps on another sheet

    def _on_save_button_clicked(self) -> None:
        name = safe_file_name(self._letter().title.lower().replace(" ", "-"), ".pdf")
        rows = [row for row in FORMATS if row.key in WAYS]
        pattern = ";;".join(f"{_(row.name)} (*{row.suffix})" for row in rows)
        self._dialogs.choose_target(_("Save the worksheet"), name, pattern, self.write)

    def write(self, path: Path) -> None:
        """Write the worksheet to `path`, as Word file where its suffix says so, else as PDF."""
        key = "docx" if path.suffix.lower() == ".docx" else "pdf"
        save_file(self._dialogs, path, partial(write_paper, key, self._letter(), self._options()))
