"""The papers of a client: drafts and what was sent, and the case summary."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import _, near, pgettext
from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import PaperRow
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.wishes import Wish


class PapersTab(ScrollPage):
    """Lists papers; opening a draft leads to its incident, a sent one (`sent_wanted`: its id) is shown."""

    wished = Signal(object)
    sent_wanted = Signal(str)
    summary_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(margin=14, parent=parent)
        self._desk = desk
        self._rows: dict[str, PaperRow] = {}
        self.summary_button = SecondaryButton(_("Case s&ummary…"), "file-output")
        self.list = RowList([])
        self.none = EmptyState(
            _("No papers yet"),
            _(
                "Drafts and sent letters of this client are listed here. They are written in the "
                "steps of an incident."
            ),
            "file-text",
        )
        row = QHBoxLayout()
        row.addWidget(self.summary_button)
        row.addStretch(1)
        self.add(row)
        self.add(self.list)
        self.add(self.none)
        self.finish()
        self.list.acted.connect(self._on_list_acted)
        self.summary_button.clicked.connect(self.summary_wanted)

    def show_client(self, client_id: str) -> int:
        """Show the papers of a client and return how many there are."""
        rows = queries.papers_of_client(self._desk, client_id)
        self._rows = {row.paper_id: row for row in rows}
        self.list.show_rows([_words(row, self._desk.today()) for row in rows])
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        return len(rows)

    def _on_list_acted(self, key: str) -> None:
        row = self._rows[key]
        if row.draft:
            self.wished.emit(Wish("incident", row.incident_id, StepId.NOTE))
        else:
            self.sent_wanted.emit(row.paper_id)


def _words(row: PaperRow, today: date) -> RowWords:
    return RowWords(
        key=row.paper_id,
        title=row.title.say(),
        second=f"{row.second.say()} · {near(row.at.date(), today)}",
        icon="file-pen" if row.draft else "file-text",
        chip=_("Draft") if row.draft else _("Sent"),
        chip_tone="neutral" if row.draft else "green",
        action=pgettext("button", "Open") if row.draft else _("Show what was sent"),
    )
