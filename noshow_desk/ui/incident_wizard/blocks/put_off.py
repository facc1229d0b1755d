"""The wrap-up: steps that were put off with "not now", each to open or to leave out with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import _, pgettext
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.rows import RowList, RowWords


class PutOff(CaseBlock):
    """Deferred steps as rows; opening one offers everything, leaving it out with a reason included."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._rows = RowList()
        self._none = PlainLabel(_("Nothing was put off."), "body", "muted")
        self.box.addWidget(self._rows)
        self.box.addWidget(self._none)
        self._rows.acted.connect(self._on_rows_acted)

    def show_case(self, situation: Situation) -> None:
        steps = [step for step in situation.derived.steps if step.deferred]
        opens = pgettext("button", "Open")
        rows = [
            RowWords(step.id.value, step.title.say(), step.why.say(), "skip-forward", action=opens)
            for step in steps
        ]
        self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _on_rows_acted(self, key: str) -> None:
        self.case.step_wished.emit(StepId(key))
