"""Dresses the application in a look: fonts, style, palette and style sheet, each set once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from noshow_desk.printing.fonts import load_fonts
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


def dress(app: QApplication, choice: str = "system", scale: float = 1.0) -> Look:
    """Show everything in theme `choice` ("system", "light", "dark") at text `scale` (0.9 to 1.6).

    May be called again at any time; open windows follow.
    """
    look = choose_look(choice, scale)
    apply_look(app, look)
    return look


def apply_look(app: QApplication, look: Look) -> None:
    """Draw the whole application with `look`."""
    load_fonts()
    if not app.property(_FUSION):
        app.setStyle("Fusion")
        app.setProperty(_FUSION, True)
    app.setProperty(LOOK_PROPERTY, look)
    app.setFont(look.font("body"))
    app.setPalette(app.style().standardPalette() if look.high_contrast else palette_of(look))
    app.setStyleSheet(style_sheet(look))
