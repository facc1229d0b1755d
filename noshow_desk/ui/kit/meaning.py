"""A value that is typed in words: what a line means by now, whether that is clear, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from noshow_desk.ui.kit.lines import LineField

Value = TypeVar("Value")


class Meaning(Generic[Value]):
    """What the words of a line mean: `value`, None for no words; `unclear` while they mean nothing.

    `said` writes a value as usual, `meant` reads one, None for words that mean none.
    """

    def __init__(
        self, line: LineField, said: Callable[[Value], str], meant: Callable[[str], Value | None]
    ) -> None:
        self._line, self._said, self._meant = line, said, meant
        self.value: Value | None = None
        self.unclear = False

    def show(self, value: Value | None) -> None:
        """Write a value into the line, as it is usually written."""
        self.value, self.unclear = value, False
        self._line.setText(self._words())
        self._line.set_wrong(False)

    def read(self) -> bool:
        """Read the line as it stands; True when it means another value than before."""
        words = self._line.text().strip()
        if words == self._words():
            self.unclear = False
            return False
        meant = self._meant(words) if words else None
        self.unclear = bool(words) and meant is None
        if self.unclear:
            return False
        before, self.value = self.value, meant
        return meant != before

    def finish(self) -> bool:
        """Do as `read` does when the line is left: mark what is unclear, write the rest as usual."""
        changed = self.read()
        if self.unclear:
            self._line.set_wrong(True)
        else:
            self.show(self.value)
        return changed

    def clear_value(self) -> Value | None:
        """Return what the line means now; None for no words, and for unclear ones."""
        self.read()
        return None if self.unclear else self.value

    def _words(self) -> str:
        return self._said(self.value) if self.value is not None else ""
