"""R18: courage first and larger, luck second and smaller."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.incident import ClientCall
from noshow_desk.domain.kinds import Answer, CallResult, Who
from noshow_desk.i18n import N_, _, clock, moment
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import PlainLabel

_LUCK = {
    Answer.GRANTED: N_("{interviewer} gave a new date. That part was luck, and {client} made room for it."),
    Answer.REFUSED: N_("{interviewer} said no. That part was never in {client}’s hands."),
    Answer.WILL_GET_BACK: N_("{interviewer} will get back. That part is not in {client}’s hands."),
}


class CourageCard(Card):
    """A green card: this is what is reported first."""

    fill, border, bar = "green", "", "green_text"


class Courage(CaseBlock):
    """What the client faced, large; what came of it, below."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        card = CourageCard()
        card.body.setContentsMargins(20, 14, 16, 14)
        card.body.setSpacing(GRID)
        self._courage = PlainLabel("", "title", wrap=True)
        self._luck = PlainLabel("", "hint", "muted", wrap=True)
        card.add(self._courage)
        card.add(self._luck)
        self.box.addWidget(card)

    def show_case(self, situation: Situation) -> None:
        self._courage.setText(courage_text(situation))
        answer = situation.answer
        luck = _(_LUCK[answer]).format(**situation.names) if answer is not None else ""
        self._luck.setText(luck)
        self._luck.setVisible(bool(luck))


def courage_text(situation: Situation) -> str:
    """Return the sentence about what the client did."""
    own = [
        call for call in situation.calls if call.by is Who.CLIENT and call.result is not CallResult.NO_ANSWER
    ]
    if not own:
        return _("{client} looked at what happened. That is the start.").format(**situation.names)
    when = _when(own[-1], situation)
    return _("{client} faced it: called {interviewer} {when}.").format(when=when, **situation.names)


def _when(call: ClientCall, situation: Situation) -> str:
    at = situation.at_the_place(call.at)
    if at.date() == situation.today:
        return _("today at {time}").format(time=clock(at))
    return _("on {when}").format(when=moment(at))
