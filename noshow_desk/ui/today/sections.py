"""The sections of Today: red cards, cards of rows, and the column at the side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.queries.rows import BoardRow
from noshow_desk.ui.kit.buttons import Button, LinkButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card, RedCard, SectionHeader
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.role_tones import ROLE_TONES
from noshow_desk.ui.today.elapsed import elapsed_words
from noshow_desk.ui.today.safety import SafetyColumn

CARDS = 3


class WaitingCard(RedCard):
    """Somebody waits at this moment."""

    put_right = Signal(object)
    showed_up = Signal(object)

    def __init__(self, row: BoardRow, now: datetime, *, first: bool) -> None:
        super().__init__(row.title.say(), row.second.say(), elapsed_words(now, row.at), row.icon)
        self.row = row
        # One primary button a screen: the card of the one who has waited longest.
        kind = PrimaryButton if first else SecondaryButton
        self.act_button = self.add_action(kind(row.action.say(), "life-buoy"))
        self.came_button = self.add_action(SecondaryButton(_("Did show up"), "circle-check"))
        for button in (self.act_button, self.came_button):
            button.setAccessibleName(f"{button.text()}: {row.client_name}")
        self.act_button.clicked.connect(self._on_act_button_clicked)
        self.came_button.clicked.connect(self._on_came_button_clicked)

    def _on_act_button_clicked(self) -> None:
        self.put_right.emit(self.row)

    def _on_came_button_clicked(self) -> None:
        self.showed_up.emit(self.row)


class WaitingSection(QWidget):
    """The red cards; from the fourth on they are rows, so that the page stays readable."""

    put_right = Signal(object)
    showed_up = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self.cards: list[WaitingCard] = []
        self._rows: tuple[BoardRow, ...] = ()
        self.more = Section(_("Also waiting"))
        self._box.addWidget(self.more)
        self.more.chosen.connect(self.put_right)

    def show_rows(self, rows: Sequence[BoardRow], count: int, now: datetime) -> None:
        """Show `rows` of the `count` who are waiting; nothing at all when nobody is. The same rows keep their
        cards, and with them the keyboard.
        """
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            for card in self.cards:
                card.show_time(elapsed_words(now, card.row.at))
            return
        self._rows = tuple(rows)
        for card in self.cards:
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [WaitingCard(row, now, first=at == 0) for at, row in enumerate(rows[:CARDS])]
        for at, card in enumerate(self.cards):
            card.put_right.connect(self.put_right)
            card.showed_up.connect(self.showed_up)
            self._box.insertWidget(at, card)
        self.more.show_rows(rows[CARDS:], count - CARDS)


class Section(QWidget):
    """A heading with a count, and a card of rows; hidden when there is nothing in it."""

    chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, BoardRow] = {}
        self.header = SectionHeader(title, 0)
        self.list = RowList([])
        self.more = LinkButton()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.header)
        box.addWidget(self.list)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.acted.connect(self._on_list_acted)
        self.more.clicked.connect(self.more_wanted)

    def show_rows(self, rows: Sequence[BoardRow], count: int) -> None:
        """Show `rows` of `count`."""
        self._rows = {str(at): row for at, row in enumerate(rows)}
        self.header.show_count(count)
        self.list.show_rows([_words(key, row) for key, row in self._rows.items()])
        self.more.setText(_("and {count} more").format(count=count - len(rows)))
        self.more.setVisible(count > len(rows))
        self.setVisible(bool(rows))

    def _on_list_acted(self, key: str) -> None:
        self.chosen.emit(self._rows[key])


class SideColumn(QWidget):
    """The column at the right: a reminder to coach, and how safe the data is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reminder = ReminderCard(
            _(
                "Your client makes the call, not you. You are there to rehearse, listen and cheer, "
                "whatever the answer is."
            )
        )
        self.data = SafetyColumn()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.reminder)
        box.addWidget(self.data)
        box.addStretch(1)


class ReminderCard(Card):
    """A card in the colours of coaching, with one sentence to the caseworker."""

    fill, border, bar = "coach", "", "coach_bar"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(20, 12, 14, 14)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("lightbulb", "coach_text", 18))
        head.addWidget(PlainLabel(_("Coaching reminder"), "strong", "coach"), 1)
        self.body.addLayout(head)
        self.body.addWidget(PlainLabel(text, wrap=True))


def empty_day(button: Button) -> EmptyState:
    """Return what Today says while there is nothing on it."""
    return EmptyState(
        _("Nothing is waiting"),
        _(
            "When a client misses an appointment, press “Missed appointment”. Until then, add the "
            "clients you work with."
        ),
        "sun",
        button,
    )


def _words(key: str, row: BoardRow) -> RowWords:
    return RowWords(
        key=key,
        title=row.title.say(),
        second=row.second.say(),
        icon=row.icon,
        chip=row.chip.say() if row.chip else "",
        chip_tone=ROLE_TONES[row.role],
        action=row.action.say(),
    )
