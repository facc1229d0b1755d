"""What was tried so far; each row can be corrected, and the history keeps both."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from noshow_desk.domain.incident import ContactAttempt
from noshow_desk.domain.kinds import AttemptResult
from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, clock, short_date
from noshow_desk.services import incidents
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.blocks.contact_list import RESULTS
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.rows import RowList, RowWords

_ICONS = {result: icon for result, _label, icon in RESULTS}


class AttemptLog(CaseBlock):
    """The contact attempts that count, newest first."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._rows = RowList()
        self._none = PlainLabel(_("Nothing yet."), "body", "muted")
        self._menu: QMenu | None = None
        self.box.addWidget(self._rows)
        self.box.addWidget(self._none)
        self._rows.acted.connect(self._on_rows_acted)

    def show_case(self, situation: Situation) -> None:
        attempts = tuple(reversed(situation.attempts))
        self._rows.show_rows([_words(attempt, situation) for attempt in attempts])
        self._rows.setVisible(bool(attempts))
        self._none.setVisible(not attempts)

    def _on_rows_acted(self, key: str) -> None:
        menu = QMenu(self)
        for result, text, _icon in RESULTS:
            action = menu.addAction(_(text))
            action.setData((key, result.value))
        menu.triggered.connect(self._on_menu_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        menu.popup(self._rows.mapToGlobal(self._rows.rect().bottomLeft()))

    def _on_menu_triggered(self, action: QAction) -> None:
        key, result = action.data()
        self.correct(key, AttemptResult(result))

    def correct(self, attempt_id: str, result: AttemptResult) -> None:
        """Record that the attempt ended in `result`."""
        attempt = next((each for each in self.case.situation.attempts if each.id == attempt_id), None)
        if attempt is None or attempt.result is result:
            return
        self.case.run(
            partial(
                incidents.correct_contact_attempt,
                self.case.desk,
                incident_id=self.case.incident_id,
                attempt=replace(attempt, result=result),
                corrects_id=attempt.id,
            )
        )


def _words(attempt: ContactAttempt, situation: Situation) -> RowWords:
    at = situation.at_the_place(attempt.at)
    when = clock(at) if at.date() == situation.today else f"{short_date(at.date())}, {clock(at)}"
    way = " ".join(part for part in (_(label(attempt.channel)), attempt.number) if part)
    return RowWords(
        key=attempt.id,
        title=_(label(attempt.result)),
        second=f"{when} · {way}",
        icon=_ICONS[attempt.result],
        action=_("Correct…"),
    )
