"""One paper on its way to the printer, and what is asked or noted once it is printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.blocks import Letter, has_address
from noshow_desk.domain.kinds import CLIENT_LETTERS, PaperKind
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import _
from noshow_desk.printing.printout import Printout
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.note_sent import mark_note_sent
from noshow_desk.ui.incident_wizard.paper_out import remember_printed
from noshow_desk.ui.kit.question import Question

PLAN_PRINTED = "incident.plan.printed_at"


class PrintJob(QObject):
    """Shows and prints a letter once someone is at the printer; lives as long as its window."""

    def __init__(self, case: Case, letter: Letter, *, draft: bool, window: QWidget) -> None:
        super().__init__(window)
        self._case, self._letter, self._draft, self._window = case, letter, draft, window

    def start(self) -> None:
        """Ask, then open the preview."""
        from noshow_desk.ui.papers.at_printer import print_sheets  # deferred: loads the print support
        from noshow_desk.ui.papers.sheets import Sheets, pages_of

        sheets = Sheets(kind=self._letter.kind, lay_out=partial(pages_of, self._letter, self._draft))
        print_sheets(self._case.desk, self._case.dialogs, sheets, self._window, self.on_printed)

    def on_printed(self, _pages: int) -> None:
        """Note that the plan card is printed; offer to mark a final note as sent."""
        self._case.refresh()  # perhaps on another sheet, of which the note says how many it fills
        if self._letter.kind is PaperKind.PLAN_CARD:
            self._case.put(PLAN_PRINTED, self._case.desk.now().isoformat())
        elif self._letter.kind in CLIENT_LETTERS and not self._draft and not self._case.note.sent:
            remember_printed(self._case, self._letter)
            question = Question(
                _("Printed. Is it on its way?"),
                _("Marking it as sent keeps exactly what was printed."),
                (("sent", _("Mark as sent")), ("", _("Not yet"))),
            )
            self._case.dialogs.ask(question, partial(_on_answered, self._case, self._letter))


def print_envelope(case: Case, window: QWidget) -> None:
    """Print the envelope of the note, once the person says that they are at the printer."""
    from noshow_desk.ui.papers.at_printer import print_sheets  # deferred: loads the print support
    from noshow_desk.ui.papers.sheets import Sheets

    letter = case.note.letter()
    if letter is not None and has_address(letter):
        note = _("A No. 10 envelope (4⅛ × 9½ inches). Put it into the printer first.")
        sheets = Sheets(kind=None, lay_out=partial(_envelope, letter), note=note)
        print_sheets(case.desk, case.dialogs, sheets, window)


def _envelope(letter: Letter, _options: PaperOptions) -> Printout:
    from noshow_desk.printing.envelope import lay_out_envelope  # deferred: only for an envelope

    return lay_out_envelope(letter)


def _on_answered(case: Case, printed: Letter, answer: str) -> None:
    if answer == "sent":
        mark_note_sent(case, printed)
