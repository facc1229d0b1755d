"""The cards of "Your data"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.your_data import LIMITS, PROMISES
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.your_data.words import Line

COLORS = {"green": "green_text", "amber": "amber_text", "muted": "muted"}


class LineCard(Card):
    """A card of lines, each with its icon, that can be said anew."""

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, icon, parent)
        self._lines: tuple[Line, ...] = ()
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        self.add(self._place)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show `lines`; nothing happens when they are on show."""
        wanted = tuple(lines)
        if wanted == self._lines:
            return
        self._lines = wanted
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in wanted:
            self._place.addWidget(_line(line))

    def texts(self) -> list[str]:
        """Return the sentences on show."""
        return [line.text for line in self._lines]

    def add_buttons(self, *buttons: SecondaryButton) -> None:
        """Put `buttons` below the lines, at the left."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.add(row)


def promises_card() -> Card:
    """Return the promises of SAFETY and their limits, numbered."""
    card = Card(_("What is promised, and what is not"), "shield-check")
    for number, promise in enumerate(PROMISES, start=1):
        card.add(PlainLabel(f"{number}.  {_(promise)}", wrap=True))
    card.add(PlainLabel(_("No promise helps against:"), "label"))
    for limit in LIMITS:
        card.add(_line(Line("circle-alert", "muted", _(limit))))
    return card


def _line(line: Line) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconLabel(line.icon, COLORS[line.tone], 18))
    row.addWidget(PlainLabel(line.text, wrap=True), 1)
    return widget
