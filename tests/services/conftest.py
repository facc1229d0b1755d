"""A desk over an empty vault in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.services.desk import Desk
from tests.builders import Clock, new_desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    return new_desk(tmp_path, clock)
