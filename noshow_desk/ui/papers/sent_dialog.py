"""What was sent: seen as it left, saved once more byte for byte, printed again; never changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.domain.paper import KeptFinding, Settled
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import PaperSize
from noshow_desk.export.saving import save
from noshow_desk.i18n import _, clock, full_date, quoted
from noshow_desk.printing.paper_size import system_paper_size
from noshow_desk.printing.preview import FIT_PAGE, PaperPreview
from noshow_desk.printing.printer import PrintDesk
from noshow_desk.printing.printout import lay_out
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.sent import SentSheet
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import Canvas, ScrollPage
from noshow_desk.ui.papers.at_printer import ask_at_printer
from noshow_desk.ui.theme import current_look


class SentDialog(Dialog):
    """Shows one sent paper beside what was recorded with it."""

    least_width = 600

    def __init__(self, desk: Desk, dialogs: Dialogs, sheet: SentSheet, parent: QWidget | None = None) -> None:
        super().__init__(_("What was sent"), parent)
        self._desk, self._dialogs, self._sheet = desk, dialogs, sheet
        self.preview = PaperPreview(zoom=FIT_PAGE)
        self._printer = PrintDesk(self)
        self._lay_out()
        self.add_cancel(_("Close"))
        self.print_button = self.add_button(_("&Print again…"), icon="printer")
        self.save_button = self.add_button(_("&Save a copy…"), primary=True, icon="file-down")
        self.print_button.setEnabled(sheet.letter is not None)
        self._connect()
        if sheet.letter is not None:
            self.preview.show_letter(sheet.letter, size=self._size(), tints=False)
        self.resize(current_look().px(920), current_look().px(600))

    def _lay_out(self) -> None:
        left = ScrollPage(margin=4)
        left.add(PlainLabel(self._sheet.title.say(), "card", wrap=True))
        for words in self._facts():
            left.add(PlainLabel(words, wrap=True))
        if self._sheet.kept:
            left.add(PlainLabel(_("Kept in the letter"), "label"))
        for words in dict.fromkeys(_kept_words(one) for one in self._sheet.kept):
            left.add(PlainLabel(words, "hint", wrap=True))
        left.finish()
        left.setFixedWidth(current_look().px(260))
        canvas = Canvas()
        canvas.body.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(canvas, 1)
        self.body.addLayout(row, 1)

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
        self._printer.failed.connect(self._on_printer_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay inside the window below."""
        super().showEvent(event)
        if (below := self.parentWidget()) is not None:
            self.resize(self.size().boundedTo(below.window().size() - QSize(2 * GAP, 2 * GAP)))

    def _size(self) -> PaperSize:
        return system_paper_size(self._desk.settings.text("paper_size"))

    def _on_print_button_clicked(self) -> None:
        ask_at_printer(self._desk, self._dialogs, self._print)

    def _print(self) -> None:
        if self._sheet.letter is not None:
            self._printer.print_printouts([lay_out(self._sheet.letter, size=self._size())])

    def _on_printer_failed(self, sentence: str) -> None:
        self._dialogs.tell(_("It was not printed"), sentence)

    def _on_save_button_clicked(self) -> None:
        sheet, row = self._sheet, format_named(self._sheet.format)
        suffix = row.suffix if row else ""
        name = paper_file_name(sheet.kind, sheet.client, sheet.at.date(), suffix, sheet.language)
        pattern = f"{_(row.name)} (*{suffix})" if row else ""
        self._dialogs.choose_target(_("Save a copy of what was sent"), name, pattern, self.write)

    def write(self, path: Path) -> None:
        """Write the exact bytes that left to `path`."""
        try:
            save(path, self._sheet.content)
        except SystemTrouble as trouble:
            self._dialogs.tell(_("It was not saved"), trouble.sentence)


def _kept_words(one: KeptFinding) -> str:
    if one.how is Settled.FALSE_ALARM:
        words = _("{words} was a false alarm. {reason}")
    elif one.how is Settled.ASIDE:
        words = _("{words} was seen and put aside. {reason}")
    else:
        words = _("{words} stays because: {reason}")
    return words.format(
        words=quoted(one.words) if one.words else _("The whole letter"), reason=one.reason
    ).strip()
