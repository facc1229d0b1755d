"""A desk and a bridge for the history."""

from tests.ui.desk_fixtures import bridge, clock, desk

__all__ = ["bridge", "clock", "desk"]
