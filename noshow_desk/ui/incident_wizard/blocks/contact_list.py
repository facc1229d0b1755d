"""The contact list: every way to reach the client, two minutes each, one click for the result (R5, A1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.incident import ContactAttempt
from noshow_desk.domain.kinds import AttemptResult
from noshow_desk.i18n import N_, _
from noshow_desk.services import incidents
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.blocks.new_number import NewNumber
from noshow_desk.ui.incident_wizard.blocks.two_minutes import TwoMinutes
from noshow_desk.ui.incident_wizard.blocks.waiting_clock import WaitingClock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.ways import Way, voicemail_rule, voicemail_words, ways
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.options import RadioList

RESULTS = (
    (AttemptResult.REACHED, N_("Reached"), "circle-check"),
    (AttemptResult.NOT_READY, N_("Reached, not ready"), "heart-handshake"),
    (AttemptResult.MESSAGE_LEFT, N_("Message left"), "voicemail"),
    (AttemptResult.NO_ANSWER, N_("No answer"), "phone-missed"),
    (AttemptResult.WRONG_NUMBER, N_("Wrong number"), "phone-off"),
)


class ContactList(CaseBlock):
    """Choose a way, try it for two minutes, click what came of it; the next way is chosen by itself."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._ways: tuple[Way, ...] = ()
        self._clock = WaitingClock(case)
        self._list = RadioList(_("Ways to reach the client"), ())
        self._rule = PlainLabel("", "hint", "muted", wrap=True)
        self._words = PlainLabel("", "prompt", wrap=True)
        self._minutes = TwoMinutes()
        self._number = NewNumber(case)
        self._buttons: dict[AttemptResult, SecondaryButton] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        card.add(self._list)
        card.add(self._number)
        card.add(self._rule)
        card.add(self._words)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(PlainLabel(_("What came of it?"), "label"), 1)
        row.addWidget(self._minutes)
        card.add(row)
        results = QWidget()
        flow = FlowLayout(results, gap=GAP, line_gap=GAP)
        for result, label, icon in RESULTS:
            button = SecondaryButton(_(label), icon)
            button.setProperty("result", result.value)
            self._buttons[result] = button
            flow.addWidget(button)
        card.add(results)
        self.box.addWidget(self._clock)
        self.box.addWidget(card)

    def _connect(self) -> None:
        for button in self._buttons.values():
            button.clicked.connect(self._on_result_clicked)

    def show_case(self, situation: Situation) -> None:
        self._clock.show_case(situation)
        self._show_ways(ways(situation))
        self._number.setVisible(not situation.facts.client.phones)
        self._rule.setText(voicemail_rule(situation))
        words = voicemail_words(situation)
        self._words.setText(f"“{words.say(situation.facts.client.spoken_language)}”" if words else "")
        self._words.setVisible(words is not None)
        self._buttons[AttemptResult.MESSAGE_LEFT].setVisible(words is not None or not self._calling())

    def _calling(self) -> bool:
        return all(way.channel.value == "call" for way in self._ways if way.key == self._list.value())

    def _show_ways(self, rows: tuple[Way, ...]) -> None:
        if rows == self._ways:
            return
        self._ways = rows
        self._list.set_choices([Choice(way.key, way.title, hint=_hint(way)) for way in rows])
        chosen = next((way for way in rows if way.key == self._list.value()), None)
        if chosen is None or chosen.tried:
            fresh = next((way for way in rows if not way.tried), rows[0])
            self._list.set_value(fresh.key)

    def _on_result_clicked(self) -> None:
        way = next((each for each in self._ways if each.key == self._list.value()), None)
        if way is None:
            return
        attempt = ContactAttempt(
            at=self.case.desk.now(),
            channel=way.channel,
            number=way.number,
            result=AttemptResult(self.sender().property("result")),
        )
        self._minutes.stop()
        self.case.run(
            partial(
                incidents.record_contact_attempt,
                self.case.desk,
                incident_id=self.case.incident_id,
                attempt=attempt,
            )
        )


def _hint(way: Way) -> str:
    return " · ".join(part for part in (_("Tried") if way.tried else "", way.hint) if part)
