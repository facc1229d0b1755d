"""Dialogs that no page asks for: the blank worksheet, letters for several clients, a list to bring in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.dialogs import Dialogs

WORKSHEET, BATCH, BRING_IN = "worksheet", "batch", "bring_in"


def show_papers(kind: str, desk: Desk, bridge: Bridge, dialogs: Dialogs) -> None:
    """Open the dialog for a wish of this kind; for a list the file is chosen first."""
    if kind == BRING_IN:
        pattern = _("Lists from CSV or Excel ({files})").format(files="*.csv *.tsv *.txt *.xlsx")
        show = partial(_show_list, desk, bridge, dialogs)
        dialogs.choose_file(_("Choose the list of clients"), pattern, show)
    else:
        dialogs.show(_dialog(kind, desk, bridge, dialogs))


def _show_list(desk: Desk, bridge: Bridge, dialogs: Dialogs, path: Path) -> None:
    from noshow_desk.ui.clients.list_dialog import ListDialog  # deferred: only when a list is brought in

    dialogs.show(ListDialog(desk, bridge, path))


def _dialog(kind: str, desk: Desk, bridge: Bridge, dialogs: Dialogs) -> Dialog:
    if kind == BATCH:
        from noshow_desk.ui.papers.batch_dialog import BatchDialog  # deferred: loads the papers

        return BatchDialog(desk, bridge, dialogs)
    from noshow_desk.ui.papers.worksheet_dialog import WorksheetDialog  # deferred: as above

    return WorksheetDialog(desk, dialogs)
