"""The rail of steps: number or tick, title, what was found, a line that joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import line_height, paint_text
from noshow_desk.ui.kit.list_base import Index, ListBase, mark_of, paint_ground
from noshow_desk.ui.theme import current_look

StepRole = Qt.ItemDataRole.UserRole + 2
WIDE, NARROW = 208, 60


class RailState(StrEnum):
    """How far a step is."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class RailStep:
    """One page of the rail; `second` is what it found or when it is due."""

    key: str
    title: str
    second: str = ""
    state: RailState = RailState.OPEN

    def said(self, number: int) -> str:
        """Return what a screen reader says."""
        state = {"done": _("done"), "skipped": _("skipped"), "waiting": _("waiting"), "open": ""}[self.state]
        parts = (_("Step {number}").format(number=number), self.title, state, self.second)
        return ". ".join(part for part in parts if part)


class StepModel(QAbstractListModel):
    """The steps of a rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[RailStep, ...] = ()

    def show_steps(self, steps: Sequence[RailStep]) -> None:
        """Replace the steps; same keys keep the current one."""
        same = [step.key for step in steps] == [step.key for step in self.steps]
        if same and steps:
            self.steps = tuple(steps)
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))
            return
        self.beginResetModel()
        self.steps = tuple(steps)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        answers = {StepRole: step, Qt.ItemDataRole.DisplayRole: step.title}
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = step.said(index.row() + 1)
            # a tool tip is rich text as soon as it looks like it
            return said if role == Qt.ItemDataRole.AccessibleTextRole or "<" not in said else None
        return answers.get(Qt.ItemDataRole(role))


class StepDelegate(QStyledItemDelegate):
    """Draws one step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current_look()
        lines = line_height(look.font("strong")) + line_height(look.font("hint"))
        return QSize(look.px(NARROW if self.narrow else WIDE), lines + look.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step = index.data(StepRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        mark = mark_of(self.parent(), index)
        paint_ground(painter, rect.adjusted(0, 1, 0, -1), mark)
        side = current_look().px(24)
        disc = QRectF(rect.x() + 10, rect.center().y() - side / 2, side, side)
        self._paint_line(painter, rect, disc, index)
        self._paint_disc(painter, disc, step, index.row() + 1, mark.selected)
        if not self.narrow:
            self._paint_words(painter, rect.adjusted(side + 20, 0, -8, 0), step)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, disc: QRectF, index: Index) -> None:
        look = current_look()
        middle = disc.center().x()
        done = index.data(StepRole).state == RailState.DONE
        before = index.sibling(index.row() - 1, 0).data(StepRole)
        above = before is not None and before.state == RailState.DONE
        if index.row() > 0:
            painter.setPen(QPen(look.color("accent" if above else "step_line"), 2))
            painter.drawLine(int(middle), int(rect.top()), int(middle), int(disc.top() - 1))
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(QPen(look.color("accent" if done else "step_line"), 2))
            painter.drawLine(int(middle), int(disc.bottom() + 1), int(middle), int(rect.bottom() + 1))

    def _paint_disc(self, painter: QPainter, disc: QRectF, step: RailStep, number: int, here: bool) -> None:
        look = current_look()
        done = step.state == RailState.DONE
        edge = "accent" if done or here else "outline"
        painter.setPen(QPen(look.color(edge), 2))
        painter.setBrush(look.color("accent" if done else "surface"))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        marks = {RailState.DONE: "check", RailState.SKIPPED: "skip-forward", RailState.WAITING: "hourglass"}
        if step.state in marks:
            side = round(disc.width() * 0.6)
            color = look.color("on_accent" if done else "muted")
            inset = (disc.width() - side) / 2
            paint_icon(painter, marks[step.state], color, disc.x() + inset, disc.y() + inset, side)
            return
        color = look.color("link" if here else "muted")
        paint_text(painter, disc, str(number), look.font("chip"), color, Qt.AlignmentFlag.AlignCenter)

    def _paint_words(self, painter: QPainter, rect: QRectF, step: RailStep) -> None:
        look = current_look()
        title, second = look.font("strong"), look.font("hint")
        heights = line_height(title), line_height(second)
        top = rect.center().y() - (heights[0] + (heights[1] if step.second else 0)) / 2
        quiet = look.color("muted")
        first = QRectF(rect.x(), top, rect.width(), heights[0])
        paint_text(painter, first, step.title, title, look.color("text"))
        below = QRectF(rect.x(), top + heights[0], rect.width(), heights[1])
        paint_text(painter, below, step.second, second, quiet)


class StepRail(ListBase):
    """The rail. `step_chosen` tells the key when the person goes to a step (click, Enter, space)."""

    step_chosen = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name or _("Steps"), parent)
        self._delegate = StepDelegate(self)
        self._steps = StepModel(self)
        self.setModel(self._steps)
        self.setItemDelegate(self._delegate)
        self.set_narrow(False)
        self.clicked.connect(self._on_clicked)

    def show_steps(self, steps: Sequence[RailStep], current: str = "") -> None:
        """Show `steps`, with `current` as the one being worked on."""
        wanted = current or self.current()
        self._steps.show_steps(steps)
        for at, step in enumerate(steps):
            if step.key == wanted:
                self.setCurrentIndex(self._steps.index(at))

    def current(self) -> str:
        """Return the key of the current step, "" when none is."""
        step = self.currentIndex().data(StepRole) if self.currentIndex().isValid() else None
        return step.key if isinstance(step, RailStep) else ""

    def set_narrow(self, narrow: bool) -> None:
        """Show numbers only (True) or titles too."""
        self._delegate.narrow = narrow
        self.restyle()

    def restyle(self) -> None:
        """Measure anew for another text scale."""
        super().restyle()
        self.setFixedWidth(current_look().px(NARROW if self._delegate.narrow else WIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current():
            self.step_chosen.emit(self.current())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.step_chosen.emit(index.data(StepRole).key)
