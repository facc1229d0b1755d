"""It was otherwise: did show up, came late, reported by mistake. One click; the history keeps both."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import CorrectionKind
from noshow_desk.i18n import N_, _, moment
from noshow_desk.services import incidents
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.rows import RowList, RowWords

KINDS = (
    (CorrectionKind.DID_SHOW_UP, N_("{client} did show up"), "circle-check"),
    (CorrectionKind.CAME_LATE, N_("Came late after all"), "clock"),
    (CorrectionKind.REPORTED_BY_MISTAKE, N_("Reported by mistake"), "undo-2"),
)
_SAID = {kind: (text, icon) for kind, text, icon in KINDS}


class Corrections(CaseBlock):
    """Three buttons and what was corrected before."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._buttons: dict[CorrectionKind, SecondaryButton] = {}
        panel = QWidget()
        flow = FlowLayout(panel, gap=GAP, line_gap=GAP)
        for kind, text, icon in KINDS:
            button = SecondaryButton(_button_text(text, case.situation), icon)
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._on_button_clicked)
            flow.addWidget(button)
            self._buttons[kind] = button
        self._rows = RowList()
        self.box.addWidget(panel)
        self.box.addWidget(self._rows)

    def show_case(self, situation: Situation) -> None:
        for kind, text, _icon in KINDS:
            self._buttons[kind].setText(_button_text(text, situation))
        rows = []
        for at, correction in enumerate(situation.facts.incident.corrections):
            text, icon = _SAID[correction.kind]
            when = moment(situation.at_the_place(correction.at))
            second = " · ".join(part for part in (when, correction.note) if part)
            rows.append(RowWords(str(at), _(text).format(**situation.names), second, icon))
        self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))

    def _on_button_clicked(self) -> None:
        kind = CorrectionKind(self.sender().property("kind"))
        correct = partial(
            incidents.correct_report, self.case.desk, incident_id=self.case.incident_id, kind=kind
        )
        self.case.run(correct, _("It was not corrected"))


def _button_text(text: str, situation: Situation) -> str:
    return _(text).format(**situation.names).replace("&", "&&")
