"""The head of a client: initials, name, chip, how to reach, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from noshow_desk.domain.client import Client
from noshow_desk.i18n import LANGUAGE_NAMES, N_, _, near
from noshow_desk.services.queries.rows import ClientRow
from noshow_desk.ui.icons import icon
from noshow_desk.ui.kit.base import Painted, antialiased
from noshow_desk.ui.kit.buttons import IconButton, SecondaryButton
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.row_list import paint_initials
from noshow_desk.ui.role_tones import ROLE_TONES
from noshow_desk.ui.theme import current_look

BESIDE_FROM = 560

# What the menu offers: act, words, icon. Archive and restore take turns.
MENU = (
    ("edit", N_("&Edit details…"), "pencil"),
    ("appointment", N_("&Add appointment…"), "calendar-days"),
    ("follow_up", N_("Plan a &follow-up…"), "calendar-clock"),
    ("summary", N_("Case &summary…"), "file-output"),
    ("history", N_("&History…"), "history"),
    ("archive", N_("A&rchive"), "archive"),
    ("restore", N_("&Bring back"), "archive-restore"),
    ("erase", N_("Erase for &good…"), "trash-2"),
)


class Initials(Painted, QWidget):
    """A disc with initials; no photos."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFixedSize(self.sizeHint())

    def show_text(self, text: str) -> None:
        """Show these initials."""
        self._text = text
        self.update()

    def sizeHint(self) -> QSize:
        side = current_look().px(52)
        return QSize(side, side)

    def paintEvent(self, _event: object) -> None:
        painter = antialiased(self)
        paint_initials(painter, QRectF(self.rect()), self._text, role="card", ground="coach")
        painter.end()


class ClientHeader(QWidget):
    """Says who it is; `acted` brings the act that was chosen (see MENU, and "missed", "contact")."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.disc = Initials()
        self.name = PlainLabel("", "title", wrap=True)
        self.chip = Chip("", "neutral")
        self.line = PlainLabel("", "hint", "muted", wrap=True)
        self.missed_button = SecondaryButton(_("Missed &it"), "phone-missed")
        self.contact_button = SecondaryButton(_("&Log contact"), "notebook-pen")
        self.more_button = IconButton("ellipsis", _("More"))
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        for act, words, symbol in MENU:
            action = self._menu.addAction(icon(symbol, "text"), _(words))
            action.setData(act)
            self._actions[act] = action
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name)
        top.addWidget(self.chip)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(top)
        words.addWidget(self.line)
        who, acts = QHBoxLayout(), QHBoxLayout()
        who.setSpacing(12)
        who.addWidget(self.disc)
        who.addLayout(words, 1)
        acts.setSpacing(12)
        for button in (self.missed_button, self.contact_button, self.more_button):
            acts.addWidget(button)
        acts.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(12)
        self._parts.addLayout(who, 1)
        self._parts.addLayout(acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the name where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < current_look().px(BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _connect(self) -> None:
        self.missed_button.clicked.connect(self._on_missed_button_clicked)
        self.contact_button.clicked.connect(self._on_contact_button_clicked)
        self.more_button.clicked.connect(self._on_more_button_clicked)
        self._menu.triggered.connect(self._on_menu_triggered)

    def show_client(self, client: Client, row: ClientRow, today: date) -> None:
        """Show who it is."""
        self.disc.show_text(row.initials)
        self.name.setText(row.name)
        self.chip.show_chip(row.chip.say() if row.chip else "", ROLE_TONES[row.chip_role])
        self.chip.setVisible(row.chip is not None)
        self.line.setText(" · ".join(part for part in _facts(client, today) if part))
        self._actions["archive"].setVisible(not row.archived)
        self._actions["restore"].setVisible(row.archived)

    def _on_missed_button_clicked(self) -> None:
        self.acted.emit("missed")

    def _on_contact_button_clicked(self) -> None:
        self.acted.emit("contact")

    def _on_more_button_clicked(self) -> None:
        corner = self.more_button.rect().bottomRight()
        place = self.more_button.mapToGlobal(corner)
        place.setX(place.x() - self._menu.sizeHint().width())
        self._menu.popup(place)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.acted.emit(action.data())


def _facts(client: Client, today: date) -> list[str]:
    phone = client.phones[0].number if client.phones else client.email
    since = client.with_us_since
    return [
        phone or _("No phone yet"),
        client.reminder_preference,
        _(LANGUAGE_NAMES.get(client.spoken_language, client.spoken_language)),
        client.pronouns,
        _("with you since {day}").format(day=near(since, today)) if since else "",
    ]
