"""What every test has: its own folders, and guards that fail it when something unasked happens."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.guards import Boxes, LogLines, Waiting, refuse_connections

pytest_plugins = ["pytester"]

# Property tests: no deadline (the machine may be busy), and the same examples at each run in CI.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")

# The same words, clock and screen on every machine; QT_QPA_PLATFORM=xcb shows the windows on a real screen.
os.environ |= {"LC_ALL": "C.UTF-8", "TZ": "America/New_York"}
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(time, "tzset"):
    time.tzset()

_waiting = Waiting()
sys.addaudithook(refuse_connections)


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep tests away from the data, settings and logs of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        yield home


@pytest.fixture(scope="session", autouse=True)
def _nothing_waits() -> Iterator[None]:
    """Replace every Qt call that would wait for a person; without Qt there is none."""
    with pytest.MonkeyPatch.context() as patch:
        _waiting.replace_calls(patch.setattr)
        yield


@pytest.fixture(autouse=True)
def _garbage_is_ours() -> Iterator[None]:
    """Collect garbage between tests only, in this thread, as the program does: a worker that freed a widget
    would crash the run.
    """
    gc.disable()
    yield
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [at for at in (2, 1, 0) if counts[at] > limits[at]]
    if due:
        gc.collect(due[0])


@pytest.fixture(autouse=True)
def boxes(_nothing_waits: None) -> Iterator[Boxes]:
    """Fail on a modal box that the test did not announce with `boxes.answer(act)`."""
    _waiting.boxes = Boxes()
    yield _waiting.boxes
    _fail_on(_waiting.boxes.complaints())


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[list[str]]:
    """Fail on a warning or error in the log; a test that means one appends a pattern to this list."""
    ours = logging.getLogger("noshow_desk")
    before = (list(ours.handlers), ours.propagate, ours.level)
    lines = LogLines()
    loggers = (logging.getLogger(), ours)
    for logger in loggers:
        logger.addHandler(lines)
    yield lines.expected
    for logger in loggers:
        logger.removeHandler(lines)
    for handler in set(ours.handlers) - set(before[0]):
        ours.removeHandler(handler)
        handler.close()
    ours.propagate, ours.level = before[1:]
    _fail_on(lines.complaints())


def _fail_on(complaints: list[str]) -> None:
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


_ended: list[int] = []


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember how the run ended."""
    _ended.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """End the process with the result, at once.

    Python and Qt take down the windows of hundreds of tests in no agreed order when the interpreter ends, and
    a crash there would turn a run that passed into one that did not.
    """
    if _ended:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended[-1])
