"""One finding in the list: a line with its number and its words, which opens to say why and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.i18n import _, quoted
from noshow_desk.services.letter_finding import LetterFinding
from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.incident_wizard.checks.badge import paint_badge
from noshow_desk.ui.incident_wizard.checks.titles import said, title
from noshow_desk.ui.incident_wizard.checks.verbs import VerbRow
from noshow_desk.ui.kit.base import CONTROL_RADIUS, GAP, GRID, antialiased, paint_box, paint_ring, paint_text
from noshow_desk.ui.kit.buttons import Button, LinkButton, SecondaryButton
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.theme import current_look

BADGE = 18
MOST_REASONS = 2  # the heaviest; what is lighter is told once these are settled


class FindingHead(Button):
    """The line of a finding; pressed, it opens or closes."""

    margin = GAP

    def __init__(self, number: int, finding: LetterFinding, parent: QWidget | None = None) -> None:
        super().__init__(title(finding), parent=parent)
        self._number, self._gates = number, finding.gates
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(said(number, finding))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(80), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            paint_box(painter, rect, CONTROL_RADIUS, look.color("pressed" if self.isDown() else "hover"))
        side = look.px(BADGE)
        badge = QRectF(self.margin, (rect.height() - side) / 2, side, side)
        paint_badge(painter, badge, str(self._number), must=self._gates)
        chevron = look.px(16)
        right = rect.width() - chevron - self.margin
        left = self.margin + side + GAP
        font = look.font("strong" if self.isChecked() else "body")
        words = QRectF(left, 0, right - left - GRID, rect.height())
        paint_text(painter, words, self.text(), font, look.color("text"))
        icon = "chevron-up" if self.isChecked() else "chevron-down"
        paint_icon(painter, icon, look.color("muted"), right, (rect.height() - chevron) / 2, chevron)
        if self.hasFocus():
            paint_ring(painter, rect, CONTROL_RADIUS, self.ring_role())
        painter.end()


class VerbButton(LinkButton):
    """A link among several in a narrow place."""

    margin = 7


class FindingRow(QWidget):
    """A finding, with others in the same words. `opened` tells its number, `used` a sentence to take,
    `acted` what else was chosen.
    """

    opened = Signal(int)
    used = Signal(int, str)
    acted = Signal(int, str)

    def __init__(
        self,
        number: int,
        group: Sequence[LetterFinding],
        ways: Sequence[str],
        verbs: Sequence[VerbRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.number, self.finding, self._group = number, group[0], tuple(group)
        self._ways, self._at = tuple(ways), 0
        self.head = FindingHead(number, group[0])
        self.more = QWidget()
        self._way = PlainLabel("", wrap=True)
        self.use = SecondaryButton(_("Use this"))
        self._other = VerbButton(_("Another way"))
        self.buttons = [_button(row, group[0]) for row in verbs]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.more)
        self._lay_out_more()
        self._connect()
        self.show_open(False)

    def _lay_out_more(self) -> None:
        inside = QVBoxLayout(self.more)
        left = GAP + current_look().px(BADGE) + GAP
        inside.setContentsMargins(left - VerbButton.margin, 0, GAP, GAP)
        self._way.setContentsMargins(VerbButton.margin, 0, 0, 0)
        inside.setSpacing(GRID)
        why = " ".join(list(dict.fromkeys(one.message for one in self._group))[:MOST_REASONS])
        reason = PlainLabel(why, "hint", "muted", wrap=True)
        reason.setContentsMargins(VerbButton.margin, 0, 0, 0)
        inside.addWidget(reason)
        inside.addWidget(self._way)
        flow = QWidget()
        buttons = FlowLayout(flow, gap=0, line_gap=0, hang=VerbButton.margin)
        for button in (self.use, self._other, *self.buttons):
            buttons.addWidget(button)
        inside.addWidget(flow)
        self._way.setVisible(bool(self._ways))
        self.use.setVisible(bool(self._ways))
        self._other.setVisible(len(self._ways) > 1)
        self._show_way()

    def _connect(self) -> None:
        self.head.clicked.connect(self._on_head_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        self._other.clicked.connect(self._on_other_clicked)
        for button in self.buttons:
            button.clicked.connect(self._on_button_clicked)

    def show_open(self, is_open: bool) -> None:
        """Show or hide what there is to do."""
        self.head.setChecked(is_open)
        self.more.setVisible(is_open)

    def way(self) -> str:
        """Return the sentence that is offered; empty for none."""
        return self._ways[self._at] if self._ways else ""

    def _show_way(self) -> None:
        self._way.setText(quoted(self.way()) if self._ways else "")
        self.use.setAccessibleName(_("Use this: {sentence}").format(sentence=self.way()))

    def _on_head_clicked(self) -> None:
        self.opened.emit(self.number if self.head.isChecked() else 0)

    def _on_use_clicked(self) -> None:
        self.used.emit(self.number, self.way())

    def _on_other_clicked(self) -> None:
        self._at = (self._at + 1) % len(self._ways)
        self._show_way()

    def _on_button_clicked(self) -> None:
        self.acted.emit(self.number, str(self.sender().property("verb")))


def _button(row: VerbRow, finding: LetterFinding) -> LinkButton:
    button = VerbButton(_(row.text))
    button.setProperty("verb", row.verb.value)
    button.setAccessibleName(f"{_(row.text)} {finding.words}".strip())
    return button
