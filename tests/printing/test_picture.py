"""Pages as pictures: black on white whatever the screen's colours, blanks yellow, tints where asked for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import DEFAULT_OPTIONS
from noshow_desk.printing import pdf
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.picture import render_pages
from noshow_desk.printing.printout import Printout, lay_out
from tests.export.samples import block, letter
from tests.tools.outside import needs_pdftoppm

YELLOW, GREEN = QColor("#FFF0A6"), QColor("#DDF1EE")


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    load_fonts()


def colors(printout: Printout) -> set[str]:
    picture = render_pages(printout, 50)[0]
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name() for x, y in spots}


def darkest(picture: QImage) -> int:
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return min(picture.pixelColor(x, y).lightness() for x, y in spots)


def test_a_page_is_as_large_as_its_sheet() -> None:
    picture = render_pages(lay_out(letter()), 100)[0]
    assert (picture.width(), picture.height()) == (850, 1100)


def test_every_page_is_rendered() -> None:
    long = letter(blocks=tuple(block(f"Line {number}") for number in range(100)))
    assert len(render_pages(lay_out(long), 20)) == lay_out(long).page_count > 2


def test_a_page_is_not_blank() -> None:
    assert darkest(render_pages(lay_out(letter()), 50)[0]) < 120
    assert darkest(render_pages(lay_out(letter(blocks=())), 50)[0]) == 255


def test_a_dark_theme_does_not_turn_the_ink_white() -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before, dark = application.palette(), QPalette(QColor("#15191B"))
    plain = render_pages(lay_out(letter()), 50)[0]
    application.setPalette(dark)
    try:
        assert render_pages(lay_out(letter()), 50)[0] == plain
    finally:
        application.setPalette(before)


def test_what_is_missing_is_yellow_on_screen_and_own_words_are_tinted() -> None:
    assert {YELLOW.name(), GREEN.name()} <= colors(lay_out(letter(), tints=True))


def test_in_print_only_what_is_missing_is_yellow() -> None:
    for draft in (False, True):
        assert {YELLOW.name(), GREEN.name()} & colors(lay_out(letter(), draft=draft)) == {YELLOW.name()}
    assert YELLOW.name() not in colors(lay_out(letter(blocks=(block("Nothing is missing."),))))


def test_what_is_missing_on_a_pocket_card_is_yellow_in_print() -> None:
    assert YELLOW.name() in colors(lay_out(letter(kind=PaperKind.PLAN_CARD)))


@needs_pdftoppm
def test_what_is_missing_is_yellow_in_a_pdf(tmp_path: Path) -> None:
    made = tmp_path / "paper.pdf"
    made.write_bytes(pdf.write(letter(), DEFAULT_OPTIONS))
    subprocess.run(["pdftoppm", "-png", "-r", "50", str(made), str(tmp_path / "page")], check=True)
    picture = QImage(str(next(tmp_path.glob("page*.png"))))
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert YELLOW.name() in {picture.pixelColor(x, y).name() for x, y in spots}


def test_a_draft_is_marked_across_the_page() -> None:
    def marked(made: Letter, draft: bool) -> bool:
        return QColor("#EFEBE4").name() in colors(lay_out(made, draft=draft))

    assert marked(letter(blocks=()), True)
    assert not marked(letter(blocks=()), False)


@needs_pdftoppm
def test_a_pdf_is_not_blank_to_another_program(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf.write(letter(), DEFAULT_OPTIONS))
    subprocess.run(
        ["pdftoppm", "-r", "50", "-png", "-singlefile", "a.pdf", "a"], cwd=tmp_path, check=True, timeout=60
    )
    assert darkest(QImage(str(tmp_path / "a.png"))) < 120
