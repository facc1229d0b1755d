"""Papers that no page asks for: the blank worksheet, and letters for several clients."""

from __future__ import annotations

from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.dialogs import Dialogs

WORKSHEET, BATCH = "worksheet", "batch"


def show_papers(kind: str, desk: Desk, bridge: Bridge, dialogs: Dialogs) -> None:
    """Open the dialog for a wish of this kind."""
    dialogs.show(_dialog(kind, desk, bridge, dialogs))


def _dialog(kind: str, desk: Desk, bridge: Bridge, dialogs: Dialogs) -> Dialog:
    if kind == BATCH:
        from noshow_desk.ui.papers.batch_dialog import BatchDialog  # deferred: loads the papers

        return BatchDialog(desk, bridge, dialogs)
    from noshow_desk.ui.papers.worksheet_dialog import WorksheetDialog  # deferred: as above

    return WorksheetDialog(desk, dialogs)
