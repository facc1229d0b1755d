"""What to do next with a client, on top of the timeline: red only while somebody waits."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.queries.rows import NextStep, Role
from noshow_desk.ui.kit.buttons import PrimaryButton
from noshow_desk.ui.kit.cards import AmberCard, CalmCard, RedCard
from noshow_desk.ui.today.elapsed import elapsed_words

CARDS: dict[Role, tuple[type[RedCard], str]] = {
    Role.WAITING: (RedCard, "phone-missed"),
    Role.DUE: (AmberCard, "clock-alert"),
}


class NextStepCard(QWidget):
    """Shows the next step; `put_right` brings its incident and step. Hidden when nothing is open."""

    put_right = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._card: RedCard | None = None
        self._step: NextStep | None = None
        self.button: PrimaryButton | None = None

    def show_step(self, step: NextStep | None, now: datetime) -> None:
        """Show `step`; None hides the card. The same step keeps its card, and with it the keyboard."""
        if step is not None and step == self._step and self._card is not None:
            self._card.show_time(elapsed_words(now, step.due))
            return
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


def _card(step: NextStep, now: datetime) -> RedCard:
    title = _("Next step: {step}").format(step=step.title.say())
    kind, icon = CARDS.get(step.role, (CalmCard, "life-buoy"))
    return kind(title, step.why.say(), elapsed_words(now, step.due), icon, beside=True)
