"""Shows the history of a client, of one record or of everything, and brings an earlier value back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _, clock
from noshow_desk.services import history, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.history_names import KINDS
from noshow_desk.services.queries.rows import HistoryRow
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.theme import current_look

HEIGHT, MOST_HEIGHT = 420, 440  # large text must not push the buttons off a small screen
AT_ONCE = 40
LONGEST = 160
ICONS = {
    "made": "plus",
    "changed": "pencil",
    "archived": "archive",
    "restored": "archive-restore",
    "corrected": "spell-check",
    "withdrawn": "undo-2",
    "removed": "minus",
}

Read = Callable[[], list[HistoryRow]]


class HistoryDialog(Dialog):
    """Lists the changes, newest first; each changed field offers its earlier value.

    `read` answers with the lines: `of_client`, `of_record` and `of_settings` make it.
    """

    least_width = 720

    def __init__(
        self, desk: Desk, bridge: Bridge, title: str, read: Read, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._desk, self._bridge, self._read = desk, bridge, read
        self._many = AT_ONCE
        self.rows = RowList()
        self.empty = EmptyState(_("Nothing yet"), _("What is changed here will be listed."), "history")
        self.older_button = LinkButton(_("Show &older changes"), "chevron-down")
        self.page = ScrollPage(margin=4)
        self._lay_out()
        self.add_cancel(_("Close"))
        self._connect()
        self.show_history()

    def _lay_out(self) -> None:
        for widget in (self.rows, self.empty, self.older_button):
            self.page.add(widget)
        self.page.finish()
        self.page.setMinimumHeight(min(current_look().px(HEIGHT), MOST_HEIGHT))
        self.body.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.rows.acted.connect(self._on_rows_acted)
        self.older_button.clicked.connect(self._on_older_button_clicked)

    def show_history(self) -> None:
        """Read the lines and show them."""
        lines = self._read()
        self.rows.show_rows([row_words(line) for line in lines[: self._many]])
        self.rows.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.older_button.setVisible(len(lines) > self._many)

    def _on_rows_acted(self, key: str) -> None:
        self._bridge.run(
            partial(history.restore_value, self._desk, seq=int(key)), _("Nothing was brought back")
        )
        self.show_history()

    def _on_older_button_clicked(self) -> None:
        self._many += AT_ONCE
        self.show_history()


def history_of(desk: Desk, bridge: Bridge, table: str, record_id: str) -> HistoryDialog:
    """Return the history of a client, of one record of another kind, or of all settings."""
    if table == "setting":
        return of_settings(desk, bridge)
    if table == "client":
        return of_client(desk, bridge, record_id)
    return of_record(desk, bridge, table, record_id)


def of_client(desk: Desk, bridge: Bridge, client_id: str) -> HistoryDialog:
    """Return the history of everything that belongs to a client."""
    name = queries.client_rows(desk, [client_id])[0].name
    title = _("History of {name}").format(name=name)
    return HistoryDialog(desk, bridge, title, partial(queries.case_history, desk, client_id))


def of_record(desk: Desk, bridge: Bridge, table: str, record_id: str) -> HistoryDialog:
    """Return the history of one record, such as an incident; `table` is its kind."""
    title = _("History: {kind}").format(kind=_(KINDS[table]))
    return HistoryDialog(desk, bridge, title, partial(queries.history, desk, table, record_id))


def of_settings(desk: Desk, bridge: Bridge) -> HistoryDialog:
    """Return the history of the settings."""
    return HistoryDialog(desk, bridge, _("History of the settings"), partial(queries.settings_history, desk))


def row_words(line: HistoryRow) -> RowWords:
    """Return a line as a row: the sentence, then the time and the two values."""
    return RowWords(
        key=str(line.seq),
        title=line.sentence.say(),
        second=_second(line),
        icon=ICONS[line.what],
        action=_("Bring back") if line.restorable and line.old else "",
    )


def _second(line: HistoryRow) -> str:
    at = clock(line.at)
    if not (line.old or line.new):
        return at
    return _("{time} · from {old} to {new}").format(time=at, old=_quoted(line.old), new=_quoted(line.new))


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    shown = plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
    return _("“{words}”").format(words=shown) if shown else _("nothing")
