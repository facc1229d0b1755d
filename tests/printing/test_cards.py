"""Pocket cards: four to a sheet, cut lines between, each card whole in its quarter."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import PaperOptions, PaperSize
from noshow_desk.printing.picture import render_page
from noshow_desk.printing.printout import CARDS_A_SHEET, lay_out, lay_out_cards
from noshow_desk.printing.writers import write_paper


def card(words: str, lines: int = 3) -> Letter:
    """Return a plan card of some lines."""
    texts = tuple((Run(f"{words} {number}"),) for number in range(lines))
    block = Block(BlockKind.PARAGRAPH, texts)
    return Letter(kind=PaperKind.PLAN_CARD, language="en", title="Plan card", blocks=(block,))


def ink(picture: QImage, left: float, top: float) -> bool:
    """Say whether anything is drawn in the middle of the quarter that begins at these shares."""
    width, height = picture.width() // 2, picture.height() // 2
    x0, y0 = round(left * picture.width()) + 4, round(top * picture.height()) + 4
    part = picture.copy(x0, y0, width - 8, height - 8)
    return any(
        part.pixelColor(x, y).lightness() < 100
        for x in range(0, part.width(), 2)
        for y in range(0, part.height(), 2)
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", list(PaperSize))
def test_one_card_is_printed_four_times_on_one_sheet(size: PaperSize) -> None:
    printout = lay_out(card("Leave by 8:45"), size=size)
    assert printout.page_count == 1 and printout.sheet.width == size.inches[0]
    picture = render_page(printout, 0, 50)
    assert all(ink(picture, left, top) for left in (0, 0.5) for top in (0, 0.5))
    pdf = PdfReader(BytesIO(write_paper("pdf", card("Leave by 8:45"), PaperOptions(size=size))))
    assert len(pdf.pages) == 1 and pdf.pages[0].extract_text().count("Leave by 8:45 2") == CARDS_A_SHEET


def test_the_line_of_a_draft_stays_on_its_card(qapp: QApplication) -> None:
    card_of_draft = replace(card("Salgo a las 8:45"), language="es")
    picture = render_page(lay_out(card_of_draft, draft=True), 0, 100)
    middle, top = picture.width() // 2, picture.height() // 10
    beside_the_cut = [middle + x for x in (-8, -7, -6, 6, 7, 8)]
    colors = {picture.pixelColor(x, y).name() for x in beside_the_cut for y in range(2, top)}
    assert colors == {"#ffffff"}


def test_different_cards_share_a_sheet_in_order(qapp: QApplication) -> None:
    printout = lay_out_cards([card(name) for name in "ABCDE"])
    assert printout.page_count == 2
    second = render_page(printout, 1, 50)
    assert ink(second, 0, 0) and not ink(second, 0.5, 0) and not ink(second, 0, 0.5)
    assert [words in printout.text() for words in ("A 0", "E 2")] == [True, True]


def test_a_long_card_gets_smaller_letters_before_it_takes_a_second_card(qapp: QApplication) -> None:
    assert lay_out(card("If the bus has not come by then, I call", lines=16)).page_count == 1
    assert lay_out_cards([card("x", lines=60)]).page_count == 1  # several quarters of one sheet
    assert lay_out_cards([card("x", lines=300)]).page_count > 1
