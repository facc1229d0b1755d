"""The Incidents page: all open ones, the most urgent first."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.kinds import CorrectionKind
from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, near
from noshow_desk.services import incidents, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import IncidentRow
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.base import set_ground
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.role_tones import ROLE_TONES
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.wishes import Wish


class IncidentsPage(Page):
    """Lists the open incidents; Enter or "Put it right" opens the next step, "Did show up" corrects
    the report.
    """

    help_topic = "incidents"

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._desk = desk
        self._rows: dict[str, IncidentRow] = {}
        self.count = PlainLabel("", "body", "muted")
        self.model = RowModel(parent=self)
        self.list = RowView(_("Open incidents"))
        self.list.setModel(self.model)
        self.open_button = PrimaryButton(_("&Put it right"), "life-buoy")
        self.came_button = SecondaryButton(_("Did &show up"), "circle-check")
        self.report_button = SecondaryButton(_("&Missed appointment"), "phone-missed")
        self.empty = EmptyState(
            _("No open incidents"),
            _(
                "When a client misses an appointment, press “Missed appointment”. It stays here "
                "until it is put right."
            ),
            "life-buoy",
            self.report_button,
        )
        self._lay_out()
        self._connect()
        self.reload(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(PlainLabel(_("Incidents"), "title"))
        texts.addWidget(self.count)
        head.addLayout(texts, 1)
        head.addWidget(self.came_button)
        head.addWidget(self.open_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.list, 1)
        box.addWidget(self.empty, 1)
        set_ground(self, "surface")

    def _connect(self) -> None:
        self.list.picked.connect(self._on_list_picked)
        self.list.opened.connect(self._open)
        self.open_button.clicked.connect(self._on_open_button_clicked)
        self.came_button.clicked.connect(self._on_came_button_clicked)
        self.report_button.clicked.connect(self._on_report_button_clicked)

    def reload(self, changes: object | None) -> None:
        """Read the list again; the chosen row stays chosen."""
        key = self.list.key()
        rows = queries.open_incidents(self._desk)
        self._rows = {row.incident_id: row for row in rows}
        self.model.show_rows([_item(row, self._desk.today()) for row in rows])
        self.count.setText(_("{count} open, the most urgent first").format(count=len(rows)))
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows:
            self.list.pick(max(self.model.row_of(key or ""), 0))
        self._show_buttons()

    def start(self) -> QWidget | None:
        """Return the list, or the button while nothing is open."""
        return self.list if self._rows else self.report_button

    def state(self) -> object:
        """Return the chosen incident."""
        return self.list.key()

    def restore(self, state: object) -> None:
        """Choose it again."""
        row = self.model.row_of(str(state))
        if row >= 0:
            self.list.pick(row)

    def _show_buttons(self) -> None:
        chosen = self._rows.get(self.list.key() or "")
        self.open_button.setVisible(chosen is not None)
        self.came_button.setVisible(chosen is not None and chosen.counts_as_no_show)

    def _on_list_picked(self, _key: str) -> None:
        self._show_buttons()

    def _on_open_button_clicked(self) -> None:
        self._open(self.list.key() or "")

    def _open(self, key: str) -> None:
        row = self._rows.get(key)
        if row is not None:
            self.wished.emit(Wish("incident", row.incident_id, row.step or ""))

    def _on_came_button_clicked(self) -> None:
        key = self.list.key()
        if key:
            kind = CorrectionKind.DID_SHOW_UP
            correct = partial(incidents.correct_report, self._desk, incident_id=key, kind=kind)
            self.bridge.run(correct, _("It was not corrected"))

    def _on_report_button_clicked(self) -> None:
        self.wished.emit(Wish("missed_appointment"))


def _item(row: IncidentRow, today: date) -> RowItem:
    when = near(row.starts, today) if row.starts else _("time unknown")
    parts = [
        row.title.say() if row.title else "",
        _(label(row.kind)),
        row.organisation or row.waiting_name,
        when,
    ]
    return RowItem(
        key=row.incident_id,
        title=row.client_name,
        second=" · ".join(part for part in parts if part),
        initials=row.initials,
        chip=row.chip.say() if row.chip else "",
        chip_tone=ROLE_TONES[row.chip_role],
    )
