"""A line that suggests known records while one types; what is typed may also be new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from noshow_desk.ui.kit.inputs import LineField

MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One known record: its id, the name that goes into the line, how the list shows it, its telephone."""

    id: str
    name: str
    shown: str
    number: str = ""


class SuggestField(LineField):
    """`look` answers the suggestions for some words. `picked` tells the one chosen, None for new words."""

    picked = Signal(object)

    def __init__(
        self,
        look: Callable[[str], Sequence[Suggestion]],
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._look = look
        self._found: tuple[Suggestion, ...] = ()
        self._picked: Suggestion | None = None
        self._names = QStringListModel(self)
        self._list = QCompleter(self._names, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setMaxVisibleItems(MOST)
        self._list.setWidget(self)
        self._connect()

    def _connect(self) -> None:
        self._list.activated.connect(self._on_list_activated)
        self.edited.connect(self._on_edited)

    def suggestion(self) -> Suggestion | None:
        """Return the known record in the line, None for a new one."""
        return self._picked

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what the list offers now."""
        return self._found

    def pick(self, suggestion: Suggestion | None) -> None:
        """Put a known record into the line, or forget it."""
        self._picked = suggestion
        if suggestion is not None:
            self.setText(suggestion.name)
        self.picked.emit(suggestion)

    def _on_edited(self, text: str) -> None:
        if self._picked is not None and text != self._picked.name:
            self.pick(None)
        self._found = tuple(self._look(text))[:MOST] if text.strip() else ()
        self._names.setStringList([found.shown for found in self._found])
        if self._found and self.hasFocus():
            self._list.complete()
        else:
            self._hide_list()

    def _hide_list(self) -> None:
        popup = self._list.popup()
        if popup is not None:
            popup.hide()

    def _on_list_activated(self, shown: str) -> None:
        chosen = next((found for found in self._found if found.shown == shown), None)
        if chosen is not None:
            self.pick(chosen)
