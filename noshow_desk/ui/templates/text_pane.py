"""The middle of the template editor: name, buttons, text, problem."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.domain.template import Template
from noshow_desk.i18n import _
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.buttons import IconButton, PrimaryButton
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.templates.code_editor import CodeEditor
from noshow_desk.ui.templates.problem_bar import ProblemBar
from noshow_desk.ui.templates.words import origin


class TextPane(QWidget):
    """Holds the name and the text of one template."""

    edited = Signal()
    use_wanted = Signal()
    versions_wanted = Signal()
    fix_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField(limit=120)
        self.name.setAccessibleName(_("Name of the template"))
        self.origin = Chip("", "neutral")
        self.undo_button = IconButton("undo-2", _("Undo typing"))
        self.redo_button = IconButton("redo-2", _("Redo typing"))
        self.versions_button = IconButton("history", _("Versions"))
        self.use_button = PrimaryButton(_("&Use this version"), "check")
        self.editor = CodeEditor()
        self.problem = ProblemBar()
        self.note = PlainLabel("", "hint", "muted", wrap=True)
        self.status = StatusLine("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.name, 1)
        first.addWidget(self.origin)
        second.setSpacing(6)
        for widget in (self.undo_button, self.redo_button, self.versions_button):
            second.addWidget(widget)
        second.addWidget(self.status)
        second.addStretch(1)
        second.addWidget(self.use_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 14, 14)
        box.setSpacing(10)
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self.note)
        box.addWidget(self.editor, 1)
        box.addWidget(self.problem)

    def _connect(self) -> None:
        self.name.edited.connect(self._on_name_edited)
        self.editor.edited.connect(self.edited)
        self.use_button.clicked.connect(self.use_wanted)
        self.versions_button.clicked.connect(self.versions_wanted)
        self.undo_button.clicked.connect(self.editor.undo)
        self.redo_button.clicked.connect(self.editor.redo)
        self.problem.fix_wanted.connect(self.fix_wanted)
        self.problem.place_wanted.connect(self._on_problem_place_wanted)

    def show_template(self, template: Template, *, name: str, source: str) -> None:
        """Show a template with what was typed last."""
        self.name.set_value(name)
        self.editor.set_value(source)
        self.origin.show_chip(origin(template), "neutral" if template.shipped else "coach")
        copied = _("This template is shipped and stays as it is. Change it, and you get a copy of your own.")
        self.note.setText(copied if template.shipped else "")
        self.note.setVisible(template.shipped)
        self.status.show_status("")

    def show_versions(self, count: int) -> None:
        """Offer the versions where there is more than one."""
        self.versions_button.setVisible(count > 1)

    def show_problems(self, problems: Sequence[TemplateProblem]) -> None:
        """Mark what is wrong; a text with a problem cannot be used."""
        self.editor.show_problems(problems)
        self.problem.show_problems(problems)
        self.use_button.setEnabled(not problems)

    def _on_name_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_problem_place_wanted(self, problem: TemplateProblem) -> None:
        self.editor.go_to(problem.line, problem.column)
