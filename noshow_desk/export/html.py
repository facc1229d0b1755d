"""Papers and summaries as one web page that loads nothing and runs nothing."""

from __future__ import annotations

from html import escape

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Line, Origin, Run
from noshow_desk.domain.summary import Summary, SummaryCase, SummaryFigure, SummaryRow, SummarySection
from noshow_desk.export import html_style
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions, PaperSize
from noshow_desk.export.unbroken import telephones, unbroken
from noshow_desk.export.words import (
    by_direction,
    draft_line,
    is_heading,
    one_line,
    printable,
    subject_line,
)

_LOADS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'"
# At the words themselves: some mail programs leave out what the head of a page says.
_WHOLE = 'style="white-space: nowrap"'
_SHEET = {PaperSize.LETTER: "letter", PaperSize.A4: "A4"}


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as a whole web page in UTF-8."""
    return letter_page(letter, options, with_subject=True).encode()


def letter_page(letter: Letter, options: PaperOptions, *, with_subject: bool) -> str:
    """Return `letter` as a whole web page."""
    parts = [f'<p class="draft">{_text(draft_line(letter.language))}</p>'] if options.draft else []
    if with_subject and letter.subject:
        parts.append(f"<p><strong>{_text(one_line(subject_line(letter)))}</strong></p>")
    parts += [_block(block) for block in letter.blocks]
    return _page(letter.title, letter.language, html_style.PAPER, options, parts)


def write_summary(summary: Summary, language: str, options: PaperOptions = DEFAULT_OPTIONS) -> bytes:
    """Return `summary` as a whole web page in UTF-8."""
    title = summary.title.say(language)
    parts = [f"<h1>{_text(title)}</h1>", _table(summary.head, language)]
    parts += [_figure(figure, language) for figure in summary.figures]
    for case in summary.cases:
        parts += _case(case, language)
    parts.append(f'<p class="closing">{_text(summary.closing.say(language))}</p>')
    return _page(title, language, html_style.PAPER + html_style.SUMMARY, options, parts).encode()


def _page(title: str, language: str, style: str, options: PaperOptions, parts: list[str]) -> str:
    sheet = f"@page {{ size: {_SHEET[options.size]}; margin: {options.margin:g}in }}\n"
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_LOADS_NOTHING}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(one_line(title))}</title>\n<style>\n{style}{sheet}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(parts) + "\n</body>\n</html>\n"


def _block(block: Block) -> str:
    if block.kind is BlockKind.LIST:
        return "<ul>" + "".join(f"<li>{_line(line)}</li>" for line in block.lines) + "</ul>"
    lines = "<br>\n".join(_line(line) for line in block.lines)
    if block.kind is BlockKind.ADDRESS:
        return f"<address>{lines}</address>"
    if block.kind is BlockKind.SIGNATURE:
        return f'<p class="signature">{lines}</p>'
    return f'<p class="heading">{lines}</p>' if is_heading(block) else f"<p>{lines}</p>"


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    parts = ((_words(part), from_right) for part, from_right in by_direction(run.text))
    text = "".join(f"<bdi>{part}</bdi>" if from_right else part for part, from_right in parts)
    if run.origin in (Origin.MISSING, Origin.UNKNOWN):
        text = f"<mark>{text}</mark>"
    return f"<strong>{text}</strong>" if run.bold else text


def _figure(figure: SummaryFigure, language: str) -> str:
    return (
        f'<table class="figure"><tr><th scope="row">{_text(figure.label.say(language))}</th>'
        f"<td>{_text(figure.value.say(language))}</td></tr></table>\n"
        f'<p class="definition">{_text(figure.definition.say(language))}</p>'
    )


def _case(case: SummaryCase, language: str) -> list[str]:
    parts = [f"<h2>{_text(case.title.say(language))}</h2>"]
    for section in case.sections:
        parts += _section(section, language)
    return parts


def _section(section: SummarySection, language: str) -> list[str]:
    return [f"<h3>{_text(section.title.say(language))}</h3>", _table(section.rows, language)]


def _table(rows: tuple[SummaryRow, ...], language: str) -> str:
    return "<table>\n" + "\n".join(_row(row, language) for row in rows) + "\n</table>"


def _row(row: SummaryRow, language: str) -> str:
    quote = ' class="quote"' if row.quote else ""
    value = "<br>\n".join(_words(line) for line in row.value.say(language).split("\n"))
    return f'<tr><th scope="row">{_text(row.label.say(language))}</th><td{quote} dir="auto">{value}</td></tr>'


def _words(text: str) -> str:
    """Return words of a page in which no line ends inside a telephone."""
    parts = ((_text(part), phone) for part, phone in telephones(printable(text)))
    return "".join(f"<span {_WHOLE}>{part}</span>" if phone else part for part, phone in parts)


def _text(text: str) -> str:
    return escape(unbroken(printable(text)))
