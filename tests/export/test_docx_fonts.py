"""A Word file brings its fonts along: those that it uses, locked as the standard says, the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Letter
from noshow_desk.export import docx
from noshow_desk.export.docx_fonts import stretches
from noshow_desk.export.font_file import FontFile
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions
from noshow_desk.export.typefaces import TEXT_FAMILIES, file_of, font_file
from noshow_desk.paths import resource
from tests.export.samples import block, letter, summary
from tests.tools.outside import needs_libreoffice, needs_pdftotext, pdf_text, to_pdf

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Names in the scripts that our own letters are not written in, and the family of each.
NAMES = {
    "李 小龍": "Droid Sans Fallback",
    "김 민수": "Droid Sans Fallback",
    "محمد علي": "DejaVu Sans",
    "דוד כהן": "DejaVu Sans",
    "สมชาย ใจดี": "Noto Sans Thai",
    "प्रिया शर्मा": "Noto Sans Devanagari",
    "အောင်": "Noto Sans Myanmar",
    "தமிழ்": "Noto Sans Tamil",
}


def addressed_to(name: str) -> Letter:
    return letter(blocks=(block(f"Dear Ms. {name},"),))


def brought(content: bytes) -> dict[tuple[str, str], bytes]:
    """Return the fonts in a Word file by family and face, unlocked as LibreOffice and Word do it."""
    fonts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        listed = ElementTree.fromstring(file.read("word/_rels/fontTable.xml.rels"))
        targets = {one.get("Id"): f"word/{one.get('Target')}" for one in listed}
        for font in ElementTree.fromstring(file.read("word/fontTable.xml")):
            for face in font:
                if face.tag.startswith(f"{WORDS}embed"):
                    key = face.attrib[f"{WORDS}fontKey"]
                    locked = file.read(targets[face.get(LINK)])
                    fonts[font.attrib[f"{WORDS}name"], face.tag.removeprefix(WORDS)] = unlocked(locked, key)
    return fonts


def without_part(name: str) -> str:
    """Return the name of a family without what says which part of it came along."""
    return re.sub(r" [0-9A-F]{8}$", "", name)


def unlocked(content: bytes, key: str) -> bytes:
    """Return `content` as ECMA-376 part 4 says: 32 bytes, the digits of the key read from its end."""
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", key)
    digits = re.sub("[{}-]", "", key)
    numbers = [int(digits[place : place + 2], 16) for place in range(30, -1, -2)]
    return bytes(one ^ numbers[place % 16] for place, one in enumerate(content[:32])) + content[32:]


def test_a_letter_brings_the_faces_that_it_uses_and_no_others() -> None:
    plain = brought(docx.write(letter(blocks=(block("Hello."),)), DEFAULT_OPTIONS))
    assert set(plain) == {("Inter", "embedRegular")}
    assert plain["Inter", "embedRegular"] == resource("fonts/Inter-Regular.ttf").read_bytes()
    draft = brought(docx.write(letter(blocks=(block("Hello."),)), PaperOptions(draft=True)))
    assert set(draft) == {("Inter", "embedRegular"), ("Inter", "embedBold")}  # the line on top of each page
    assert set(brought(docx.write_summary(summary(), "en"))) >= {
        ("Inter", "embedRegular"),
        ("Inter", "embedBold"),
        ("Inter", "embedItalic"),
    }


@pytest.mark.parametrize(("name", "family"), NAMES.items())
def test_a_name_in_another_script_brings_its_font_and_is_set_in_it(
    qapp: QApplication, name: str, family: str
) -> None:
    content = docx.write(addressed_to(name), DEFAULT_OPTIONS)
    fonts = brought(content)
    (family,) = {name for name, _face in fonts if without_part(name) == family}
    assert set(fonts) == {("Inter", "embedRegular"), (family, "embedRegular")}
    made = QRawFont()
    made.loadFromData(fonts[family, "embedRegular"], 12.0, made.hintingPreference())
    assert made.isValid() and made.familyName() == family
    assert all(made.supportsCharacter(ord(one)) for one in name)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        text = ElementTree.fromstring(file.read("word/document.xml"))
    (run,) = [one for one in text.iter(f"{WORDS}r") if one.findtext(f"{WORDS}t") == name]
    fonts_of_run = run.find(f"{WORDS}rPr/{WORDS}rFonts")
    assert fonts_of_run is not None
    assert [fonts_of_run.get(f"{WORDS}{kind}") for kind in ("ascii", "hAnsi", "eastAsia", "cs")] == [
        family
    ] * 4


def test_a_part_of_a_font_is_called_after_what_is_in_it() -> None:
    """A program takes the font of another open letter where its name is the same."""
    first, again, other = (
        set(brought(docx.write(addressed_to(name), DEFAULT_OPTIONS))) for name in ("小明", "明小", "王 小明")
    )
    assert first == again and len(first & other) == 1
    assert {without_part(name) for name, _face in first | other} == {"Inter", "Droid Sans Fallback"}
    assert all(len(name) < 32 for name, _face in first | other)  # as many as Windows takes


@needs_libreoffice
@needs_pdftotext
def test_libreoffice_shows_all_of_a_name_after_another_letter(tmp_path: Path) -> None:
    names = {"first": "小明 ☐", "second": "王 小明 ☑"}
    for file, name in names.items():
        (tmp_path / f"{file}.docx").write_bytes(docx.write(addressed_to(name), DEFAULT_OPTIONS))
    to_pdf(tmp_path, [tmp_path / f"{file}.docx" for file in names])
    for file, name in names.items():
        assert name in pdf_text((tmp_path / f"{file}.pdf").read_bytes())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", ["Inter:"]),
        ("Émile — “naïve”", ["Inter:Émile — “naïve”"]),
        ("Ms. 李 小龍,", ["Inter:Ms. ", "Droid Sans Fallback:李 小龍", "Inter:,"]),
        ("☐\u00a0Yes", ["DejaVu Sans:☐", "Inter:\u00a0Yes"]),
        ("ดี!", ["Noto Sans Thai:ดี", "Inter:!"]),
        ("محمد-علي (Al)", ["DejaVu Sans:محمد-علي", "Inter: (Al)"]),
        ("\U0010fffd", ["Inter:\U0010fffd"]),
    ],
)
def test_text_is_parted_by_the_fonts_it_needs(text: str, pieces: list[str]) -> None:
    assert [f"{family}:{piece}" for family, piece in stretches(text)] == pieces


def test_the_same_letter_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = docx.write(addressed_to("李 小龍"), DEFAULT_OPTIONS)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert docx.write(addressed_to("李 小龍"), DEFAULT_OPTIONS) == first


def test_the_settings_and_the_types_announce_the_fonts() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.write(letter(), DEFAULT_OPTIONS))) as file:
        settings = ElementTree.fromstring(file.read("word/settings.xml"))
        types = ElementTree.fromstring(file.read("[Content_Types].xml"))
    names = [one.tag.removeprefix(WORDS) for one in settings]
    assert names[:3] == ["zoom", "embedTrueTypeFonts", "saveSubsetFonts"]
    kinds = {one.get("Extension"): one.get("ContentType") for one in types}
    assert kinds["odttf"] == "application/vnd.openxmlformats-officedocument.obfuscatedFont"


@pytest.mark.parametrize("family", TEXT_FAMILIES)
def test_a_font_may_be_brought_along(family: str) -> None:
    """By the marks in the file (OS/2 fsType): 0 is free, 8 allows documents that can be edited."""
    file = font_file(file_of(family))
    assert int.from_bytes(file._table("OS/2")[8:10], "big") in (0, 8)


@pytest.mark.parametrize("family", TEXT_FAMILIES)
def test_a_font_file_is_read_as_qt_reads_it(qapp: QApplication, family: str) -> None:
    file = font_file(file_of(family))
    qt = QRawFont(str(resource(f"fonts/{file_of(family)}")), 12.0)
    codes = [*range(0x20, 0x3000, 7), *range(0x3000, 0x11000, 97)]
    assert [code for code in codes if bool(file.glyph(code)) != qt.supportsCharacter(code)] == []


@pytest.mark.parametrize("family", ["Droid Sans Fallback", "DejaVu Sans"])
def test_a_font_that_was_cut_down_shows_the_same_shapes_and_no_others(
    qapp: QApplication, family: str
) -> None:
    path = resource(f"fonts/{file_of(family)}")
    wanted = "李龍" if family.startswith("Droid") else "☐ნÅ"  # the last one is put together from two shapes
    cut = font_file(file_of(family)).cut(wanted, "Some of it")
    assert len(cut) < path.stat().st_size / 5
    whole, small = QRawFont(str(path), 40.0), QRawFont()
    small.loadFromData(cut, 40.0, whole.hintingPreference())
    assert small.familyName() == "Some of it"
    for character in wanted:
        (shape,) = small.glyphIndexesForString(character)
        assert small.pathForGlyph(shape) == whole.pathForGlyph(shape)
        assert not small.pathForGlyph(shape).isEmpty()
        assert small.advancesForGlyphIndexes([shape]) == whole.advancesForGlyphIndexes([shape])
    assert not small.supportsCharacter(ord("小")) and not small.supportsCharacter(ord("☎"))


def test_the_sums_of_a_font_that_was_cut_down_are_right() -> None:
    cut = font_file("DroidSansFallback.ttf").cut("李", "Some of it")
    words = [int.from_bytes(cut[at : at + 4], "big") for at in range(0, len(cut), 4)]
    assert len(cut) % 4 == 0 and sum(words) & 0xFFFFFFFF == 0xB1B0AFBA
    tags = [cut[at : at + 4] for at in range(12, 12 + 16 * cut[5], 16)]
    assert all(one < other for one, other in pairwise(tags))
    assert FontFile(cut).glyph(ord("李")) == font_file("DroidSansFallback.ttf").glyph(ord("李"))
