"""The language to show a window in before its vault is open."""

from __future__ import annotations

from noshow_desk.i18n import LANGUAGES
from noshow_desk.settings import Settings


def language_before_opening(look: Settings) -> str:
    """Return the language that was chosen; until one is, that of the computer."""
    return look.values.get("screen_language") or computer_language()


def computer_language() -> str:
    """Return the first language that the person prefers and we have; English where there is none."""
    from PySide6.QtCore import QLocale  # deferred: a vault that was opened once says its language itself

    preferred = [name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages()]
    return next((language for language in preferred if language in LANGUAGES), "en")
