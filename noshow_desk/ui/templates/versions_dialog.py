"""The kept versions of a template: what changed between then and now, and going back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.template import TemplateVersion
from noshow_desk.i18n import _, moment, quoted
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.templates.version_changes import VersionChanges
from noshow_desk.ui.theme import current_look


class VersionsDialog(Dialog):
    """Lists the versions, newest first; `restore_wanted` brings the id of the one to go back to.

    `names` holds what the template was called in each, by id. `easy` shows what changed in the words of the
    Easy view, else as code.
    """

    restore_wanted = Signal(str)
    least_width = 620

    def __init__(
        self,
        versions: Sequence[TemplateVersion],
        desk: Desk,
        *,
        names: Mapping[str, str] | None = None,
        easy: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Versions"), parent)
        self._versions = {one.id: one for one in reversed(versions)}
        self._newest, self._may_restore = versions[-1], not desk.read_only
        self._names = names or {}
        self.list = RowView(_("Versions"))
        self.model = RowModel([self._item(one, desk) for one in self._versions.values()], self)
        self.list.setModel(self.model)
        self.list.setFixedWidth(current_look().px(264))
        self.changes = VersionChanges(easy=easy)
        self.note = PlainLabel("", "hint", "muted", wrap=True)
        right = QVBoxLayout()
        right.addWidget(self.note)
        right.addWidget(self.changes, 1)
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        self.add_cancel(_("Close"))
        self.restore_button = self.add_button(_("Use &this version"), primary=True)
        self.list.picked.connect(self._on_list_picked)
        self.restore_button.clicked.connect(self._on_restore_button_clicked)
        self.list.pick(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay inside the window below."""
        super().showEvent(event)
        self.take_room(860, 560)

    def _on_list_picked(self, key: str) -> None:
        changed = self.changes.show_change(self._versions[key].source, self._newest.source)
        said = " ".join(part for part in (changed, self._name_then(key)) if part)
        self.note.setText(said)
        self.note.setVisible(bool(said))
        self.restore_button.setEnabled(self._may_restore and key != self._newest.id)

    def _on_restore_button_clicked(self) -> None:
        self.restore_wanted.emit(self.list.key())
        self.accept()

    def _item(self, one: TemplateVersion, desk: Desk) -> RowItem:
        title = _("Version {number}").format(number=one.version)
        if one.id == self._newest.id:
            title = " · ".join((title, _("in use now")))
        return RowItem(one.id, title, moment(desk.local(one.saved_at)) if one.saved_at else "")

    def _name_then(self, version_id: str) -> str:
        """Return a sentence about the name that the template had in this version, where it has another."""
        name = self._names.get(version_id, "")
        if name == self._names.get(self._newest.id, ""):
            return ""
        return _("Its name then, {name}, comes back with it.").format(name=quoted(name))
