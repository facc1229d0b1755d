"""The right of the Clients page: one client, with what to do next on top."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from noshow_desk.errors import NotFound
from noshow_desk.i18n import _, capital, near, quoted
from noshow_desk.services import clients, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import TimelineRow
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.client_dialog import ClientDialog
from noshow_desk.ui.clients.details_tab import DetailsTab
from noshow_desk.ui.clients.header import ClientHeader
from noshow_desk.ui.clients.next_step_card import NextStepCard
from noshow_desk.ui.clients.papers_tab import PapersTab
from noshow_desk.ui.clients.small_dialogs import ContactDialog, FollowUpDialog, appointment_dialog
from noshow_desk.ui.kit.base import set_ground
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.tabs import Tabs
from noshow_desk.ui.kit.timeline import Timeline, TimelineEntry
from noshow_desk.ui.role_tones import ROLE_TONES
from noshow_desk.ui.wishes import Wish


class ClientDetail(QWidget):
    """Shows the client of `show_client`; asks for acts and other pages through `wished`."""

    wished = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._dialogs = desk, bridge, dialogs
        self._client_id = ""
        self._entries: dict[str, TimelineRow] = {}
        self.header = ClientHeader()
        self.card = NextStepCard()
        self.timeline = Timeline(_("Timeline"))
        self.details = DetailsTab(desk, bridge, dialogs)
        self.papers = PapersTab(desk)
        self.tabs = Tabs(_("About this client"))
        self.tabs.add("timeline", _("Timeline"), self._timeline_tab())
        self.tabs.add("details", _("Details"), self.details)
        self.tabs.add("papers", _("Papers"), self.papers, 0)
        self.nobody = EmptyState(_("Nobody chosen"), _("Choose a client at the left."), "user-round")
        self._lay_out()
        self._connect()
        self.show_client("")

    def _timeline_tab(self) -> QWidget:
        tab = QWidget()
        box = QVBoxLayout(tab)
        box.setContentsMargins(0, 14, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.card)
        box.addWidget(self.timeline, 1)
        self.timeline.setMinimumHeight(1)  # it scrolls; in a low window the next step comes first
        return tab

    def _lay_out(self) -> None:
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(24, 16, 18, 0)
        inner.setSpacing(10)
        inner.addWidget(self.header)
        inner.addWidget(self.tabs, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(self.nobody)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        set_ground(self, "surface")

    def _connect(self) -> None:
        self.header.acted.connect(self._on_header_acted)
        self.card.put_right.connect(self._on_card_put_right)
        self.timeline.opened.connect(self._on_timeline_opened)
        self.papers.wished.connect(self.wished)
        self.papers.summary_wanted.connect(self._summary)
        self.papers.sent_wanted.connect(self._show_sent)
        self.details.acted.connect(self._on_header_acted)

    def show_client(self, client_id: str) -> None:
        """Show a client; "" shows that nobody is chosen."""
        self._client_id = client_id
        self._stack.setCurrentIndex(0 if client_id else 1)
        self.reload()

    def reload(self) -> None:
        """Read the client again."""
        if not self._client_id:
            return
        try:
            client = queries.client(self._desk, self._client_id)
        except NotFound:
            self._client_id = ""
            self._stack.setCurrentIndex(1)
            return
        row = queries.client_rows(self._desk, [self._client_id])[0]
        self.header.show_client(client, row, self._desk.today())
        self.card.show_step(queries.next_step(self._desk, self._client_id), self._desk.now())
        self._show_timeline()
        self.details.show_client(client)
        self.tabs.show_count("papers", self.papers.show_client(self._client_id))

    def visit(self, wish: Wish) -> None:
        """Turn to the tab of a wish; "edit" opens the details to type in."""
        if wish.detail == "edit":
            self._edit()
        elif wish.detail:
            self.tabs.turn_to(wish.detail)

    def leave(self) -> bool:
        """Nothing is typed outside of dialogs."""
        return True

    def _show_timeline(self) -> None:
        rows = queries.timeline(self._desk, self._client_id)
        self._entries = {str(at): row for at, row in enumerate(rows)}
        today = self._desk.today()
        self.timeline.show_entries([_entry(key, row, today) for key, row in self._entries.items()])

    def _on_timeline_opened(self, key: str) -> None:
        row = self._entries[key]
        if row.paper_id:
            self._show_sent(row.paper_id)
        elif row.incident_id:
            self.wished.emit(Wish("incident", row.incident_id))

    def _on_card_put_right(self, incident_id: str, step: str) -> None:
        self.wished.emit(Wish("incident", incident_id, step))

    def _on_header_acted(self, act: str) -> None:
        acts = {
            "edit": self._edit,
            "contact": self._log_contact,
            "appointment": self._add_appointment,
            "follow_up": self._follow_up,
            "summary": self._summary,
            "missed": self._missed,
            "archive": self._archive,
            "restore": self._restore,
            "history": self._history,
            "erase": self._erase,
        }
        acts[act]()

    def _edit(self) -> None:
        self._dialogs.show(ClientDialog(self._desk, self._bridge, self._client_id))

    def _log_contact(self) -> None:
        self._dialogs.show(ContactDialog(self._desk, self._bridge, self._client_id))

    def _add_appointment(self) -> None:
        self._dialogs.show(appointment_dialog(self._desk, self._bridge, self._client_id))

    def _follow_up(self) -> None:
        self._dialogs.show(FollowUpDialog(self._desk, self._bridge, self._client_id))

    def _summary(self) -> None:
        from noshow_desk.ui.papers.summary_dialog import SummaryDialog  # deferred: loads the writers

        self._dialogs.show(SummaryDialog(self._desk, self._bridge, self._dialogs, self._client_id))

    def _show_sent(self, paper_id: str) -> None:
        from noshow_desk.ui.papers.sent_dialog import SentDialog  # deferred: loads the writers

        sheet = queries.sent_paper(self._desk, paper_id)
        if sheet is not None:
            self._dialogs.show(SentDialog(self._desk, self._dialogs, sheet))

    def _missed(self) -> None:
        self.wished.emit(Wish("missed_appointment", self._client_id))

    def _history(self) -> None:
        self.wished.emit(Wish("history", self._client_id))

    def _erase(self) -> None:
        self.wished.emit(Wish("erase_client", self._client_id))

    def _archive(self) -> None:
        archive = partial(clients.archive_client, self._desk, client_id=self._client_id)
        self._bridge.run(archive, _("It was not archived"))

    def _restore(self) -> None:
        restore = partial(clients.restore_client, self._desk, client_id=self._client_id)
        self._bridge.run(restore, _("Nothing was brought back"))


def _entry(key: str, row: TimelineRow, today: date) -> TimelineEntry:
    return TimelineEntry(
        key=key,
        title=row.title.say(),
        text=row.text,
        quote=quoted(row.quote) if row.quote else "",
        when=capital(near(row.at, today)),
        icon=row.icon,
        tone=ROLE_TONES[row.role],
    )
