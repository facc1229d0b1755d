"""The rows about the run through the windows and about crash reports notice what they are there to notice."""

from __future__ import annotations

import base64
import io
import json
import os
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.session import crash
from tests.house.source import ROOT
from tests.proof import children, crashes, doors, plaintext, trace, windows
from tests.proof.marks import CANARY, MARKS, Finder, hostile
from tests.proof.walk.hands import Shown
from tests.proof.windows import FullRun

needs_fork = pytest.mark.skipif(not children.CAN_FORK, reason=children.NO_FORK)
needs_strace = pytest.mark.skipif(bool(trace.why_not()), reason=trace.why_not() or "strace is there")
RICH = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel(sys.argv[1])
label.show()
application.processEvents()
"""
NETWORK = """
import socket
for kind in (socket.AF_INET, socket.AF_INET6):
    with socket.socket(kind, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("::1" if kind == socket.AF_INET6 else "127.0.0.1", 9))
        except OSError:
            pass
"""


@pytest.fixture
def run(tmp_path: Path) -> FullRun:
    """A run that went well and left nothing behind."""
    made = FullRun(tmp_path / "run", whole=False, trace=trace.Trace())
    (made.desk / "exports").mkdir(parents=True)
    (made.desk / "exports" / "note.pdf").write_bytes(MARKS[0].encode())
    made.exports.add("note.pdf")
    made.keys.append("16GY-RWG0-H28G-NVR8-R80T-FKGP-AYG2")
    return made


@pytest.fixture
def measured(run: FullRun, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., object]], list[str]]:
    """Return a way to measure a row on that run."""
    for module in (doors, plaintext):
        monkeypatch.setattr(module.windows, "full_run", lambda _days: run)  # type: ignore[attr-defined]
    return lambda row: row(1, 1, Path()).wrong  # type: ignore[attr-defined, no-any-return]


def in_a_zip(text: str) -> bytes:
    """Return a zip file with `text` in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", f"<w:t>{text}</w:t>" * 9)
    return held.getvalue()


HIDDEN: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "capitals": lambda text: text.upper().encode(),
    "utf-16": lambda text: f"x{text}".encode("utf-16-le"),
    "utf-32": lambda text: text.encode("utf-32-le"),
    "base64": lambda text: base64.b64encode(f"a{text}b".encode()),
    "base64 again": lambda text: base64.b64encode(f"ab{text}".encode()),
    "address": lambda text: quote(text).encode(),
    "json": lambda text: json.dumps(text).encode(),
    "packed": lambda text: b"junk" + zlib.compress(f"a {text}".encode()) + b"junk",
    "packed twice": lambda text: zlib.compress(zlib.compress(text.encode())),
    "zip": in_a_zip,
}


@pytest.mark.parametrize("mark", [MARKS[0], MARKS[-1]])
@pytest.mark.parametrize("how", HIDDEN)
def test_a_word_is_found_however_it_is_hidden(how: str, mark: str) -> None:
    finder, hide = Finder(MARKS), HIDDEN[how]
    assert finder.find(b"\0\1before" + hide(mark) + b"after")
    assert finder.find(hide("Nobodyatall")) is None


def test_a_run_that_left_nothing_is_fine(measured: Callable[[Callable[..., object]], list[str]]) -> None:
    assert [measured(row) for row in (plaintext.in_windows, doors.network, doors.opened)] == [[], [], []]


def test_words_in_files_writes_and_names_are_noticed(
    run: FullRun, measured: Callable[[Callable[..., object]], list[str]]
) -> None:
    assert run.trace is not None
    (run.desk / "home.conf").write_bytes(quote(f"file:///{MARKS[1]}").encode())
    (run.desk / "exports" / ".half.part").write_bytes(b"")
    run.trace.written[b"/tmp/gone"] += zlib.compress(MARKS[2].encode())
    run.trace.written[b"/dev/shm/key"] += run.keys[0].replace("-", "").encode()
    run.trace.touches.append(trace.Touch("unlink", (f"/tmp/{MARKS[3]}.pdf".encode(),)))
    run.trace.touches.append(trace.Touch("openat", (os.fsencode(run.desk / "exports" / f"{MARKS[4]}.pdf"),)))
    wrong = measured(plaintext.in_windows)
    assert len(wrong) == 5
    assert all(
        any(word in one for one in wrong) for word in ("home", ".half", "gone", "shm", "name of a file")
    )


