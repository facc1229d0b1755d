"""How papers are laid out: one page where it can be, nothing parted that belongs together, nothing loaded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontInfo, QTextDocument
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.looks import LOOKS
from noshow_desk.export.options import PaperSize
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.letter import letter_document, reading_document
from noshow_desk.printing.printout import lay_out, lay_out_for_reading, lay_out_summary
from noshow_desk.printing.sheet import LAYOUT_DPI, PaperDocument, Sheet, sheet_of
from tests.export.samples import block, case, letter, summary

SHEET = sheet_of(PaperSize.LETTER)


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    load_fonts()


def points(document: QTextDocument) -> float:
    return document.defaultFont().pixelSize() * 72 / LAYOUT_DPI


def lines(count: int, kind: PaperKind = PaperKind.THANK_YOU) -> Letter:
    return letter(kind=kind, blocks=tuple(block(f"Line {number}") for number in range(count)))


def page_of(document: QTextDocument, words: str) -> int:
    found = document.find(words).block()
    document.documentLayout().blockBoundingRect(found)
    top = found.layout().position().y() + found.layout().lineAt(0).y()
    return int((top + 1) // document.pageSize().height())


def test_a_paper_opens_no_file_and_no_address() -> None:
    image = PaperDocument().loadResource(QTextDocument.ResourceType.ImageResource, QUrl("file:///etc/passwd"))
    assert image is not None
    assert image.isNull()  # type: ignore[attr-defined]


def test_user_text_is_never_rich_text() -> None:
    document = letter_document(letter(blocks=(block("<b>bold</b> <img src=x>"),)), SHEET)
    assert document.toPlainText() == "<b>bold</b> <img src=x>"
    assert not document.isUndoRedoEnabled()


@pytest.mark.parametrize("number", ["(202) 555-0163", "202 555 0163", "+1 202 555-0163"])
@pytest.mark.parametrize("kind", [PaperKind.THANK_YOU, PaperKind.CALL_CARD, PaperKind.PLAN_CARD])
def test_no_line_ends_inside_a_telephone_number(number: str, kind: PaperKind) -> None:
    for before in range(1, 40):
        text = f"{'by ' * before}my number is {number}, and it is mine."
        document = letter_document(letter(kind=kind, blocks=(block(text),)), SHEET)
        found = document.find("number").block()
        document.documentLayout().blockBoundingRect(found)
        layout = found.layout()
        ends = {layout.lineAt(row).textStart() for row in range(layout.lineCount())}
        start = found.text().index("number is ") + len("number is ")
        assert not ends & set(range(start + 1, start + len(number)))


@pytest.mark.parametrize("name", ["يوسف أحمد", "מרים לוי"])
@pytest.mark.parametrize("kind", list(PaperKind))
def test_a_line_that_begins_with_a_name_from_the_right_runs_from_the_left(name: str, kind: PaperKind) -> None:
    words = f"{name}, 555-0142, first and last"
    paper = letter(kind=kind, blocks=(block(words),))
    for document in (letter_document(paper, SHEET), reading_document(paper, SHEET)):
        found = document.find("0142").block()
        document.documentLayout().blockBoundingRect(found)
        line, text = found.layout().lineAt(0), found.text()
        places = [line.cursorToX(text.index(part))[0] for part in ("555", "0142", "first", "last")]
        assert line.naturalTextRect().x() == pytest.approx(0, abs=1) and places == sorted(places)


def test_it_is_set_in_the_bundled_font() -> None:
    assert QFontInfo(letter_document(letter(), SHEET).defaultFont()).family() == "Inter"


def test_a_letter_is_set_in_11_to_12_points() -> None:
    assert points(letter_document(letter(), SHEET)) == pytest.approx(11.5, abs=0.1)


def test_a_letter_a_little_too_long_is_set_smaller_to_stay_on_one_page() -> None:
    document = letter_document(lines(27), SHEET)
    assert document.pageCount() == 1
    assert 10.4 < points(document) < 11.4


def test_a_long_letter_keeps_its_size() -> None:
    document = letter_document(lines(70), SHEET)
    assert document.pageCount() > 2
    assert points(document) == pytest.approx(11.5, abs=0.1)


def test_a_call_card_is_large_and_stays_on_one_page() -> None:
    assert points(letter_document(lines(5, PaperKind.CALL_CARD), SHEET)) >= 16
    full = letter_document(lines(24, PaperKind.CALL_CARD), SHEET)
    assert full.pageCount() == 1
    assert points(full) < 16


def test_every_look_tries_its_sizes_from_large_to_small() -> None:
    for kind, look in LOOKS.items():
        assert list(look.sizes) == sorted(look.sizes, reverse=True)
        assert min(look.sizes) >= (9 if kind is PaperKind.PLAN_CARD else 10.5)  # a pocket is small


def test_a_signature_is_not_parted_from_the_greeting_above_it() -> None:
    for count in range(60, 90):
        blocks = (*lines(count).blocks, block("Sincerely,"), block("Marcus Reed", kind=BlockKind.SIGNATURE))
        document = letter_document(letter(blocks=blocks), SHEET)
        assert page_of(document, "Sincerely") == page_of(document, "Marcus Reed")


def test_an_address_is_not_parted() -> None:
    for count in range(70, 80):
        address = block("First line", "Second line", "Third line", "Last line", kind=BlockKind.ADDRESS)
        document = letter_document(letter(blocks=(*lines(count).blocks, address)), SHEET)
        found = document.lastBlock()
        tops = [found.layout().lineAt(number).y() for number in range(4)]
        start = found.layout().position().y()
        assert len({int((start + top + 1) // document.pageSize().height()) for top in tops}) == 1


def test_a_heading_of_a_summary_is_not_parted_from_its_rows() -> None:
    made = summary(*[case() for _number in range(6)])
    printout = lay_out_summary(made, "en")
    document = printout._document
    pages: list[int] = []
    found = document.begin()
    while found.isValid():
        if found.text() in ("The attempt", "Steps", "Papers", "What happened"):
            pages.append(page_of_block(document, found) - page_of_block(document, found.next()))
        found = found.next()
    assert printout.page_count > 3
    assert len(pages) == 24
    assert set(pages) == {0}


def page_of_block(document: QTextDocument, found: object) -> int:
    layout = found.layout()  # type: ignore[attr-defined]
    return int((layout.position().y() + layout.lineAt(0).y() + 1) // document.pageSize().height())


def test_no_line_runs_over_the_margin() -> None:
    long = "A sentence that is long enough to be broken more than once by any sheet of paper. " * 3
    made = letter(
        blocks=(
            Block(BlockKind.LIST, ((Run(long),), (Run(long),))),
            block(long, kind=BlockKind.ADDRESS),
            block("w" * 400),
        )
    )
    document = letter_document(made, SHEET)
    found = document.begin()
    while found.isValid():
        for number in range(found.layout().lineCount()):
            line = found.layout().lineAt(number)
            assert line.x() + line.naturalTextWidth() <= SHEET.text_area.width() + 1
        found = found.next()


def test_a_pane_shows_the_letter_in_the_size_of_the_screens_text_on_one_sheet() -> None:
    document = reading_document(letter(), Sheet(4, 4, 0.3))
    assert points(document) == pytest.approx(10.5, abs=0.1)
    printout = lay_out_for_reading(lines(100), 4.0)
    assert printout.page_count == 1
    assert printout.sheet.height > 20
    assert lay_out_for_reading(letter(), 4.0).sheet.height > 5


def test_screen_readers_get_all_of_the_text() -> None:
    text = lay_out(letter(subject="Our interview")).text()
    for words in ("Subject: Our interview", "Dear Ms. Alvarez,", "•\u2002One thing", "Marcus Reed"):
        assert words in text


def test_characters_that_no_font_has_are_named() -> None:
    assert lay_out(letter()).unprintable() == ""
    unassigned = "\U000f1234"
    made = letter(blocks=(block(f"A {unassigned} é م א ☐ \u200b B {unassigned}"),))
    assert lay_out(made).unprintable() == unassigned
