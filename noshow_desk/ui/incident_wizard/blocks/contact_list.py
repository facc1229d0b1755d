"""The contact list: every way to reach the client, two minutes each, one click for the result (R5, A1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.incident import ContactAttempt
from noshow_desk.domain.kinds import AttemptResult, Channel
from noshow_desk.domain.practice.voicemail import voicemail_words
from noshow_desk.i18n import N_, _, quoted
from noshow_desk.services import incidents
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.blocks.new_number import NewNumber
from noshow_desk.ui.incident_wizard.blocks.two_minutes import TwoMinutes
from noshow_desk.ui.incident_wizard.blocks.waiting_clock import WaitingClock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.ways import Way, voicemail_rule, ways
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.options import RadioList, Segmented

RESULTS = (
    (AttemptResult.REACHED, N_("Reached"), "circle-check"),
    (AttemptResult.NOT_READY, N_("Reached, not ready"), "heart-handshake"),
    (AttemptResult.MESSAGE_LEFT, N_("Message left"), "voicemail"),
    (AttemptResult.NO_ANSWER, N_("No answer"), "phone-missed"),
    (AttemptResult.WRONG_NUMBER, N_("Wrong number"), "phone-off"),
)


CHANNELS = (Choice(Channel.CALL.value, N_("Call")), Choice(Channel.TEXT.value, N_("Text")))


class ContactList(CaseBlock):
    """Choose a way, try it for two minutes, click what came of it; the next way is chosen by itself."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._ways: tuple[Way, ...] = ()
        self._clock = WaitingClock(case)
        self._list = RadioList(_("Ways to reach the client"), ())
        channels = [Choice(one.value, _(one.text)) for one in CHANNELS]
        self._channel = Segmented(_("Call or text"), channels, value=Channel.CALL.value)
        self._rule = PlainLabel("", "hint", "muted", wrap=True)
        self._words = PlainLabel("", "prompt", wrap=True)
        self._minutes = TwoMinutes()
        self._number = NewNumber(case)
        self._buttons: dict[AttemptResult, SecondaryButton] = {}
        self._card = Card()
        self._again = LinkButton(_("Try another way"), "phone")
        self._trying_again = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._channel, 1)
        row.addWidget(self._minutes)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._rule)
        said.addWidget(self._words)
        self._card.body.setContentsMargins(12, 8, 12, 12)
        self._card.body.setSpacing(6)
        for part in (self._list, self._number, row, said, self._results()):
            self._card.add(part)
        self.box.addWidget(self._clock)
        self.box.addWidget(self._card)
        self.box.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)

    def _results(self) -> QWidget:
        results = QWidget()
        flow = FlowLayout(results, gap=GAP, line_gap=GAP)
        for result, text, icon in RESULTS:
            button = SecondaryButton(_(text), icon)
            button.setProperty("result", result.value)
            self._buttons[result] = button
            flow.addWidget(button)
        return results

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_choice)
        self._channel.chosen.connect(self._on_choice)
        self._again.clicked.connect(self._on_again_clicked)
        for button in self._buttons.values():
            button.clicked.connect(self._on_result_clicked)

    def show_case(self, situation: Situation) -> None:
        self._clock.show_case(situation)
        self._show_ways(ways(situation))
        self._number.setVisible(not situation.facts.client.phones)
        self._fold(situation)
        self._show_words(situation)

    def _fold(self, situation: Situation) -> None:
        """Make room for the client once reached: the list is one click away."""
        folded = situation.reached and not self._trying_again
        self._card.setVisible(not folded)
        self._again.setVisible(folded)

    def _on_again_clicked(self) -> None:
        self._trying_again = True
        self._fold(self.case.situation)

    def _way(self) -> Way | None:
        return next((each for each in self._ways if each.key == self._list.value()), None)

    def channel(self) -> Channel:
        """Return the channel that is being tried."""
        way = self._way()
        if way is None or len(way.channels) == 1:
            return way.channels[0] if way is not None else Channel.OTHER
        return Channel(str(self._channel.value() or Channel.CALL.value))

    def _show_words(self, situation: Situation) -> None:
        way, calling = self._way(), self.channel() is Channel.CALL
        self._channel.setVisible(way is not None and len(way.channels) > 1)
        facts = situation.facts
        words = voicemail_words(facts.client, facts.caseworker, way.phone if way is not None else None)
        self._rule.setText(voicemail_rule(situation))
        tongue = facts.client.spoken_language
        self._words.setText(quoted(words.say(tongue), tongue) if words else "")
        self._rule.setVisible(calling)
        self._words.setVisible(calling and words is not None)
        # No message may be left on this voicemail: no button to say that one was.
        self._buttons[AttemptResult.MESSAGE_LEFT].setVisible(words is not None or not calling)

    def _show_ways(self, rows: tuple[Way, ...]) -> None:
        if rows == self._ways:
            return
        self._ways = rows
        self._list.set_choices([Choice(way.key, _title(way)) for way in rows])
        chosen = self._way()
        if chosen is None or chosen.tried:
            fresh = next((way for way in rows if not way.tried), rows[0])
            self._list.set_value(fresh.key)

    def _on_choice(self, _value: object) -> None:
        self._show_words(self.case.situation)

    def _on_result_clicked(self) -> None:
        way = self._way()
        if way is None:
            return
        attempt = ContactAttempt(
            at=self.case.desk.now(),
            channel=self.channel(),
            number=way.number,
            result=AttemptResult(self.sender().property("result")),
        )
        self._minutes.stop()
        self._trying_again = False
        self.case.run(
            partial(
                incidents.record_contact_attempt,
                self.case.desk,
                incident_id=self.case.incident_id,
                attempt=attempt,
            )
        )


def _title(way: Way) -> str:
    return _("{way} · tried").format(way=way.title) if way.tried else way.title