def test_what_was_never_shown_is_noticed(
    run: FullRun, measured: Callable[[Callable[..., object]], list[str]]
) -> None:
    run.whole, run.widgets, run.shown = True, {"a.New", "a.Old"}, {"a.Old"}
    assert measured(doors.opened) == ["never shown: a.New"]


def test_what_was_shown_is_counted_once_and_only_what_there_is(run: FullRun) -> None:
    run.widgets, run.shown = {"a.NewDialog", "a.Old", "a.Rare"}, {"a.NewDialog", "a.Old", "a.made.Locally"}
    assert windows.summed_up(run) == "2 of 3 widget classes shown, 1 of them windows and pages"
    run.widgets = set()
    assert windows.summed_up(run).startswith("3 widget classes shown")


def test_only_widgets_are_remembered_as_shown(qtbot: QtBot) -> None:
    button = SecondaryButton("Save")
    qtbot.addWidget(button)
    shown = Shown(button)
    button.installEventFilter(shown)
    button.show()
    assert {name.rpartition(".")[2] for name in shown.names} == {"SecondaryButton", "Button"}


def test_a_walk_that_stopped_is_noticed(
    run: FullRun, measured: Callable[[Callable[..., object]], list[str]]
) -> None:
    run.trouble = "ended with 70"
    assert [measured(row) for row in (plaintext.in_windows, doors.network, doors.opened)] == [
        ["ended with 70"]
    ] * 3


@needs_strace
def test_a_label_that_opens_a_file_is_noticed(
    run: FullRun, measured: Callable[[Callable[..., object]], list[str]], tmp_path: Path
) -> None:
    place = tmp_path / f"{CANARY}-files"
    place.mkdir()
    for text in ("plain words", hostile(str(place))[0]):
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        log = tmp_path / f"trace-{len(text)}"
        trace.watch([sys.executable, "-c", RICH, text], log, env=env, cwd=ROOT, seconds=60)
        run.trace = trace.read(log)
        assert bool(measured(doors.opened)) == ("img" in text)


@needs_strace
def test_a_connection_is_noticed(
    run: FullRun, measured: Callable[[Callable[..., object]], list[str]], tmp_path: Path
) -> None:
    log = tmp_path / "trace"
    trace.watch([sys.executable, "-c", NETWORK], log, env=os.environ, cwd=ROOT, seconds=60)
    run.trace = trace.read(log)
    assert len(measured(doors.network)) == 4


@needs_strace
def test_what_is_written_is_seen_though_the_file_is_gone(tmp_path: Path) -> None:
    source = f"import os; open('gone', 'w').write('{MARKS[5]}'); os.remove('gone')"
    trace.watch([sys.executable, "-c", source], tmp_path / "trace", env=os.environ, cwd=tmp_path, seconds=60)
    seen = trace.read(tmp_path / "trace")
    assert bytes(seen.written[os.fsencode(tmp_path / "gone")]) == MARKS[5].encode()
    assert any(os.fsencode(tmp_path / "gone") in touch.paths for touch in seen.touches)


@pytest.mark.parametrize(
    ("call", "fine"),
    [
        ('connect(3<UNIX-STREAM:[1]>, {sun_path="/run/dbus/system_bus_socket"}, 30) = 0', True),
        ('connect(3<UNIX-STREAM:[1]>, {sun_path="/run/secret.sock"}, 30) = 0', False),
        ("socket(AF_UNIX, SOCK_STREAM, 0) = 3<UNIX-STREAM:[1]>", True),
        ("socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3<NETLINK:[ROUTE:1]>", False),
        ('sendto(3<UDP:[127.0.0.1:1->1.1.1.1:53]>, "kanarinzel", 30, 0, NULL, 0) = 30', False),
    ],
)  # fmt: skip
def test_only_known_places_of_this_computer_may_be_called(call: str, fine: bool) -> None:
    assert doors.may(call) is fine


@needs_fork
def test_a_report_with_a_name_in_it_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "report", repr)
    assert crashes.crash_reports(6, 1, tmp_path).wrong


@needs_fork
def test_a_report_that_says_nothing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "report", lambda _error: "something")
    assert crashes.crash_reports(6, 1, tmp_path).wrong
