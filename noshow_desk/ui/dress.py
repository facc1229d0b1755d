"""Dresses the application in a look: fonts, style, palette and style sheet, each set once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from noshow_desk.i18n import LOCALES
from noshow_desk.paths import resource
from noshow_desk.printing.fonts import FILES, load_fonts
from noshow_desk.ui.sheet import style_sheet
from noshow_desk.ui.theme import LOOK_PROPERTY, Look, choose_look, palette_of

_FUSION = "noshow_fusion"


def make_application(arguments: list[str]) -> QApplication:
    """Return the application, in the style Fusion from the start.

    Asking for the style or setting it later would make PySide build all of QStyle before the first window.
    """
    app = QApplication([*arguments[:1], "-style", "fusion", *arguments[1:]])
    app.setProperty(_FUSION, True)
    return app


def dress(
    app: QApplication, choice: str = "system", scale: float = 1.0, *, fonts: Sequence[str] = FILES
) -> Look:
    """Show everything in theme `choice` ("system", "light", "dark") at text `scale` (0.9 to 1.6).

    May be called again at any time; open windows follow. `fonts` are the font files needed at once.
    """
    load_fonts(fonts)
    look = choose_look(choice, scale)
    apply_look(app, look)
    return look


def apply_look(app: QApplication, look: Look) -> None:
    """Draw the whole application with `look`."""
    if not app.property(_FUSION):
        app.setStyle("Fusion")
        app.setProperty(_FUSION, True)
    app.setProperty(LOOK_PROPERTY, look)
    app.setFont(look.font("body"))
    app.setPalette(app.style().standardPalette() if look.high_contrast else palette_of(look))
    app.setStyleSheet(style_sheet(look))


def finish_dressing(app: QApplication, language: str) -> None:
    """Load what the first window did without: the other fonts, the icon of the windows, how Qt writes
    numbers and dates in `language`.
    """
    from PySide6.QtCore import QLocale  # deferred: its enumerations are not needed for the first window
    from PySide6.QtGui import QIcon  # deferred: likewise

    load_fonts()
    app.setWindowIcon(QIcon(str(resource("icons/hand-heart.svg"))))
    QLocale.setDefault(QLocale(LOCALES[language]))
