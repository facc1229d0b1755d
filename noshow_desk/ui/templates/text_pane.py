"""The middle of the template editor: name, buttons, the text as Easy or Code view, the problem."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from noshow_desk.domain.template import Template
from noshow_desk.i18n import _
from noshow_desk.letters.easy import NotEasy
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.row_fields import row_fields
from noshow_desk.services.typed import LONGEST_NAME
from noshow_desk.ui.kit.buttons import IconButton, LinkButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.languages import language_choices
from noshow_desk.ui.kit.options import Segmented
from noshow_desk.ui.templates.code_editor import CodeEditor
from noshow_desk.ui.templates.easy_editor import EasyEditor
from noshow_desk.ui.templates.easy_menu import only_if_menu
from noshow_desk.ui.templates.problem_bar import ProblemBar
from noshow_desk.ui.templates.text_head import HeadParts, QuietStatus, TextHead
from noshow_desk.ui.templates.text_place import text_before
from noshow_desk.ui.templates.words import origin
from noshow_desk.ui.word_book import WordBook

EASY, CODE = "easy", "code"
SETTLED_MS = 150  # the cursor rests: what is asked of its place then is not asked at each key
BILINGUAL = "with_spanish"  # two languages in one paper: no dictionary knows both


class TextPane(QWidget):
    """Holds the name and the text of one template; two views show the same text. Whoever has the pane puts
    its `head` (name, buttons, how the text stands) above it.

    `words` are known to the spell check; `row_fields_changed` tells the fields of the lists one is writing
    in. The view that was chosen stays for the next template; what the Easy view cannot show opens as code.
    """

    edited = Signal()
    use_wanted = Signal()
    versions_wanted = Signal()
    fix_wanted = Signal(object)
    view_changed = Signal()
    language_wanted = Signal(str)
    fields_wanted = Signal()
    throw_away_wanted = Signal()
    row_fields_changed = Signal(object)

    def __init__(self, words: WordBook | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.name = LineField(limit=LONGEST_NAME)
        self.name.setAccessibleName(_("Name of the template"))
        self.language = Segmented(_("Language of the paper"), language_choices())
        self.origin = Chip("", "neutral")
        self.fields_button = IconButton("braces", _("Insert a field"))
        self.undo_button = IconButton("undo-2", _("Undo typing"))
        self.redo_button = IconButton("redo-2", _("Redo typing"))
        self.versions_button = IconButton("history", _("Versions"))
        self.use_button = PrimaryButton(_("&Use this version"), "check")
        self.view = Segmented(_("View"), [Choice(EASY, _("Easy")), Choice(CODE, _("Code"))], value=EASY)
        self.only_if_button = SecondaryButton(_("Only if…"))
        self.easy = EasyEditor()
        self.code = CodeEditor()
        self._views = QStackedWidget()
        self._views.addWidget(self.easy)
        self._views.addWidget(self.code)
        self.problem = ProblemBar()
        self.note = PlainLabel("", "hint", "muted", wrap=True)
        self.throw_away_button = LinkButton(_("Throw away what I typed"), "rotate-ccw")
        self._stands = self._why_code = self._whose = ""
        self._follows = False  # the Easy view has shown this template: another text of it is a step of undo
        self._usable = True
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self.status = QuietStatus("")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tools = (self.view, self.fields_button, self._steps(), self.only_if_button)
        self.head = TextHead(
            HeadParts(
                name=self.name,
                language=self.language,
                origin=self.origin,
                tools=tools,
                use=self.use_button,
                note=self.note,
                throw_away=self.throw_away_button,
            )
        )
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 14, 14)
        box.setSpacing(10)
        box.addWidget(self._views, 1)
        box.addWidget(self.problem)
        box.addWidget(self.status)  # level with the preview's, where a narrow window has room for it

    def set_narrow(self, narrow: bool) -> None:
        """Leave more of a narrow window to the text; `head` then lies over the paper too."""
        self.head.set_narrow(narrow)
        self.status.setVisible(not narrow)
        self._box.setContentsMargins(16, 6 if narrow else 10, 14, 8 if narrow else 14)
        self._box.setSpacing(6 if narrow else 10)

    def _steps(self) -> QWidget:
        """Return undo, redo and versions side by side: a narrow window never parts them."""
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)  # they have no box of their own
        for widget in (self.undo_button, self.redo_button, self.versions_button):
            row.addWidget(widget)
        return steps

    def _connect(self) -> None:
        self.name.edited.connect(self._on_name_edited)
        self.easy.edited.connect(self.edited)
        self.easy.not_put.connect(self.status.show_status)
        self.code.edited.connect(self.edited)
        self.code.not_put.connect(self.status.show_status)
        self.status.said.connect(self.head.show_said)
        self.view.chosen.connect(self._on_view_chosen)
        self.language.chosen.connect(self._on_language_chosen)
        self.only_if_button.clicked.connect(self._on_only_if_button_clicked)
        self.use_button.clicked.connect(self.use_wanted)
        self.versions_button.clicked.connect(self.versions_wanted)
        self.fields_button.clicked.connect(self.fields_wanted)
        self.throw_away_button.clicked.connect(self.throw_away_wanted)
        self._settled.timeout.connect(self._on_settled_timeout)
        for editor in (self.easy, self.code):
            editor.cursorPositionChanged.connect(self._settled.start)
        for document in (self.easy.document(), self.code.document()):
            document.undoAvailable.connect(self._on_document_steps_changed)
            document.redoAvailable.connect(self._on_document_steps_changed)
        self.undo_button.clicked.connect(self._on_undo_button_clicked)
        self.redo_button.clicked.connect(self._on_redo_button_clicked)
        self.problem.fix_wanted.connect(self.fix_wanted)
        self.problem.place_wanted.connect(self._on_problem_place_wanted)
        self.problem.code_wanted.connect(self._on_problem_code_wanted)

    def offer_languages(self, language: str, *, others: bool) -> None:
        """Show which language the paper has; the switch stands there where it exists in others too."""
        self.language.set_value(language)
        self.language.setVisible(others)

    def show_template(self, template: Template, *, name: str, source: str) -> None:
        """Show a template with what was typed last."""
        self.name.set_value(name)
        self.problem.show_problems(())
        for marks in (self.easy.spelling, self.code.highlighter):
            marks.check(template.language if template.variant != BILINGUAL else "", book=self._words)
        self.origin.show_chip(origin(template), "neutral" if template.shipped else "coach")
        self._whose = "" if template.shipped else origin(template)
        self._follows = False
        self._show_source(source, str(self.view.value()))
        self.status.show_status("")

    def _show_source(self, source: str, view: str) -> None:
        """Show `source` in `view`; as code, with a note, where the Easy view cannot show it."""
        self._why_code = ""
        if view == EASY:
            try:
                self.easy.set_value(source, goes_on=self._follows)
                self._follows = True
            except NotEasy as trouble:
                view, self._why_code = CODE, trouble.message.say()
        if view == CODE:
            self.code.set_value(source)
        self._views.setCurrentWidget(self.easy if view == EASY else self.code)
        self.view.set_value(view)
        self.only_if_button.setVisible(view == EASY)
        self._show_note()
        self._settled.start()
        self._on_document_steps_changed()

    def show_standing(self, words: str, *, typed: bool, usable: bool) -> None:
        """Say how the text stands to the one in use; what is `typed` and not in use can be thrown away, and
        what is `usable` can be put in use.
        """
        self._stands, self._usable = words, usable
        if self.throw_away_button.hasFocus() and not typed:
            self.editor.setFocus()
        self.throw_away_button.setVisible(typed)
        self._show_note()

    def let_write(self, may_write: bool) -> None:
        """Let the person type, or only look, walk through the text and copy."""
        look = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        flags = Qt.TextInteractionFlag.TextEditorInteraction if may_write else look
        for editor in (self.easy, self.code):
            editor.setTextInteractionFlags(flags)
        self.name.setReadOnly(not may_write)
        self.only_if_button.setEnabled(may_write)
        self.problem.setEnabled(may_write)

    def _show_note(self) -> None:
        self.head.show_note(" ".join(part for part in (self._stands, self._why_code) if part), self._whose)

    def show_view(self, view: str) -> None:
        """Show the text in `view`, where that can show it."""
        if view != self.view.value():
            self._show_source(self.source(), view)

    @property
    def editor(self) -> EasyEditor | CodeEditor:
        """The view that is shown."""
        return self.easy if self._views.currentWidget() is self.easy else self.code

    def source(self) -> str:
        """Return the text of the template as it stands in the view that is shown."""
        return self.editor.value()

    def _on_language_chosen(self, language: object) -> None:
        self.language_wanted.emit(str(language))

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor is."""
        self.editor.insert_field(name)

    def show_versions(self, count: int) -> None:
        """Offer the versions where there is more than one."""
        self.versions_button.setVisible(count > 1)

    def show_problems(self, problems: Sequence[TemplateProblem]) -> None:
        """Mark what is wrong; a text with a problem cannot be used."""
        self.editor.show_problems(problems)
        self.problem.show_problems(problems, None if self.editor is self.code else self.easy.words_at)
        self.use_button.setEnabled(self._usable and not problems)

    def _on_name_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_view_chosen(self, view: object) -> None:
        self._show_source(self.source(), str(view))
        self.view_changed.emit()
        self.editor.setFocus()

    def _on_only_if_button_clicked(self) -> None:
        below = self.only_if_button.rect().bottomLeft()
        only_if_menu(self.easy).popup(self.only_if_button.mapToGlobal(below))

    def _on_undo_button_clicked(self) -> None:
        self.editor.undo()

    def _on_redo_button_clicked(self) -> None:
        self.editor.redo()

    def _on_document_steps_changed(self, _there: bool = False) -> None:
        """Offer undo and redo of typing where there is some; the keyboard stays with the text where not."""
        document = self.editor.document()
        steps = (
            (self.undo_button, document.isUndoAvailable()),
            (self.redo_button, document.isRedoAvailable()),
        )
        for button, there in steps:
            if button.hasFocus() and not there:
                self.editor.setFocus()
            button.setEnabled(there)

    def _on_settled_timeout(self) -> None:
        self.row_fields_changed.emit(row_fields(text_before(self.editor)))

    def _on_problem_place_wanted(self, problem: TemplateProblem) -> None:
        if self.editor is self.easy:
            self.easy.go_to(problem)
        else:
            self.code.go_to(problem.line, problem.column)

    def _on_problem_code_wanted(self, problem: TemplateProblem) -> None:
        self._on_view_chosen(CODE)
        self.code.go_to(problem.line, problem.column)
