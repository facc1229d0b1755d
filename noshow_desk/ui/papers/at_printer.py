"""The one road to paper: asks once whether somebody is at the printer, then shows page setup and preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialogs import Dialogs, Question
from noshow_desk.ui.papers.sheets import Sheets


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
    """Call `go_on` once the person says that they are at the printer; at once where the settings do
    not ask.
    """
    if not desk.settings.flag("ask_at_printer"):
        go_on()
        return
    text = _("Papers about a client should not lie in the tray. Is nobody else going to pick it up?")
    question = Question(_("Are you at the printer?"), text, (("yes", _("&Yes, print")), ("", _("Not yet"))))
    dialogs.ask(question, partial(_answered, go_on))


def _answered(go_on: Callable[[], None], answer: str) -> None:
    if answer == "yes":
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
