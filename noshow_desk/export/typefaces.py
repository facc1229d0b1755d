"""The bundled fonts: which families a paper is set in, their files, and which of them has a character."""

from __future__ import annotations

from functools import cache

from noshow_desk.export.font_file import FontFile
from noshow_desk.paths import resource

FONT = "Inter"
# Scripts that only names are written in here; Droid has Chinese, Japanese and Korean.
_SCRIPTS = (
    "Bengali", "Cherokee", "Devanagari", "Ethiopic", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam",
    "Myanmar", "Sinhala", "Syriac", "Tamil", "Telugu", "Thai",
)  # fmt: skip
# To add a family: put its file and its licence into resources/fonts, its name here and its file below.
TEXT_FAMILIES = [FONT, "DejaVu Sans", *(f"Noto Sans {name}" for name in _SCRIPTS), "Droid Sans Fallback"]
_INTER = {
    (False, False): "Inter-Regular.ttf",
    (True, False): "Inter-Bold.ttf",
    (False, True): "Inter-Italic.ttf",
    (True, True): "Inter-BoldItalic.ttf",
}
_OTHERS = {
    "DejaVu Sans": "DejaVuSans.ttf",
    **{f"Noto Sans {name}": f"NotoSans{name}-Regular.ttf" for name in _SCRIPTS},
    "Droid Sans Fallback": "DroidSansFallback.ttf",
}
FALLBACK_FILES = tuple(_OTHERS.values())


def file_of(family: str, *, bold: bool = False, italic: bool = False) -> str:
    """Return the name of the file with a face of `family`; of all but Inter there is a regular one alone."""
    return _INTER[bold, italic] if family == FONT else _OTHERS[family]


@cache
def font_file(name: str) -> FontFile:
    """Return a bundled font file, read once. Raises FileNotFoundError when the build forgot it."""
    return FontFile(resource(f"fonts/{name}").read_bytes())


@cache
def family_of(character: str) -> str:
    """Return the first family that has `character`, in the order of the preview; Inter when none has it."""
    for family in TEXT_FAMILIES:
        if font_file(file_of(family)).glyph(ord(character)):
            return family
    return FONT
