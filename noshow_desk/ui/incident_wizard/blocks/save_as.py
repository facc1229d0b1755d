"""The note as a file, one button for each format that can hold a paper; and its envelope."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.blocks import has_address
from noshow_desk.domain.formats import FORMATS
from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.paper_out import save_note
from noshow_desk.ui.incident_wizard.print_job import print_envelope
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel

_ICONS = {"pdf": "file-down", "docx": "file-text", "eml": "mail"}


class SaveAs(CaseBlock):
    """PDF, Word file, web page, plain text, e-mail draft, as FORMATS says."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=GAP, line_gap=GAP)
        for row in FORMATS:
            if not row.papers:
                continue
            button = SecondaryButton(_(row.name), _ICONS.get(row.key, "file-output"))
            button.setProperty("format", row.key)
            button.clicked.connect(self._on_button_clicked)
            flow.addWidget(button)
        self._envelope = SecondaryButton(_("Print the envelope…"), "mail-open")
        self._envelope.clicked.connect(self._on_envelope_clicked)
        flow.addWidget(self._envelope)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        label = PlainLabel(_("Save as"), "label")
        label.setMinimumHeight(self._envelope.sizeHint().height())  # beside the first of several rows
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(buttons, 1)
        self.box.addLayout(line)

    def show_case(self, situation: Situation) -> None:
        """Offer the envelope where the note bears a postal address."""
        letter = self.case.note.letter()
        self._envelope.setVisible(letter is not None and has_address(letter))

    def _on_envelope_clicked(self) -> None:
        print_envelope(self.case, self.window())

    def _on_button_clicked(self) -> None:
        save_note(self.case, str(self.sender().property("format")))
