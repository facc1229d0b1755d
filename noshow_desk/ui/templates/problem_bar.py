"""The bar under the editor: the first problem, where it is, and what can be done about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.i18n import _, ngettext, quoted
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel


class ProblemBar(Card):
    """Shows the first problem of a template; hidden when there is none."""

    fill, border, bar = "red", "", "red_bar"
    fix_wanted = Signal(object)
    place_wanted = Signal(object)
    code_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._problem: TemplateProblem | None = None
        self.sentence = PlainLabel("", "body", "red", wrap=True)
        self.more = PlainLabel("", "hint", "red")
        self.go_button = LinkButton(_("Go there"))
        self.fix_button = LinkButton(_("Fix it"))
        self.code_button = LinkButton(_("Show the code"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("circle-alert", "red_text", 18))
        row.addWidget(self.sentence, 1)
        for widget in (self.more, self.go_button, self.fix_button, self.code_button):
            row.addWidget(widget)
        self.body.setContentsMargins(18, 8, 10, 8)
        self.body.addLayout(row)
        self.go_button.clicked.connect(self._on_go_button_clicked)
        self.fix_button.clicked.connect(self._on_fix_button_clicked)
        self.code_button.clicked.connect(self._on_code_button_clicked)
        self.show_problems(())

    def show_problems(
        self, problems: Sequence[TemplateProblem], words_at: Callable[[TemplateProblem], str] | None = None
    ) -> None:
        """Show the first of `problems` and count the others.

        Its line is named, except in a view that numbers none: there `words_at` gives the words it is in, and
        what cannot be mended with one click is offered as code.
        """
        self._problem = problems[0] if problems else None
        self.setVisible(bool(problems))
        if self._problem is None:
            return
        others = len(problems) - 1
        text = ngettext("and {count} more", "and {count} more", others).format(count=others)
        said = _placed(self._problem, words_at(self._problem)) if words_at else self._problem.sentence
        self.sentence.setText(said)
        self.more.setText(text)
        self.more.setVisible(bool(others))
        self.fix_button.setVisible(bool(self._problem.suggestion))
        self.code_button.setVisible(words_at is not None and not self._problem.suggestion)

    def _on_go_button_clicked(self) -> None:
        self.place_wanted.emit(self._problem)

    def _on_fix_button_clicked(self) -> None:
        self.fix_wanted.emit(self._problem)

    def _on_code_button_clicked(self) -> None:
        self.code_wanted.emit(self._problem)


def _placed(problem: TemplateProblem, words: str) -> str:
    """Return the sentence of `problem` with the `words` it is in, in place of its line."""
    if not words:
        return without_line(problem)
    place = _("It is in {words}.").format(words=quoted(words))
    return f"{without_line(problem)} {place}"


def without_line(problem: TemplateProblem) -> str:
    """Return the sentence of `problem` without the line in brackets: nobody counts lines in the Easy view."""
    return re.sub(rf" \([^()]*\b{problem.line}\)", "", problem.sentence)
