"""The one road to paper: asks once a sitting about the printer's tray, then shows page setup and preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialogs import Dialogs, Question
from noshow_desk.ui.papers.sheets import Sheets

# Noted in the desk's memory, which ends when it is locked: whoever opens it again sits elsewhere, perhaps.
_ASKED = "at_printer_asked"
_VERB_SHOW = "show"


def print_sheets(
    desk: Desk,
    dialogs: Dialogs,
    sheets: Sheets,
    window: QWidget,
    printed: Callable[[int], None] | None = None,
) -> None:
    """Print `sheets` from `window`; `printed` gets the number of pages that the printer took.

    A printer that takes none is told; nothing else follows then.
    """
    show = partial(_show, desk, dialogs, sheets, window, printed)
    if sheets.kind is PaperKind.WORKSHEET:  # a blank form: nobody's name lies in the tray
        show()
    else:
        ask_at_printer(desk, dialogs, show)


def ask_at_printer(desk: Desk, dialogs: Dialogs, go_on: Callable[[], None]) -> None:
    """Call `go_on` once the person has read about the printer, the first time until the desk is locked; at
    once later, and where the settings do not ask.
    """
    if _ASKED in desk.memory or not desk.settings.flag("ask_at_printer"):
        go_on()
        return
    text = _(
        "Papers about a client should not lie in the tray. Print only when you can take them out yourself."
    )
    answers = ((_VERB_SHOW, _("&Show the pages")), ("", _("Not now")))
    question = Question(_("Are you at the printer?"), text, answers)
    dialogs.ask(question, partial(_answered, desk, go_on))


def _answered(desk: Desk, go_on: Callable[[], None], answer: str) -> None:
    if answer == _VERB_SHOW:
        desk.memory[_ASKED] = True
        go_on()


def _show(
    desk: Desk,
    dialogs: Dialogs,
    sheets: Sheets,
    window: QWidget,
    printed: Callable[[int], None] | None,
) -> None:
    from noshow_desk.ui.papers.print_dialog import PrintDialog  # deferred: loads the preview

    dialog = PrintDialog(desk, sheets, parent=window)
    if printed is not None:
        dialog.printed.connect(printed)
    dialog.failed.connect(partial(dialogs.tell, _("It was not printed")))
    dialogs.show(dialog)
