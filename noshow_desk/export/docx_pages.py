"""The number of each page at the foot of a Word file, as in print; Word fills it in."""

from __future__ import annotations

import re

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph

from noshow_desk.export.docx_words import add_text, set_gaps
from noshow_desk.export.looks import MUTED
from noshow_desk.export.words import PAGE_OF
from noshow_desk.i18n import translate

_POINTS, _LINE = 9.0, 12.0
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def number_pages(page: Section, language: str) -> None:
    """Write "Page 1 of 2" at the foot of every page of a section, half way down its lower margin."""
    page.footer_distance = int(page.bottom_margin or 0) // 2
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_gaps(foot, 0, 0, _LINE)
    for part in re.split(r"(\{\w+\})", translate(PAGE_OF, language)):
        if part in _FIELDS:
            _add_field(foot, _FIELDS[part])
        elif part:
            add_text(foot, part, color=MUTED, points=_POINTS)


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Write a field of Word, with a number in it until it is filled in."""
    add_text(paragraph, "1", color=MUTED, points=_POINTS)
    run = paragraph.runs[-1]._r
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run.addprevious(field)
    field.append(run)
