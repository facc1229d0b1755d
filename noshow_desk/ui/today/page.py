"""The Today page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.kinds import CorrectionKind
from noshow_desk.i18n import _
from noshow_desk.services import incidents, queries
from noshow_desk.services.backup_state import reminders
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import BoardRow, TodayBoard
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.today.heading import greeting, summary_line
from noshow_desk.ui.today.sections import Section, SideColumn, WaitingSection, empty_day
from noshow_desk.ui.wishes import Wish

EVERY_MINUTE_MS = 60_000
SIDE_WIDTH = 320
ONE_COLUMN_BELOW = 900
# Rows a section: fifty of each were most of the time between Enter and the first page.
ROWS_AT_FIRST, ROWS_MORE = 12, 50
ROW_HEIGHT = 50  # of the lowest rows
BETWEEN_MS = 100  # between two sections below the edge: a key in the first moment need not wait


class TodayPage(Page):
    """What needs doing now, worked out afresh on every change and every minute."""

    help_topic = "today"

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._desk = desk
        self.title = PlainLabel("", "figure", wrap=True)
        self.line = PlainLabel("", "body", "muted", wrap=True)
        self.waiting = WaitingSection()
        self.due = Section(_("To do"))
        self.coming = Section(_("Coming up"))
        self.later = Section(_("Later"))
        self.add_button = SecondaryButton(_("&Add client"), "plus")
        self.empty = empty_day(self.add_button)
        self.side = SideColumn()
        self._rows = ROWS_AT_FIRST
        self._painted = False
        self._left: list[Callable[[], None]] = []  # what makes the sections that are not shown yet
        self._rest = QTimer(self, interval=BETWEEN_MS)
        self._minute = QTimer(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        for widget in (self.title, self.line, self.waiting, self.due, self.coming, self.later, self.empty):
            left.addWidget(widget)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(20)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.side)
        page = ScrollPage()
        page.add(self._columns)
        page.finish()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page)

    def _connect(self) -> None:
        for section in (self.due, self.coming, self.later):
            section.chosen.connect(self._on_section_chosen)
        for section in (self.waiting.more, self.due, self.coming, self.later):
            section.more_wanted.connect(self._on_more_wanted)
        self.waiting.put_right.connect(self._on_section_chosen)
        self.waiting.showed_up.connect(self._on_waiting_showed_up)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.side.data.wished.connect(self.wished)
        self._rest.timeout.connect(self._on_rest_timeout)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._minute.start(EVERY_MINUTE_MS)

    def reload(self, changes: object | None) -> None:
        """Read the board again. Until the first paint only what the screen has room for is made."""
        board = queries.today_board(self._desk, self._rows)
        here: QWidget | None = self.focusWidget()  # PySide's stubs know no None
        self.title.setText(greeting(self._desk.local_now(), self._desk.caseworker.first_name))
        self.line.setText(summary_line(self._desk.today(), board))
        self._show_board(board)
        self.empty.setVisible(_is_empty(board))
        self._show_safety()
        start = self.start()
        if here is not None and self.focusWidget() is not here and start is not None:
            start.setFocus()

    def _show_board(self, board: TodayBoard) -> None:
        self.waiting.show_rows(board.waiting, board.waiting_count, self._desk.now())
        room = self.screen().availableGeometry().height() / current_look().px(ROW_HEIGHT)
        shown = len(board.waiting) + len(self.waiting.cards)  # a card is as tall as two rows
        self._left = []
        for section, rows, count in (
            (self.due, board.due, board.due_count),
            (self.coming, board.coming_up, board.coming_up_count),
            (self.later, board.later, board.later_count),
        ):
            if self._painted or shown < room:
                section.show_rows(rows, count)
            else:
                section.hide()
                self._left.append(partial(section.show_rows, rows, count))
            shown += len(rows)

    def complete(self) -> None:
        """Make the sections below the edge of the screen, which the first paint did without."""
        self._painted = True
        while self._left:
            self._on_rest_timeout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._rest.start()

    def _on_rest_timeout(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._rest.stop()

    def start(self) -> QWidget | None:
        """Return the button of what presses most."""
        if self.waiting.cards:
            return self.waiting.cards[0].act_button
        sections = (self.due, self.coming, self.later)
        return next((one.list.first() for one in sections if not one.isHidden()), self.add_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side column below where there is no room beside."""
        super().resizeEvent(event)
        look = current_look()
        narrow = self.width() < look.px(ONE_COLUMN_BELOW)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.side.setMaximumWidth(16_777_215 if narrow else look.px(SIDE_WIDTH))

    def _on_section_chosen(self, row: BoardRow) -> None:
        if row.incident_id and not row.follow_up_id:
            self.wished.emit(Wish("incident", row.incident_id, row.step or ""))
        else:
            self.wished.emit(Wish("client", row.client_id))

    def _on_more_wanted(self) -> None:
        self._rows += ROWS_MORE
        self.reload(None)

    def _on_waiting_showed_up(self, row: BoardRow) -> None:
        kind = CorrectionKind.DID_SHOW_UP
        correct = partial(incidents.correct_report, self._desk, incident_id=row.incident_id, kind=kind)
        self.bridge.run(correct, _("It was not corrected"))

    def _show_safety(self) -> None:
        reminded, data = reminders(self._desk), self.side.data
        data.reminder.show_reminder(reminded)
        data.card.show_safety(queries.data_safety(self._desk), reminded, self._desk.today())
        data.card.show_quiet(self._quiet_count())

    def _quiet_count(self) -> int:
        if not self._desk.settings.number("retention_years"):
            return 0
        from noshow_desk.services.erasing import quiet_count  # deferred: only where the office set a time

        return quiet_count(self._desk)

    def _on_add_button_clicked(self) -> None:
        self.wished.emit(Wish("add_client"))

    def _on_minute_timeout(self) -> None:
        if self.isVisible():
            self.reload(None)


def _is_empty(board: TodayBoard) -> bool:
    return not (board.waiting or board.due or board.coming_up or board.later)
