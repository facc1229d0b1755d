"""If-then plans: one for the outside and one for the inside, and more when wanted (A5)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import N_, _
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.inputs.base import Input
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.fields import Form
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel

# The examples of PRACTICE, A5, as they go on after the words before the line: "If", "then I".
OUTSIDE_WORDS = (N_("the bus has not come by 8:10"), N_("call Ray"))
INSIDE_WORDS = (N_("I think they have already decided"), N_("go in and ask my first question"))
_EMPTY = ({"if_this": "", "then_i": "", "inside": False}, {"if_this": "", "then_i": "", "inside": True})


class IfThensInput(Input):
    """A list of if-thens as plain records; outside and inside always have a card to write on."""

    def make(self, situation: Situation) -> QWidget:
        self._cards: list[IfThenCard] = []
        panel = QWidget()
        self._box = QVBoxLayout(panel)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._outside = LinkButton(_("One more for the outside"), "plus")
        self._inside = LinkButton(_("One more for the inside"), "plus")
        row = QHBoxLayout()
        row.addWidget(self._outside)
        row.addWidget(self._inside)
        row.addStretch(1)
        self._box.addLayout(row)
        self._outside.clicked.connect(self._on_outside_clicked)
        self._inside.clicked.connect(self._on_inside_clicked)
        self.show_value(())
        panel.setFocusProxy(self._cards[0].first)
        return panel

    def value(self) -> Plain:
        values = (card.value() for card in self._cards)
        return [value for value in values if value["if_this"] or value["then_i"]]

    def show_value(self, value: Plain) -> None:
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        records = list(value or ())
        missing = [empty for empty in _EMPTY if not any(_side(each) == _side(empty) for each in records)]
        for record in sorted([*records, *missing], key=_side):
            self._add(record)

    def _add(self, record: dict[str, Plain]) -> None:
        card = IfThenCard(record)
        card.edited.connect(self._tell)
        self._box.insertWidget(len(self._cards), card)
        self._cards.append(card)

    def _on_outside_clicked(self) -> None:
        self._add(dict(_EMPTY[0]))
        self._cards[-1].first.setFocus()

    def _on_inside_clicked(self) -> None:
        self._add(dict(_EMPTY[1]))
        self._cards[-1].first.setFocus()


class IfThenCard(Card):
    """One "If … then I …"."""

    edited = Signal()

    def __init__(self, record: dict[str, Plain]) -> None:
        super().__init__()
        self._inside = bool(record.get("inside"))
        title = _("For the inside") if self._inside else _("For the outside")
        if_words, then_words = INSIDE_WORDS if self._inside else OUTSIDE_WORDS
        self.first = LineField(record.get("if_this", ""), placeholder=_(if_words))
        self._then = LineField(record.get("then_i", ""), placeholder=_(then_words))
        self.body.setContentsMargins(12, 8, 12, 10)
        self.add(PlainLabel(title, "label", "muted"))
        form = Form()
        form.add_field(_("If"), self.first)
        form.add_field(_("then I"), self._then)
        self.add(form)
        self.first.setAccessibleName(_("{side}: if").format(side=title))
        self._then.setAccessibleName(_("{side}: then I").format(side=title))
        for line in (self.first, self._then):
            line.edited.connect(self._on_edited)

    def value(self) -> dict[str, Plain]:
        """Return the plan as a plain record."""
        return {"if_this": self.first.value(), "then_i": self._then.value(), "inside": self._inside}

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()


def _side(record: dict[str, Plain]) -> bool:
    return bool(record.get("inside"))
