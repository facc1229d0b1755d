"""What nobody caught: said in plain words, logged without a name."""

from __future__ import annotations

import logging

import pytest

from noshow_desk.errors import SystemTrouble
from noshow_desk.ui.session.crash import CrashHandler

NAME = "Marcus Reed"


def crash(handler: CrashHandler, error: BaseException) -> None:
    """Raise `error` and hand it over as Python would."""
    try:
        raise error
    except BaseException as caught:  # the test stands in for the interpreter
        handler.take_error(caught)


def test_a_bug_names_places_and_nobody(expected_log: list[str], caplog: pytest.LogCaptureFixture) -> None:
    expected_log.append("bug: ValueError")
    told: list[tuple[str, str]] = []
    handler = CrashHandler()
    handler.tell = lambda title, text: told.append((title, text))
    with caplog.at_level(logging.INFO, "noshow_desk"):
        crash(handler, ValueError(f"no such client: {NAME}"))
    shown = " ".join(told[0]) + caplog.text
    assert NAME not in shown and "Reed" not in shown
    assert "test_crash.py" in shown and "ValueError" in shown


def test_trouble_of_the_machine_is_its_sentence(expected_log: list[str]) -> None:
    expected_log.append("trouble: SystemTrouble")
    told: list[tuple[str, str]] = []
    handler = CrashHandler()
    handler.tell = lambda title, text: told.append((title, text))
    crash(handler, SystemTrouble("The disk is full. Free some space."))
    assert told[0][1] == "The disk is full. Free some space."


def test_a_bug_while_telling_does_not_loop(
    expected_log: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    expected_log.append("bug: .*")
    handler = CrashHandler()

    def tell(_title: str, _text: str) -> None:
        crash(handler, KeyError("again"))

    handler.tell = tell
    crash(handler, ValueError("first"))
    assert "KeyError" in capsys.readouterr().err
