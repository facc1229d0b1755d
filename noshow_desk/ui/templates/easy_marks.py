"""What is drawn over the text of the Easy view: the present look, and waves under misspelt words.

Another theme or text size changes nothing in the document itself, so that all of it can still be undone.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextDocument

from noshow_desk.ui.kit.qt_places import qt_length
from noshow_desk.ui.kit.spell_marks import SpellMarks
from noshow_desk.ui.templates.easy_document import BOLD, KIND, make_bold, runs


class EasyMarks(SpellMarks):
    """Shows what was written under another look in the fonts and colours of the present one."""

    def highlightBlock(self, text: str) -> None:
        """Draw one line."""
        for start, words, style in runs(self.currentBlock()):
            look = QTextCharFormat()
            make_bold(look, str(style.property(KIND) or ""), bool(style.property(BOLD)))
            if (style.font(), style.foreground()) != (look.font(), look.foreground()):
                self.setFormat(start, qt_length(words), look)
        super().highlightBlock(text)


def words_alone(document: QTextDocument, line: int) -> str:
    """Return a line (from 0) as words to check, as long as the line for Qt: commas in place of its fields,
    line breaks in place of its marks, behind which a sentence may begin.
    """
    parts = runs(document.findBlockByNumber(line))
    return "".join(_blanked(text, str(style.property(KIND) or "")) for _start, text, style in parts)


def _blanked(text: str, kind: str) -> str:
    return text if not kind else ("," if kind == "Field" else "\n") * qt_length(text)
