"""The courtesy notice as an e-mail draft, where the client lets a work e-mail name the agency (A1)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.i18n import _
from noshow_desk.services.paper_text import may_go
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.drafts import live_letter
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel

_SUFFIX = ".eml"


class CourtesyMail(CaseBlock):
    """One button, while the consent in force allows a work e-mail."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self.save = SecondaryButton(_("Save an e-mail draft…"), "mail")
        self._hint = PlainLabel(
            _("For your own mail program. Choose “Sent an e-mail” once it is sent."),
            "hint",
            "muted",
            wrap=True,
        )
        self.box.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self._hint)
        self.save.clicked.connect(self._on_save_clicked)

    def show_case(self, situation: Situation) -> None:
        """Offer the draft where it may go."""
        self.setVisible(may_go(situation.facts, PaperKind.COURTESY, Channel.EMAIL, situation.today))

    def _on_save_clicked(self) -> None:
        if not self.case.write_facts():
            return
        letter = live_letter(self.case.desk, self.case.situation, PaperKind.COURTESY, Channel.EMAIL)
        if letter is None:
            return
        client, day = self.case.saved.client, self.case.desk.today()
        name = paper_file_name(letter.kind, client, day, _SUFFIX, letter.language)
        pattern = _("E-mail draft") + f" (*{_SUFFIX})"
        self.case.dialogs.choose_target(_("Save the note"), name, pattern, partial(self.write, letter))

    def write(self, letter: Letter, path: Path) -> None:
        """Write the file, as a draft where the letter check asks for a change; trouble with it is told."""
        from noshow_desk.services.letter_findings import check_draft  # deferred: only when one is saved
        from noshow_desk.ui.incident_wizard.paper_out import write_note  # deferred: with it
        from noshow_desk.ui.papers.keeping import save_file  # deferred: with it

        draft = bool(check_draft(self.case.desk, letter, facts=self.case.saved).gating)
        if save_file(self.case.dialogs, path, partial(write_note, self.case, "eml", letter, draft=draft)):
            marked, final = _("The file is saved, marked DRAFT."), _("The file is saved.")
            self.case.said.emit(marked if draft else final)
