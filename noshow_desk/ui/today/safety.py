"""What Today says of the data: where it is, when it was backed up, what wants to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _, near, ngettext
from noshow_desk.services.backup_state import Reminders
from noshow_desk.services.queries.rows import DataSafety
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.cards import AmberCard, Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.wishes import Wish


class SafetyCard(Card):
    """The card "Your data", with a way to the page of that name: `open_button`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Your data"), "shield-check", parent)
        self.line = PlainLabel("", "body", "muted", wrap=True)
        self.worry = PlainLabel("", "body", "amber", wrap=True)
        self.quiet = PlainLabel("", "body", "amber", wrap=True)
        self.open_button = LinkButton(_("Open your &data"), "arrow-right", icon_after=True)
        for label in (self.line, self.worry, self.quiet):
            self.add(label)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.worry.hide()
        self.quiet.hide()

    def show_safety(self, safety: DataSafety, reminders: Reminders, today: date) -> None:
        """Say where the vault is, when it was last backed up, and what is wrong with that."""
        self.line.setText(" ".join(_said(safety, today)))
        worries = list(_worries(reminders, today))
        self.worry.setText(" ".join(worries))
        self.worry.setVisible(bool(worries))

    def show_quiet(self, count: int) -> None:
        """Remind of clients without activity for longer than the office keeps records; 0: nothing."""
        text = ngettext(
            "{count} client has been quiet for years. Is the record still needed?",
            "{count} clients have been quiet for years. Are their records still needed?",
            count,
        )
        self.quiet.setText(text.format(count=count) if count else "")
        self.quiet.setVisible(bool(count))


class SecondFolderReminder(AmberCard):
    """Asks for a second folder, or for the stick that was chosen; it stays until something is done.

    `wished` brings what the buttons ask for.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "", icon="copy", parent=parent)
        self.copy_button = SecondaryButton(_("Copy no&w"), "copy")
        self.choose_button = SecondaryButton("", "folder-open")
        self.later_button = SecondaryButton(_("Remind me &later"), "clock")
        row = FlowLayout()
        for button in (self.copy_button, self.choose_button, self.later_button):
            row.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(0, 6, 0, 0)
        below.addLayout(row)
        self.add(below)
        self._wishes = {
            self.copy_button: Wish("second_folder", detail="copy"),
            self.choose_button: Wish("second_folder", detail="choose"),
            self.later_button: Wish("second_folder", detail="later"),
        }
        self._connect()
        self.hide()

    def _connect(self) -> None:
        for button in self._wishes:
            button.clicked.connect(self._on_button_clicked)

    def show_reminder(self, reminders: Reminders) -> None:
        """Ask for what is missing; nothing is shown while nothing is."""
        chosen = reminders.second_folder
        self.setVisible(reminders.second_due)
        self.copy_button.setVisible(chosen is not None)
        if chosen is None:
            self.show_words(
                _("Keep a second copy"),
                _("All backups are on this computer. A memory stick keeps them when it is lost or stolen."),
            )
            self.choose_button.setText(_("Choose a &folder…"))
        else:
            text = _("Connect the drive, then press “Copy now”: {folder}")
            self.show_words(_("No second copy for 14 days"), text.format(folder=chosen))
            self.choose_button.setText(_("Another &folder…"))

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SecondaryButton):
            self.wished.emit(self._wishes[sender])


class SafetyColumn(QWidget):
    """The two cards, the one that asks above the one that tells."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reminder, self.card = SecondFolderReminder(), SafetyCard()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for card in (self.reminder, self.card):
            box.addWidget(card)
        self.reminder.wished.connect(self.wished)
        self.card.open_button.clicked.connect(self._on_open_button_clicked)

    def _on_open_button_clicked(self) -> None:
        self.wished.emit(Wish("your_data"))


def _said(safety: DataSafety, today: date) -> Iterator[str]:
    yield _("Saved on this computer only.")
    if safety.last_backup is not None:
        yield _("Last backup: {when}.").format(when=near(safety.last_backup, today))
    elif safety.saved_at is not None:
        yield _("Last saved: {when}.").format(when=near(safety.saved_at, today))


def _worries(reminders: Reminders, today: date) -> Iterator[str]:
    if reminders.late_since is not None:
        text = _("What was changed since {when} is in no backup yet.")
        yield text.format(when=near(reminders.late_since, today))
    if reminders.drill_problem:
        yield _("A backup did not open when it was tried.")
