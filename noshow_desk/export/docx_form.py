"""What a Word file is set in, and the traces that the library leaves in one, taken out."""

from __future__ import annotations

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.run import Run

from noshow_desk.export.looks import ACCENT
from noshow_desk.export.typefaces import FONT
from noshow_desk.i18n import LOCALES

_APP = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application></Application><Company></Company></Properties>"
)
# Parts of the library's template that a letter does not need: a picture, other styles, a bibliography.
_UNUSED = ("thumbnail", "stylesWithEffects", "customXml")
# Of what may come behind a size in the form of a run (ECMA-376, CT_RPr), all that is written here.
_BEHIND_SIZE = ("w:highlight", "w:u", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
# What the settings begin with (ECMA-376, CT_Settings); the marks for fonts come next.
_FIRST_SETTINGS = 1
_STYLES = (("Title", 20.0, 0.0, 8.0), ("Heading 1", 14.0, 20.0, 4.0), ("Heading 2", 11.0, 10.0, 3.0))
_ACCENT = RGBColor.from_string(ACCENT)


def forget_maker(sheet: Document, title: str) -> None:
    """Empty the properties of `sheet` but for `title`: no author, no company, no program, no dates."""
    core = sheet.core_properties
    core.title, core.author, core.comments, core.last_modified_by = title, "", "", ""
    form = core._element
    for name in ("dcterms:created", "dcterms:modified", "cp:revision"):
        for element in form.findall(_name(name)):
            form.remove(element)
    package = sheet.part.package
    for rels in (package.rels, sheet.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[key]
    for part in package.iter_parts():
        if part.partname.endswith("app.xml"):
            part._blob = _APP


def set_styles(sheet: Document, language: str, *, points: float, line: float, gap: float) -> None:
    """Set text and headings of `sheet`, and tell the spelling checker which language it is.

    `points` is the size of the text, `line` the height of a line, `gap` the space after a paragraph.
    """
    normal = _style(sheet, "Normal")
    _set_font(normal, points)
    normal.paragraph_format.space_after = Pt(gap)
    normal.paragraph_format.line_spacing = Pt(line)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), LOCALES[language].replace("_", "-"))
    normal.element.get_or_add_rPr().append(tongue)
    for name, size, before, after in _STYLES:
        style = _style(sheet, name)
        _set_font(style, size)
        style.font.bold = True
        style.font.color.rgb = _ACCENT if name == "Heading 1" else RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break


def shade(run: Run, color: str) -> None:
    """Paint the background of `run`; `color` is six hexadecimal digits."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), color)
    run._r.get_or_add_rPr().append(shading)


def set_other_size(form: BaseOxmlElement, points: float) -> None:
    """Set the size of scripts that Word calls complex (Arabic, Thai, Hindi …): it keeps one of their own."""
    size = form.find(qn("w:szCs"))
    if size is None:
        size = OxmlElement("w:szCs")
        form.insert_element_before(size, *_BEHIND_SIZE)
    size.set(qn("w:val"), str(round(points * 2)))


def announce_fonts(sheet: Document) -> None:
    """Say in the settings of `sheet` that it brings its fonts along, and keeps doing so when saved again."""
    for name in ("w:saveSubsetFonts", "w:embedTrueTypeFonts"):
        sheet.settings.element.insert(_FIRST_SETTINGS, OxmlElement(name))


def _style(sheet: Document, name: str) -> ParagraphStyle:
    style = sheet.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_font(style: ParagraphStyle, points: float) -> None:
    style.font.name = FONT
    style.font.size = Pt(points)
    set_other_size(style.element.get_or_add_rPr(), points)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _name(tag: str) -> str:
    spaces = {
        "dcterms": "http://purl.org/dc/terms/",
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    }
    prefix, _colon, local = tag.partition(":")
    return f"{{{spaces[prefix]}}}{local}"
