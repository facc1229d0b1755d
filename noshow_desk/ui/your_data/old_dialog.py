"""Old backups that hold more than they should: each by name, and the deliberate act of removing them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _, full_date, ngettext
from noshow_desk.services.old_backups import DAMAGED_WHY, HOLDS_LABELS, Holds, OldBackup
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.theme import current_look

HEIGHT, MOST_HEIGHT = 340, 360  # large text must not push the buttons off a small screen


class OldBackupsDialog(Dialog):
    """Lists `old`, each to be ticked; `removal_wanted` brings those to be removed.

    What may be another vault's, or the last of a damaged one, is not ticked from the start.
    """

    removal_wanted = Signal(object)
    least_width = 640

    def __init__(self, old: Sequence[OldBackup], parent: QWidget | None = None) -> None:
        super().__init__(_("Old backups"), parent)
        self.boxes = [(CheckBox(one.file.name, _hint(one)), one) for one in old]
        self.sure = CheckBox(
            _("I do not need these backups any more"),
            _("There is no undo. Nothing brings a removed one back."),
        )
        self.note = PlainLabel("", "body", "red", wrap=True)
        self.page = ScrollPage(margin=4)
        self._lay_out()
        self.add_cancel(_("&Keep them"))
        self.remove_button = self.add_button("", icon="trash-2")
        self._connect()
        self._count()

    def _lay_out(self) -> None:
        after = _(
            "First a fresh backup is made and opened to prove it; these are removed after that. A removed "
            "file can sometimes be brought back from a drive; it stays encrypted."
        )
        card = Card(_("Which of them to remove"), "archive")
        for box, one in self.boxes:
            box.setChecked(one.holds not in (Holds.OTHER_KEYS, Holds.DAMAGED))
            card.add(box)
        for widget in (
            PlainLabel(self._why(), wrap=True),
            card,
            PlainLabel(after, "hint", "muted", wrap=True),
        ):
            self.page.add(widget)
        self.page.finish()
        self.page.setMinimumHeight(min(current_look().px(HEIGHT), MOST_HEIGHT))
        for part in (self.page, self.sure, self.note):
            self.body.addWidget(part)
        self.note.hide()

    def _why(self) -> str:
        if all(one.holds is Holds.DAMAGED for _box, one in self.boxes):
            return _(DAMAGED_WHY)
        return _(
            "New keys and erasing reach the vault and every backup made from then on. Backups from before "
            "stay as they were: whoever has the old passphrase or sheet can open them, and they still hold "
            "who was erased."
        )

    def _connect(self) -> None:
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        for box, _one in self.boxes:
            box.toggled.connect(self._on_box_toggled)

    def chosen(self) -> tuple[OldBackup, ...]:
        """Return what is ticked."""
        return tuple(one for box, one in self.boxes if box.isChecked())

    def _count(self) -> None:
        count = len(self.chosen())
        text = ngettext("&Remove {count} backup", "&Remove {count} backups", count)
        self.remove_button.setText(text.format(count=count))
        self.remove_button.setEnabled(bool(count))

    def _on_box_toggled(self) -> None:
        self._count()

    def _on_remove_button_clicked(self) -> None:
        if not self.sure.isChecked():
            self.note.setText(_("Tick the last box first, so that this is no slip."))
            self.note.show()
            return
        wanted = self.chosen()
        self.accept()
        self.removal_wanted.emit(wanted)


def _hint(one: OldBackup) -> str:
    parts = [_(HOLDS_LABELS[one.holds])]
    if one.made_at is not None:
        parts.append(full_date(one.made_at.date()))
    if one.aside:
        parts.append(_("set aside in the vault's folder"))
    if one.second:
        parts.append(_("in the second folder"))
    return " · ".join(parts)
