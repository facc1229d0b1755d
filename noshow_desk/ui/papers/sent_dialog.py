"""What was sent: seen as it left, saved once more byte for byte, printed again; never changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.i18n import _, clock, full_date
from noshow_desk.printing.preview import FIT_WIDTH
from noshow_desk.services.desk import Desk
from noshow_desk.services.kept_words import is_told, kept_words
from noshow_desk.services.queries.sent import SentSheet
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.papers.at_printer import print_sheets
from noshow_desk.ui.papers.keeping import save_file
from noshow_desk.ui.papers.page_options import options_for
from noshow_desk.ui.papers.paper_dialog import PaperDialog
from noshow_desk.ui.papers.sheets import Sheets, pages_of


class SentDialog(PaperDialog):
    """Shows one sent paper beside what was recorded with it."""

    wanted = (920, 660)
    column = (220, 290)

    def __init__(self, desk: Desk, dialogs: Dialogs, sheet: SentSheet, parent: QWidget | None = None) -> None:
        super().__init__(_("What was sent"), zoom=FIT_WIDTH, parent=parent)
        self._desk, self._dialogs, self._sheet = desk, dialogs, sheet
        self._lay_out()
        self.add_cancel(_("Close"))
        self.print_button = self.add_button(_("&Print again…"), icon="printer")
        self.save_button = self.add_button(_("&Save a copy…"), primary=True, icon="file-down")
        self.print_button.setEnabled(sheet.letter is not None)
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        left = ScrollPage(margin=4)
        left.add(PlainLabel(self._sheet.title.say(), "card", wrap=True))
        for words in self._facts():
            left.add(PlainLabel(words, wrap=True))
        kept = dict.fromkeys(kept_words(one) for one in self._sheet.kept if is_told(one))
        if kept:
            left.add(PlainLabel(_("Kept in the letter"), "label"))
        for words in kept:
            left.add(PlainLabel(words, "hint", wrap=True))
        left.finish()
        if self._sheet.letter is not None:
            self.lay_beside(left)
        else:
            self.wanted = (480, 420)
            self.body.addWidget(left, 1)

    def _facts(self) -> list[str]:
        sheet = self._sheet
        row = format_named(sheet.format)
        when = _("{day}, {time}, {how}").format(
            day=full_date(sheet.at.date()), time=clock(sheet.at), how=sheet.how.say()
        )
        template = _("Template: {name}, version {number}").format(name=sheet.template, number=sheet.version)
        kept = _("Kept exactly as it left: {format}, {count} bytes.").format(
            format=_(row.name) if row else sheet.format, count=len(sheet.content)
        )
        said = [when, template, kept, _("It stays as it was. For other words start another paper.")]
        if sheet.letter is None:
            said.append(_("Only the file was kept: save a copy to read it."))
        return said

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)

    def _show(self) -> None:
        if self._sheet.letter is not None:
            options = options_for(self._desk, self._sheet.kind)
            self.preview.show_printout(pages_of(self._sheet.letter, False, options))

    def _on_print_button_clicked(self) -> None:
        if self._sheet.letter is not None:
            sheets = Sheets(kind=self._sheet.kind, lay_out=partial(pages_of, self._sheet.letter, False))
            print_sheets(self._desk, self._dialogs, sheets, self, self._on_printed)

    def _on_printed(self, _pages: int) -> None:
        self._show()  # perhaps on another sheet

    def _on_save_button_clicked(self) -> None:
        sheet, row = self._sheet, format_named(self._sheet.format)
        suffix = row.suffix if row else ""
        name = paper_file_name(sheet.kind, sheet.client, sheet.at.date(), suffix, sheet.language)
        pattern = f"{_(row.name)} (*{suffix})" if row else ""
        self._dialogs.choose_target(_("Save a copy of what was sent"), name, pattern, self.write)

    def write(self, path: Path) -> None:
        """Write the exact bytes that left to `path`."""
        save_file(self._dialogs, path, self._content)

    def _content(self) -> bytes:
        return self._sheet.content
