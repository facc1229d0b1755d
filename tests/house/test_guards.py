"""The guards of conftest.py: each one fails a test that does what it watches for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent

CARELESS = """
import logging, socket, urllib.parse, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QDialog, QMessageBox

def test_box(qtbot):
    QMessageBox(QMessageBox.Icon.Question, "Sure?", "").exec()

def test_static_box(qtbot):
    QMessageBox.question(None, "Sure?", "")

def test_box_that_never_comes(boxes):
    boxes.answer(lambda box: box.accept())

def test_log_line():
    logging.getLogger("noshow_desk.storage").warning("something odd")

def test_log_line_that_never_comes(expected_log):
    expected_log.append("something odd")

def test_warning():
    warnings.warn("old", DeprecationWarning)

def test_qt_message(qtbot):
    qWarning("QPainter: not active")

def test_connection():
    with socket.socket() as one:
        one.connect(("127.0.0.1", 9))

def test_error_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)
"""

CAREFUL = """
import logging
from PySide6.QtWidgets import QDialog, QMessageBox

def test_answered_box(qtbot, boxes):
    boxes.answer(lambda box: box.accept())
    assert QDialog().exec() == QDialog.DialogCode.Accepted

def test_answered_question(qtbot, boxes):
    question = QMessageBox()
    button = question.addButton(QMessageBox.StandardButton.Yes)
    boxes.answer(lambda box: button.click())
    assert question.exec() == QMessageBox.StandardButton.Yes

def test_expected_log(expected_log):
    expected_log.append("something odd")
    logging.getLogger("noshow_desk.storage").warning("something odd")

def test_quiet_log():
    logging.getLogger("noshow_desk").info("started")
"""


@pytest.fixture
def house(pytester: pytest.Pytester) -> pytest.Pytester:
    """A folder with our settings and guards and no other test."""
    folder = pytester.mkdir("tests")
    for name in ("conftest.py", "guards.py"):
        shutil.copy(TESTS / name, folder)
    shutil.copy(TESTS.parent / "pyproject.toml", pytester.path)
    return pytester


def test_each_guard_fails_a_careless_test(house: pytest.Pytester) -> None:
    (house.path / "tests/test_careless.py").write_text(CARELESS, encoding="utf-8")
    result = house.runpytest_subprocess("-q")
    careless = CARELESS.count("def test_")
    outcomes = result.parseoutcomes()
    assert outcomes.get("failed", 0) + outcomes.get("errors", 0) >= careless, result.stdout.str()
    lines = result.stdout.lines
    for name in [line.split()[1].split("(")[0] for line in CARELESS.splitlines() if line.startswith("def ")]:
        assert any(line.startswith(("FAILED", "ERROR")) and name in line for line in lines), name


def test_the_guards_let_a_careful_test_pass(house: pytest.Pytester) -> None:
    (house.path / "tests/test_careful.py").write_text(CAREFUL, encoding="utf-8")
    result = house.runpytest_subprocess("-q")
    result.assert_outcomes(passed=CAREFUL.count("def test_"))
