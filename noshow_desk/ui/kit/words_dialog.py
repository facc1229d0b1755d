"""A dialog that asks for some words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import TextField


class WordsDialog(Dialog):
    """Asks for some words, such as the reason of a skip; the answer is None when it was cancelled.

    `needed` is the sentence that asks for words when there are none.
    """

    def __init__(
        self, title: str, label: str, verb: str, answered: Callable[[str | None], None], *,
        hint: str = "", text: str = "", needed: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent)
        self._answered, self._needed = answered, needed
        self.words = TextField(text, lines=2, most=6)
        self._field = Field(label, self.words, hint)
        self.body.addWidget(self._field)
        self.add_cancel()
        self.add_button(verb, primary=True).clicked.connect(self.accept)
        self.finished.connect(self._on_finished)
        self.words.edited.connect(self._on_words_edited)
        self.words.setFocus()

    def accept(self) -> None:
        """Close with the words; without any it stays and says so, where they are `needed`."""
        if self._needed and not self.words.value():
            self._field.show_error(self._needed)
            self.words.setFocus()
        else:
            super().accept()

    def _on_words_edited(self, text: str) -> None:
        if text.strip():
            self._field.show_error("")

    def _on_finished(self, result: int) -> None:
        answered, self._answered = self._answered, _nobody
        answered(self.words.value() if result == QDialog.DialogCode.Accepted else None)


def _nobody(_words: str | None) -> None:
    """Take the place of a callback that was called: it would keep window and dialog in a circle."""
