"""The hard questions to rehearse, as they stand on the call card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import N_, _
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.kit.labels import PlainLabel

QUESTIONS = (
    N_("“Why should we try again?”"),
    N_("“What will be different?”"),
    N_("“Why didn’t you call?”"),
)


class HardQuestions(CaseBlock):
    """Three questions to ask in the interviewer's voice."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        for question in QUESTIONS:
            self.box.addWidget(PlainLabel(_(question), wrap=True))
        self.box.setSpacing(2)
