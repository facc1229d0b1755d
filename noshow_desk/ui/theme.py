"""The look of the program: colours by role and type sizes by role."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from noshow_desk.paths import resource
from noshow_desk.printing.fonts import code_font, text_font

CHOICES = ("system", "light", "dark")
SMALLEST_TEXT, LARGEST_TEXT = 0.9, 1.6
LOOK_PROPERTY = "noshow_look"

# role: points, weight. To add one, add a row; labels take it as `role=`.
TYPE = {
    "figure": (22.0, 600),
    "title": (16.0, 600),
    "card": (11.0, 600),
    "prompt": (11.0, 400),
    "body": (10.0, 400),
    "strong": (10.0, 600),
    "label": (9.75, 600),
    "hint": (9.5, 400),
    "chip": (9.0, 600),
    "over": (8.5, 600),
    "code": (10.0, 400),
}

# For a system in high contrast: each role is taken from the palette the system gives.
_FROM_PALETTE = (
    (
        QPalette.ColorRole.Highlight,
        ("accent", "accent_hover", "accent_pressed", "selected", "nav_selected", "focus"),
    ),
    (QPalette.ColorRole.HighlightedText, ("on_accent", "selected_text", "nav_selected_text")),
    (QPalette.ColorRole.Base, ("field", "surface", "code", "pill", "code_field", "code_block", "code_error")),
    (QPalette.ColorRole.PlaceholderText, ("placeholder",)),
    (QPalette.ColorRole.ToolTipBase, ("tip", "toast")),
    (QPalette.ColorRole.ToolTipText, ("tip_text", "toast_text", "toast_link")),
    (QPalette.ColorRole.Link, ("link",)),
)
_BACKGROUNDS = ("window", "hover", "pressed", "coach", "red", "amber", "green", "neutral", "nav", "canvas")
_ALWAYS_PAPER = (
    "paper", "paper_text", "paper_muted", "paper_mark", "paper_missing", "paper_missing_text",
    "paper_must", "paper_must_mark", "paper_nudge", "paper_nudge_mark",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """What everything is drawn with: a theme's colours and the text scale (1.0 = 100 %)."""

    name: str
    dark: bool
    colors: dict[str, str]
    scale: float = 1.0
    high_contrast: bool = False
    _cache: dict[str, QColor] = field(default_factory=dict, compare=False, repr=False)

    def color(self, role: str) -> QColor:
        """Return the colour of `role`; KeyError for a role no theme has."""
        if role not in self._cache:
            self._cache[role] = QColor(self.colors[role])
        return self._cache[role]

    def points(self, role: str) -> float:
        """Return the size of a type role in points, scaled."""
        return round(TYPE[role][0] * self.scale, 2)

    def font(self, role: str) -> QFont:
        """Return the font of a type role."""
        return _role_font(role, self.scale)

    def px(self, pixels: float) -> int:
        """Return a length that must grow with the text: `pixels` at 100 %."""
        return round(pixels * self.scale)


@lru_cache(maxsize=64)
def _role_font(role: str, scale: float) -> QFont:
    points, weight = TYPE[role]
    make = code_font if role == "code" else text_font
    return make(points * scale, weight)


def read_theme(name: str, scale: float = 1.0) -> Look:
    """Return the theme "light" or "dark" from resources/themes: its colours stand there in groups, by role.

    JSON, because the look beside the vault needs its reader anyway: another one costs the first window 4 ms.
    """
    table = json.loads(resource(f"themes/{name}.json").read_bytes())
    colors = {role: color for group in table["colors"].values() for role, color in group.items()}
    return Look(name=name, dark=table["dark"], colors=colors, scale=scale)


def high_contrast_look(palette: QPalette, scale: float = 1.0) -> Look:
    """Return a look whose every colour is one of the system's own `palette`."""
    base = read_theme("light")
    colors = {role: palette.color(QPalette.ColorRole.WindowText).name() for role in base.colors}
    colors |= {role: palette.color(QPalette.ColorRole.Window).name() for role in _BACKGROUNDS}
    for source, roles in _FROM_PALETTE:
        colors |= {role: palette.color(source).name() for role in roles}
    colors |= {role: base.colors[role] for role in _ALWAYS_PAPER}
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return Look(name="system", dark=dark, colors=colors, scale=scale, high_contrast=True)


def choose_look(choice: str = "system", scale: float = 1.0) -> Look:
    """Return the look for a setting of `CHOICES`; the system's wish for high contrast comes first."""
    scale = min(max(scale, SMALLEST_TEXT), LARGEST_TEXT)
    hints = QApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return high_contrast_look(QApplication.style().standardPalette(), scale)
    if choice not in ("light", "dark"):
        choice = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    return read_theme(choice, scale)


def current_look() -> Look:
    """Return the look in force; the light theme before one was applied."""
    app = QApplication.instance()
    look = app.property(LOOK_PROPERTY) if app else None
    return look if isinstance(look, Look) else _default()


@lru_cache(maxsize=1)
def _default() -> Look:
    return read_theme("light")


# palette role: token. The rest of the palette follows from these.
_PALETTE = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "field"),
    (QPalette.ColorRole.AlternateBase, "hover"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "placeholder"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "red_text"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "link"),
    (QPalette.ColorRole.LinkVisited, "link"),
    (QPalette.ColorRole.ToolTipBase, "tip"),
    (QPalette.ColorRole.ToolTipText, "tip_text"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Dark, "outline"),
    (QPalette.ColorRole.Shadow, "outline"),
)


def palette_of(look: Look) -> QPalette:
    """Return the palette that a theme's tokens make."""
    palette = QPalette()
    for role, token in _PALETTE:
        palette.setColor(role, look.color(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.color("disabled"))
    return palette
