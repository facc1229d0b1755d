"""The client takes a consent back, or gives it anew: a button each, where consent is decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.consent import can_be_taken_back, was_taken_back
from noshow_desk.i18n import _
from noshow_desk.ui.clients.consent_dialogs import TAKE_BACK, consent_dialog, take_back_dialog
from noshow_desk.ui.clients.consent_words import over_words
from noshow_desk.ui.clients.record_form import RecordDialog
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel


class ConsentActs(CaseBlock):
    """Shows the one of its two buttons that fits the consent, and since when it is taken back."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self.take_back = LinkButton(_(TAKE_BACK), "undo-2")
        self.state = PlainLabel("", wrap=True)
        self.ask_anew = SecondaryButton(_("Record consent…"), "handshake")
        self.box.addWidget(self.state)
        for button in (self.take_back, self.ask_anew):
            self.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()

    def _connect(self) -> None:
        self.take_back.clicked.connect(self._on_take_back_clicked)
        self.ask_anew.clicked.connect(self._on_ask_anew_clicked)

    def show_case(self, situation: Situation) -> None:
        consent = situation.facts.consent
        self.take_back.setVisible(can_be_taken_back(consent, situation.today))
        over = was_taken_back(consent, situation.today)
        self.state.setText(over_words(consent, situation.today) if over else "")
        self.state.setVisible(over)
        self.ask_anew.setVisible(over)

    def _on_take_back_clicked(self) -> None:
        self._open(take_back_dialog)

    def _on_ask_anew_clicked(self) -> None:
        self._open(consent_dialog)

    def _open(self, dialog: Callable[..., RecordDialog]) -> None:
        """Write what is typed on the page first: the dialog is about the consent in the vault."""
        case = self.case
        if not case.write_facts():
            return
        facts, name = case.saved, case.situation.names["interviewer"]
        case.dialogs.show(dialog(case.desk, case.bridge, facts.client.id, facts.interviewer.id, name))
