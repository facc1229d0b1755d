"""The details of a client: how to reach, appointments, what may be said to whom, notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.consent import can_be_taken_back
from noshow_desk.domain.kinds import Outcome
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import FollowUp
from noshow_desk.i18n import LANGUAGE_NAMES, _, capital, near
from noshow_desk.services import appointments, follow_ups, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.consent_dialogs import TAKE_BACK, consent_dialog, take_back_dialog
from noshow_desk.ui.clients.consent_words import beside_words, state_words
from noshow_desk.ui.clients.small_dialogs import appointment_dialog, person_dialog
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.kit.rows import RowList, RowWords

OUTCOME_TONES = {Outcome.ATTENDED: "green"}


class DetailsTab(ScrollPage):
    """Shows one client's details; editing happens in dialogs. `acted` brings an act of the header."""

    acted = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(margin=4, parent=parent)
        self._desk, self._bridge, self._dialogs = desk, bridge, dialogs
        self._client = Client()
        self._people: dict[str, str] = {}
        self.facts = FactsCard()
        self.bookings, self.consents, self.contacts = RowList([]), RowList([]), RowList([])
        self.edit_button = SecondaryButton(_("E&dit details…"), "pencil")
        self.book_button = LinkButton(_("&Add appointment"), "plus")
        self.follow_button = LinkButton(_("Plan a &follow-up"), "plus")
        self.notes = PlainLabel("", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.edit_button)
        row.addStretch(1)
        self.add(row)
        self.add(self.facts)
        for title, button, rows in (
            (_("Appointments"), self.book_button, self.bookings),
            (_("Follow-ups"), self.follow_button, self.contacts),
            (_("What may be said to whom"), None, self.consents),
        ):
            head = QHBoxLayout()
            head.addWidget(PlainLabel(title, "card"), 1)
            if button is not None:
                head.addWidget(button)
            self.add(head)
            self.add(rows)
        self.notes_title = PlainLabel(_("Notes for work"), "card")
        self.add(self.notes_title)
        self.add(self.notes)
        self.finish()

    def _connect(self) -> None:
        self.edit_button.clicked.connect(partial(self.acted.emit, "edit"))
        self.book_button.clicked.connect(partial(self.acted.emit, "appointment"))
        self.follow_button.clicked.connect(partial(self.acted.emit, "follow_up"))
        self.bookings.acted.connect(self._on_bookings_acted)
        self.consents.acted.connect(self._on_consents_acted)
        self.contacts.acted.connect(self._on_contacts_acted)

    def show_client(self, client: Client) -> None:
        """Show the details of a client."""
        self._client = client
        self.facts.show_client(client)
        found = queries.appointments_of(self._desk, client.id)
        self._people = {one.interviewer_id: _person(self._desk, one) for one in found if one.interviewer_id}
        self.bookings.show_rows([self._booking(one) for one in found])
        self.bookings.setVisible(bool(found))
        self.consents.show_rows([self._consent(key, name) for key, name in self._people.items()])
        self.consents.setVisible(bool(self._people))
        open_ones = [one for one in queries.follow_ups_of(self._desk, client.id) if one.done_at is None]
        self.contacts.show_rows([self._contact(one) for one in open_ones])
        self.contacts.setVisible(bool(open_ones))
        self.notes.setText(client.notes)
        self.notes_title.setVisible(bool(client.notes))

    def _contact(self, one: FollowUp) -> RowWords:
        when = capital(near(one.on, self._desk.today()))
        return RowWords(one.id, one.what or _("Follow-up"), when, "calendar-clock", action=_("Done"))

    def _booking(self, one: Appointment) -> RowWords:
        when = near(one.starts, self._desk.today()) if one.starts else _("time unknown")
        over = one.instant is not None and one.instant <= self._desk.now()
        parts = [when, self._people.get(one.interviewer_id, ""), one.place]
        return RowWords(
            key=one.id,
            title=_(label(one.kind)),
            second=" · ".join(part for part in parts if part),
            icon="briefcase-business",
            chip=_(label(one.outcome)) if one.outcome else "",
            chip_tone=OUTCOME_TONES.get(one.outcome, "neutral") if one.outcome else "neutral",
            action=_("Say how it went") if over and one.outcome is None else _("Edit"),
        )

    def _consent(self, interviewer_id: str, name: str) -> RowWords:
        consent = queries.consent(self._desk, self._client.id, interviewer_id)
        today = self._desk.today()
        state, beside = state_words(consent, today), beside_words(consent, today)
        return RowWords(interviewer_id, name, beside, "handshake", state, "neutral", _("Change"))

    def _on_bookings_acted(self, key: str) -> None:
        one = queries.appointment(self._desk, key)
        if one.outcome is None and one.instant is not None and one.instant <= self._desk.now():
            answers = tuple(
                (str(outcome), _(label(outcome))) for outcome in Outcome if outcome is not Outcome.MISSED
            )
            text = _("A missed one is reported with “Missed appointment”.")
            question = Question(_("How did it go?"), text, (*answers, ("", _("Not now"))))
            self._dialogs.ask(question, partial(self._record_outcome, key))
            return
        self._dialogs.show(appointment_dialog(self._desk, self._bridge, self._client.id, key))

    def _record_outcome(self, appointment_id: str, answer: str) -> None:
        if answer:
            record = partial(
                appointments.record_outcome,
                self._desk,
                appointment_id=appointment_id,
                outcome=Outcome(answer),
            )
            self._bridge.run(record, _("It was not recorded"))

    def _on_consents_acted(self, key: str) -> None:
        name = self._people[key]
        consent = queries.consent(self._desk, self._client.id, key)
        back = can_be_taken_back(consent, self._desk.today())
        answers = (
            ("consent", _("What may be said")),
            *((("take_back", _(TAKE_BACK)),) if back else ()),
            ("person", _("Their details")),
            ("", _("Cancel")),
        )
        question = Question(name, _("What would you like to change?"), answers)
        self._dialogs.ask(question, partial(self._change_person, key))

    def _change_person(self, interviewer_id: str, answer: str) -> None:
        desk, bridge, name = self._desk, self._bridge, self._people[interviewer_id]
        if answer == "consent":
            self._dialogs.show(consent_dialog(desk, bridge, self._client.id, interviewer_id, name))
        elif answer == "take_back":
            self._dialogs.show(take_back_dialog(desk, bridge, self._client.id, interviewer_id, name))
        elif answer == "person":
            self._dialogs.show(person_dialog(desk, bridge, interviewer_id))

    def _on_contacts_acted(self, key: str) -> None:
        finish = partial(follow_ups.finish_follow_up, self._desk, follow_up_id=key)
        self._bridge.run(finish, _("It was not recorded"))


