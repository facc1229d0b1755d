"""What on "Your data" wants to be acted on: amber cards, each with a way on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _, near, ngettext
from noshow_desk.services.backup_state import BackupState
from noshow_desk.services.old_backups import DAMAGED_WHY, HOLDS_LABELS, Holds, OldBackup
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import AmberCard
from noshow_desk.ui.wishes import Wish

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Way:
    """A button of an alert: its verb, its icon, and what it wishes for."""

    verb: str
    icon: str
    wish: Wish


@dataclass(frozen=True, slots=True)
class Alert:
    """One amber card."""

    title: str
    text: str
    icon: str
    ways: tuple[Way, ...]


class Alerts(QWidget):
    """The amber cards, hidden when there are none; `wished` tells what a button asks for."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Alert, ...] = ()
        self._busy = False
        self.cards: list[AlertCard] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)

    def show_alerts(self, alerts: Sequence[Alert], *, busy: bool) -> None:
        """Show `alerts`; those on show keep their cards, and with them the keyboard."""
        if tuple(alerts) != self._shown:
            self._shown = tuple(alerts)
            for card in self.cards:
                card.hide()
                card.deleteLater()
            self.cards = [AlertCard(alert) for alert in alerts]
            for card in self.cards:
                card.wished.connect(self.wished)
                self._box.addWidget(card)
        for card in self.cards:
            card.set_busy(busy)
        self.setVisible(bool(alerts))

    def texts(self) -> list[str]:
        """Return title and text of each card on show."""
        return [f"{one.title}: {one.text}" for one in self._shown]


class AlertCard(AmberCard):
    """One alert with its buttons."""

    wished = Signal(object)

    def __init__(self, alert: Alert, parent: QWidget | None = None) -> None:
        super().__init__(alert.title, alert.text, icon=alert.icon, parent=parent)
        self._wishes: dict[SecondaryButton, Wish] = {}
        for way in alert.ways:
            button = SecondaryButton(way.verb, way.icon)
            self._wishes[button] = way.wish
            self.add_action(button)
            button.clicked.connect(self._on_button_clicked)

    @property
    def buttons(self) -> list[SecondaryButton]:
        """Return the buttons, in order."""
        return list(self._wishes)

    def set_busy(self, busy: bool) -> None:
        """Take no clicks while something is being done."""
        for button in self._wishes:
            button.setEnabled(not busy)

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SecondaryButton):
            self.wished.emit(self._wishes[sender])


BACK_UP = Wish("back_up")


def alerts_of(
    state: BackupState,
    today: date,
    *,
    trouble: str = "",
    second_trouble: str = "",
    old: Sequence[OldBackup] = (),
) -> Iterator[Alert]:
    """Yield what wants to be acted on, the gravest first."""
    if trouble:
        again = Way(_("&Try again"), "save", BACK_UP)
        yield Alert(_("No backup could be made"), trouble, "triangle-alert", (again,))
    if state.drill is not None and state.drill.problem:
        yield _drill_alert(state, today)
    if second_trouble and state.second_folder is not None:
        ways = (
            Way(_("Copy now"), "copy", Wish("second_folder", detail="copy")),
            Way(_("Choose another folder…"), "folder-open", Wish("second_folder", detail="choose")),
        )
        yield Alert(_("The second folder got no copy"), second_trouble, "copy", ways)
    damaged = [one for one in old if one.holds is Holds.DAMAGED]
    if len(old) > len(damaged):
        yield _old_alert([one for one in old if one not in damaged])
    if damaged:
        yield _damaged_alert(damaged)


def _drill_alert(state: BackupState, today: date) -> Alert:
    drill, last = state.drill, state.last
    assert drill is not None
    lines = [
        _("{file}, tried {when}: {problem}").format(
            file=drill.file, when=near(drill.at, today), problem=drill.problem
        )
    ]
    if last is not None and last.made_at is not None and last.made_at >= drill.at:
        text = _("A fresh backup was made {when}, and opened to prove it.")
        lines.append(text.format(when=near(last.made_at, today)))
    ways = (Way(_("Try the newest now"), "history", Wish("try_backup")),)
    return Alert(_("A backup did not open as it should"), "\n".join(lines), "triangle-alert", ways)


def _old_alert(old: Sequence[OldBackup]) -> Alert:
    title = ngettext(
        "{count} old backup holds more than it should",
        "{count} old backups hold more than they should",
        len(old),
    ).format(count=len(old))
    lines: list[str] = []
    for holds in Holds:
        lines += _named(holds, [one for one in old if one.holds is holds])
    return Alert(title, "\n".join(lines), "archive", _look_and_remove())


def _damaged_alert(damaged: Sequence[OldBackup]) -> Alert:
    title = ngettext(
        "{count} file that was set aside cannot be opened",
        "{count} files that were set aside cannot be opened",
        len(damaged),
    ).format(count=len(damaged))
    return Alert(
        title, "\n".join([_(DAMAGED_WHY), *_named(Holds.DAMAGED, damaged)]), "archive", _look_and_remove()
    )


def _look_and_remove() -> tuple[Way, ...]:
    return (Way(_("&Look, and remove…"), "trash-2", Wish("old_backups")),)


def _named(holds: Holds, old: Sequence[OldBackup]) -> Iterator[str]:
    """Yield why these are worth a look, and each by its name."""
    if not old:
        return
    yield f"{_(HOLDS_LABELS[holds])}:"
    for one in old[:SHOWN]:
        on_stick = _("{file} (second folder)").format(file=one.file.name)
        yield on_stick if one.second else one.file.name
    if len(old) > SHOWN:
        yield _("and {count} more").format(count=len(old) - SHOWN)
