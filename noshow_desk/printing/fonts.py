"""The bundled fonts: Inter for everything, others for what Inter lacks, DejaVu Sans Mono for code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from noshow_desk.errors import SystemTrouble
from noshow_desk.export.typefaces import FALLBACK_FILES, TEXT_FAMILIES
from noshow_desk.i18n import _
from noshow_desk.paths import resource

CODE_FAMILIES = ["DejaVu Sans Mono", "DejaVu Sans"]
# To add one for text: a row in export/typefaces.py.
FILES = (
    "Inter-Regular.ttf",
    "Inter-Italic.ttf",
    "Inter-SemiBold.ttf",
    "Inter-SemiBoldItalic.ttf",
    "Inter-Bold.ttf",
    "Inter-BoldItalic.ttf",
    "DejaVuSansMono.ttf",
    *FALLBACK_FILES,
)
# What the first window is written with; the others may follow once it is painted.
FIRST_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_DONE = "noshow_desk_fonts"  # a property of the running application: a second application loads them again


def load_fonts(files: Sequence[str] = FILES) -> None:
    """Make bundled fonts known to Qt, each once for each application.

    Raises SystemTrouble when Qt cannot read one of them: a paper would print blank without an error.
    """
    application = QGuiApplication.instance()
    known = (application.property(_DONE) if application is not None else None) or []
    missing = [name for name in files if name not in known]
    for name in missing:
        if QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) < 0:
            raise SystemTrouble(_("A font of NoShow Desk cannot be read. Install NoShow Desk again."))
    if application is not None and missing:
        application.setProperty(_DONE, [*known, *missing])


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
