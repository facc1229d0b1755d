"""What to do next with a client, on top of the timeline: red only while somebody waits."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.queries.rows import NextStep, Role
from noshow_desk.ui.kit.buttons import PrimaryButton
from noshow_desk.ui.kit.cards import AmberCard, Card, RedCard
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.today.elapsed import elapsed_words


class CalmCard(Card):
    """The card of a step that nobody waits for."""

    def __init__(self, title: str, text: str, when: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("life-buoy", "accent", 20))
        head.addWidget(PlainLabel(title, "card", wrap=True), 1)
        head.addWidget(PlainLabel(when, "hint", "muted"))
        self.body.addLayout(head)
        self.body.addWidget(PlainLabel(text, "body", "muted", wrap=True))
        self.row = QHBoxLayout()
        self.row.addStretch(1)
        self.body.addLayout(self.row)

    def add_action(self, button: PrimaryButton) -> PrimaryButton:
        """Put a button at the left."""
        self.row.insertWidget(0, button)
        return button


class NextStepCard(QWidget):
    """Shows the next step; `put_right` brings its incident and step. Hidden when nothing is open."""

    put_right = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._card: QWidget | None = None
        self._step: NextStep | None = None
        self.button: PrimaryButton | None = None

    def show_step(self, step: NextStep | None, now: datetime) -> None:
        """Show `step`; None hides the card."""
        if self._card is not None:
            self._box.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = self.button = None
        self._step = step
        self.setVisible(step is not None)
        if step is None:
            return
        card = _card(step, now)
        self.button = PrimaryButton(_("&Put it right"), "life-buoy")
        card.add_action(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self._card = card
        self._box.addWidget(card)

    def _on_button_clicked(self) -> None:
        if self._step is not None:
            self.put_right.emit(self._step.incident_id, str(self._step.step))


def _card(step: NextStep, now: datetime) -> RedCard | CalmCard:
    title = _("Next step: {step}").format(step=step.title.say())
    when = elapsed_words(now, step.due)
    if step.role is Role.WAITING:
        return RedCard(title, step.why.say(), when)
    if step.role is Role.DUE:
        return AmberCard(title, step.why.say(), when, "clock-alert")
    return CalmCard(title, step.why.say(), when)
