"""The words of this vault as the spell check of a page sees them: known, added, taken out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from noshow_desk.coaching.spelling import words_in
from noshow_desk.i18n import _
from noshow_desk.services import spelling_words
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge


class WordBook(QObject):
    """Knows the added words; `changed` tells that there are others now."""

    changed = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._resting = False
        self._words = self._read()
        bridge.changed.connect(self._on_bridge_changed)

    def rest(self) -> None:
        """Read the vault no more, which may be closed next: the page was left."""
        self._resting = True

    def follow(self) -> None:
        """Read it again: the page is shown again."""
        self._resting = False
        self._look()

    def words(self) -> frozenset[str]:
        """Return the added words as `Speller.misspelt` takes them."""
        return self._words

    @property
    def may_write(self) -> bool:
        """Whether words can be added and taken out here."""
        return not self._desk.read_only

    def add(self, word: str) -> None:
        """Let the spell check know `word`."""
        add = partial(spelling_words.add_word, self._desk, word=word)
        self._bridge.run(add, _("The word was not added"))

    def take_out(self, word: str) -> None:
        """Let the spell check mark `word` again; of "Bayside's" it is "Bayside" that is known."""
        known = word if words_in([word]) <= self._words else word.replace("’", "'").removesuffix("'s")
        take_out = partial(spelling_words.take_out_word, self._desk, word=known)
        self._bridge.run(take_out, _("The word was not taken out"))

    def _read(self) -> frozenset[str]:
        return words_in(spelling_words.added_words(self._desk))

    def _on_bridge_changed(self, changes: Changes) -> None:
        if (changes.words or changes.everything) and not self._resting:
            self._look()

    def _look(self) -> None:
        words = self._read()
        if words != self._words:
            self._words = words
            self.changed.emit()
