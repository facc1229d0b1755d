"""The one road to paper: page setup and preview, and once for each printer the question about its tray."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.papers.sheets import Sheets

# The names of the printers asked about, in the desk's memory, which ends when it is locked: whoever opens it
# again sits elsewhere, perhaps.
_ASKED = "at_printer_asked"
_VERB_PRINT = "print"


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
    from noshow_desk.ui.papers.print_dialog import PrintDialog  # deferred: loads the preview

    blank = sheets.kind is PaperKind.WORKSHEET  # a blank form: nobody's name lies in the tray
    dialog = PrintDialog(
        desk, sheets, parent=window, ask=None if blank else partial(ask_at_printer, desk, dialogs)
    )
    if printed is not None:
        dialog.printed.connect(printed)
    dialog.failed.connect(partial(dialogs.tell, _("It was not printed")))
    dialogs.show(dialog)


def ask_at_printer(desk: Desk, dialogs: Dialogs, printer: QPrinter, go_on: Callable[[], None]) -> None:
    """Call `go_on` once the person has read about the tray of `printer`, the first time that it is chosen
    until the desk is locked; at once later, for a file, and where the settings do not ask.
    """
    name = printer.printerName()
    if name in _asked(desk) or printer.outputFileName() or not desk.settings.flag("ask_at_printer"):
        go_on()
        return
    text = _(
        "Papers about a client should not lie in the tray. Print only when you can take them out yourself."
    )
    chosen = _("Printer: {name}").format(name=name)
    question = Question(
        _("Are you at the printer?"),
        f"{text}\n\n{chosen}" if name else text,
        ((_VERB_PRINT, _("&Print")), ("", _("Not now"))),
    )
    dialogs.ask(question, partial(_answered, desk, name, go_on))


def _answered(desk: Desk, name: str, go_on: Callable[[], None], answer: str) -> None:
    if answer == _VERB_PRINT:
        desk.memory[_ASKED] = _asked(desk) | {name}
        go_on()


def _asked(desk: Desk) -> frozenset[str]:
    return cast(frozenset[str], desk.memory.get(_ASKED, frozenset()))
