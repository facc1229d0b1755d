"""The case summary: one client's missed appointments, the attempts first, with what may leave and no more."""

from noshow_desk.domain.summary.build import build_summary
from noshow_desk.domain.summary.records import (
    Cases,
    Summary,
    SummaryCase,
    SummaryFigure,
    SummaryOptions,
    SummaryRow,
    SummarySection,
)

__all__ = [
    "Cases",
    "Summary",
    "SummaryCase",
    "SummaryFigure",
    "SummaryOptions",
    "SummaryRow",
    "SummarySection",
    "build_summary",
]
