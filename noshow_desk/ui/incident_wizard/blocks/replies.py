"""What to answer when the interviewer talks back during the courtesy call (A1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.blocks import line_text
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.drafts import starter_letter
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import PlainLabel


class Replies(CaseBlock):
    """The replies of the starter "replies", in the language the interviewer speaks."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._shown: list[tuple[str, bool]] = []
        self._card = Card()
        self._card.body.setSpacing(2)
        self.box.addWidget(self._card)

    def show_case(self, situation: Situation) -> None:
        language = situation.facts.interviewer.language
        letter = starter_letter(situation, PaperKind.COURTESY, language, Channel.CALL, "replies")
        lines = [line for block in letter.blocks for line in block.lines] if letter else []
        said = [(line_text(line), all(run.bold for run in line)) for line in lines]
        if said != self._shown:
            self._shown = said
            self._write()
        self.setVisible(bool(said))

    def _write(self) -> None:
        while (item := self._card.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for text, asked in self._shown:
            self._card.add(
                PlainLabel(text, "label" if asked else "body", "muted" if asked else "", wrap=True)
            )
