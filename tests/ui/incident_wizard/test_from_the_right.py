"""A name in Arabic or Hebrew begins at the left of an English letter, as all its lines do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import Block, BlockKind, Run, line_text
from noshow_desk.services import clients, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_text import Place
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard.blocks.hand_edit import HandEdit
from noshow_desk.ui.incident_wizard.paper_marks import Mark
from noshow_desk.ui.incident_wizard.paper_view import PaperPage, PaperView
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.qt_places import qt_length
from tests.export.samples import letter
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open

YOUSSEF, MIRIAM = "يوسف أحمد", "מרים לוי"


def left_of(block: QTextBlock) -> float:
    """Return how far from the left the words of a paragraph's first line begin."""
    block.document().documentLayout().blockBoundingRect(block)
    return block.layout().lineAt(0).naturalTextRect().x()


def lines_of(document: QTextDocument) -> dict[str, float]:
    block, found = document.begin(), {}
    while block.isValid():
        found[block.text()] = left_of(block)
        block = block.next()
    return found


@pytest.mark.parametrize("name", [YOUSSEF, MIRIAM])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_draft_on_screen_begins_at_the_left(qtbot: QtBot, name: str, language: str) -> None:
    kinds = (BlockKind.ADDRESS, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.SIGNATURE)
    blocks = tuple(Block(kind, ((Run(f"{name} {kind}"),),)) for kind in kinds)
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_letter(letter(language=language, blocks=blocks))
    page = view.findChild(PaperPage)
    assert isinstance(page, PaperPage)
    lines = lines_of(page._document)
    assert len(lines) == 4 and {round(left) for left in lines.values()} == {0}


def test_a_number_behind_a_name_keeps_its_order_and_what_is_found_is_underlined(qtbot: QtBot) -> None:
    line = (Run("I, "), Run(YOUSSEF), Run(", 555-0142, "), Run(f"🙂 and {MIRIAM}, no excuse"))
    made = letter(blocks=(Block(BlockKind.PARAGRAPH, (line,)),))
    text, wanted = line_text(line), ("I", "يوسف", YOUSSEF, "0142", "🙂", MIRIAM, "excuse", line_text(line))
    starts = [text.index(words) for words in wanted]
    marks = [
        Mark(number, (Place(0, 0, start, start + len(words)),), must=True)
        for number, (start, words) in enumerate(zip(starts, wanted, strict=True), 1)
    ]
    view = PaperView()
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    view.show_letter(made, marks=marks)
    assert view.text() == text
    assert [view.underlined(mark.number) for mark in marks] == list(wanted)
    page = view.findChild(PaperPage)
    assert isinstance(page, PaperPage)
    block = page._document.begin()
    left_of(block)
    shown, row = block.text(), block.layout().lineAt(0)
    places = [
        row.cursorToX(qt_length(shown[: shown.index(part)]))[0] for part in ("555", "0142", "and", "no ")
    ]
    assert places == sorted(places)


def test_a_part_edited_by_hand_goes_on_at_the_right_of_a_name(
    desk: Desk, bridge: Bridge, wizard: Open
) -> None:
    made = cases.granted(desk)
    client = replace(queries.facts(desk, made).client, first_name="يوسف", last_name="أحمد")
    bridge.changed.emit(clients.edit_client(desk, client=client))
    page = wizard(made, "note")
    page.body().draft._edit.click()
    edit = page.view().findChild(HandEdit)
    field = next(one for one in edit._fields if one.value().startswith(YOUSSEF))
    field.setPlainText(f"{YOUSSEF} and I")
    block = field.document().begin()
    left_of(block)
    line = block.layout().lineAt(0)
    begin, end = (line.cursorToX(place)[0] for place in (0, block.length() - 1))
    assert end > begin


def ink(widget: QWidget) -> tuple[int, int]:
    """Return the first and the last column of pixels that are not the ground's."""
    picture = widget.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    rows = range(picture.height())
    drawn = [x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in rows)]
    return drawn[0], drawn[-1]


@pytest.mark.parametrize("name", ["يوسف", "מרים"])
def test_a_sentence_of_the_screen_that_begins_with_a_name_begins_at_the_left(
    desk: Desk, bridge: Bridge, wizard: Open, name: str
) -> None:
    made = cases.granted(desk)
    client = replace(queries.facts(desk, made).client, first_name=name, last_name="Lee")
    bridge.changed.emit(clients.edit_client(desk, client=client))
    page = wizard(made, "call")
    title = next(
        one for one in page.view().findChildren(PlainLabel) if one.text() == f"{name} calls Ms. Alvarez"
    )
    left, right = ink(title)
    assert left < 10 and right < title.width() - 40
