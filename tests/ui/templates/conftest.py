"""A desk and a bridge for the pages; an Easy view."""

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.ui.templates.easy_editor import EasyEditor
from tests.ui.desk_fixtures import bridge, clock, desk
from tests.ui.templates.editing import easy_view

__all__ = ["bridge", "clock", "desk"]


@pytest.fixture
def editor(qtbot: QtBot) -> EasyEditor:
    """An empty Easy view."""
    return easy_view(qtbot)
