"""PDFs: text that can be copied whole, embedded fonts, the right sheet, and properties that name nobody."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Block, BlockKind, Run
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions, PaperSize
from noshow_desk.printing import pdf
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.printout import lay_out
from tests.export.samples import block, letter, summary
from tests.export.test_papers import HOSTILE, ODD_NAMES
from tests.tools.outside import needs_pdftotext, pdf_text


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    load_fonts()


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


@needs_pdftotext
def test_the_text_is_whole_and_in_order() -> None:
    assert " ".join(pdf_text(pdf.write(letter(), DEFAULT_OPTIONS)).split()) == (
        "Marcus Reed 12 Tide Street March 10, 2026 Dear Ms. Alvarez, "
        "Thank you for your first-class office time; the waffle fluff offered “fine” affinity. "
        "I will see you on Friday, March 13, at 10:00 AM at [place]. I am ready. "
        "• One thing • Another thing Sincerely, Marcus Reed"
    )


@needs_pdftotext
def test_ligatures_arrows_and_quotes_come_out_as_they_went_in() -> None:
    words = "office flight waffle affix find fluff -> => 10x 1/2 I’m “so” ‘sorry’ ¿Cómo? ñ ü – — … ☐"
    assert pdf_text(pdf.write(letter(blocks=(block(words),)), DEFAULT_OPTIONS)).strip() == words


@needs_pdftotext
@pytest.mark.parametrize("name", ["Łukasz Żółć", "Ελένη", "Оксана", "Đỗ Thị Hương", "Ngọc"])
def test_names_in_other_alphabets_come_out_whole(name: str) -> None:
    assert name in pdf_text(pdf.write(letter(blocks=(block(name),)), DEFAULT_OPTIONS))


def test_the_subject_of_an_email_stands_on_top() -> None:
    text = read(pdf.write(letter(subject="Our interview"), DEFAULT_OPTIONS)).pages[0].extract_text()
    assert text.startswith("Subject: Our interview")


def test_every_font_is_ours_and_embedded() -> None:
    made = read(pdf.write(letter(), DEFAULT_OPTIONS))
    fonts = made.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    descendants = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    assert {str(font["/BaseFont"]) for font in descendants} == {"/Inter-Regular", "/Inter-Bold"}
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in descendants)


def test_section_6_the_properties_name_nobody() -> None:
    content = pdf.write(letter(), DEFAULT_OPTIONS)
    info = read(content).metadata
    assert info is not None
    assert info.title == "Thank-you note"
    named = {key: str(info[key]).strip() for key in ("/Author", "/Creator", "/Producer")}
    assert named == {"/Author": "", "/Creator": "", "/Producer": ""}
    for word in (b"Qt 6", b"noshow", b"NoShow", b"Q\x00t\x00"):
        assert word not in content


@pytest.mark.parametrize(
    ("size", "points"), [(PaperSize.LETTER, (612.0, 792.0)), (PaperSize.A4, (595.0, 842.0))]
)
def test_the_sheet(size: PaperSize, points: tuple[float, float]) -> None:
    box = read(pdf.write(letter(), PaperOptions(size=size))).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(points, abs=1)


@needs_pdftotext
def test_R13_a_draft_says_so_and_a_true_paper_does_not() -> None:
    text = pdf_text(pdf.write(letter(), PaperOptions(draft=True)))
    said = "DRAFT. Not final yet: every sentence has to be checked and confirmed as true."
    assert said in " ".join(text.split())
    assert "DRAFT" not in pdf_text(pdf.write(letter(), DEFAULT_OPTIONS))


def test_a_short_letter_has_no_page_number() -> None:
    made = read(pdf.write(letter(), DEFAULT_OPTIONS))
    assert len(made.pages) == 1
    assert "Page" not in made.pages[0].extract_text()


@needs_pdftotext
def test_a_letter_of_fifty_pages_loses_no_line() -> None:
    lines = [f"Line number {number} of a very long letter." for number in range(1600)]
    content = pdf.write(letter(blocks=tuple(block(line) for line in lines)), DEFAULT_OPTIONS)
    pages = len(read(content).pages)
    assert pages > 50
    text = pdf_text(content)
    assert [line for line in re.split("[\n\f]", text) if line.startswith("Line")] == lines
    assert f"Page {pages} of {pages}" in text


def test_several_papers_make_one_pdf() -> None:
    made = read(pdf.write_pdf(lay_out(letter(language=language)) for language in ("en", "es", "en")))
    assert len(made.pages) == 3


def test_many_papers_are_saved_as_the_same_pdf(tmp_path: Path) -> None:
    path = tmp_path / "letters.pdf"
    path.write_bytes(b"an older one")
    pdf.save_pdf(path, (lay_out(letter()) for _number in range(3)))
    kept, made = path.read_bytes(), pdf.write_pdf(lay_out(letter()) for _number in range(3))
    assert len(read(kept).pages) == 3 and len(kept) == len(made)
    assert b"Qt 6" not in kept and b"Q\0t\0" not in kept
    assert [one.name for one in tmp_path.iterdir()] == ["letters.pdf"]


def test_a_disk_without_room_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letters.pdf"
    path.write_bytes(b"an older one")
    monkeypatch.setattr(pdf, "_TABLE", b"never there")
    with pytest.raises(SystemTrouble):
        pdf.save_pdf(path, [lay_out(letter())])
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("letters.pdf", b"an older one")]


def test_a_paper_of_nothing_is_one_white_sheet() -> None:
    assert len(read(pdf.write(letter(blocks=()), DEFAULT_OPTIONS)).pages) == 1


@pytest.mark.parametrize("name", [*ODD_NAMES, HOSTILE, "x" * 5000, "a\tb", "\u2029", "﷽" * 50])
def test_odd_names_never_stop_it(name: str) -> None:
    made = letter(title=name, subject=name, blocks=(block(name, name, kind=BlockKind.ADDRESS), block(name)))
    assert len(read(pdf.write(made, PaperOptions(draft=True))).pages) >= 1


@settings(max_examples=25)
@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_text_can_be_written(lines: list[str]) -> None:
    runs = tuple((Run(line.replace("\n", " ")),) for line in lines)
    made = letter(blocks=(Block(BlockKind.PARAGRAPH, runs), Block(BlockKind.LIST, runs)))
    assert pdf.write(made, DEFAULT_OPTIONS).startswith(b"%PDF")


@needs_pdftotext
def test_markup_in_a_name_stays_text() -> None:
    assert HOSTILE in pdf_text(pdf.write(letter(blocks=(block(HOSTILE),)), DEFAULT_OPTIONS))


@needs_pdftotext
def test_a_summary_has_its_figures_definitions_and_rows() -> None:
    text = " ".join(pdf_text(pdf.write_summary(summary(recipient="Harbor Board"), "en"), layout=True).split())
    for words in (
        "Case summary Client Marcus Reed",
        "For Harbor Board",
        "1 of 1 Attempts made by the client",
        "a message left counts.",
        "Attempt to put it right Yes, by the client: Tuesday, March 10, 2026, 10:05 AM",
        "“I can call before I hide.”",
        "It does not hold everything on record.",
    ):
        assert words in text


def test_the_title_of_a_summarys_pdf_names_nobody() -> None:
    info = read(pdf.write_summary(summary(), "en")).metadata
    assert info is not None
    assert info.title == "Case summary"
