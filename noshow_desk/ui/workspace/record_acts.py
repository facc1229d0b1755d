"""What somebody asks for about clients, incidents and papers from any page: a dialog each, and undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from noshow_desk.i18n import _
from noshow_desk.services import history
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish

# Wishes that are granted here.
ADD_CLIENT, MISSED, HISTORY, ERASE, UNDO = (
    "add_client", "missed_appointment", "history", "erase_client", "undo",
)  # fmt: skip
PAPERS = ("worksheet", "batch", "bring_in")
KINDS = (ADD_CLIENT, MISSED, HISTORY, ERASE, UNDO, *PAPERS)


class RecordActs(QObject):
    """Grants the wishes of KINDS; `erased` tells that a person was erased from the vault."""

    erased = Signal(object)

    def __init__(
        self, desk: Desk, bridge: Bridge, window: Callable[[], MainWindow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._window = desk, bridge, window
        self._ways: dict[str, Callable[[Wish], None]] = {
            ADD_CLIENT: self._add_client,
            MISSED: self._report_missed,
            HISTORY: self._show_history,
            ERASE: self._erase_client,
            UNDO: self._undo,
            **dict.fromkeys(PAPERS, self._show_papers),
        }

    def grant(self, wish: Wish) -> None:
        """Do what `wish` asks for."""
        self._ways[wish.kind](wish)

    def _add_client(self, _wish: Wish) -> None:
        from noshow_desk.ui.clients.client_dialog import ClientDialog  # deferred: only when a client is added

        dialog = ClientDialog(self._desk, self._bridge)
        dialog.saved.connect(self._on_dialog_saved)
        self._window().dialogs.show(dialog)

    def _on_dialog_saved(self, client_id: str) -> None:
        self._window().open(Wish("client", client_id))

    def _report_missed(self, wish: Wish) -> None:
        from noshow_desk.ui.report_missed.dialog import MissedAppointmentDialog  # deferred: only when wanted

        dialog = MissedAppointmentDialog(self._desk, self._bridge, client_id=wish.id)
        dialog.incident_wanted.connect(self._on_dialog_incident_wanted)
        self._window().dialogs.show(dialog)

    def _on_dialog_incident_wanted(self, incident_id: str, step: str) -> None:
        self._window().open(Wish("incident", incident_id, step))

    def _show_history(self, wish: Wish) -> None:
        """Show the history of a client, of the settings, or of the record of kind `detail`."""
        from noshow_desk.ui.history.dialog import history_of  # deferred: only when wanted

        self._window().dialogs.show(history_of(self._desk, self._bridge, wish.detail or "client", wish.id))

    def _erase_client(self, wish: Wish) -> None:
        from noshow_desk.ui.your_data.erase_dialog import EraseDialog  # deferred: only when wanted

        dialog = EraseDialog(self._desk, wish.id)
        dialog.erased.connect(self._bridge.changed)
        dialog.erased.connect(self.erased)
        dialog.told.connect(self._on_dialog_told)
        self._window().dialogs.show(dialog)

    def _on_dialog_told(self, sentence: str) -> None:
        self._bridge.failed.emit(sentence, _("The backup was not made"))

    def _show_papers(self, wish: Wish) -> None:
        from noshow_desk.ui.workspace.paper_acts import BATCH, show_papers  # deferred: only when wanted

        # Letters for several clients are read from the vault: they say what stands on the screen (R13).
        if wish.kind == BATCH and not self._window().pages.write():
            return
        show_papers(wish.kind, self._desk, self._bridge, self._window().dialogs)

    def _undo(self, wish: Wish) -> None:
        if wish.id:
            self._window().pages.flush()  # an undo must not bring words back under newer ones
            self._bridge.run(partial(history.undo, self._desk, act=wish.id), _("It was not undone"))
