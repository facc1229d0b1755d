"""The languages to choose from, each in its own name."""

from __future__ import annotations

from noshow_desk.settings import LANGUAGE_CHOICES
from noshow_desk.ui.kit.choice import Choice


def language_choices() -> list[Choice]:
    """Return one choice for each language of papers and screens."""
    return [Choice(row.value, row.label) for row in LANGUAGE_CHOICES]
