"""The nudge of a step as a row of its page: said by the practice, shown where it helps, never in the way."""

from __future__ import annotations

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import Message
from noshow_desk.ui.incident_wizard.fields import Say
from noshow_desk.ui.incident_wizard.situation import Situation


def nudge_of(step: StepId) -> Say:
    """Return the row that shows the nudge of `step` while there is one."""

    def words(situation: Situation) -> Message | None:
        return situation.derived.nudge(step)

    return Say(words, "coach", "lightbulb")
