"""R0: the first line when a client is reached; danger parks everything and shows the crisis numbers."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.coaching.hints import SAFE
from noshow_desk.domain.incident import Safety
from noshow_desk.i18n import _, quoted
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card, RedCard
from noshow_desk.ui.kit.labels import PlainLabel

PATH = "incident.safety"


class SafetyCard(CaseBlock):
    """The question, the answer, and in danger nothing but help."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._make_question()
        self._danger = RedCard(_("First the person. All else waits."), "", icon="life-buoy")
        self._numbers = PlainLabel("", "prompt", wrap=True)
        self._danger.add(self._numbers)
        self._over = PrimaryButton(_("The danger is over"), "circle-check")
        self._danger.add_action(self._over)
        self.box.addWidget(self._question)
        self.box.addWidget(self._danger)
        self._connect()
        self.show_case(case.situation)

    def _make_question(self) -> None:
        self._question = Card()
        self._asked = PlainLabel(quoted(SAFE.say()), "prompt", wrap=True)
        self._safe = SecondaryButton(_("Safe"), "shield-check")
        self._help = SecondaryButton(_("Needs help now"), "life-buoy")
        row = QHBoxLayout()
        row.addWidget(self._safe)
        row.addWidget(self._help)
        row.addStretch(1)
        self._question.add(self._asked)
        self._question.add(row)

    def _connect(self) -> None:
        self._safe.clicked.connect(self._on_safe_clicked)
        self._help.clicked.connect(self._on_help_clicked)
        self._over.clicked.connect(self._on_over_clicked)

    def show_case(self, situation: Situation) -> None:
        safety = situation.facts.incident.safety
        danger = safety is not None and safety.danger and safety.over_at is None
        self._danger.setVisible(danger)
        self._question.setVisible(not danger and safety is None)
        self._numbers.setText(situation.crisis_numbers)
        self._danger.show_words(
            _("First the person. All else waits."),
            _("Stay with {client}. These numbers help now:").format(**situation.names),
        )

    def _on_safe_clicked(self) -> None:
        self._record(Safety(danger=False, at=self.case.desk.now()))

    def _on_help_clicked(self) -> None:
        self._record(Safety(danger=True, at=self.case.desk.now()))

    def _on_over_clicked(self) -> None:
        safety = self.case.situation.facts.incident.safety
        if safety is not None:
            self._record(replace(safety, over_at=self.case.desk.now()))

    def _record(self, safety: Safety) -> None:
        """Write it at once: nothing else is as urgent."""
        self.case.put(PATH, msgspec.to_builtins(safety))
        self.case.write()
