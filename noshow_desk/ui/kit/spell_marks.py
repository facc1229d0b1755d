"""Waves under misspelt words in any text that is edited; its menu says what may be meant, and adds words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

from noshow_desk.coaching.spelling import Misspelt, Speller, speller, words_in
from noshow_desk.i18n import _
from noshow_desk.ui.kit.qt_places import in_qt
from noshow_desk.ui.theme import current_look

if TYPE_CHECKING:
    from noshow_desk.ui.word_book import WordBook

PAUSE_MS = 400  # a word that is still being typed is not wrong yet
Shown = Callable[[QTextDocument, int], str]


class SpellMarks(QSyntaxHighlighter):
    """Marks the words of one document; nothing is marked before `check` names a language.

    `words_of` returns a line as words to check, as long as the line itself: fields are blanked.
    """

    def __init__(self, document: QTextDocument, words_of: Shown | None = None) -> None:
        super().__init__(document.documentLayout())
        self._words_of = words_of
        self._speller: Speller | None = None
        self._names: frozenset[str] = frozenset()
        self._added: frozenset[str] = frozenset()  # of the book
        self._book: WordBook | None = None
        self._language = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._typed_at = -1
        self._pause.timeout.connect(self._on_pause_timeout)
        # Before the base class hears of it: where something is typed is not marked yet.
        document.contentsChange.connect(self._on_document_changed)
        self.setDocument(document)

    def check(self, language: str, known: Iterable[str] = (), book: WordBook | None = None) -> None:
        """Check in this language ("" for none) from the next pause on; `known` are names that pass, and so
        are the words of `book`, which the menu adds to.
        """
        self._take_book(book)
        wanted = (language, words_in(known))
        if wanted != (self._language, self._names):
            self._language, self._names = wanted
            self._speller = None
            self._pause.start()

    def misspelt(self, line: int) -> list[Misspelt]:
        """Return the misspelt words of a line (from 0); their places are as Qt counts letters."""
        return self._unknown(line, self._names | self._added)

    def at(self, position: int) -> Misspelt | None:
        """Return the misspelt word at a position of the document."""
        return self._found_at(position, self._names | self._added)

    def add_to_menu(self, menu: QMenu, position: int) -> None:
        """Put what may be meant at `position` on top of `menu`, and that the word can be added or, where it
        was, taken out.
        """
        wrong, own = self.at(position), self._found_at(position, self._names)
        made: list[QAction] = []
        if wrong is not None:
            made = [*self._meant(menu, position, wrong), *self._book_act(menu, wrong.word, there=False)]
        elif own is not None:
            made = self._book_act(menu, own.word, there=True)
        if made:
            first = menu.actions()[0] if menu.actions() else menu.addSeparator()
            menu.insertActions(first, made)
            menu.insertSeparator(first)

    def _meant(self, menu: QMenu, position: int, wrong: Misspelt) -> list[QAction]:
        """Return what may be meant, each to take its place."""
        assert self._speller is not None  # it found the word
        meant = [QAction(word, menu) for word in self._speller.suggestions(wrong.word)]
        for action in meant:
            action.triggered.connect(partial(self._replace, position, wrong, action.text()))
        if not meant:
            meant = [QAction(_("No suggestion for “{word}”").format(word=wrong.word), menu)]
            meant[0].setEnabled(False)
        return meant

    def _book_act(self, menu: QMenu, word: str, *, there: bool) -> list[QAction]:
        """Return the act that adds `word` to the book, or takes it out where it is `there`."""
        book = self._book
        if book is None or not book.may_write:
            return []
        label = _("Take “{word}” out of your words") if there else _("Add “{word}” to your words")
        action = QAction(label.format(word=word), menu)
        action.triggered.connect(partial(book.take_out if there else book.add, word))
        parted = QAction(menu)
        parted.setSeparator(True)
        return [action] if there else [parted, action]

    def highlightBlock(self, _text: str) -> None:
        """Draw the waves of one line."""
        block = self.currentBlock()
        for wrong in self.misspelt(block.blockNumber()):
            if block.position() + wrong.end == self._typed_at:
                continue  # still being typed
            for place in range(wrong.start, wrong.end):
                style = self.format(place)  # what else is drawn over this letter
                style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                style.setUnderlineColor(current_look().color("code_error_text"))
                self.setFormat(place, 1, style)

    def _unknown(self, line: int, known: frozenset[str]) -> list[Misspelt]:
        if self._speller is None:
            return []
        document = self.document()
        text = self._words_of(document, line) if self._words_of else document.findBlockByNumber(line).text()
        found = self._speller.misspelt(text, known)
        return [Misspelt(in_qt(text, one.start), in_qt(text, one.end), one.word) for one in found]

    def _found_at(self, position: int, known: frozenset[str]) -> Misspelt | None:
        block = self.document().findBlock(position)
        inside = position - block.position()
        found = self._unknown(block.blockNumber(), known)
        return next((one for one in found if one.start <= inside <= one.end), None)

    def _take_book(self, book: WordBook | None) -> None:
        if book is self._book:
            return
        if self._book is not None:
            self._book.changed.disconnect(self._on_book_changed)
        self._book = book
        if book is not None:
            book.changed.connect(self._on_book_changed)
        self._on_book_changed()

    def _on_book_changed(self) -> None:
        self._added = self._book.words() if self._book is not None else frozenset()
        self.rehighlight()

    def _replace(self, position: int, wrong: Misspelt, word: str, _checked: bool = False) -> None:
        block = self.document().findBlock(position)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + wrong.start)
        cursor.setPosition(block.position() + wrong.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == wrong.word:
            cursor.insertText(word)

    def _on_document_changed(self, position: int, _removed: int, added: int) -> None:
        if self._language:
            self._typed_at = position + added
            self._pause.start()

    def _on_pause_timeout(self) -> None:
        if self._speller is None:
            # Reading a dictionary takes 0.1 to 0.2 s, once: in a pause, not under a key.
            self._speller = speller(self._language)
            self.rehighlight()
        elif self._typed_at >= 0:
            block = self.document().findBlock(self._typed_at)
            self._typed_at = -1
            self.rehighlightBlock(block)
