"""Every theme defines every role, readable on what it stands on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from noshow_desk.paths import resource
from noshow_desk.ui.dress import dress
from noshow_desk.ui.sheet import style_sheet
from noshow_desk.ui.theme import TYPE, choose_look, current_look, high_contrast_look, palette_of, read_theme

THEMES = sorted(path.stem for path in resource("themes").glob("*.json"))
UI = Path(__file__).parents[2] / "noshow_desk" / "ui"

GROUNDS = ("window", "surface", "field", "hover", "pressed", "selected", "coach")
TEXT_PAIRS = [
    *(("text", ground) for ground in (*GROUNDS, "red", "amber", "green", "neutral", "canvas")),
    *(("muted", ground) for ground in ("window", "surface", "field", "hover", "selected", "canvas")),
    *(("link", ground) for ground in ("window", "surface", "hover", "coach", "red", "amber")),
    ("placeholder", "field"),
    ("red_text", "surface"),
    ("red_text", "window"),
    ("selected_text", "selected"),
    *(
        (f"{tone}_text", tone)
        for tone in ("coach", "red", "amber", "green", "neutral", "canvas", "tip", "toast")
    ),
    ("canvas_muted", "canvas"),
    ("toast_link", "toast"),
    ("amber_text", "surface"),
    ("green_text", "surface"),
    ("nav_text", "nav"),
    ("nav_selected_text", "nav_selected"),
    ("nav_selected_text", "nav"),
    ("nav_mark", "nav"),
    *(("on_accent", accent) for accent in ("accent", "accent_hover", "accent_pressed")),
    *((words, "paper") for words in ("paper_text", "paper_muted", "paper_must", "paper_nudge")),
    *(("paper", mark) for mark in ("paper_must", "paper_nudge")),
    *(("paper_text", mark) for mark in ("paper_mark", "paper_must_mark", "paper_nudge_mark")),
    ("paper_missing_text", "paper_missing"),
    ("pill_text", "pill"),
    *((f"code_{kind}", "code") for kind in ("text", "number", "filter_text", "comment_text")),
    *((f"code_{kind}_text", f"code_{kind}") for kind in ("field", "block", "error")),
    ("code_filter_text", "code_field"),
]
SHAPE_PAIRS = [
    *(("outline", ground) for ground in ("window", "surface", "field")),
    *(("focus", ground) for ground in ("window", "surface", "field", "coach", "selected", "red")),
    *((f"{tone}_bar", tone) for tone in ("coach", "red")),
    ("accent", "surface"),
    ("accent", "window"),
    ("nav_focus", "nav"),
    ("scroll", "window"),
    ("scroll", "surface"),
]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lights = sorted(
        sum(
            part * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
            for part, value in zip((0.2126, 0.7152, 0.0722), color.getRgbF()[:3], strict=True)
        )
        for color in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_both_themes_define_the_same_roles() -> None:
    assert THEMES == ["dark", "light"]
    light, dark = (read_theme(name).colors for name in ("light", "dark"))
    assert list(light) == list(dark)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in (*light.values(), *dark.values()))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, words: str, ground: str) -> None:
    look = read_theme(theme)
    assert contrast(look.color(words), look.color(ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_can_be_seen(theme: str, shape: str, ground: str) -> None:
    look = read_theme(theme)
    assert contrast(look.color(shape), look.color(ground)) >= 3


def test_every_role_the_code_names_exists() -> None:
    roles = set(read_theme("light").colors)
    named = set()
    for path in [*UI.glob("*.py"), *(UI / "kit").glob("*.py"), *(UI / "shell").glob("*.py")]:
        named |= set(re.findall(r"look(?:\(\))?\.color\(\"(\w+)\"\)", path.read_text(encoding="utf-8")))
    assert named, "the pattern finds nothing any more"
    assert named <= roles


def test_the_sheet_has_no_colours_in_high_contrast(qapp: QApplication) -> None:
    look = high_contrast_look(QApplication.style().standardPalette())
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|\bcolor\s*:|background\s*:", style_sheet(look))
    assert "#" in style_sheet(read_theme("light"))


def test_high_contrast_takes_every_colour_but_paper_from_the_system(qapp: QApplication) -> None:
    system = QPalette(QColor("#000000"))
    for role in QPalette.ColorRole:
        if role != QPalette.ColorRole.NColorRoles:
            system.setColor(role, QColor("#010203"))
    look = high_contrast_look(system)
    assert {value for role, value in look.colors.items() if not role.startswith("paper")} == {"#010203"}
    assert look.color("paper") == QColor("#FFFFFF")
    assert look.colors.keys() == read_theme("light").colors.keys()


def test_paper_is_white_in_every_theme() -> None:
    assert {read_theme(name).colors["paper"] for name in THEMES} == {"#FFFFFF"}


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.9), (1.0, 1.0), (1.4, 1.4), (9.0, 1.6)])
def test_text_scale_stays_within_its_bounds(qapp: QApplication, asked: float, given: float) -> None:
    assert choose_look("light", asked).scale == given


def test_dress_sets_font_palette_and_look(qapp: QApplication) -> None:
    look = dress(qapp, "dark", 1.4)
    try:
        assert current_look() is look
        assert qapp.font().pointSizeF() == pytest.approx(14.0)
        assert qapp.font().families()[0] == "Inter"
        assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("window")
        assert palette_of(look).color(QPalette.ColorRole.Highlight) == look.color("accent")
    finally:
        dress(qapp, "light", 1.0)


def test_type_sizes_are_those_of_the_design() -> None:
    sizes = {role: TYPE[role] for role in ("title", "card", "body", "label", "chip")}
    assert sizes == {
        "title": (16.0, 600),
        "card": (11.0, 600),
        "body": (10.0, 400),
        "label": (9.75, 600),
        "chip": (9.0, 600),
    }
    assert 9 <= TYPE["hint"][0] <= 9.5
