"""The kept versions of a template: what changed between then and now, and going back."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from noshow_desk.domain.template import TemplateVersion
from noshow_desk.i18n import _, moment
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.theme import current_look


class VersionsDialog(Dialog):
    """Lists the versions, newest first; `restore_wanted` brings the id of the one to go back to."""

    restore_wanted = Signal(str)
    least_width = 760

    def __init__(
        self, versions: Sequence[TemplateVersion], desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Versions"), parent)
        self._versions = {one.id: one for one in reversed(versions)}
        self._newest = versions[-1]
        self.list = RowView(_("Versions"))
        self.model = RowModel([_item(one, desk) for one in self._versions.values()], self)
        self.list.setModel(self.model)
        self.list.setFixedWidth(current_look().px(240))
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setFont(current_look().font("code"))
        self.changes.setAccessibleName(_("What changed"))
        self.changes.setMinimumHeight(current_look().px(320))
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.changes, 1)
        self.body.addLayout(row)
        self.add_cancel(_("Close"))
        self.restore_button = self.add_button(_("Use &this version"), primary=True)
        self.list.picked.connect(self._on_list_picked)
        self.restore_button.clicked.connect(self._on_restore_button_clicked)
        self.list.pick(0)

    def _on_list_picked(self, key: str) -> None:
        self.changes.setPlainText(difference(self._versions[key].source, self._newest.source))
        self.restore_button.setEnabled(key != self._newest.id)

    def _on_restore_button_clicked(self) -> None:
        self.restore_wanted.emit(self.list.key())
        self.accept()


def difference(old: str, new: str) -> str:
    """Return what became of `old`: its lines, with − before what is gone now and + before what is new."""
    signs = {"- ": "− ", "+ ": "+ ", "  ": "  "}
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return "\n".join(signs[line[:2]] + line[2:] for line in lines if line[:2] in signs)


def _item(one: TemplateVersion, desk: Desk) -> RowItem:
    when = moment(desk.local(one.saved_at)) if one.saved_at else ""
    return RowItem(one.id, _("Version {number}").format(number=one.version), when)
