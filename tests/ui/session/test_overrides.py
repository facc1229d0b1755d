"""An error in a method that Qt calls is reported, and the program goes on."""

from __future__ import annotations

import subprocess
import sys

from tests.house.source import ROOT

BROKEN = """
import os
import sys
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from noshow_desk.ui.session import overrides

application = QApplication([])


class Early(QWidget):
    def sizeHint(self):
        return {}["early"]


Early.__module__ = "noshow_desk.early"
overrides.install()


class Foreign(QWidget):
    def sizeHint(self):
        return QSize(1, 1)


Made = type("Made", (QWidget,), {"__module__": "noshow_desk.made", "showEvent": lambda self, event: int("x")})
for kind, act in ((Early, "adjustSize"), (Made, "show")):
    try:
        getattr(kind(), act)()
    except (KeyError, ValueError) as error:
        print(type(error).__name__)
assert hasattr(Made.showEvent, "__wrapped__") == overrides.NEEDED
assert not hasattr(Foreign.sizeHint, "__wrapped__")
print("went on")
sys.stdout.flush()
os._exit(0)
"""


def test_an_error_in_an_override_does_not_end_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split("\n")[:3] == ["KeyError", "ValueError", "went on"], done.stderr
