"""The sheet of this country: US Letter in the United States, never A4 there."""

from __future__ import annotations

import os

from noshow_desk.export.options import PaperSize, size_for

_VARIABLES = ("LC_ALL", "LC_PAPER", "LANG")  # the first that is set decides


def system_paper_size(setting: str = "auto") -> PaperSize:
    """Return the sheet for the setting "auto", "letter" or "a4"; auto asks the locale of this machine."""
    return size_for(setting, _territory())


def _territory() -> str:
    """Return the ISO code of the country, empty when the machine does not say."""
    for name in _VARIABLES:
        language, _underscore, rest = os.environ.get(name, "").partition("_")
        if language:
            return rest.partition(".")[0].partition("@")[0]
    from PySide6.QtCore import QLocale  # deferred: Windows and macOS keep it where only Qt looks

    territory = QLocale.system().territory()
    return "" if territory == QLocale.Country.AnyTerritory else QLocale.territoryToCode(territory)
