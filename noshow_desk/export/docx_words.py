"""Text and paragraphs of a Word file: what user text goes through on its way in."""

from __future__ import annotations

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from noshow_desk.domain.blocks import Line, Origin
from noshow_desk.export.docx_fonts import stretches
from noshow_desk.export.docx_form import set_other_size, shade
from noshow_desk.export.typefaces import FONT
from noshow_desk.export.unbroken import HYPHEN, hard_hyphens, unbroken
from noshow_desk.export.words import numbers_apart, printable, runs_right_to_left

_YELLOW = "FFF0A6"


def add_line(paragraph: Paragraph, line: Line, *, color: str = "", points: float = 0) -> None:
    """Write one line of a block; what is missing is shaded in yellow. 0 points are those of the style."""
    for run in line:
        fill = _YELLOW if run.origin in (Origin.MISSING, Origin.UNKNOWN) else ""
        add_text(paragraph, run.text, bold=run.bold, color=color, fill=fill, points=points)


def add_text(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    fill: str = "",
    points: float = 0,
) -> None:
    """Write `text`, one run for each font it needs; `color` and `fill` are six hexadecimal digits.

    0 points are those of the style.
    """
    apart = numbers_apart(printable(text), paragraph.text.rpartition("\n")[2])
    for family, words in stretches(unbroken(hard_hyphens(apart))):
        run = _add_run(paragraph, words)
        run.bold, run.italic = bold or None, italic or None
        if color:
            run.font.color.rgb = RGBColor.from_string(color)
        if points:
            run.font.size = Pt(points)
        if family != FONT:
            _set_family(run, family, points)
        if fill:
            shade(run, fill)
        if runs_right_to_left(words):
            run.font.rtl = True  # last: Word wants these marks in the order of its schema


def _add_run(paragraph: Paragraph, words: str) -> Run:
    """Write `words`; a hard hyphen in Word's own way, which is copied and read as a plain one."""
    first, *others = words.split(HYPHEN)
    run = paragraph.add_run(first)
    for other in others:
        run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(other)
    return run


def _set_family(run: Run, family: str, points: float) -> None:
    """Name `family` for every kind of script that Word tells apart."""
    form = run._r.get_or_add_rPr()
    fonts = form.get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), family)
    run.font.cs_bold, run.font.cs_italic = run.bold, run.italic
    if points:
        set_other_size(form, points)


def set_gaps(paragraph: Paragraph, before: float, after: float, line: float = 0) -> None:
    """Set the gaps around a paragraph in points, and the least height of its lines where one is given."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    if line:
        form.line_spacing = Pt(line)
        form.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
