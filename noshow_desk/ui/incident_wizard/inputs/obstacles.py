"""Obstacles: the client's idea, who does it, by when, and help that has an end (R7, R8, R9)."""

from __future__ import annotations

from datetime import date

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.coaching.hints import who_does_what, why_not_client
from noshow_desk.domain.incident import Obstacle
from noshow_desk.domain.kinds import Who
from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.choices import WHOSE
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.inputs.base import Input, choices_of
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP, GRID
from noshow_desk.ui.kit.buttons import IconButton, LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.moments import DateField
from noshow_desk.ui.kit.options import Segmented


class ObstaclesInput(Input):
    """A list of obstacles as plain records."""

    def make(self, situation: Situation) -> QWidget:
        self._situation = situation
        self._cards: list[ObstacleCard] = []
        panel = QWidget()
        self._box = QVBoxLayout(panel)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._count = PlainLabel("", "hint", "muted")
        self._more = LinkButton(_("One more obstacle"), "plus")
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._count)
        self._box.addLayout(row)
        panel.setFocusProxy(self._more)
        self._more.clicked.connect(self._on_more_clicked)
        self.show_value(())
        return panel

    def value(self) -> Plain:
        return [card.value() for card in self._cards if card.value()["what"]]

    def show_value(self, value: Plain) -> None:
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        for record in value or ({"what": ""},):
            self._add(record)
        self._look()

    def _add(self, record: dict[str, Plain]) -> None:
        card = ObstacleCard(record, self._situation)
        card.edited.connect(self._on_card_edited)
        card.dropped.connect(self._on_card_dropped)
        self._box.insertWidget(len(self._cards), card)
        self._cards.append(card)

    def _look(self) -> None:
        obstacles = msgspec.convert(self.value(), tuple[Obstacle, ...])
        self._count.setText(who_does_what(obstacles).say())
        self._count.setVisible(bool(obstacles))

    def _on_more_clicked(self) -> None:
        self._add({"what": ""})
        self._look()
        self._cards[-1].focus()

    def _on_card_edited(self) -> None:
        self._look()
        self._tell()

    def _on_card_dropped(self, card: ObstacleCard) -> None:
        self._cards.remove(card)
        card.setParent(None)
        card.deleteLater()
        if not self._cards:
            self._add({"what": ""})
        self._on_card_edited()


class ObstacleCard(Card):
    """One obstacle. The idea is asked for once there is an obstacle, owner and day once there is an idea."""

    edited = Signal()
    dropped = Signal(object)

    def __init__(self, record: dict[str, Plain], situation: Situation) -> None:
        super().__init__()
        self._record = record
        self._situation = situation
        self._make_fields()
        self._lay_out()
        self._look()
        self._connect()

    def _make_fields(self) -> None:
        record, names = self._record, self._situation.names
        self._what = LineField(record.get("what", ""), placeholder=_("The obstacle, in a few words"))
        self._what.setAccessibleName(_("Obstacle"))
        self._idea = LineField(record.get("idea", ""))
        owner = record.get("owner") or Who.CLIENT.value
        self._owner = Segmented(_("Who does it"), choices_of(WHOSE, self._situation), value=owner)
        self._by = DateField(self._today)
        self._by.set_value(_day(record.get("by")))
        self._why = LineField(record.get("why_not_client", ""))
        self._help = LineField(
            record.get("help_offer", ""),
            placeholder=_("I will sit next to you while you call"),
        )
        self._done = CheckBox(_("Done"))
        self._done.setChecked(bool(record.get("done_at")))
        self._drop = IconButton("x", _("Remove this obstacle"))
        self._idea_field = Field(
            _("{client}’s idea").format(client=names["client"].replace("&", "&&")), self._idea
        )
        self._why_field = Field(
            _("Why not {client}?").format(client=names["client"].replace("&", "&&")), self._why
        )
        self._help_field = Field(_("Help that has an end"), self._help)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._what, 1)
        head.addWidget(self._drop)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.add(head)
        self.add(self._idea_field)
        self._form = Form()
        self._form.add_field(_("Who does it"), self._owner)
        self._form.add_field(_("By when"), self._by)
        self.add(self._form)
        self.add(self._why_field)
        self.add(self._help_field)
        self.add(self._done)

    def _connect(self) -> None:
        for line in (self._what, self._idea, self._why, self._help):
            line.edited.connect(self._on_edited)
        self._owner.chosen.connect(self._on_edited)
        self._by.changed.connect(self._on_edited)
        self._done.clicked.connect(self._on_edited)
        self._drop.clicked.connect(self._on_drop_clicked)

    def focus(self) -> None:
        """Put the cursor into the first line."""
        self._what.setFocus()

    def value(self) -> dict[str, Plain]:
        """Return the obstacle as a plain record."""
        by = self._by.value()
        now = self._situation.now.isoformat()
        return {
            "what": self._what.value(),
            "idea": self._idea.value(),
            "owner": self._owner.value() or Who.CLIENT.value,
            "by": by.isoformat() if by else None,
            "done_at": (self._record.get("done_at") or now) if self._done.isChecked() else None,
            "help_offer": self._help.value(),
            "why_not_client": self._why.value(),
        }

    def _look(self) -> None:
        mine = self._owner.value() == Who.CASEWORKER.value
        self._idea_field.setVisible(bool(self._what.value() or self._idea.value()))
        for widget in (self._form, self._help_field, self._done):
            widget.setVisible(bool(self._idea.value()))
        self._why_field.setVisible(mine and bool(self._idea.value()))
        asked = why_not_client(msgspec.convert(self.value(), Obstacle), self._situation.names["client"])
        self._why_field.show_hint(asked.say() if asked and mine else "")

    def _on_edited(self, _value: object = None) -> None:
        self._look()
        self.edited.emit()

    def _on_drop_clicked(self) -> None:
        self.dropped.emit(self)

    def _today(self) -> date:
        return self._situation.today


def _day(text: Plain) -> date | None:
    return date.fromisoformat(text) if text else None
