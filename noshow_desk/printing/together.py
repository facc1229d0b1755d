"""Keeps a heading on the page of what it heads, and an address in one piece, which Qt's layout does not."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

_STAYS = QTextFormat.Property.UserProperty.value + 1
_WHOLE = QTextFormat.Property.UserProperty.value + 2


def stays_with_next(form: QTextBlockFormat) -> None:
    """Mark a paragraph that must not be the last on its page."""
    form.setProperty(_STAYS, True)


def stays_whole(form: QTextBlockFormat) -> None:
    """Mark a paragraph that must not run over a page's end, unless it is longer than a page."""
    form.setProperty(_WHOLE, True)


def keep_together(document: QTextDocument) -> None:
    """Begin a new page before every marked paragraph that would be parted from the next one, or in itself."""
    if document.pageCount() == 1:
        return
    block = document.firstBlock()
    while block.isValid():
        if _parted(document, block):
            _begin_page(_first_of_chain(block))
        block = block.next()


def _parted(document: QTextDocument, block: QTextBlock) -> bool:
    form, following = block.blockFormat(), block.next()
    if form.property(_STAYS) and following.isValid():
        return _page(document, block, 0) != _page(document, following, 0)
    last = block.layout().lineCount() - 1
    whole = bool(form.property(_WHOLE)) and last > 0
    return whole and _page(document, block, 0) != _page(document, block, last)


def _first_of_chain(block: QTextBlock) -> QTextBlock:
    """Return the first of the marked paragraphs that lead to `block`: a title, then a section's title."""
    while block.previous().blockFormat().property(_STAYS):
        block = block.previous()
    return block


def _begin_page(block: QTextBlock) -> None:
    form = QTextBlockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).mergeBlockFormat(form)


def _page(document: QTextDocument, block: QTextBlock, line: int) -> int:
    """Return the page on which a line of `block` stands."""
    document.documentLayout().blockBoundingRect(block)  # lays out up to here: `layout` alone may be stale
    place = block.layout().lineAt(line)
    middle = block.layout().position().y() + (place.y() + place.height() / 2 if place.isValid() else 0)
    return int(middle // document.pageSize().height())
