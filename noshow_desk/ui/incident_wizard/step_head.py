"""What stands above every step: its neighbours on the page, the insight, the question to the client."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.coaching.prompts import CoachingCard, coaching_card
from noshow_desk.domain.kinds import PaperKind, StepId, StepState, Who
from noshow_desk.domain.step import Step
from noshow_desk.i18n import _, language, quoted
from noshow_desk.ui.incident_wizard.rail_pages import PART_NAMES, parts_of
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.tab_order import stops
from noshow_desk.ui.kit.cards import Banner, CoachCard
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.options import FilterChips

# R10: the insight is found in the story; it stays on top of every later step.
_LATER = tuple(StepId)[tuple(StepId).index(StepId.STORY) + 1 :]
_MARKS = {StepState.DONE: "✓", StepState.SKIPPED: "–"}


class PartsStrip(FilterChips):
    """The steps that share a page of the rail; hidden while there is only one."""

    def __init__(self) -> None:
        super().__init__(_("Parts of this page"), ())

    def show_case(self, situation: Situation, step: StepId) -> None:
        """Show the parts of the page of `step`."""
        parts = parts_of(situation, step)
        self.set_choices([Choice(part.id.value, _part_name(part, situation)) for part in parts])
        self.set_value(step.value)
        self.setVisible(len(parts) > 1)


class StepHead(QWidget):
    """Pinned insight and coaching card; `step_wished` tells the part that was chosen in the strip."""

    step_wished = Signal(object)

    def __init__(self, step: StepId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._card: CoachingCard | None = None
        self.pin = Banner("", "neutral", "lightbulb")
        self.coach = CoachCard("")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.pin)
        box.addWidget(self.coach)

    def show_case(self, situation: Situation, paper: PaperKind | None = None) -> None:
        """Show the insight and the first question for this step, or for the `paper` it writes."""
        self._show_pin(situation)
        names = situation.names
        card = coaching_card(
            self._step,
            language(),
            client=names["client"],
            interviewer=names["interviewer"],
            paper=paper,
            called=bool(situation.calls),
        )
        if card != self._card:
            self._card = card
            self.coach.show_prompts(
                [quoted(question) for question in card.questions],
                card.note,
                _("Ask {client} first").format(**names),
            )
        self.coach.setVisible(not situation.derived.parked)

    def focus(self) -> None:
        """Put the focus on "Next prompt": a place to begin with the Tab key where nothing is typed."""
        for stop in stops(self):
            if stop.isVisibleTo(self):
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_pin(self, situation: Situation) -> None:
        insight = situation.facts.incident.insight
        self.pin.setVisible(insight is not None and bool(insight.words) and self._step in _LATER)
        if insight is None:
            return
        mine = insight.whose is Who.CASEWORKER
        whose = _("you said it") if mine else _("{client} said it").format(**situation.names)
        self.pin.show_text(f"{quoted(insight.words)} · {whose}")


def _part_name(part: Step, situation: Situation) -> str:
    name = _(PART_NAMES[part.id]).format(**situation.names)
    return f"{name} {_MARKS[part.state]}" if part.state in _MARKS else name
