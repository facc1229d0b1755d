"""The note edited by hand: one field for each block, kept as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.printing.sheet import begin_at_left
from noshow_desk.services.letter_fixes import telling
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.blocks.phrase_bank import PhraseBank
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.note_draft import EDITING, WORDS
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.spelling import check_spelling
from noshow_desk.ui.incident_wizard.word_search import select_words
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import LinkButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.inputs import TextField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.qt_places import between, qt_length

_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_MOVING = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class HandEdit(CaseBlock):
    """The words of the letter, block by block. An emptied block is left out."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._fields: list[TextField] = []
        self._last: TextField | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self._done = SecondaryButton(_("Done editing"), "check")
        self._back = LinkButton(_("Back to the template’s words"), "rotate-ccw")
        card = Card(_("Edit by hand"), "pencil")
        card.add(PlainLabel(_("The words must stay the client’s own, and true."), "hint", "muted", wrap=True))
        card.add(self._rows)
        row = FlowLayout()
        row.addWidget(self._done)
        row.addWidget(self._back)
        card.add(row)
        self.box.addWidget(card)
        self._bank = PhraseBank(case, use=self._add_phrase)
        self.box.addWidget(self._bank)
        self._done.clicked.connect(self._on_done_clicked)
        self._back.clicked.connect(self._on_back_clicked)

    def show_case(self, situation: Situation) -> None:
        texts = self.case.note.texts()
        if len(texts) != len(self._fields):
            self._clear()
            self._fill(texts)
        for field, text in zip(self._fields, texts, strict=True):
            field.set_value(text)  # nothing happens where it is what was typed
        self._bank.show_case(situation)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember the field that the person went to last: a phrase goes there. The keyboard alone tells
        nothing: it is put on the first field, the greeting, when the words are opened.
        """
        if is_gone_to(event):
            self._last = next((one for one in self._fields if watched in (one, one.viewport())), self._last)
        return super().eventFilter(watched, event)

    def show_words(self, block: int, words: str) -> None:
        """Put the cursor on `words` in a block of the letter as it is seen: emptied ones are left out."""
        seen = [field for field in self._fields if field.value()]
        if 0 <= block < len(seen):
            select_words(seen[block], words)
            self._last = seen[block] if words else self._last

    def cursor_place(self) -> tuple[int, int]:
        """Return where the cursor was last, else where a phrase would go: the part's number, the place."""
        if not self._fields:
            return 0, 0
        field = self._last or self._home()
        return self._fields.index(field), field.textCursor().position()

    def go_to(self, part: int, place: int) -> None:
        """Put the cursor to a place in a part, or as near to it as the words go by now."""
        if not self._fields:
            return
        field = self._fields[min(part, len(self._fields) - 1)]
        cursor = field.textCursor()
        cursor.setPosition(min(place, field.document().characterCount() - 1))
        field.setTextCursor(cursor)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._last = field

    def _fill(self, texts: list[str]) -> None:
        for at, text in enumerate(texts):
            field = TextField(text, lines=1, most=12)
            begin_at_left(field.document())
            check_spelling(field, self.case)
            field.setAccessibleName(_("Part {number} of the letter").format(number=at + 1))
            field.edited.connect(self._on_field_edited)
            field.installEventFilter(self)
            field.viewport().installEventFilter(self)  # a click goes there
            self._rows.addWidget(field)
            self._fields.append(field)

    def _add_phrase(self, text: str) -> None:
        """Put a phrase where the cursor is, in the part that was gone to last; else behind the words in the
        middle of the letter.
        """
        if not self._fields:
            return
        field = self._last or self._home()
        if self._last is None:
            field.moveCursor(QTextCursor.MoveOperation.End)
        cursor = field.textCursor()
        words, start, end = field.toPlainText(), cursor.selectionStart(), cursor.selectionEnd()
        cursor.insertText(spaced(between(words, 0, start), text, between(words, end, qt_length(words))))
        field.setFocus()

    def _home(self) -> TextField:
        """Return the middle one of the fields that say something; never the greeting, the closing or a name
        where there is another, if only an emptied one.
        """
        letter = self.case.note.letter()
        seen = [field for field in self._fields if field.value()]
        body = [seen[at] for at in telling(letter) if at < len(seen)] if letter is not None else []
        fields = body or [field for field in self._fields if not field.value()] or self._fields
        return fields[len(fields) // 2]

    def _clear(self) -> None:
        self._last = None
        for field in self._fields:
            self._rows.removeWidget(field)
            field.setParent(None)
            field.deleteLater()
        self._fields = []

    def _on_field_edited(self, _text: str) -> None:
        sender = self.sender()
        if isinstance(sender, TextField):
            self._last = sender
        self.case.put_aside(WORDS, self.case.note.edit_of([field.value() for field in self._fields]))

    def _on_done_clicked(self) -> None:
        self.case.note.keep()
        self.case.put_aside(EDITING, None)
        self._clear()

    def _on_back_clicked(self) -> None:
        self.case.put_aside(WORDS, [])
        self.case.note.keep()
        self.case.put_aside(EDITING, None)
        self._clear()


def is_gone_to(event: QEvent) -> bool:
    """Say whether `event`, in a field, is a person's who goes to it or about in it: by click or by key."""
    if isinstance(event, QKeyEvent):
        wanted = _MOVING if event.type() == QEvent.Type.KeyPress else _LEAVING  # let go in the next field
        return event.key() in wanted and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    return event.type() == QEvent.Type.MouseButtonPress


def spaced(before: str, text: str, after: str) -> str:
    """Return `text` with a space at each side where it would touch a word."""
    ahead = " " if before and not before[-1].isspace() else ""
    behind = " " if after and not after[0].isspace() else ""
    return f"{ahead}{text}{behind}"
