"""What nobody caught: said in plain words, logged without a name."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler, qWarning

from noshow_desk.errors import SystemTrouble, UserError
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


def test_what_python_and_qt_say_of_themselves_names_nobody(
    expected_log: list[str], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Threads, last moments, warnings and messages of Qt have hooks of their own."""
    expected_log += ["bug in a thread: ValueError", "bug while tidying up: ValueError", "Qt: default"]
    handler = CrashHandler()
    with hooks(), caplog.at_level(logging.INFO, "noshow_desk"):
        handler.install()
        handler.tell = lambda _title, _text: None
        thread = threading.Thread(target=int, args=(NAME,))
        thread.start()
        thread.join()
        last = Last()
        del last
        warnings.warn(NAME, UserWarning, stacklevel=1)
        qWarning(NAME)
        qCritical(NAME)
    said = capfd.readouterr()
    assert "Reed" not in caplog.text + said.out + said.err
    assert "warning: UserWarning" in caplog.text and "test_crash.py" in caplog.text


class Last:
    """Breaks in its last moment."""

    def __del__(self) -> None:
        raise ValueError(NAME)


@contextmanager
def hooks() -> Iterator[None]:
    """Put back what a handler takes over."""
    kept = sys.excepthook, sys.unraisablehook, threading.excepthook
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        try:
            yield
        finally:
            sys.excepthook, sys.unraisablehook, threading.excepthook = kept
            qInstallMessageHandler(None)


def test_a_window_that_cannot_tell_makes_it_no_worse(
    expected_log: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Python prints both errors with their words when its hook breaks."""
    expected_log.append("bug: ValueError")

    def tell(_title: str, _text: str) -> None:
        raise RuntimeError(NAME)

    handler = CrashHandler()
    handler.tell = tell
    crash(handler, ValueError(NAME))
    printed = capsys.readouterr().err
    assert "RuntimeError" in printed and "ValueError" in printed and "Reed" not in printed


def test_without_a_window_a_sentence_is_not_printed(
    expected_log: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    expected_log.append("trouble: UserError")
    crash(CrashHandler(), UserError(f"There are 2 clients called {NAME}."))
    assert "UserError" in capsys.readouterr().err
