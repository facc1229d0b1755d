"""The cards of "Your data"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.your_data import LIMITS, PROMISES
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.your_data.words import Line

COLORS = {"green": "green_text", "amber": "amber_text", "muted": "muted"}


class LineCard(Card):
    """A card of lines, each with its icon, that can be said anew."""

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, icon, parent)
        self._lines: tuple[Line, ...] = ()
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        self.add(self._place)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show `lines`; nothing happens when they are on show."""
        wanted = tuple(lines)
        if wanted == self._lines:
            return
        self._lines = wanted
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in wanted:
            self._place.addWidget(_line(line))

    def texts(self) -> list[str]:
        """Return the sentences on show."""
        return [line.text for line in self._lines]

    def add_buttons(self, *buttons: SecondaryButton) -> None:
        """Put `buttons` below the lines; they go on in the next line where one is full."""
        row = FlowLayout()
        for button in buttons:
            row.addWidget(button)
        self.add(row)


class WishCard(LineCard):
    """A card of lines whose buttons ask for something: `wished`."""

    wished = Signal(object)

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, icon, parent)
        self._wishes: dict[SecondaryButton, Wish] = {}

    def add_way(self, verb: str, icon: str, wish: Wish) -> SecondaryButton:
        """Return a button that asks for `wish`; `add_buttons` puts it in its place."""
        button = SecondaryButton(verb, icon)
        self._wishes[button] = wish
        button.clicked.connect(self._on_button_clicked)
        return button

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SecondaryButton):
            self.wished.emit(self._wishes[sender])


class BackupsCard(WishCard):
    """How the backups stand; back up now, try the newest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Backups"), "archive", parent)
        self.backup_button = self.add_way(_("&Back up now"), "save", Wish("back_up"))
        self.try_button = self.add_way(_("&Open the newest to try"), "history", Wish("try_backup"))
        self.add_buttons(self.backup_button, self.try_button)

    def set_ways(self, *, write: bool, read: bool) -> None:
        """Let a backup be made (`write`), or tried (`read`)."""
        self.backup_button.setEnabled(write)
        self.try_button.setEnabled(read and write)


class SecondFolderCard(WishCard):
    """How the second folder stands; choose it, copy to it, stop copying."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Second folder for backups"), "copy", parent)
        self.choose_button = self.add_way("", "folder-open", Wish("second_folder", detail="choose"))
        self.copy_button = self.add_way(_("Copy no&w"), "copy", Wish("second_folder", detail="copy"))
        self.forget_button = self.add_way(_("Stop cop&ying…"), "x", Wish("second_folder", detail="forget"))
        self.add_buttons(self.choose_button, self.copy_button, self.forget_button)

    def set_ways(self, *, chosen: bool, free: bool) -> None:
        """Offer what can be done: another folder, a copy and an end once one is `chosen`."""
        self.choose_button.setText(_("Choose another &folder…") if chosen else _("Choose a &folder…"))
        for button in (self.copy_button, self.forget_button):
            button.setVisible(chosen)
        for button in (self.choose_button, self.copy_button, self.forget_button):
            button.setEnabled(free)


def promises_card() -> Card:
    """Return the promises of SAFETY and their limits, numbered."""
    card = Card(_("What is promised, and what is not"), "shield-check")
    for number, promise in enumerate(PROMISES, start=1):
        card.add(PlainLabel(f"{number}.  {_(promise)}", wrap=True))
    card.add(PlainLabel(_("No promise helps against:"), "label"))
    for limit in LIMITS:
        card.add(_line(Line("circle-alert", "muted", _(limit))))
    return card


def _line(line: Line) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconLabel(line.icon, COLORS[line.tone], 18))
    row.addWidget(PlainLabel(line.text, wrap=True), 1)
    return widget
