"""The settings page."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services import client_pin
from noshow_desk.services import settings as changing
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.settings import SETTINGS, Setting, SettingKind
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.fields import Form
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.settings_page.editors import SettingField
from noshow_desk.ui.settings_page.own_rules import OwnRulesCard
from noshow_desk.ui.settings_page.pin import PinCard
from noshow_desk.ui.settings_page.profile import ProfileCard
from noshow_desk.ui.settings_page.spelling_words import SpellingWordsCard
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

ONE_COLUMN_BELOW = 820
# Lists of lines and sentences with a box: half a line breaks them, and squeezes what stands beside.
WHOLE_LINE = (SettingKind.LINES, SettingKind.FLAG)


class SettingsPage(Page):
    """Your name and office first, then every row of SETTINGS by group, then where the data is."""

    help_topic = "settings"

    def __init__(self, desk: Desk, bridge: Bridge, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._desk = desk
        self.profile = ProfileCard()
        self.fields = [SettingField(row, desk.settings, self._change) for row in SETTINGS]
        self.data_button = SecondaryButton(_("Open your &data"), "shield-check")
        self.history_button = SecondaryButton(_("History of the settings…"), "history")
        self.pin_card = PinCard()
        self.own_rules_card = OwnRulesCard(desk, bridge, dialogs)
        self.spelling_card = SpellingWordsCard(desk, bridge)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        self._lay_out()
        self.profile.edited.connect(self._write_profile)
        self.data_button.clicked.connect(self._on_data_button_clicked)
        self.history_button.clicked.connect(self._on_history_button_clicked)
        self.pin_card.wished.connect(self._write_pin)
        self.pin_card.removed.connect(self._remove_pin)
        for part in (self.profile, self.pin_card, self.own_rules_card, self.spelling_card, *self.fields):
            part.setDisabled(desk.read_only)
        self.reload(None)

    def _lay_out(self) -> None:
        cards = [_group_card(group, list(rows)) for group, rows in groupby(self.fields, key=_group)]
        cards += [self.own_rules_card, self.spelling_card, self.pin_card, self._data_card()]
        # The first half at the left: so Tab goes down one column, then down the other.
        half = (len(cards) + 1) // 2
        for part in (cards[:half], cards[half:]):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in part:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        page = ScrollPage()
        page.add(PlainLabel(_("Settings"), "title"))
        page.add(self.profile)
        page.add(self._columns)
        page.finish()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is no room beside."""
        super().resizeEvent(event)
        ways, narrow = QBoxLayout.Direction, self.width() < current_look().px(ONE_COLUMN_BELOW)
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def start(self) -> QWidget | None:
        """Return the first field."""
        return self.profile.fields["name"].editor

    def reload(self, changes: object | None) -> None:
        """Show what is stored; what is being typed stays."""
        if not self.profile.is_changed() or changes is None:
            self.profile.show_caseworker(self._desk.caseworker)
        self.pin_card.show_state(client_pin.is_pin_set(self._desk))
        self.own_rules_card.reload()
        self.spelling_card.reload()
        for field in self.fields:
            if not field.editor.hasFocus():
                field.show_settings(self._desk.settings)

    def leave(self) -> bool:
        """Write what was typed and not left yet."""
        if self._desk.read_only:
            return True
        written = [field.write() for field in self.fields if self._differs(field)]
        return self._write_profile() and all(written)

    def _differs(self, field: SettingField) -> bool:
        stored = self._desk.settings.text(field.row.key)
        return field.value() not in {stored, _(stored)}

    def _change(self, key: str, value: str) -> str:
        """Write one setting; return what is wrong with it, "" when it was taken."""
        try:
            changes = changing.change_setting(self._desk, key=key, value=value)
        except UserError as trouble:
            return trouble.sentence
        self.bridge.changed.emit(changes)
        return ""

    def _write_profile(self) -> bool:
        if not self.profile.is_changed():
            return True
        edit = partial(changing.edit_profile, self._desk, caseworker=self.profile.caseworker())
        return self.bridge.run(edit, _("Your details were not saved"))

    def _write_pin(self, pin: str) -> None:
        try:
            changes = client_pin.set_pin(self._desk, pin=pin)
        except UserError as trouble:
            self.pin_card.field.show_error(trouble.sentence)
            return
        self._pin_changed(changes)

    def _remove_pin(self) -> None:
        self._pin_changed(client_pin.remove_pin(self._desk))

    def _pin_changed(self, changes: Changes) -> None:
        self.pin_card.field.show_error("")
        self.bridge.changed.emit(changes)
        self.pin_card.show_state(client_pin.is_pin_set(self._desk))

    def _on_data_button_clicked(self) -> None:
        self.wished.emit(Wish("your_data"))

    def _on_history_button_clicked(self) -> None:
        self.wished.emit(Wish("history", detail="setting"))

    def _data_card(self) -> Card:
        card = Card(_("Your data"), "shield-check")
        card.add(PlainLabel(_("On this computer only, in one encrypted file."), wrap=True))
        card.add(PlainLabel(str(self._desk.folder), "hint", "muted", wrap=True))
        row = FlowLayout()
        row.addWidget(self.data_button)
        row.addWidget(self.history_button)
        card.add(row)
        return card


def _group(field: SettingField) -> str:
    row: Setting = field.row
    return row.group


def _group_card(group: str, fields: list[SettingField]) -> Card:
    card = Card(_(group))
    form = Form()
    for field in fields:
        form.add(field, wide=field.row.kind in WHOLE_LINE)
    card.add(form)
    return card
