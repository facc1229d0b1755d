"""The envelope bears the letter's own addresses; the letter's address shows in a window."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import RECIPIENT, SENDER, Block, BlockKind, Letter, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.errors import UserError
from noshow_desk.export.options import PaperOptions, PaperSize
from noshow_desk.printing.envelope import NUMBER_10, lay_out_envelope
from noshow_desk.printing.pdf import write_pdf
from noshow_desk.printing.picture import render_page
from noshow_desk.printing.writers import write_paper
from noshow_desk.ui.dress import dress


def address(field: str, *lines: str) -> Block:
    """Return an address block filled from `field`."""
    return Block(BlockKind.ADDRESS, tuple((Run(line, field=field),) for line in lines))


def words(text: str) -> Block:
    """Return one paragraph."""
    return Block(BlockKind.PARAGRAPH, ((Run(text),),))


TO = address(RECIPIENT, "Ms. Rosa Alvarez", "Bayside Warehouse", "1200 Harbor Road", "Bayside, CA 90000")
FROM = address(SENDER, "Marcus Reed", "48 Tide Street", "Bayside, CA 90000")


def letter(*blocks: Block) -> Letter:
    """Return a thank-you letter of these blocks."""
    return Letter(kind=PaperKind.THANK_YOU, language="en", title="Thank-you note", blocks=blocks)


def test_an_envelope_bears_both_addresses_and_no_name_in_its_title(qapp: QApplication) -> None:
    made = lay_out_envelope(letter(FROM, words("March 10"), TO))
    content = write_pdf([made])
    page = PdfReader(BytesIO(content)).pages[0]
    inches = (float(page.mediabox.width) / 72, float(page.mediabox.height) / 72)
    assert inches == pytest.approx((NUMBER_10.width, NUMBER_10.height), abs=0.02)
    text = page.extract_text()
    assert "Ms. Rosa Alvarez" in text and "48 Tide Street" in text
    assert made.title == "Envelope" and "Marcus Reed\n" in made.text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_ink_is_black_whatever_the_colours_of_the_screen(qapp: QApplication, theme: str) -> None:
    dress(qapp, theme)
    try:
        picture = render_page(lay_out_envelope(letter(FROM, TO)), 0, 60)
    finally:
        dress(qapp, "light")
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    darkest = min(
        grey.pixelColor(x, y).red() for x in range(0, grey.width(), 2) for y in range(grey.height())
    )
    assert darkest < 90


def test_without_the_clients_address_none_is_on_the_envelope(qapp: QApplication) -> None:
    text = lay_out_envelope(letter(words("March 10"), TO)).text()
    assert text.startswith("Ms. Rosa Alvarez") and "Marcus" not in text


def test_an_envelope_needs_an_address(qapp: QApplication) -> None:
    with pytest.raises(UserError, match="postal address"):
        lay_out_envelope(letter(words("Hello")))


@pytest.mark.parametrize("count", [1, 9])
def test_one_line_and_nine_lines_fit(qapp: QApplication, count: int) -> None:
    lines = [f"Line {number} of a long address" for number in range(count)]
    picture = render_page(lay_out_envelope(letter(address(RECIPIENT, *lines))), 0, 40)
    edge = [picture.pixelColor(x, picture.height() - 5).lightness() for x in range(picture.width())]
    assert min(edge) > 200


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("sender", [True, False])
def test_the_letters_address_shows_in_the_window_of_the_envelope(
    size: PaperSize, sender: bool, tmp_path: Path
) -> None:
    blocks = (FROM,) if sender else ()
    made = letter(*blocks, words("March 10, 2026"), TO, words("Dear Ms. Alvarez,"))
    file = tmp_path / "letter.pdf"
    file.write_bytes(write_paper("pdf", made, PaperOptions(size=size)))
    told = subprocess.run(
        ["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    place = re.search(r'yMin="([\d.]+)"[^>]*>Rosa<', told)
    assert place is not None
    first = float(place[1]) / 72
    assert 2.1 <= first <= 2.6


def test_a_word_file_puts_the_address_in_the_same_place() -> None:
    made = letter(words("March 10, 2026"), TO, words("Dear Ms. Alvarez,"))
    sheet = Document(BytesIO(write_paper("docx", made)))
    before = sheet.paragraphs[1].paragraph_format.space_before
    assert before is not None and 60 < before.pt < 80
    after = sheet.paragraphs[2].paragraph_format.space_before
    assert after is not None and after.pt < 12
