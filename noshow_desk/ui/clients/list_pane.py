"""The left of the Clients page: filter, chips, list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import ChipCounts
from noshow_desk.ui.clients.list_model import ClientListModel
from noshow_desk.ui.kit.base import set_ground
from noshow_desk.ui.kit.buttons import IconButton, LinkButton, SecondaryButton
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.inputs import SearchBox
from noshow_desk.ui.kit.options import FilterChips
from noshow_desk.ui.kit.row_list import RowView


class ListPane(QWidget):
    """Shows who matches; `chosen` brings the id of the client to show ("" when nobody is listed)."""

    chosen = Signal(str)
    add_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.box = SearchBox(_("Filter clients"), _("Filter clients"), shortcut="Ctrl+F")
        self.add_button = IconButton("plus", _("Add client"))
        self.chips = FilterChips(_("Show"), _chips(ChipCounts()), value="all")
        self.model = ClientListModel(partial(queries.client_rows, desk), self)
        self.view = RowView(_("Clients"))
        self.view.setModel(self.model)
        self.first_button = SecondaryButton(_("&Add client"), "plus")
        self.list_button = LinkButton(_("Bring in a list…"))
        self.nobody_yet = EmptyState(
            _("No clients yet"),
            _("Add the people you work with. A name is enough to begin."),
            "users",
            self.first_button,
            self.list_button,
        )
        self.no_match = EmptyState(
            _("Nobody matches"),
            _("Try fewer letters, part of a phone number, or another chip above."),
            "search",
        )
        self.below = QStackedWidget()
        for widget in (self.view, self.nobody_yet, self.no_match):
            self.below.addWidget(widget)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.box, 1)
        top.addWidget(self.add_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 8, 0)
        box.setSpacing(10)
        set_ground(self, "surface")
        box.addLayout(top)
        box.addWidget(self.chips)
        box.addWidget(self.below, 1)

    def _connect(self) -> None:
        self.box.edited.connect(self._on_filter_changed)
        self.chips.chosen.connect(self._on_filter_changed)
        self.view.picked.connect(self.chosen)
        self.add_button.clicked.connect(self.add_wanted)
        self.first_button.clicked.connect(self.add_wanted)
        self.list_button.clicked.connect(self.list_wanted)

    def reload(self) -> None:
        """Read everything again; who was chosen stays chosen where still listed."""
        self.chips.set_choices(_chips(queries.chip_counts(self._desk)))
        self._list(keep=self.view.key())

    def pick(self, client_id: str) -> None:
        """Choose a client; a filter that hides the client is taken away."""
        if self.model.row_of(client_id) < 0:
            self.box.set_value("")
            self.chips.set_value("all")
            self._list(keep=client_id)
        self.view.pick(self.model.row_of(client_id))

    def start(self) -> QWidget:
        """Return what takes the keyboard first: the list, or the button while there is nobody."""
        return self.first_button if self.below.currentWidget() is self.nobody_yet else self.view

    def _on_filter_changed(self, _value: object) -> None:
        self._list(keep=self.view.key())

    def _list(self, *, keep: str) -> None:
        ids = queries.client_ids(self._desk, self.box.value(), str(self.chips.value()))
        self.model.show_ids(ids)
        at = self.model.row_of(keep)
        if ids:
            self.below.setCurrentWidget(self.view)
            self.view.pick(max(at, 0))
            return
        filtered = bool(self.box.value()) or self.chips.value() != "all"
        self.below.setCurrentWidget(self.no_match if filtered else self.nobody_yet)
        self.chosen.emit("")


def _chips(counts: ChipCounts) -> list[Choice]:
    rows = [
        ("all", _("All"), counts.all),
        ("act_now", _("Act now"), counts.act_now),
        ("due", _("Due"), counts.due),
        ("spanish", _("Español"), counts.spanish),
    ]
    if counts.archived:
        rows.append(("archived", _("Archived"), counts.archived))
    return [Choice(value, text, count=count) for value, text, count in rows]
