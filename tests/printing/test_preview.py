"""The preview: white paper in every theme, fitted, readable to the eye and to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.preview import FIT_PAGE, PaperPreview
from noshow_desk.printing.printout import lay_out
from tests.export.samples import block, letter

WHITE = QColor("white")


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[PaperPreview]:
    load_fonts()
    shown = PaperPreview()
    qtbot.addWidget(shown)
    shown.resize(500, 600)
    shown.show()
    yield shown


def long_letter() -> object:
    return letter(blocks=tuple(block(f"Line {number}") for number in range(100)))


def test_the_paper_is_white_in_a_dark_theme(preview: PaperPreview) -> None:
    preview.setPalette(QPalette(QColor("#15191B")))
    preview.show_letter(letter())
    picture = preview.grab().toImage()
    assert picture.pixelColor(250, 40) == WHITE
    assert picture.pixelColor(4, 300) != WHITE


def test_it_fits_the_width_of_its_pane(preview: PaperPreview) -> None:
    preview.show_printout(lay_out(letter()))
    assert preview.horizontalScrollBar().maximum() == 0
    preview.resize(300, 600)
    assert preview.horizontalScrollBar().maximum() == 0


def test_a_whole_page_fits_too(preview: PaperPreview, qtbot: QtBot) -> None:
    preview.resize(500, 400)
    preview.show_printout(lay_out(letter()))
    assert preview.verticalScrollBar().maximum() > 0
    whole = PaperPreview(zoom=FIT_PAGE)
    qtbot.addWidget(whole)
    whole.resize(500, 400)
    whole.show()
    whole.show_printout(lay_out(letter()))
    assert whole.verticalScrollBar().maximum() == 0


def test_long_papers_can_be_scrolled_by_key(preview: PaperPreview, qtbot: QtBot) -> None:
    preview.show_letter(long_letter())  # type: ignore[arg-type]
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.verticalScrollBar().value() > 0


def test_beside_a_form_the_text_is_as_large_as_the_windows(preview: PaperPreview) -> None:
    preview.show_letter(letter())
    before = preview._dpi
    preview.resize(350, 600)
    assert preview._dpi == before
    assert preview.horizontalScrollBar().maximum() == 0


def test_what_is_missing_is_yellow(preview: PaperPreview) -> None:
    preview.show_letter(letter())
    picture = preview.grab().toImage()
    names = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert QColor("#FFF0A6").name() in names


def test_screen_readers_get_title_and_text(preview: PaperPreview) -> None:
    preview.show_letter(letter())
    assert preview.accessibleName() == "Thank-you note"
    assert "Dear Ms. Alvarez," in preview.accessibleDescription()
    preview.clear()
    assert preview.accessibleDescription() == ""


def test_it_says_how_many_pages_there_are(preview: PaperPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.page_count_changed) as told:
        preview.show_printout(lay_out(long_letter()))  # type: ignore[arg-type]
    assert told.args == [preview.page_count]
    assert preview.page_count > 1


def test_a_change_keeps_the_place_where_one_reads(preview: PaperPreview) -> None:
    preview.show_letter(long_letter())  # type: ignore[arg-type]
    preview.verticalScrollBar().setValue(300)
    preview.show_letter(long_letter())  # type: ignore[arg-type]
    assert preview.verticalScrollBar().value() == 300


def test_focus_can_be_seen(preview: PaperPreview, qtbot: QtBot) -> None:
    preview.show_letter(letter())
    preview.clearFocus()
    before = preview.grab().toImage()
    preview.activateWindow()
    preview.setFocus()
    qtbot.waitUntil(preview.hasFocus)
    assert preview.grab().toImage() != before


def test_a_printout_of_several_pages_is_shown_as_it_prints(preview: PaperPreview) -> None:
    preview.show_printout(lay_out(long_letter()))  # type: ignore[arg-type]
    assert preview.page_count > 1
    assert preview.verticalScrollBar().maximum() > 600


def test_an_empty_preview_paints(preview: PaperPreview) -> None:
    assert preview.page_count == 0
    assert not preview.grab().isNull()
