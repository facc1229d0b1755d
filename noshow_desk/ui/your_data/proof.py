"""Asks for the passphrase, or for the recovery key in its place, before keys are touched."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services import keys
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import OpenKey
from noshow_desk.ui.front.key_pieces import secret_line
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import LineField


class ProofFields(QWidget):
    """One field at a time: the passphrase, or the recovery key from the sheet (`with_key` offers it)."""

    def __init__(self, *, with_key: bool = True, smallest: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._smallest, self._by_key = smallest, False
        self.words, self.key = secret_line(), LineField(limit=100)
        self.words_field = Field(_("Your passphrase &now"), self.words)
        self.key_field = Field(_("Recovery &key"), self.key, _("The 28 letters and digits from the sheet."))
        self.other_way = LinkButton("")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.words_field)
        box.addWidget(self.key_field)
        box.addWidget(self.other_way, 0, Qt.AlignmentFlag.AlignLeft)
        self.other_way.setVisible(with_key)
        self._show_way()
        self._connect()

    def _connect(self) -> None:
        self.other_way.clicked.connect(self._on_other_way_clicked)

    def is_filled(self) -> bool:
        """Say whether something was typed; under the field, when not."""
        typed = bool(self._editor().text())
        self._field().show_error("" if typed else _("Type it here first."))
        return typed

    def task(self, desk: Desk) -> Callable[[], OpenKey]:
        """Return the slow work that proves what was typed; for a worker."""
        words, key = self.words.text(), self.key.value()
        more: dict[str, Any] = {} if self._smallest is None else {"smallest": self._smallest}
        if self._by_key:
            return partial(keys.prove, desk, recovery_key=key, **more)
        return partial(keys.prove, desk, passphrase=words, **more)

    def show_trouble(self, trouble: UserError) -> None:
        """Say what is wrong with what was typed."""
        self._field().show_error(trouble.sentence)
        self._editor().setFocus()
        self._editor().selectAll()

    def _editor(self) -> LineField:
        return self.key if self._by_key else self.words

    def _field(self) -> Field:
        return self.key_field if self._by_key else self.words_field

    def _on_other_way_clicked(self) -> None:
        self._by_key = not self._by_key
        self._show_way()
        self._editor().setFocus()

    def _show_way(self) -> None:
        self.words_field.setVisible(not self._by_key)
        self.key_field.setVisible(self._by_key)
        by_words, by_key = _("Use the passphrase &instead"), _("Use the recovery key &instead")
        self.other_way.setText(by_words if self._by_key else by_key)
        self.setFocusProxy(self._editor())
