"""Who gets a paper: which paper, a search, and the list of those who are ready and those who are not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import PAPER_TITLES
from noshow_desk.i18n import Message, _, capital
from noshow_desk.services.batches import KINDS, BatchRow
from noshow_desk.services.paper_text import LETTERS
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import ComboField, SearchBox
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.tick_list import TickRow, TickView

MOST_NAMES = 12  # in one sentence; the list beside it has them all


class BatchForm(QWidget):
    """`changed` tells that other papers or clients are wanted, `picked` whose paper to show, `ticked` that
    other rows are ticked.
    """

    changed = Signal()
    picked = Signal(str)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ComboField([Choice(kind, _(PAPER_TITLES[kind])) for kind in KINDS], value=KINDS[0])
        self.words = SearchBox(_("All who have one; or search"), _("Search clients"))
        self.list = TickView(_("Clients"))
        self.count = PlainLabel("", "hint", "muted", wrap=True)
        self.all_button, self.none_button = LinkButton(_("Tick all")), LinkButton(_("Tick none"))
        self.envelopes = CheckBox(_("With an envelope for each letter"))
        self.format = ComboField([Choice(row.key, _(row.name)) for row in FORMATS if row.papers], value="pdf")
        self._rows: dict[str, BatchRow] = {}
        self._left_off: set[tuple[PaperKind, str]] = set()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.addWidget(self.count, 1)
        ticks.addWidget(self.all_button)
        ticks.addWidget(self.none_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Field(_("&Paper"), self.kind))
        box.addWidget(self.words)
        box.addWidget(self.list, 1)
        box.addLayout(ticks)
        box.addWidget(self.envelopes)
        box.addWidget(Field(_("One file each &as"), self.format))

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_wanted)
        self.words.edited.connect(self._on_wanted)
        self.list.picked.connect(self.picked)
        self.list.rows.ticks_changed.connect(self._on_ticks_changed)
        self.all_button.clicked.connect(self.list.rows.tick_all)
        self.none_button.clicked.connect(self._on_none_button_clicked)

    def wanted_kind(self) -> PaperKind:
        """Return the kind of paper that is chosen."""
        return PaperKind(str(self.kind.value()))

    def clear(self) -> None:
        """Show nobody."""
        self._rows = {}
        self.list.rows.clear()
        self.envelopes.setVisible(self.wanted_kind() in LETTERS)

    def add(self, row: BatchRow) -> None:
        """Show one more client; the ready ones are ticked, but for those whose tick was taken off before."""
        key = row.client.id
        self._rows[key] = row
        second = _way(row) if row.why is None else row.why.say()
        on = (self.wanted_kind(), key) not in self._left_off
        self.list.rows.add_row(TickRow(key, row.name, second, can=row.ready, on=on))

    def show_count(self) -> None:
        """Say how many are ticked, ready and left out."""
        rows = self.list.rows
        ticked, ready = len(rows.ticked()), rows.can_count
        words = _("{ticked} of {ready} ticked · {rest} not ready")
        said = words.format(ticked=ticked, ready=ready, rest=len(self._rows) - ready)
        self.count.setText(said if self._rows else "")
        for button in (self.all_button, self.none_button):
            button.setVisible(ready > 0)

    def row(self, key: str) -> BatchRow | None:
        """Return the row of a client; None when there is none."""
        return self._rows.get(key)

    def chosen(self) -> list[BatchRow]:
        """Return the rows that are ticked, in the order of the list."""
        return [self._rows[key] for key in self.list.rows.ticked()]

    def left_out(self) -> str:
        """Return a sentence that names those in the list who are not ticked; "" when there are none."""
        ticked = set(self.list.rows.ticked())
        names = [row.name for key, row in self._rows.items() if key not in ticked]
        if not names:
            return ""
        shown = ", ".join(names[:MOST_NAMES])
        if len(names) > MOST_NAMES:
            words = _("{count} left out: {names} and others.")
        else:
            words = _("{count} left out: {names}.")
        return words.format(count=len(names), names=shown)

    def pick_first(self) -> None:
        """Show the first row where none is picked."""
        if not self.list.currentIndex().isValid() and self._rows:
            self.list.setCurrentIndex(self.list.rows.index(0))

    def _on_wanted(self, _value: object) -> None:
        self.changed.emit()

    def _on_ticks_changed(self) -> None:
        """Remember whose tick is off: the list is looked at anew, and a search shows a part of it."""
        kind, rows = self.wanted_kind(), self.list.rows
        self._left_off -= {(kind, key) for key in rows.ticked()}
        self._left_off |= {(kind, key) for key in rows.unticked()}
        self.show_count()
        self.ticked.emit()

    def _on_none_button_clicked(self) -> None:
        self.list.rows.tick(())


def _way(row: BatchRow) -> str:
    channel = Message(label(row.channel)).say()
    return " · ".join(part for part in (row.waiting, capital(channel)) if part)
