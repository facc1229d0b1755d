"""Where the lines of the live paper end: as in print, no time or number is parted, and a list hangs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run
from noshow_desk.services.letter_text import Place
from noshow_desk.ui.incident_wizard.paper_marks import Mark
from noshow_desk.ui.incident_wizard.paper_view import PaperPage, PaperView
from tests.export.samples import letter


def first_block(view: PaperView) -> QTextBlock:
    page = view.findChild(PaperPage)
    assert isinstance(page, PaperPage)
    block = page._document.begin()
    page._document.documentLayout().blockBoundingRect(block)
    return block


def lines(view: PaperView) -> list[str]:
    block = first_block(view)
    rows = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    return [block.text()[row.textStart() : row.textStart() + row.textLength()] for row in rows]


def one_line(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Letter:
    return letter(blocks=(Block(kind, ((Run(text),),)),))


@pytest.mark.parametrize("whole", ["12:00 PM", "9:30 a. m.", "(202) 555-0163"])
def test_no_line_ends_inside_a_time_or_a_telephone(qtbot: QtBot, whole: str) -> None:
    view = PaperView()
    qtbot.addWidget(view)
    view.show()
    seen = set()
    for width in range(150, 700, 7):
        view.resize(width, 400)
        view.show_letter(one_line(f"I have written down Wednesday at {whole} and I look forward to it."))
        seen.add(len(lines(view)))
        assert any(whole in line.replace("\u00a0", " ") for line in lines(view)), lines(view)
    assert len(seen) > 2  # it was wrapped at many places


def test_what_is_wrapped_in_a_list_stands_under_its_words(qtbot: QtBot) -> None:
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    view.show_letter(
        one_line("If the bus has not come by 8:10, then I call Ray and ask him.", BlockKind.LIST)
    )
    layout = first_block(view).layout()
    bullet, second = layout.lineAt(0), layout.lineAt(1)
    words = bullet.cursorToX(len("•  "))[0]
    assert second.naturalTextRect().x() == pytest.approx(words, abs=1.5)


def test_what_is_found_is_underlined_behind_a_time(qtbot: QtBot) -> None:
    view = PaperView()
    qtbot.addWidget(view)
    view.show()
    text = "At 12:00 PM my ride fell through."
    start = text.index("my")
    mark = Mark(1, (Place(0, 0, start, len(text) - 1),), must=True)
    view.show_letter(one_line(text), marks=[mark])
    assert view.underlined(1) == "my ride fell through" and view.text() == text
