"""The calls made so far, and the button that begins to record another one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.incident import ClientCall
from noshow_desk.domain.kinds import Answer, CallResult
from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, clock, short_date
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.joined import ANOTHER
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.rows import RowList, RowWords

_ICONS = {
    CallResult.SPOKE: "phone-call",
    CallResult.VOICEMAIL: "voicemail",
    CallResult.GATEKEEPER: "users",
    CallResult.NO_ANSWER: "phone-missed",
}


class PastCalls(CaseBlock):
    """Rows of calls; "Record another call" clears the form above for the next one."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._rows = RowList()
        self._none = PlainLabel(_("No call yet."), "body", "muted")
        self._another = LinkButton(_("Record another call"), "plus")
        for widget in (self._rows, self._none, self._another):
            self.box.addWidget(widget)
        self._another.clicked.connect(self._on_another_clicked)

    def show_case(self, situation: Situation) -> None:
        calls = tuple(reversed(situation.calls))
        self._rows.show_rows([_words(call, situation, at) for at, call in enumerate(calls)])
        self._rows.setVisible(bool(calls))
        self._none.setVisible(not calls)
        blank = self.case.typed.get(ANOTHER) and not self.case.typed.get("call.result")
        self._another.setVisible(bool(calls) and not blank)

    def _on_another_clicked(self) -> None:
        """Write what stands in the form about the last call, then begin a new one."""
        if self.case.write():
            self.case.put(ANOTHER, True)
            self.case.put_elsewhere.emit()


def _words(call: ClientCall, situation: Situation, at: int) -> RowWords:
    moment = situation.at_the_place(call.at)
    when = (
        clock(moment) if moment.date() == situation.today else f"{short_date(moment.date())}, {clock(moment)}"
    )
    by = _("by {who}").format(who=_(label(call.by)))
    parts = [when, by, _("asked") if call.asked else ""]
    chips = {Answer.GRANTED: "green", Answer.REFUSED: "neutral", Answer.WILL_GET_BACK: "amber"}
    return RowWords(
        key=str(at),
        title=_(label(call.result)),
        second=" · ".join(part for part in parts if part),
        icon=_ICONS[call.result],
        chip=_(label(call.answer)) if call.answer is not None else "",
        chip_tone=chips[call.answer] if call.answer is not None else "neutral",
    )
