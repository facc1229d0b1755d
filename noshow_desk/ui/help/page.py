"""The help page: topics at the left, text at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _, language
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.help.code_box import CodeBox
from noshow_desk.ui.help.topics import TOPICS, Piece, pieces
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

COLUMN = 680
ROLES = {"title": "title", "heading": "card", "text": "body", "item": "body"}
KNOWN = frozenset(topic.key for topic in TOPICS)


class HelpPage(Page):
    """Shows one topic; a wish names it (`Wish("help", topic)`)."""

    help_topic = "keys"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.topics = RowView(_("Help topics"))
        self.topics.setModel(RowModel([RowItem(topic.key, _(topic.title)) for topic in TOPICS]))
        self.topics.setFixedWidth(current_look().px(260))
        self._text_host = QVBoxLayout()
        self._text: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 0, 0)
        row.addWidget(self.topics)
        row.addLayout(self._text_host, 1)
        self.topics.picked.connect(self.show_topic)
        self.topics.pick(0)
        self.show_topic(TOPICS[0].key)

    def visit(self, wish: Wish) -> None:
        """Show the topic that F1 asked for."""
        if wish.id in KNOWN:
            self.topics.pick([topic.key for topic in TOPICS].index(wish.id))
            self.show_topic(wish.id)

    def start(self) -> QWidget | None:
        """Return the list of topics."""
        return self.topics

    def show_topic(self, key: str) -> None:
        """Show the text of topic `key`."""
        page = ScrollPage()
        column = QWidget()
        column.setMaximumWidth(current_look().px(COLUMN))
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for piece in pieces(str(key), language()):
            lines.addWidget(_shown(piece))
        # Beside a stretch: a label with a greatest width is measured at the width of the page, and cut.
        row = QHBoxLayout()
        row.addWidget(column, 100)
        row.addStretch(1)
        page.add(row)
        page.finish()
        if self._text is not None:
            self._text_host.removeWidget(self._text)
            self._text.hide()
            self._text.deleteLater()
        self._text = page
        self._text_host.addWidget(page)


def _shown(piece: Piece) -> QWidget:
    if piece.role == "code":
        return CodeBox(piece.text)
    text = f"• {piece.text}" if piece.role == "item" else piece.text
    return PlainLabel(text, ROLES[piece.role], wrap=True)
