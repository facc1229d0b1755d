"""Icons are there, take any colour, and are sharp."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from noshow_desk.paths import resource
from noshow_desk.ui.actions import ACTIONS
from noshow_desk.ui.icons import icon, icon_pixmap
from noshow_desk.ui.shell.places import PLACES

NAMES = {path.stem for path in resource("icons").glob("*.svg")}


def test_icons_the_tables_name_exist() -> None:
    assert {row.icon for row in ACTIONS if row.icon} | {place.icon for place in PLACES} <= NAMES


def test_icons_the_kit_names_exist() -> None:
    ui = Path(__file__).parents[2] / "noshow_desk" / "ui"
    named = set()
    for path in [*(ui / "kit").glob("*.py"), *(ui / "shell").glob("*.py")]:
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r"paint_icon\(painter, \"([\w-]+)\"", text))
        named |= set(re.findall(r"icon: str = \"([\w-]+)\"", text))
        named |= set(re.findall(r"(?:IconButton|IconLabel)\(\"([\w-]+)\"", text))
    assert len(named) > 8, "the patterns find nothing any more"
    assert named <= NAMES


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_takes_its_colour_and_the_pixels_of_the_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = icon_pixmap("check", QColor("#0B6B63"), 20, ratio)
    assert pixmap.width() == 20 * ratio
    image: QImage = pixmap.toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#0b6b63"}


def test_every_icon_file_can_be_drawn(qapp: QApplication) -> None:
    for name in sorted(NAMES):
        assert not icon_pixmap(name, QColor("#000000"), 16).isNull(), name


def test_a_missing_icon_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icon_pixmap("no-such-icon", QColor("#000000"), 16)


def test_icon_serves_menus(qapp: QApplication) -> None:
    assert not icon("lock").isNull()
