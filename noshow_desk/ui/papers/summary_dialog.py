"""The case summary: preview of what leaves, then print or save, and a line in the list of what left."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.file_names import summary_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import PaperSize
from noshow_desk.export.saving import save
from noshow_desk.i18n import _
from noshow_desk.printing.paper_size import system_paper_size
from noshow_desk.printing.preview import PaperPreview
from noshow_desk.printing.printer import PrintDesk
from noshow_desk.printing.printout import Printout, lay_out_summary
from noshow_desk.printing.writers import write_summary
from noshow_desk.services import queries, summaries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.pages import Canvas, ScrollPage
from noshow_desk.ui.papers.at_printer import ask_at_printer
from noshow_desk.ui.papers.summary_form import SummaryForm
from noshow_desk.ui.theme import current_look


class SummaryDialog(Dialog):
    """Shows what would leave about one client; nothing leaves before Print or Save."""

    least_width = 860

    def __init__(
        self, desk: Desk, bridge: Bridge, dialogs: Dialogs, client_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Case summary"), parent)
        self._desk, self._bridge, self._dialogs, self._client_id = desk, bridge, dialogs, client_id
        self.form = SummaryForm()
        self.preview = PaperPreview()
        self._printer = PrintDesk(self)
        self._lay_out()
        self.add_cancel(_("Close"))
        self.print_button = self.add_button(_("&Print…"), icon="printer")
        self.save_button = self.add_button(_("&Save…"), primary=True, icon="file-down")
        self._connect()
        self.show_summary()
        look = current_look()
        self.resize(look.px(1080), look.px(640))

    def _lay_out(self) -> None:
        left = ScrollPage(margin=4)
        left.add(self.form)
        left.finish()
        left.setFixedWidth(current_look().px(360))
        canvas = Canvas()
        canvas.body.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(canvas, 1)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self.show_summary)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self._printer.printed.connect(self._on_printer_printed)
        self._printer.failed.connect(self._on_printer_failed)

    def show_summary(self) -> None:
        """Show what would leave with the options chosen now."""
        self._summary = summaries.preview_summary(
            self._desk, client_id=self._client_id, options=self.form.options()
        )
        self.form.show_what_leaves(self._summary)
        self.preview.show_printout(self._printout())

    def _printout(self) -> Printout:
        return lay_out_summary(self._summary, str(self.form.language.value()), size=self._size())

    def _size(self) -> PaperSize:
        return system_paper_size(self._desk.settings.text("paper_size"))

    def _on_print_button_clicked(self) -> None:
        ask_at_printer(self._desk, self._dialogs, self._print)

    def _print(self) -> None:
        self._printer.print_printouts([self._printout()])

    def _on_printer_printed(self, _pages: int) -> None:
        self._log("print")

    def _on_printer_failed(self, sentence: str) -> None:
        self._dialogs.tell(_("It was not printed"), sentence)

    def _on_save_button_clicked(self) -> None:
        row = format_named(str(self.form.format.value()))
        if row is None:
            return
        client = queries.client(self._desk, self._client_id)
        name = summary_file_name(client, self._desk.today(), row.suffix)
        pattern = f"{_(row.name)} (*{row.suffix})"
        self._dialogs.choose_target(_("Save the case summary"), name, pattern, partial(self._write, row.key))

    def _write(self, format_key: str, path: Path) -> None:
        try:
            content = write_summary(format_key, self._summary, str(self.form.language.value()), self._size())
            save(path, content)
        except SystemTrouble as trouble:
            self._dialogs.tell(_("It was not saved"), trouble.sentence)
            return
        self._log(format_key)

    def _log(self, format_key: str) -> None:
        options = self.form.options()
        log = partial(
            summaries.log_release,
            self._desk,
            client_id=self._client_id,
            recipient=options.recipient,
            purpose=options.purpose,
            authority=options.authority,
            format=format_key,
            leaves=tuple(row.say("en") for row in self._summary.leaves),
        )
        if not self._desk.read_only:
            self._bridge.run(log)