class FactsCard(Card):
    """Label and value, two columns; what is unknown is left out.

    The labels stay and say something else for another client. Thrown away with their widget each time, one
    of them was freed twice, once in some fifty dialogs saved over it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pairs: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_client(self, client: Client) -> None:
        """Show what is known of a client."""
        facts = [row for row in _facts(client) if row[1]]
        while len(self._pairs) < len(facts):
            self._add_pair()
        for at, pair in enumerate(self._pairs):
            for part, words in zip(pair, facts[at] if at < len(facts) else ("", ""), strict=True):
                part.setText(words)
                part.setVisible(bool(words))

    def _add_pair(self) -> None:
        pair = (PlainLabel("", "label", "muted"), PlainLabel("", wrap=True))
        for column, part in enumerate(pair):
            self._grid.addWidget(part, len(self._pairs), column)
        self._pairs.append(pair)


def _facts(client: Client) -> list[tuple[str, str]]:
    safe = _("safe to print") if client.address_safe_to_print else _("not printed")
    address = _("no fixed address") if client.no_fixed_address else client.postal_address
    shown = f"{address} ({safe})" if address and not client.no_fixed_address else address
    voicemail = _(label(client.voicemail)) if client.voicemail else _("Not asked: leave no message")
    return [
        (_("Case number"), client.case_number),
        (_("Full name"), client.full_name if client.full_name != client.called else ""),
        (_("Phones"), "\n".join(_phone(phone) for phone in client.phones)),
        (_("Voicemail"), voicemail),
        (_("E-mail"), client.email),
        (_("Address"), shown),
        (_("Speaks"), _(LANGUAGE_NAMES.get(client.spoken_language, client.spoken_language))),
        (_("Language of papers"), _(LANGUAGE_NAMES.get(client.paper_language, client.paper_language))),
        (_("Tags"), ", ".join(client.tags)),
    ]


def _phone(phone: Phone) -> str:
    parts = [phone.number, phone.safe_hours, _("shared") if phone.shared else ""]
    return " · ".join(part for part in parts if part)


def _person(desk: Desk, appointment: Appointment) -> str:
    person = queries.interviewer(desk, appointment.interviewer_id)
    house = queries.organisation(desk, person.organisation_id).name if person.organisation_id else ""
    return " · ".join(part for part in (person.full_name, house) if part) or _("Somebody")
