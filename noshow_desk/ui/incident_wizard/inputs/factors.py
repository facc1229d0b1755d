"""A list of outside or inside factors: several ticks, each with words and, outside, "this is true"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.inputs.base import Input, said
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.inputs import LineField

OUTSIDE = "incident.outside"


class FactorsInput(Input):
    """The chosen factors as a list of {factor, words, confirmed_true}."""

    def make(self, situation: Situation) -> QWidget:
        self._rows: list[FactorRow] = []
        panel = QWidget()
        panel.setAccessibleName(said(self.field.label, situation))
        box = QVBoxLayout(panel)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for option in self.field.options:
            row = FactorRow(str(option.value), said(option.label, situation), self.field.path == OUTSIDE)
            row.edited.connect(self._tell)
            box.addWidget(row)
            self._rows.append(row)
        panel.setFocusProxy(self._rows[0].box)
        return panel

    def value(self) -> Plain:
        return [row.value() for row in self._rows if row.box.isChecked()]

    def show_value(self, value: Plain) -> None:
        chosen = {reason["factor"]: reason for reason in value or ()}
        for row in self._rows:
            row.show_value(chosen.get(row.factor))


class FactorRow(QWidget):
    """One factor: a tick; once ticked, a line for the words and, outside, a tick "true"."""

    edited = Signal()

    def __init__(self, factor: str, label: str, outside: bool) -> None:
        super().__init__()
        self.factor = factor
        self.box = CheckBox(label)
        self._words = LineField(placeholder=_("In a few words"))
        self._words.setAccessibleName(_("{factor}, in a few words").format(factor=label))
        self._true = CheckBox(_("The client says: true"))
        self._true.setAccessibleName(_("{factor}: the client says that this is true").format(factor=label))
        for tick in (self.box, self._true):
            tick.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._more = QWidget()
        lines = QVBoxLayout(self._more)
        lines.setContentsMargins(32, 0, 0, GRID)
        lines.setSpacing(0)
        lines.addWidget(self._words)
        lines.addWidget(self._true)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self._more)
        self._true.setVisible(outside)  # only now: without a parent it would be a window for a moment
        self._more.hide()
        self._outside = outside
        self._connect()

    def _connect(self) -> None:
        self.box.clicked.connect(self._on_box_clicked)
        self._true.clicked.connect(self.edited)
        self._words.edited.connect(self._on_words_edited)

    def value(self) -> dict[str, Plain]:
        """Return the factor as a plain record."""
        record: dict[str, Plain] = {"factor": self.factor, "words": self._words.value()}
        if self._outside:
            record["confirmed_true"] = self._true.isChecked()
        return record

    def show_value(self, reason: Plain) -> None:
        """Show what was chosen; None for a factor that was not."""
        self.box.setChecked(reason is not None)
        self._more.setVisible(reason is not None)
        if reason is not None:
            self._words.set_value(reason.get("words", ""))
            self._true.setChecked(bool(reason.get("confirmed_true")))

    def _on_box_clicked(self) -> None:
        self._more.setVisible(self.box.isChecked())
        self.edited.emit()

    def _on_words_edited(self, _text: str) -> None:
        self.edited.emit()
