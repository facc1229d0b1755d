"""The new date for a calendar: a file with a neutral title and the reminders."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from noshow_desk.export.ics import FILE_NAME, SUFFIX, TITLE, calendar_file
from noshow_desk.i18n import _, translate
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel


class CalendarEntry(CaseBlock):
    """One button, while there is a date."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._save = SecondaryButton(_("Save for a calendar…"), "calendar-check")
        self._hint = PlainLabel("", "hint", "muted", wrap=True)
        self.box.addWidget(self._save)
        self.box.addWidget(self._hint)
        self._save.clicked.connect(self._on_save_clicked)

    def show_case(self, situation: Situation) -> None:
        """Show the button while the new date is known, and what the client's calendar will call it."""
        hint = _("For the client's phone. The entry is called “{title}” and names nobody.")
        self._hint.setText(hint.format(title=translate(TITLE, self._language())))
        new = situation.facts.new_appointment
        self.setVisible(new is not None and new.starts is not None)

    def _on_save_clicked(self) -> None:
        name = translate(FILE_NAME, self._language()) + SUFFIX
        pattern = _("Calendar entry ({files})").format(files=f"*{SUFFIX}")
        self.case.dialogs.choose_target(_("Save for a calendar"), name, pattern, self.write)

    def write(self, path: Path) -> None:
        """Write the file; trouble with it is told."""
        from noshow_desk.ui.papers.keeping import save_file  # deferred: only when one is saved

        new = self.case.saved.new_appointment
        if new is None:
            return
        reminders = self.case.situation.derived.reminders
        language, now = self._language(), self.case.desk.now()
        content = partial(calendar_file, new, reminders=reminders, language=language, now=now)
        if save_file(self.case.dialogs, path, content):
            self.case.said.emit(_("The file is saved."))

    def _language(self) -> str:
        return self.case.saved.client.paper_language or "en"
