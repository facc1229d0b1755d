"""A desk and a bridge for the pages."""

from tests.ui.desk_fixtures import bridge, clock, desk

__all__ = ["bridge", "clock", "desk"]
