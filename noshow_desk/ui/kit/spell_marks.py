"""Waves under misspelt words in any text that is edited, and what may be meant in its menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

from noshow_desk.coaching.spelling import Misspelt, Speller, speller
from noshow_desk.i18n import _
from noshow_desk.ui.kit.qt_places import in_qt
from noshow_desk.ui.theme import current_look

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
        self._known: tuple[str, ...] = ()
        self._language = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._typed_at = -1
        self._pause.timeout.connect(self._on_pause_timeout)
        # Before the base class hears of it: where something is typed is not marked yet.
        document.contentsChange.connect(self._on_document_changed)
        self.setDocument(document)

    def check(self, language: str, known: Iterable[str] = ()) -> None:
        """Check in this language ("" for none) from the next pause on; `known` are names that pass."""
        wanted = (language, tuple(known))
        if wanted != (self._language, self._known):
            self._language, self._known = wanted
            self._speller = None
            self._pause.start()

    def misspelt(self, line: int) -> list[Misspelt]:
        """Return the misspelt words of a line (from 0); their places are as Qt counts letters."""
        if self._speller is None:
            return []
        document = self.document()
        text = self._words_of(document, line) if self._words_of else document.findBlockByNumber(line).text()
        found = self._speller.misspelt(text, self._known)
        return [Misspelt(in_qt(text, one.start), in_qt(text, one.end), one.word) for one in found]

    def at(self, position: int) -> Misspelt | None:
        """Return the misspelt word at a position of the document."""
        block = self.document().findBlock(position)
        inside = position - block.position()
        found = self.misspelt(block.blockNumber())
        return next((one for one in found if one.start <= inside <= one.end), None)

    def add_to_menu(self, menu: QMenu, position: int) -> None:
        """Put what may be meant at `position` on top of `menu`."""
        wrong = self.at(position)
        if wrong is None or self._speller is None:
            return
        first = menu.actions()[0] if menu.actions() else menu.addSeparator()
        meant = self._speller.suggestions(wrong.word)
        for word in meant:
            action = QAction(word, menu)
            action.triggered.connect(partial(self._replace, position, wrong, word))
            menu.insertAction(first, action)
        if not meant:
            none = QAction(_("No suggestion for “{word}”").format(word=wrong.word), menu)
            none.setEnabled(False)
            menu.insertAction(first, none)
        menu.insertSeparator(first)

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
