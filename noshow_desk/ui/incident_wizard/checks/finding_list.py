"""The list under the draft: what to put right before it goes out, one finding open at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.kept_words import is_told
from noshow_desk.services.letter_finding import Checked, LetterFinding, together
from noshow_desk.ui.incident_wizard.checks.kept_row import KeptRow
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.checks.row_area import RowArea
from noshow_desk.ui.incident_wizard.checks.titles import things_found
from noshow_desk.ui.incident_wizard.checks.verbs import VerbRow
from noshow_desk.ui.kit.base import GAP, GRID
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.kit.rows import Divider

# What can be done about findings in the same words: sentences that may be used, and buttons.
Offer = Callable[[Sequence[LetterFinding]], tuple[Sequence[str], Sequence[VerbRow]]]


class FindingList(QWidget):
    """The findings of the paper on show.

    `opened` tells the number of the finding that was opened (0: closed), `used` the finding and the sentence
    to take, `acted` the finding and the verb, `reopened` what was kept and is to be open again, `undone` that
    the last change of words is to be taken back, `rebuilt` that rows came or went.
    """

    opened = Signal(int)
    used = Signal(object, str)
    acted = Signal(object, str)
    reopened = Signal(object)
    undone = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked: Checked | None = None
        self._rows: list[FindingRow] = []
        self._kept: list[KeptRow] = []
        self._acted: tuple[str, str] | None = None
        self._open: tuple[str, str] | None = None
        self._closed = False
        self._icon = IconLabel("circle-check", "green_text", 18)
        self._title = PlainLabel("", "strong", "canvas", wrap=True)
        self._trouble = PlainLabel("", "hint", "canvas", wrap=True)
        self.undo = LinkButton("", "undo-2")
        self._card = Card()
        self._area = RowArea(self._card)
        self._lay_out()
        self.undo.clicked.connect(self.undone)

    def _lay_out(self) -> None:
        said, head = QHBoxLayout(), QHBoxLayout()
        said.setSpacing(GAP)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._title, 1)
        head.addLayout(said, 1)
        head.addWidget(self.undo)
        head.setAlignment(said, Qt.AlignmentFlag.AlignVCenter)
        self._card.body.setContentsMargins(1, GRID, 1, GRID)
        self._card.body.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, 0, 0, 0)
        box.setSpacing(GRID)
        box.addLayout(head)
        box.addWidget(self._trouble)
        box.addWidget(self._area, 1)
        self.undo.hide()
        self._trouble.hide()

    # ------------------------------------------------------------ showing

    def show_checked(self, checked: Checked, offer: Offer) -> None:
        """Show what was found; rows that are on show already stay, with the focus in them."""
        if checked == self._checked:
            return
        before, self._checked = self._checked, checked
        self._show_head(checked)
        if before is None or (before.open, before.settled) != (checked.open, checked.settled):
            self._show_rows(checked, offer)

    def show_waiting(self) -> None:
        """Say that the check begins in a moment."""
        self._checked = None
        self._clear()
        self._area.hide()
        self._icon.set_icon("hourglass", "canvas_muted")
        self._title.setText(_("The letter check begins in a moment."))
        self._trouble.hide()

    def forget(self) -> None:
        """Build the rows anew next time: what can be done may be something else."""
        self._checked = None

    def current(self) -> int:
        """Return the number of the open finding; 0 for none."""
        return next((row.number for row in self._rows if row.head.isChecked()), 0)

    def looked_at(self) -> tuple[str, str] | None:
        """Return what the open finding is known by; None while none is open."""
        return next((row.finding.key for row in self._rows if row.head.isChecked()), None)

    def rows(self) -> list[FindingRow]:
        """Return the rows on show."""
        return list(self._rows)

    def title(self) -> str:
        """Return the line on top."""
        return self._title.text()

    def trouble(self) -> str:
        """Return what is said about the check itself; empty when it works."""
        return self._trouble.text()

    def pick(self, number: int) -> None:
        """Open the finding with this number and bring it into sight."""
        self._on_row_opened(number)

    def look_at(self, key: tuple[str, str]) -> None:
        """Open the finding that is known by `key`, and give its line the keyboard."""
        row = next((row for row in self._rows if row.finding.key == key), None)
        if row is not None:
            self.pick(row.number)
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def name_undo(self, words: str) -> None:
        """Offer to take the last change of words back, by name; "" when there is none to take back."""
        if words:
            self.undo.setText(words)
        self.undo.setVisible(bool(words))

    def set_most(self, pixels: int) -> None:
        """Let the rows be so high at most; more of them scroll."""
        self._area.set_most(pixels)

    def _show_head(self, checked: Checked) -> None:
        said = things_found(checked.open)
        icon, color = ("circle-alert", "red_text") if checked.gating else ("lightbulb", "amber_text")
        if not said:
            icon, color = "circle-check", "green_text"
        self._icon.set_icon(icon, color)
        self._title.setText(said or _("Nothing to look at"))
        self._trouble.setText(checked.trouble)
        self._trouble.setVisible(bool(checked.trouble))

    def _show_rows(self, checked: Checked, offer: Offer) -> None:
        # of the window: also while a dialog over it is being closed
        had_focus = self._card.isAncestorOf(self.window().focusWidget())
        self._clear()
        for number, group in enumerate(together(checked.open), 1):
            row = FindingRow(number, group, *offer(group))
            row.opened.connect(self._on_row_opened)
            row.used.connect(self._on_row_used)
            row.acted.connect(self._on_row_acted)
            self._rows.append(row)
            self._put(row)
        for kept in filter(is_told, checked.settled):
            line = KeptRow(kept)
            line.reopened.connect(self.reopened)
            self._kept.append(line)
            self._put(line)
        self._area.setVisible(self._card.body.count() > 0)
        self._reopen()
        self._area.refit()
        if had_focus:
            self._take_focus()
        self.rebuilt.emit()

    def _put(self, row: QWidget) -> None:
        if self._card.body.count():
            self._card.body.addWidget(Divider())
        self._card.body.addWidget(row)

    def _clear(self) -> None:
        self._rows, self._kept = [], []
        self._area.keep_in_sight(None)
        while (item := self._card.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _reopen(self) -> None:
        """Keep the finding open that was, else what else is said of its words; else open the first that must
        be put right.
        """
        keys = [row.finding.key for row in self._rows]
        if self._open not in keys:
            words = self._open[1] if self._open is not None else ""
            gating = [row for row in self._rows if row.finding.gates]
            same = [row for row in gating if words and row.finding.words == words]
            first = next(iter(same or gating), None)
            self._open = first.finding.key if first is not None and not self._closed else None
        self._show_open()

    def _show_open(self) -> None:
        found: FindingRow | None = None
        for row in self._rows:
            is_open = found is None and row.finding.key == self._open
            found = row if is_open else found
            row.show_open(is_open)
        self._area.keep_in_sight(found)

    def _take_focus(self) -> None:
        """Put the keyboard where it was: the finding it was in may be gone. Where none is left it goes to
        what takes the last act back; Qt would put it on the buttons below, which leave the page.
        """
        row = next((row for row in self._rows if row.head.isChecked()), None)
        row = row or (self._rows[0] if self._rows else None)
        kept = next((line for line in self._kept if (line.kept.code, line.kept.words) == self._acted), None)
        if row is not None:
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif kept is not None:
            kept.again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.undo.isVisibleTo(self):
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._kept:
            self._kept[0].again.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ slots

    def _finding(self, number: int) -> LetterFinding:
        return next(row.finding for row in self._rows if row.number == number)

    def _on_row_opened(self, number: int) -> None:
        self._open = self._finding(number).key if number else None
        self._closed = number == 0
        self._show_open()
        self._area.refit()
        self.opened.emit(number)

    def _on_row_used(self, number: int, sentence: str) -> None:
        self.used.emit(self._finding(number), sentence)

    def _on_row_acted(self, number: int, verb: str) -> None:
        self._acted = self._finding(number).key
        self.acted.emit(self._finding(number), verb)
