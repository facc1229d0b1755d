"""A summary as data for another program."""

from __future__ import annotations

import json
from typing import Any

from noshow_desk.domain.summary import Summary, SummaryCase, SummaryFigure, SummaryRow
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions
from noshow_desk.export.words import printable


def write_summary(summary: Summary, language: str, options: PaperOptions = DEFAULT_OPTIONS) -> bytes:
    """Return `summary` as indented JSON: `value` is for programs, `text` for people. `size` is not used."""
    del options
    form = {
        "title": summary.title.say(language),
        "language": language,
        "head": [_row(row, language) for row in summary.head],
        "figures": [_figure(figure, language) for figure in summary.figures],
        "appointments": [_case(case, language) for case in summary.cases],
        "closing": summary.closing.say(language),
    }
    return (json.dumps(_clean(form), ensure_ascii=False, indent=2) + "\n").encode()


def _figure(figure: SummaryFigure, language: str) -> dict[str, Any]:
    return {
        "key": figure.key,
        "label": figure.label.say(language),
        "count": figure.part,
        "of": figure.whole,
        "text": figure.value.say(language),
        "definition": figure.definition.say(language),
    }


def _case(case: SummaryCase, language: str) -> dict[str, Any]:
    sections = [
        {
            "key": section.key,
            "title": section.title.say(language),
            "rows": [_row(row, language) for row in section.rows],
        }
        for section in case.sections
    ]
    return {"title": case.title.say(language), "sections": sections}


def _row(row: SummaryRow, language: str) -> dict[str, Any]:
    return {
        "key": row.key,
        "label": row.label.say(language),
        "text": row.value.say(language),
        "value": row.data,
    }


def _clean(value: Any) -> Any:
    """Return `value` with every text freed of control characters and halves of characters, line by line."""
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return "\n".join(printable(line) for line in value.split("\n")) if isinstance(value, str) else value
