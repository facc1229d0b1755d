"""The bar under the editor: the first problem, where it is, and what can be done about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from noshow_desk.i18n import _, quoted
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.buttons import IconButton, LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.templates.easy_words import field_words
from noshow_desk.ui.theme import current_look

BESIDE_FROM = 520  # pixels at 100 % text: sentence and buttons in one row
WordsAt = Callable[[TemplateProblem], str]  # the words around a problem


class ProblemBar(Card):
    """Shows one problem of a template, the first until another is asked for; hidden when there is none."""

    fill, border, bar = "red", "", "red_bar"
    fix_wanted = Signal(object)
    place_wanted = Signal(object)
    code_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._problems: tuple[TemplateProblem, ...] = ()
        self._at = 0
        self._words_at: WordsAt | None = None
        self.sentence = PlainLabel("", "body", "red", wrap=True)
        self.count = PlainLabel("", "hint", "red")
        self.next_button = IconButton("chevron-right", _("Next problem (F8)"))
        self._key = QShortcut(QKeySequence(Qt.Key.Key_F8), self)
        self.go_button = LinkButton(_("Go there"))
        self.fix_button = LinkButton(_("Fix it"))
        self.code_button = LinkButton(_("Show the code"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.choices = QWidget()
        self.choice_buttons = (LinkButton(), LinkButton())
        self._lay_out()
        self._connect()
        self.show_problems(())

    def _lay_out(self) -> None:
        said, ways, flow = QHBoxLayout(), QHBoxLayout(), FlowLayout(self.choices, gap=4, line_gap=0)
        said.setSpacing(10)
        said.addWidget(IconLabel("circle-alert", "red_text", 18))
        said.addWidget(self.sentence, 1)
        ways.setSpacing(10)
        for widget in (self.count, self.next_button, self.go_button, self.fix_button, self.code_button):
            ways.addWidget(widget)
        ways.addStretch(0)
        self._row.addLayout(said, 1)
        self._row.addLayout(ways)
        for button in self.choice_buttons:
            flow.addWidget(button)
        self.body.setContentsMargins(18, 8, 10, 8)
        self.body.setSpacing(0)
        self.body.addLayout(self._row)
        self.body.addWidget(self.choices)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._on_next_button_clicked)
        self._key.activated.connect(self._on_next_button_clicked)
        self.go_button.clicked.connect(self._on_go_button_clicked)
        self.fix_button.clicked.connect(self._on_fix_button_clicked)
        self.code_button.clicked.connect(self._on_code_button_clicked)
        for number, button in enumerate(self.choice_buttons):
            button.clicked.connect(partial(self._on_choice_button_clicked, number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where it would be cut beside them: the name of a field never
        breaks.
        """
        super().resizeEvent(event)
        ways, narrow = QBoxLayout.Direction, self.width() < current_look().px(BESIDE_FROM)
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._row.setSpacing(0 if narrow else 10)

    def show_problems(self, problems: Sequence[TemplateProblem], words_at: WordsAt | None = None) -> None:
        """Show one of `problems`, the one that was shown if it is still there, and which of how many it is.

        Its line is named, except in a view that numbers none: there `words_at` gives the words it is in,
        fields are called by their plain names, and what cannot be mended with one click is offered as code.
        """
        before = self._problem
        self._problems, self._words_at = tuple(problems), words_at
        self._at = self._problems.index(before) if before in self._problems else self._at
        self._at = min(self._at, max(len(problems) - 1, 0))
        self._show()

    @property
    def _problem(self) -> TemplateProblem | None:
        return self._problems[self._at] if self._problems else None

    def _show(self) -> None:
        problem, easy = self._problem, self._words_at is not None
        self.setVisible(problem is not None)
        if problem is None:
            return
        several, total = bool(problem.other), len(self._problems)
        self.sentence.setText(self._said(problem))
        self.count.setText(_("{number} of {count}").format(number=self._at + 1, count=total))
        self.count.setVisible(total > 1)
        self.next_button.setVisible(total > 1)
        self.fix_button.setVisible(bool(problem.suggestion) and not several)
        self.code_button.setVisible(easy and not problem.suggestion)
        self.choices.setVisible(several)
        for button, name in zip(self.choice_buttons, (problem.suggestion, problem.other), strict=True):
            label = _label(name) if easy else name
            button.setText(_("Use {field}").format(field=quoted(label)).replace("&", "&&"))

    def _said(self, problem: TemplateProblem) -> str:
        """Return the sentence for the view on show; without the words around where it names two fields."""
        if self._words_at is None:
            return problem.sentence
        return _placed(_named(problem), "" if problem.other else self._words_at(problem))

    def _on_next_button_clicked(self) -> None:
        """Show the next problem, after the last the first, and go there."""
        self._at = (self._at + 1) % len(self._problems)
        self._show()
        self.place_wanted.emit(self._problem)

    def _on_go_button_clicked(self) -> None:
        self.place_wanted.emit(self._problem)

    def _on_fix_button_clicked(self) -> None:
        self.fix_wanted.emit(self._problem)

    def _on_choice_button_clicked(self, number: int) -> None:
        if self._problem is not None:
            meant = (self._problem.suggestion, self._problem.other)[number]
            self.fix_wanted.emit(replace(self._problem, suggestion=meant))

    def _on_code_button_clicked(self) -> None:
        self.code_wanted.emit(self._problem)


def _label(name: str) -> str:
    """Return the plain name of a field; a name of anything else as it is."""
    return field_words(name, {})


def _named(problem: TemplateProblem) -> TemplateProblem:
    """Return `problem` with plain names for the fields it is about, each in quotation marks."""
    about = {"wrong": problem.wrong, "suggestion": problem.suggestion, "other": problem.other}
    about["list"] = str(problem.message.values.get("list", ""))
    shown = {key: quoted(_label(name)) for key, name in about.items() if _label(name) != name}
    return replace(problem, message=replace(problem.message, values={**problem.message.values, **shown}))


def _placed(problem: TemplateProblem, words: str) -> str:
    """Return the sentence of `problem` with the `words` it is in, in place of its line."""
    if not words:
        return without_line(problem)
    place = _("It is in {words}.").format(words=quoted(words))
    return f"{without_line(problem)} {place}"


def without_line(problem: TemplateProblem) -> str:
    """Return the sentence of `problem` without the line in brackets: nobody counts lines in the Easy view."""
    return re.sub(rf" \([^()]*\b{problem.line}\)", "", problem.sentence)
