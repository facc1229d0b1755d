"""The envelope bears the letter's own addresses; the letter's address shows in a window."""

from __future__ import annotations

import re
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
from noshow_desk.printing.printout import lay_out
from noshow_desk.printing.writers import write_paper
from noshow_desk.ui.dress import dress
from noshow_desk.ui.papers.boxes import page_notes
from tests.printing.goldens.beside import convert
from tests.tools.outside import needs_libreoffice, needs_pdftotext


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


def place_in(file: Path) -> tuple[float, float, float]:
    """Return where the recipient's address is on the page of a PDF, in inches: its top, bottom and right."""
    told = subprocess.run(
        ["pdftotext", "-bbox-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    line = re.compile(
        r'<line xMin="[\d.]+" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.S
    )
    found = [(one[4], [float(one[n]) / 72 for n in (1, 3, 2)]) for one in line.finditer(told)]
    first = next(at for at, (words, _place) in enumerate(found) if ">Rosa<" in words)
    last = next(at for at, (words, _place) in enumerate(found) if ">Dear<" in words) - 1
    rows = [place for _words, place in found[first : last + 1]]
    return rows[0][0], rows[-1][1], max(right for _top, _bottom, right in rows)


OWN = ("c/o Maria Reed", "Unit 4", "12 Harbor Road", "Apt 4", "Building C", "Floor 2", "Bayside, NY 11360")
LONG = (
    "1200 Harbor Road, Suite 1400, Building Number Seven at the Corner of Commerce Street and Bayfront Avenue"
)


@needs_pdftotext
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("own", [0, 1, 3, 4, 7])
@pytest.mark.parametrize("to", [4, 5, 6, 7, "long"])
def test_the_letters_address_shows_in_the_window_of_the_envelope(
    size: PaperSize, own: int, to: int | str, tmp_path: Path
) -> None:
    blocks = (address(SENDER, "Marcus Reed", *OWN[-own:]),) if own else ()
    lines = [f"Line {number}" for number in range(2, to + 1)] if isinstance(to, int) else [LONG, "Bayside"]
    recipient = address(RECIPIENT, "Ms. Rosa Alvarez", *lines)
    made = letter(*blocks, words("March 10, 2026"), recipient, words("Dear Ms. Alvarez,"))
    file = tmp_path / "letter.pdf"
    file.write_bytes(write_paper("pdf", made, PaperOptions(size=size)))
    top, bottom, right = place_in(file)
    assert 2.1 <= top <= 2.3 and bottom <= 3.2 and right <= 5.375
    assert lay_out(made, size=size).shows_address


@needs_libreoffice
@needs_pdftotext
@pytest.mark.usefixtures("qapp")
def test_a_word_file_shows_it_there_too(tmp_path: Path) -> None:
    sender = address(SENDER, "Marcus Reed", *OWN)
    recipient = address(RECIPIENT, "Ms. Rosa Alvarez", *(f"Line {number}" for number in range(2, 7)))
    made = letter(sender, words("March 10, 2026"), recipient, words("Dear Ms. Alvarez,"))
    (tmp_path / "letter.docx").write_bytes(write_paper("docx", made))
    convert(tmp_path)
    top, bottom, _right = place_in(tmp_path / "letter.pdf")
    assert 2.1 <= top <= 2.3 and bottom <= 3.2


@pytest.mark.usefixtures("qapp")
def test_the_senders_lines_give_way_and_keep_all_words() -> None:
    short, long = (address(SENDER, "Marcus Reed", *OWN[-own:]) for own in (2, 7))
    said = [lay_out(letter(one, words("March 10"), TO)).text() for one in (short, long)]
    assert said[0].startswith("Marcus Reed\nFloor 2\nBayside, NY 11360\n")
    assert said[1].startswith("Marcus Reed\nc/o Maria Reed · Unit 4 · 12 Harbor Road")
    assert all(line in said[1] for line in OWN)


@pytest.mark.usefixtures("qapp")
def test_what_does_not_fit_the_window_is_told() -> None:
    nine = address(RECIPIENT, "Ms. Rosa Alvarez", *(f"Line {number}" for number in range(2, 10)))
    shown = lay_out(letter(FROM, words("March 10"), nine))
    assert not shown.shows_address and "window" in page_notes(shown)
    high = tuple(words(f"A letterhead of many lines, {number}") for number in range(5))
    assert not lay_out(letter(*high, TO)).shows_address
    assert page_notes(lay_out(letter(FROM, words("March 10"), TO))) == ""


def test_a_word_file_puts_the_address_in_the_same_place() -> None:
    made = letter(words("March 10, 2026"), TO, words("Dear Ms. Alvarez,"))
    sheet = Document(BytesIO(write_paper("docx", made)))
    before = sheet.paragraphs[1].paragraph_format.space_before
    assert before is not None and 60 < before.pt < 80
    after = sheet.paragraphs[2].paragraph_format.space_before
    assert after is not None and after.pt < 12
