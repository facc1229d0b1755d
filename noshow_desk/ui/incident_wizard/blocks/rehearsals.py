"""How often the call was rehearsed, and how ready the client feels, 0 to 10."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.incident import Rehearsal
from noshow_desk.i18n import _, ngettext
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.options import NumberRuler

PATH = "incident.rehearsals"
BOXES = 3


class Rehearsals(CaseBlock):
    """A button that counts one more, and the ruler of readiness."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._count = PlainLabel("", "strong", wrap=True)
        self._more = SecondaryButton(_("Rehearsed once"), "check")
        self._ready = NumberRuler(_("How ready do you feel?"), _("Not yet"), _("Ready"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._more)
        row.addWidget(self._count, 1)
        card = Card()
        card.add(row)
        card.add(PlainLabel(_("How ready do you feel?"), "label"))
        card.add(self._ready)
        self.box.addWidget(card)
        self._more.clicked.connect(self._on_more_clicked)
        self._ready.chosen.connect(self._on_ready_chosen)

    def show_case(self, situation: Situation) -> None:
        done = situation.facts.incident.rehearsals
        boxes = "☑" * len(done) + "☐" * max(BOXES - len(done), 0)
        said = ngettext("{count} time", "{count} times", len(done)).format(count=len(done))
        self._count.setText(f"{boxes}  {said}" if done else boxes)
        self._more.setText(_("Rehearsed once more") if done else _("Rehearsed once"))
        self._ready.set_value(done[-1].readiness if done else None)

    def _on_more_clicked(self) -> None:
        done = self.case.situation.facts.incident.rehearsals
        readiness = self._ready.value() if not done else None
        self._put((*done, Rehearsal(at=self.case.desk.now(), readiness=readiness)))

    def _on_ready_chosen(self, number: object) -> None:
        done = self.case.situation.facts.incident.rehearsals
        ready = number if isinstance(number, int) else None
        last = done[-1] if done else Rehearsal(at=self.case.desk.now())
        self._put((*done[:-1], Rehearsal(at=last.at, readiness=ready, note=last.note)))

    def _put(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        self.case.put(PATH, msgspec.to_builtins(rehearsals))
