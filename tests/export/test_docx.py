"""Word files: whole text, plain properties, and LibreOffice opens them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from noshow_desk.domain.blocks import Block, BlockKind, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export import docx
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions, PaperSize
from tests.export.samples import block, letter, summary
from tests.export.test_papers import HOSTILE, ODD_NAMES
from tests.tools.outside import (
    needs_libreoffice,
    needs_pdftotext,
    office_text,
    pdf_text,
    to_pdf,
    words_from_left,
)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def paragraphs(content: bytes) -> list[str]:
    """Return the text of each paragraph, plain blanks for those at which no line may end."""
    return [paragraph.text.replace("\u00a0", " ") for paragraph in Document(io.BytesIO(content)).paragraphs]


def test_the_text_is_whole_and_in_order() -> None:
    assert paragraphs(docx.write(letter(), DEFAULT_OPTIONS)) == [
        "Marcus Reed\n12 Tide Street",
        "March 10, 2026",
        "Dear Ms. Alvarez,",
        "Thank you for your first-class office time; the waffle fluff offered “fine” affinity.",
        "I will see you on Friday, March 13, at 10:00 AM at [place]. I am ready.",
        "•\tOne thing",
        "•\tAnother thing",
        "Sincerely,",
        "Marcus Reed",
    ]


def test_section_6_the_properties_name_nobody() -> None:
    content = docx.write(letter(), DEFAULT_OPTIONS)
    core = Document(io.BytesIO(content)).core_properties
    assert (core.title, core.author, core.last_modified_by, core.comments) == ("Thank-you note", "", "", "")
    assert core.created is None
    everything = b"".join(parts(content).values()).lower()
    for word in (b"python-docx", b"noshow", b"macintosh"):
        assert word not in everything


def test_what_a_letter_does_not_need_is_not_in_it() -> None:
    names = set(parts(docx.write(letter(), DEFAULT_OPTIONS)))
    assert "docProps/thumbnail.jpeg" not in names
    assert "word/stylesWithEffects.xml" not in names
    assert not [name for name in names if name.startswith("customXml")]


@pytest.mark.parametrize("size", list(PaperSize))
def test_the_sheet_and_its_margins(size: PaperSize) -> None:
    page = Document(io.BytesIO(docx.write(letter(), PaperOptions(size=size)))).sections[0]
    width, height = size.inches
    assert page.page_width == pytest.approx(Inches(width), abs=1000)
    assert page.page_height == pytest.approx(Inches(height), abs=1000)
    assert page.left_margin == Inches(1)


def test_it_is_set_in_the_bundled_font_and_checked_in_its_language() -> None:
    styles = parts(docx.write(letter(language="es"), DEFAULT_OPTIONS))["word/styles.xml"]
    assert b'w:ascii="Inter"' in styles
    assert b'<w:lang w:val="es-US"/>' in styles


def test_R13_a_draft_says_so_on_every_page() -> None:
    for language, word in (("en", "DRAFT"), ("es", "BORRADOR")):
        made = Document(io.BytesIO(docx.write(letter(language=language), PaperOptions(draft=True))))
        line = made.sections[0].header.paragraphs[0]
        assert line.text.startswith(f"{word}.") and line.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert f'string="{word}"' in line._p.xml  # the big word behind the text


@pytest.mark.parametrize("name", [*ODD_NAMES, HOSTILE])
def test_odd_names_never_stop_it(name: str) -> None:
    made = letter(blocks=(block(name, name, kind=BlockKind.ADDRESS),), title=name, subject=name)
    assert Document(io.BytesIO(docx.write(made, DEFAULT_OPTIONS)))


@pytest.mark.parametrize("draft", [True, False])
def test_a_plan_card_is_four_pocket_cards_on_one_sheet(draft: bool) -> None:
    made = letter(kind=PaperKind.PLAN_CARD, blocks=(block("Leave by 8:45"),))
    (table,) = Document(io.BytesIO(docx.write(made, PaperOptions(draft=draft)))).tables
    cells = [cell for row in table.rows for cell in row.cells]
    assert len(cells) == 4 and all(cell.paragraphs[0].text == "Leave by 8:45" for cell in cells)
    assert all(("DRAFT" in cell.text) is draft for cell in cells)


def test_room_to_sign_is_above_the_name_alone() -> None:
    made = Document(io.BytesIO(docx.write(letter(), DEFAULT_OPTIONS)))
    gaps = {one.text: one.paragraph_format.space_before for one in made.paragraphs}
    signed = gaps.pop("Marcus Reed")
    assert signed is not None and all(signed > 2 * gap for gap in gaps.values() if gap is not None)


def test_the_closing_stays_on_the_page_of_the_signature() -> None:
    made = Document(io.BytesIO(docx.write(letter(), DEFAULT_OPTIONS)))
    kept = [one.text for one in made.paragraphs if one.paragraph_format.keep_with_next]
    assert kept == ["Sincerely,"]


def test_items_of_a_list_stand_closer_than_paragraphs() -> None:
    made = Document(io.BytesIO(docx.write(letter(), DEFAULT_OPTIONS)))
    gaps = {one.text: one.paragraph_format.space_before for one in made.paragraphs}
    second, behind = gaps["•\tAnother thing"], gaps["Sincerely,"]
    assert second is not None and behind is not None and second < behind


def test_items_of_a_list_begin_under_each_other() -> None:
    made = Document(io.BytesIO(docx.write(letter(), DEFAULT_OPTIONS)))
    form = next(one.paragraph_format for one in made.paragraphs if one.text.startswith("•"))
    assert [stop.position for stop in form.tab_stops] == [form.left_indent]


def test_a_call_card_is_set_large_with_headings_in_colour() -> None:
    made = letter(kind=PaperKind.CALL_CARD, blocks=(Block(BlockKind.PARAGRAPH, ((Run("Rehearse", True),),)),))
    sheet = Document(io.BytesIO(docx.write(made, PaperOptions(points=15.0))))
    style = sheet.styles["Normal"]
    assert style.font.size == Pt(15)  # type: ignore[attr-defined]
    assert str(sheet.paragraphs[0].runs[0].font.color.rgb) == "0B6B63"


def test_the_margins_are_those_of_the_page_setup() -> None:
    page = Document(io.BytesIO(docx.write(letter(), PaperOptions(margin=0.75)))).sections[0]
    assert (page.left_margin, page.top_margin) == (Inches(0.75), Inches(0.75))


@needs_libreoffice
@needs_pdftotext
def test_libreoffice_opens_a_letter_and_finds_all_of_it() -> None:
    text = office_text(docx.write(letter(), DEFAULT_OPTIONS), "docx")
    for words in ("Marcus Reed", "first-class office time", "at [place]. I am ready.", "Another thing"):
        assert words in text


@needs_libreoffice
@needs_pdftotext
def test_libreoffice_opens_a_summary() -> None:
    text = office_text(docx.write_summary(summary(), "en"), "docx")
    for words in ("Case summary", "Attempt to put it right", "I can call before I hide."):
        assert words in text


@needs_libreoffice
@needs_pdftotext
@pytest.mark.parametrize("number", ["555-0142", "(202) 555-0163"])
def test_libreoffice_keeps_a_telephone_on_one_line_as_plain_text(number: str, tmp_path: Path) -> None:
    """Wherever on a line it comes: in Word's own way, which programs copy and search as a plain hyphen."""
    blocks = tuple(block(f"{'nine ' * 14}{'i' * more} {number}.") for more in range(0, 36, 2))
    content = docx.write(letter(blocks=blocks), DEFAULT_OPTIONS)
    source = tmp_path / "paper.docx"
    source.write_bytes(content)
    to_pdf(tmp_path, [source])
    text = pdf_text(source.with_suffix(".pdf").read_bytes(), layout=True).replace("\u00a0", " ")
    assert text.count(number) == len(blocks)
    lines = [line for line in text.splitlines() if number in line]
    assert {line.startswith("nine") for line in lines} == {True, False}  # some in the line, some on the next
    assert Document(io.BytesIO(content)).paragraphs[0].text.endswith(f"-{number[-4:]}.")


