"""Boxes that hold things: card, red card, coaching card, banner, empty state, section header."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import CARD_PADDING, CARD_RADIUS, GAP, GRID, Painted, antialiased, paint_box
from noshow_desk.ui.kit.buttons import Button, LinkButton
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.theme import current_look

BAR = 4


class Card(Painted, QFrame):
    """A rounded box on the page; put things into `body`, a vertical layout."""

    fill, border, bar = "surface", "border", ""

    def __init__(self, title: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(CARD_PADDING, CARD_PADDING - 2, CARD_PADDING, CARD_PADDING - 2)
        self.body.setSpacing(GAP)
        if title:
            self.body.addLayout(_headline(title, icon, "", "card"))

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout below what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        rect = QRectF(self.rect())
        border = look.color(self.border) if self.border else None
        if look.high_contrast:
            border = look.color("text")
        paint_box(painter, rect, CARD_RADIUS, look.color(self.fill), border)
        if self.bar:
            # A border of the style sheet would draw a hook around the rounded corner.
            painter.fillRect(QRectF(0, 0, BAR, rect.height()), look.color(self.bar))
            painter.fillRect(QRectF(BAR, 0, CARD_RADIUS, rect.height()), look.color(self.fill))
        painter.end()


class RedCard(Card):
    """Someone is waiting now: what, for how long, and what to do. Buttons: `add_action`.

    With `beside` the buttons stand at the right of the words where there is room, else below them.
    """

    fill, border, bar, tone, icon_color = "red", "", "red_bar", "red", "red_text"
    beside_from = 620

    def __init__(
        self,
        title: str,
        text: str,
        when: str = "",
        icon: str = "phone-missed",
        parent: QWidget | None = None,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__(parent=parent)
        self._beside = beside
        self.setAccessibleName(title)
        self.body.setContentsMargins(CARD_PADDING + BAR, 12, CARD_PADDING, 14)
        self._title = PlainLabel(title, "card", self.tone, wrap=True)
        self._when = PlainLabel(when, "body", self.tone)
        self._text = PlainLabel(text, wrap=True)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(GAP)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(GAP)
        self._words = QVBoxLayout()
        self._words.setSpacing(GRID)
        self._words.addLayout(self._head(icon))
        self._words.addWidget(self._text)
        self._parts.addLayout(self._words, 1)
        self._parts.addLayout(self._actions)
        self.body.addLayout(self._parts)
        self._actions.addStretch(1)

    def _head(self, icon: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(icon, self.icon_color, 22))
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._beside and self.width() >= current_look().px(self.beside_from)
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._parts.setSpacing(CARD_PADDING if wide else GAP)

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout below the words, above the buttons."""
        if isinstance(item, QWidget):
            self._words.addWidget(item)
        else:
            self._words.addLayout(item)

    def add_action(self, button: Button) -> Button:
        """Put `button` behind the others."""
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def show_time(self, when: str) -> None:
        """Say another time."""
        self._when.setText(when)

    def show_words(self, title: str, text: str, when: str = "") -> None:
        """Say something else."""
        self.setAccessibleName(title)
        self._title.setText(title)
        self._text.setText(text)
        self._when.setText(when)


class AmberCard(RedCard):
    """Like the red card, for what is overdue while nobody waits."""

    fill, bar, tone, icon_color = "amber", "amber_text", "amber", "amber_text"


class CalmCard(RedCard):
    """Like the red card, for what nobody waits for."""

    fill, border, bar, tone, icon_color = "surface", "border", "", "", "accent"


class CoachCard(Card):
    """A question to the client first: prompt, detail below it, "Next prompt" when there are several.

    `next_requested` is emitted with the index now shown.
    """

    fill, border, bar = "coach", "", "coach_bar"
    next_requested = Signal(int)

    def __init__(
        self, title: str, prompts: Sequence[str] = (), detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(CARD_PADDING + BAR, GAP, GAP, 14)
        self.body.setSpacing(GRID)
        self._prompts: tuple[str, ...] = ()
        self._at = 0
        self._title = PlainLabel(title, "card", "coach", wrap=True)
        self._next = LinkButton(_("Next prompt"), "arrow-right")
        self._prompt = PlainLabel("", "prompt", wrap=True)
        self._detail = PlainLabel("", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(IconLabel("quote", "coach_text", 18))
        head.addWidget(self._title, 1)
        head.addWidget(self._next)
        self.body.addLayout(head)
        self.body.addWidget(self._prompt)
        self.body.addWidget(self._detail)
        self._next.clicked.connect(self._on_next_clicked)
        self.show_prompts(prompts, detail)

    def show_prompts(self, prompts: Sequence[str], detail: str = "", title: str = "") -> None:
        """Show the first of `prompts`, and `detail` in quieter words below."""
        if title:
            self._title.setText(title)
        self._prompts, self._at = tuple(prompts), 0
        self._next.setVisible(len(self._prompts) > 1)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._show()

    def prompt(self) -> str:
        """Return the question on show."""
        return self._prompts[self._at] if self._prompts else ""

    def _show(self) -> None:
        self._prompt.setText(self.prompt())
        self._prompt.setVisible(bool(self._prompts))

    def _on_next_clicked(self) -> None:
        self._at = (self._at + 1) % len(self._prompts)
        self._show()
        self.next_requested.emit(self._at)


class Banner(Card):
    """A line over the whole width: practice vault, a warning, a mistake with its repair.

    Tones: coach, amber, red, neutral. `action` becomes a link; `acted` tells that it was used.
    """

    acted = Signal()
    border = ""

    def __init__(
        self,
        text: str,
        tone: str = "coach",
        icon: str = "info",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.fill, self.bar = tone, f"{tone}_text"
        self.body.setContentsMargins(12 + BAR, GAP, GAP, GAP)
        self._label = PlainLabel(text, wrap=True)
        self._action = LinkButton(action)
        row = QHBoxLayout()
        row.setSpacing(GAP + 2)
        row.addWidget(IconLabel(icon, f"{tone}_text", 18))
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        self.body.addLayout(row)
        self._action.setVisible(bool(action))  # once it has a parent: else it would be a window for a moment
        self._action.clicked.connect(self.acted)

    def show_text(self, text: str, action: str = "") -> None:
        """Say something else; without `action` there is no link."""
        self._label.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()


class SectionHeader(QWidget):
    """A heading over a list, with the number of its rows."""

    def __init__(self, title: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(GAP + 2)
        row.addWidget(PlainLabel(title, "card"))
        row.addWidget(self._chip)
        row.addStretch(1)
        self.show_count(count)

    def show_count(self, count: int | None) -> None:
        """Show `count`; None shows no number."""
        self._chip.show_chip("" if count is None else str(count))


def _headline(title: str, icon: str, tone: str, role: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    if icon:
        row.addWidget(IconLabel(icon, "accent", 18))
    label = PlainLabel(title, role, tone, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row.addWidget(label, 1)
    return row
