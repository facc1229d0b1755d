"""One step on screen: title, coaching card, and the rows of its page, alive."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from noshow_desk.domain.kinds import StepId
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.blocks.safety_card import SafetyCard
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.due_line import DueLine
from noshow_desk.ui.incident_wizard.fields import Block, Field, Heading, Row, Say, StepPage
from noshow_desk.ui.incident_wizard.inputs.base import Input, said
from noshow_desk.ui.incident_wizard.inputs.make import make_input
from noshow_desk.ui.incident_wizard.note_draft import EDITING
from noshow_desk.ui.incident_wizard.row_grid import RowGrid
from noshow_desk.ui.incident_wizard.says import HeadingLine, QuietLine, make_say
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.spelling import OWN_WORDS, check_spelling
from noshow_desk.ui.incident_wizard.step_head import PartsStrip, StepHead
from noshow_desk.ui.incident_wizard.tab_order import stop_before, stops
from noshow_desk.ui.incident_wizard.word_search import select_words
from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.fields import Field as KitField
from noshow_desk.ui.kit.inputs import TextField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage


class StepView(ScrollPage):
    """A page table as widgets, bound to a case; it follows the case only while it is `on_screen`."""

    def __init__(self, page: StepPage, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(26, parent)
        self.page = page
        self.on_screen = True
        self._case = case
        self._inputs: list[Input] = []
        self._widgets: list[QWidget] = []
        self._title = PlainLabel("", "title", wrap=True)
        self._lead = PlainLabel("", "body", "muted", wrap=True)
        self._danger = SafetyCard(case)
        self._grid = RowGrid()
        self.strip = PartsStrip()
        self._due = DueLine(case, page.step)
        self._head = StepHead(page.step)
        for row in page.rows:
            self._grid.add(self._make(row), half=isinstance(row, Field | Block) and row.half)
        self._lay_out()
        self._connect()
        self.load()

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(GRID)
        titles.addWidget(self._title)
        titles.addWidget(self._lead)
        self.add(self.strip)
        self.add(titles)
        self.add(self._head)
        self.add(self._danger)
        self.add(self._grid)
        self.add(self._due)
        self.finish()

    def _connect(self) -> None:
        self.strip.chosen.connect(self._on_strip_chosen)
        self._case.changed.connect(self.show_case)
        self._case.loaded.connect(self._on_case_loaded)
        self._case.begun.connect(self._on_case_begun)
        self._case.put_elsewhere.connect(self._on_case_put_elsewhere)
        for field_input in self._inputs:
            field_input.edited.connect(self._on_input_edited)

    # ------------------------------------------------------------ showing

    def load(self, *, all_of_it: bool = False) -> None:
        """Show the facts (and what is typed over them) in every field, by default but the one typed in."""
        focus = QApplication.focusWidget()
        for field_input in self._inputs:
            busy = focus is not None and (
                field_input.editor is focus or field_input.editor.isAncestorOf(focus)
            )
            if all_of_it or not busy:
                field_input.show_value(self._case.value(field_input.field))
        self.show_case()

    def show_case(self) -> None:
        """Show what follows from the facts: which rows apply, what they say."""
        if self._case.over or not self.on_screen:
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._show(self._case.situation)
        if focus is not None and inside and QApplication.focusWidget() is not focus:
            self._hold_focus(focus)

    def _show(self, situation: Situation) -> None:
        self._title.setText(said(self.page.title, situation))
        self._lead.setText(said(self.page.lead, situation))
        self.strip.show_case(situation, self.page.step)
        paper = self._case.note.working().kind if self.page.step is StepId.NOTE else None
        self._head.show_case(situation, paper)
        self._due.show_case(situation)
        parked = situation.derived.parked
        self._danger.setVisible(parked)
        if parked:
            self._danger.show_case(situation)
        shown = [
            not parked and self._show_row(row, widget)
            for row, widget in zip(self.page.rows, self._widgets, strict=True)
        ]
        self._grid.show_rows(shown)
        for each in self._inputs:
            if each.field.path == OWN_WORDS and isinstance(each.editor, TextField):
                check_spelling(each.editor, self._case)

    def _hold_focus(self, lost: QWidget) -> None:
        """Stay before what was pressed when that is gone: Qt would put the keyboard on what comes next, where
        a second press would tick that every sentence is true, or turn the screen over to the client.
        """
        if self.isAncestorOf(lost) and lost.isVisibleTo(self) and lost.isEnabledTo(self):
            return  # somebody put the keyboard elsewhere
        stop = stop_before(self, lost)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where typing or choosing begins; never on something that records at one key."""
        at_once = [each.editor for each in self._inputs if each.field.at_once]
        for stop in stops(self._grid):
            harmless = isinstance(stop, QLineEdit | QPlainTextEdit | QComboBox | QRadioButton)
            if harmless and stop.isVisibleTo(self) and not any(each.isAncestorOf(stop) for each in at_once):
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._head.focus()

    def show_words(self, path: str, block: int, words: str) -> None:
        """Put the cursor on `words`: in the field of the fact `path`, else in a block edited by hand."""
        if path:
            select_words(self.input_of(path).editor, words)
            return
        self._case.put_aside(EDITING, True)
        edit = self.findChild(HandEdit)
        if edit is not None:
            edit.show_words(block, words)

    def cursor_by_hand(self) -> tuple[int, int] | None:
        """Return where the cursor is in the words edited by hand; None where none are being edited."""
        edit = self.findChild(HandEdit)
        return edit.cursor_place() if edit is not None and self._case.situation.editing else None

    def edit_by_hand(self, part: int, place: int) -> None:
        """Open the words for editing by hand, the cursor in that place."""
        self._case.put_aside(EDITING, True)
        edit = self.findChild(HandEdit)
        if edit is not None:
            edit.go_to(part, place)

    def inputs(self) -> list[Input]:
        """Return the inputs of the page, in order."""
        return list(self._inputs)

    def input_of(self, path: str) -> Input:
        """Return the input bound to `path`. KeyError when the page has none."""
        found = next((each for each in self._inputs if each.field.path == path), None)
        if found is None:
            raise KeyError(path)
        return found

    # ------------------------------------------------------------ making

    def _make(self, row: Row) -> QWidget:
        widget = self._made(row)
        self._widgets.append(widget)
        return widget

    def _made(self, row: Row) -> QWidget:
        situation = self._case.situation
        if isinstance(row, Field):
            return self._made_field(row)
        if isinstance(row, Heading):
            return HeadingLine(row, situation)
        if isinstance(row, Say):
            return make_say(row)
        return row.make(self._case)

    def _made_field(self, field: Field) -> QWidget:
        situation = self._case.situation
        field_input = make_input(field, situation)
        field_input.setParent(self)
        self._inputs.append(field_input)
        if not field_input.labelled:
            return field_input.editor
        hint = "" if "|" in field.hint else said(field.hint, situation)
        return KitField(said(field.label, situation).replace("&", "&&"), field_input.editor, hint)

    def _show_row(self, row: Row, widget: QWidget) -> bool:
        situation = self._case.situation
        if isinstance(row, Say):
            message = row.text(situation)
            if message is not None and isinstance(widget, Banner | QuietLine):
                widget.show_text(message.say())
            return message is not None
        if not row.shown(situation):
            return False
        if isinstance(row, Field) and row.of_note:
            widget.setEnabled(not self._case.note.sent)
        if isinstance(row, Block) and isinstance(widget, CaseBlock | HeadingLine):
            widget.show_case(situation)
        return True

    def _on_case_loaded(self) -> None:
        if self.on_screen:
            self.load()

    def _on_case_begun(self) -> None:
        """Begin at the top: the button that was pressed is gone, and the keyboard went to what records."""
        if self.on_screen:
            self.area.verticalScrollBar().setValue(0)
            self.focus_first()

    def _on_case_put_elsewhere(self) -> None:
        if self.on_screen:
            self.load(all_of_it=True)

    def _on_strip_chosen(self, step: str) -> None:
        if step != self.page.step.value:
            self._case.step_wished.emit(StepId(step))

    def _on_input_edited(self, value: object) -> None:
        field_input = self.sender()
        assert isinstance(field_input, Input)
        field = field_input.field
        self._case.put_field(field, value)
        if field.at_once:
            self._case.write()