@needs_libreoffice
@needs_pdftotext
@pytest.mark.parametrize(("language", "last"), [("en", "Page 2 of 2"), ("es", "Página 2 de 2")])
def test_the_pages_of_a_long_paper_bear_their_numbers(language: str, last: str) -> None:
    long = tuple(block(f"{number}. " + "I am sorry for the trouble. " * 12) for number in range(12))
    content = docx.write(letter(blocks=long, language=language), PaperOptions(numbered=True))
    foot = Document(io.BytesIO(content)).sections[0].footer.paragraphs[0]
    assert [one.get(qn("w:instr")) for one in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    text = office_text(content, "docx")
    assert last in text and last.replace("2", "1", 1) in text


def test_a_short_paper_bears_no_number() -> None:
    made = Document(io.BytesIO(docx.write(letter(), DEFAULT_OPTIONS)))
    assert made.sections[0].footer.is_linked_to_previous


@pytest.mark.parametrize("name", ["يوسف أحمد", "דוד כהן"])
def test_a_number_behind_a_name_from_the_right_is_marked_off_within_a_line(name: str) -> None:
    filled = Run(name, field="client.full_name")
    lines = ((filled, Run(" 555-0142")), (Run("12, "), filled), (Run("4"),))
    content = docx.write(letter(blocks=(Block(BlockKind.PARAGRAPH, lines),)), DEFAULT_OPTIONS)
    (text,) = paragraphs(content)
    assert text.split("\n") == [f"{name}\u200e 555-0142", f"12, {name}", "4"]


@needs_libreoffice
@needs_pdftotext
@pytest.mark.parametrize("name", ["يوسف", "דוד"])
def test_libreoffice_shows_a_number_behind_a_name_from_the_right_where_it_belongs(
    name: str, tmp_path: Path
) -> None:
    line = (Run("Call "), Run(name, field="client.full_name"), Run(" 5550142 and 12 ask"))
    content = docx.write(letter(blocks=(Block(BlockKind.PARAGRAPH, (line,)),)), DEFAULT_OPTIONS)
    source = tmp_path / "letter.docx"
    source.write_bytes(content)
    to_pdf(tmp_path, [source])
    order = words_from_left(source.with_suffix(".pdf").read_bytes())
    assert order[0] == "Call" and order[-4:] == ["5550142", "and", "12", "ask"]
