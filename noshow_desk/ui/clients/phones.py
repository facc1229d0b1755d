"""The phones of a client: a number, safe hours, shared or not; one empty line is always there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.client import Phone
from noshow_desk.i18n import _
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.checks import CheckBox
from noshow_desk.ui.kit.inputs import LineField, PhoneField


class PhoneLine(QWidget):
    """One phone."""

    edited = Signal()

    def __init__(self, phone: Phone, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = phone.label
        self.number = PhoneField(phone.number)
        self.number.setPlaceholderText(_("Number"))
        self.number.setAccessibleName(_("Phone {number}").format(number=number))
        self.hours = LineField(phone.safe_hours, placeholder=_("Safe hours, for example 9 to 5"))
        self.hours.setAccessibleName(_("Safe hours of phone {number}").format(number=number))
        self.shared = CheckBox(_("Shared"))
        self.shared.setChecked(phone.shared)
        self.shared.setAccessibleName(_("Phone {number} is shared").format(number=number))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.number, 3)
        row.addWidget(self.hours, 3)
        row.addWidget(self.shared)
        self.number.edited.connect(self._on_edited)
        self.hours.edited.connect(self._on_edited)
        self.shared.toggled.connect(self._on_edited)

    def phone(self) -> Phone:
        """Return what the line says."""
        return Phone(
            number=self.number.value(),
            label=self._label,
            safe_hours=self.hours.value(),
            shared=self.shared.isChecked(),
        )

    def _on_edited(self, *_value: object) -> None:
        self.edited.emit()


class PhonesField(QWidget):
    """All phones; `changed` comes whenever one is edited."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[PhoneLine] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self.more = LinkButton(_("Add another phone"), "plus")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._box)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more_clicked)
        self.set_value(())

    def value(self) -> tuple[Phone, ...]:
        """Return the phones that have a number."""
        phones = (line.phone() for line in self.lines)
        return tuple(phone for phone in phones if phone.number)

    def set_value(self, phones: Sequence[Phone]) -> None:
        """Show `phones`, or one empty line."""
        for line in self.lines:
            self._box.removeWidget(line)
            line.deleteLater()
        self.lines = []
        for phone in phones or (Phone(number=""),):
            self._add(phone)

    def _add(self, phone: Phone) -> PhoneLine:
        line = PhoneLine(phone, len(self.lines) + 1)
        line.edited.connect(self.changed)
        self.lines.append(line)
        self._box.addWidget(line)
        self.setFocusProxy(self.lines[0].number)
        return line

    def _on_more_clicked(self) -> None:
        self._add(Phone(number="")).number.setFocus()
