"""Every paper, filled with the sample facts: what the golden pictures and texts are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.export.options import PaperSize
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.sample import SAMPLE_TODAY
from noshow_desk.letters.starters import starter, starters
from noshow_desk.printing.envelope import lay_out_envelope
from noshow_desk.printing.printout import Printout, lay_out, lay_out_summary
from tests.export.samples import summary
from tests.letters.cases import complete

LANGUAGES = ("en", "es")
ENVELOPE = "no10"  # the one paper of one size


@dataclass(frozen=True)
class Paper:
    """One paper on one sheet; `lay_out` makes its pages anew."""

    name: str
    size: str
    lay_out: Callable[[], Printout]

    @property
    def key(self) -> str:
        """What its golden files are called."""
        return f"{self.name}.{self.size}"


def papers() -> Iterator[Paper]:
    """Yield every starter, case summary and envelope, in both languages and on both sheets."""
    for size in PaperSize:
        for template in starters():
            name = template.id.removeprefix("starter-")
            yield Paper(name, size, partial(_starter_pages, template, size))
        for language in LANGUAGES:
            yield Paper(f"summary-{language}", size, partial(_summary_pages, language, size))
    for language in LANGUAGES:
        yield Paper(f"envelope-{language}", ENVELOPE, partial(_envelope, language))


def filled(template: Template) -> Letter:
    """Return the paper that a starter becomes with the sample facts."""
    facts = complete(template.language, template.kind)
    return fill_template(template, facts, today=SAMPLE_TODAY)


def _starter_pages(template: Template, size: PaperSize) -> Printout:
    return lay_out(filled(template), size=size)


def _summary_pages(language: str, size: PaperSize) -> Printout:
    return lay_out_summary(summary(), language, size=size)


def _envelope(language: str) -> Printout:
    return lay_out_envelope(filled(starter(PaperKind.APOLOGY, language, Channel.LETTER)))
