"""R17: three separate facts, the attempt first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import Answer, Outcome
from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, moment
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.rows import RowList, RowWords


class ThreeFacts(CaseBlock):
    """Attempt made · second chance · new date kept; unknown is said as unknown."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._rows = RowList()
        self.box.addWidget(self._rows)

    def show_case(self, situation: Situation) -> None:
        self._rows.show_rows([_attempt(situation), _chance(situation), _kept(situation)])


def _attempt(situation: Situation) -> RowWords:
    own = situation.success.first_own
    if own is None:
        return RowWords("attempt", _("Attempt: none yet"), _("A call, a visit or a message counts."), "phone")
    second = _("{client}, {when}").format(when=moment(situation.at_the_place(own.at)), **situation.names)
    return RowWords("attempt", _("Attempt made"), second, "phone-call", _("Done"), "green")


def _chance(situation: Situation) -> RowWords:
    titles = {
        Answer.GRANTED: _("Second chance: yes"),
        Answer.REFUSED: _("Second chance: no"),
        Answer.WILL_GET_BACK: _("Second chance: they will get back"),
    }
    answer = situation.answer
    new = situation.facts.new_appointment
    second = moment(new.starts) if new is not None and new.starts is not None else ""
    title = titles[answer] if answer is not None else _("Second chance: not known")
    return RowWords("chance", title, second, "handshake")


def _kept(situation: Situation) -> RowWords:
    new = situation.facts.new_appointment
    outcome = new.outcome if new is not None else None
    said = _(label(outcome)) if outcome is not None else _("not known yet")
    chip = _("Done") if outcome is Outcome.ATTENDED else ""
    return RowWords(
        "kept", _("New date: {outcome}").format(outcome=said), "", "calendar-check", chip, "green"
    )
