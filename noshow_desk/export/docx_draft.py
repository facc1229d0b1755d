"""The mark of a draft in a Word file, as in print: its reason above the text, the big word behind it."""

from __future__ import annotations

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.section import _Header

from noshow_desk.export.docx_words import add_text
from noshow_desk.export.typefaces import FONT
from noshow_desk.export.words import draft_line, draft_words

AMBER = "8A4B00"
DRAFT_POINTS = 9.0
_WATER = "#EFEBE4"
# Word knows a watermark, which "Remove watermark" takes away, by the name of this shape.
_SHAPE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    "<w:rPr><w:noProof/></w:rPr><w:pict>"
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
    '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
    '<v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136"'
    ' style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:110pt;rotation:305;'
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f"'
    ' fillcolor="{color}" stroked="f"><v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt;'
    'font-weight:bold" string="{word}"/></v:shape></w:pict></w:r>'
)
_POINTS_A_LETTER = 75


def mark_as_draft(header: _Header, language: str) -> None:
    """Write into `header`, which every page bears, that this is a draft and why (R13)."""
    line = header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(line, draft_line(language), color=AMBER, bold=True, points=DRAFT_POINTS)
    word = draft_words(language)
    width = len(word) * _POINTS_A_LETTER
    line._p.append(parse_xml(_SHAPE.format(width=width, color=_WATER, font=FONT, word=word)))
