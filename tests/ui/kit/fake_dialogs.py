"""Dialogs that answer by themselves and remember what was asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.question import Question


class FakeDialogs(Dialogs):
    """Takes answers in advance, in order: an answer's key, words, a path; None cancels."""

    def __init__(self, *answers: object) -> None:
        super().__init__(None)
        self.answers = deque(answers)
        self.asked: list[str] = []
        self.questions: list[Question] = []
        self.shown: list[QDialog] = []

    def show(self, dialog: QDialog) -> None:
        self.shown.append(dialog)
        self.asked.append(dialog.windowTitle())

    def tell(self, title: str, text: str) -> None:
        self.asked.append(f"{title}: {text}")

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        self.asked.append(question.title)
        self.questions.append(question)
        answered(str(self.answers.popleft() or ""))

    def ask_words(
        self,
        title: str,
        label: str,
        verb: str,
        answered: Callable[[str | None], None],
        *,
        hint: str = "",
        text: str = "",
        needed: str = "",
    ) -> None:
        self.asked.append(title)
        words = self.answers.popleft()
        if needed and words is not None and not str(words).strip():
            self.asked.append(needed)  # the dialog stays open, and is closed without words
            words = None
        answered(None if words is None else str(words))

    def choose_file(self, title: str, pattern: str, chosen: Callable[[Path], None]) -> None:
        self._choose(title, chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        self._choose(title, chosen)

    def choose_target(self, title: str, name: str, pattern: str, chosen: Callable[[Path], None]) -> None:
        self._choose(title, chosen)

    def _choose(self, title: str, chosen: Callable[[Path], None]) -> None:
        self.asked.append(title)
        path = self.answers.popleft()
        if path is not None:
            chosen(Path(str(path)))
