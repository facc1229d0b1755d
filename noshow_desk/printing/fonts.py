"""The bundled fonts: Inter for everything, DejaVu Sans for what Inter lacks, DejaVu Sans Mono for code."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from noshow_desk.errors import SystemTrouble
from noshow_desk.i18n import _
from noshow_desk.paths import resource

TEXT_FAMILIES = ["Inter", "DejaVu Sans"]
CODE_FAMILIES = ["DejaVu Sans Mono", "DejaVu Sans"]
# To add one: put the file and its licence into resources/fonts and its name here.
FILES = (
    "Inter-Regular.ttf",
    "Inter-Italic.ttf",
    "Inter-SemiBold.ttf",
    "Inter-SemiBoldItalic.ttf",
    "Inter-Bold.ttf",
    "Inter-BoldItalic.ttf",
    "DejaVuSans.ttf",
    "DejaVuSansMono.ttf",
)
_DONE = "noshow_desk_fonts"  # a property of the running application: a second application loads them again


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once for each application.

    Raises SystemTrouble when Qt cannot read one of them: a paper would print blank without an error.
    """
    application = QGuiApplication.instance()
    if application is not None and application.property(_DONE):
        return
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) < 0:
            raise SystemTrouble(_("A font of NoShow Desk cannot be read. Install NoShow Desk again."))
    if application is not None:
        application.setProperty(_DONE, True)


def text_font(points: float, weight: int = QFont.Weight.Normal) -> QFont:
    """Return Inter at `points`, unhinted so that screen and print break lines alike."""
    return _font(TEXT_FAMILIES, points, weight)


def code_font(points: float, weight: int = QFont.Weight.Normal) -> QFont:
    """Return the fixed-width font at `points`."""
    return _font(CODE_FAMILIES, points, weight)


def _font(families: list[str], points: float, weight: int) -> QFont:
    font = QFont(families)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
