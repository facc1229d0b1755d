"""A number for a client who has none yet: four boxes started everything, and there was no time for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.client import Phone
from noshow_desk.i18n import _
from noshow_desk.services import clients
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.inputs import PhoneField

ASIDE = "new_number"


class NewNumber(CaseBlock):
    """A line and a button; the number is kept with the client."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._line = PhoneField(case.aside(ASIDE) or "")
        self._line.setAccessibleName(_("The client’s number"))
        self._line.setPlaceholderText(_("No number is known yet. Type one."))
        self._add = SecondaryButton(_("Add number"), "plus")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._line, 1)
        row.addWidget(self._add)
        self.box.addLayout(row)
        self._line.edited.connect(self._on_line_edited)
        self._line.returnPressed.connect(self._on_add_clicked)
        self._add.clicked.connect(self._on_add_clicked)

    def _on_line_edited(self, text: str) -> None:
        self.case.put_aside(ASIDE, text)

    def _on_add_clicked(self) -> None:
        number = self._line.value()
        if not number:
            self._line.setFocus()
            return
        client = self.case.saved.client
        client = replace(client, phones=(*client.phones, Phone(number=number)))
        self.case.put_aside(ASIDE, None)
        self.case.run(partial(clients.edit_client, self.case.desk, client=client))
