"""The case summary: preview of what leaves, then print or save, and a line in the list of what left."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.file_names import summary_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.summary import Summary
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import _
from noshow_desk.printing.preview import FIT_WIDTH
from noshow_desk.printing.printout import Printout, lay_out_summary
from noshow_desk.printing.writers import write_summary
from noshow_desk.services import queries, summaries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import StatusLine
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.papers.at_printer import print_sheets
from noshow_desk.ui.papers.boxes import boxes_words
from noshow_desk.ui.papers.keeping import save_file
from noshow_desk.ui.papers.page_options import options_for
from noshow_desk.ui.papers.paper_dialog import PaperDialog
from noshow_desk.ui.papers.sheets import Sheets
from noshow_desk.ui.papers.summary_form import SummaryForm


class SummaryDialog(PaperDialog):
    """Shows what would leave about one client; nothing leaves before Print or Save."""

    wanted = (1080, 680)
    column = (270, 360)

    def __init__(
        self, desk: Desk, bridge: Bridge, dialogs: Dialogs, client_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Case summary"), zoom=FIT_WIDTH, parent=parent)
        self._desk, self._bridge, self._dialogs, self._client_id = desk, bridge, dialogs, client_id
        self.form = SummaryForm()
        self.boxes = StatusLine("", "triangle-alert")
        left = ScrollPage(margin=4)
        left.add(self.boxes)
        left.add(self.form)
        left.finish()
        self.lay_beside(left)
        self.add_cancel(_("Close"))
        self.print_button = self.add_button(_("&Print…"), icon="printer")
        self.save_button = self.add_button(_("&Save…"), primary=True, icon="file-down")
        self._connect()
        self.show_summary()

    def _connect(self) -> None:
        self.form.changed.connect(self.show_summary)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)

    def show_summary(self) -> None:
        """Show what would leave with the options chosen now, as it would be printed."""
        self._shown = self.form.options()
        self._summary = summaries.preview_summary(self._desk, client_id=self._client_id, options=self._shown)
        self.form.show_what_leaves(self._summary)
        printout = _pages_of(self._summary, self._language(), self._options())
        self.preview.show_printout(printout)
        words = boxes_words(printout.unprintable(), printout.text())
        self.boxes.show_status(words)
        self.boxes.setVisible(bool(words))

    def _follow_form(self) -> None:
        """Show what was typed last: a key that presses a button does not leave the field before."""
        if self.form.options() != self._shown:
            self.show_summary()

    def _language(self) -> str:
        return str(self.form.language.value())

    def _options(self) -> PaperOptions:
        return options_for(self._desk, PaperKind.SUMMARY)

    def _on_print_button_clicked(self) -> None:
        self._follow_form()
        lay_out = partial(_pages_of, self._summary, self._language())
        sheets = Sheets(kind=PaperKind.SUMMARY, lay_out=lay_out)
        print_sheets(self._desk, self._dialogs, sheets, self, self._on_printed)

    def _on_printed(self, _pages: int) -> None:
        self._log("print")
        self.show_summary()  # perhaps on another sheet

    def _on_save_button_clicked(self) -> None:
        self._follow_form()
        row = format_named(str(self.form.format.value()))
        if row is None:
            return
        client = queries.client(self._desk, self._client_id)
        name = summary_file_name(client, self._desk.today(), row.suffix, self._language())
        pattern = f"{_(row.name)} (*{row.suffix})"
        self._dialogs.choose_target(_("Save the case summary"), name, pattern, partial(self._write, row.key))

    def _write(self, format_key: str, path: Path) -> None:
        content = partial(write_summary, format_key, self._summary, self._language(), self._options())
        if save_file(self._dialogs, path, content):
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


def _pages_of(summary: Summary, language: str, options: PaperOptions) -> Printout:
    return lay_out_summary(summary, language, size=options.size, margin=options.margin)
