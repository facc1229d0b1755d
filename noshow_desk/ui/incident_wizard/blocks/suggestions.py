"""Ideas of others, hidden until the client has written one (R8)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.coaching.hints import IDEA_FIRST
from noshow_desk.coaching.suggestions import Factor, suggestions_for
from noshow_desk.i18n import _, language
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import PlainLabel


class Suggestions(CaseBlock):
    """A quiet link, there once an idea is; it opens what worked for others."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._asked = False
        self._wait = PlainLabel(IDEA_FIRST.say(), "hint", "muted", wrap=True)
        self._link = LinkButton(_("What has worked for others"), "lightbulb")
        self._card = Card()
        self._ideas = PlainLabel("", wrap=True)
        self._card.add(self._ideas)
        self.box.addWidget(self._wait)
        self.box.addWidget(self._link)
        self.box.addWidget(self._card)
        self._link.clicked.connect(self._on_link_clicked)

    def show_case(self, situation: Situation) -> None:
        idea = next((each.idea for each in situation.facts.incident.obstacles if each.idea.strip()), "")
        ideas = _ideas(situation, idea)
        self._wait.setVisible(not idea)
        self._link.setVisible(bool(ideas) and not self._asked)
        self._card.setVisible(bool(ideas) and self._asked)
        self._ideas.setText("\n".join(f"· {each}" for each in ideas))

    def _on_link_clicked(self) -> None:
        self._asked = True
        self.show_case(self.case.situation)


def _ideas(situation: Situation, idea: str) -> tuple[str, ...]:
    incident = situation.facts.incident
    factors: list[Factor] = [reason.factor for reason in incident.outside]
    factors += [reason.factor for reason in incident.inside]
    return suggestions_for(factors, language(), idea=idea)
