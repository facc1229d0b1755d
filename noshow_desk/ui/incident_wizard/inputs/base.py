"""What every input of a page has: a plain value, shown and told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.fact_path import Plain
from noshow_desk.ui.incident_wizard.fields import Field, Option
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.choice import Choice


class Input(QObject):
    """A field's widget (`editor`) seen as a plain value.

    `edited` tells the value a person typed or chose. `labelled` is False where the widget carries its own
    label.
    """

    edited = Signal(object)
    labelled = True

    def __init__(self, field: Field, situation: Situation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: QWidget = self.make(situation)

    def make(self, situation: Situation) -> QWidget:
        """Return the new widget, wired to `edited`."""
        raise NotImplementedError

    def value(self) -> Plain:
        """Return what stands in the widget."""
        raise NotImplementedError

    def show_value(self, value: Plain) -> None:
        """Show `value` without telling anyone."""
        raise NotImplementedError

    def _tell(self, _value: object = None) -> None:
        self.edited.emit(self.value())


def said(text: str, situation: Situation) -> str:
    """Return a label, hint or placeholder in the language of the screen, with the names in it."""
    return _(text).format(**situation.names) if text else ""


def choices_of(options: tuple[Option, ...], situation: Situation) -> list[Choice]:
    """Return the kit's choices for `options`."""
    return [Choice(option.value, said(option.label, situation), option.icon) for option in options]
