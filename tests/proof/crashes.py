"""Personal data in crash reports: errors that hold marked texts are provoked all over the program."""

from __future__ import annotations

import logging
import os
import random
import sys
import threading
import warnings
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QTimer, qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget

from noshow_desk import logs
from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.export import html
from noshow_desk.services import clients
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.session.crash import CrashHandler
from noshow_desk.ui.session.work import Work
from tests.proof.children import CAN_FORK, NO_FORK, each
from tests.proof.marks import MARKS, Finder, hostile
from tests.proof.provoked import KINDS, Provoke
from tests.proof.rows import Outcome
from tests.proof.samples import new_vault, open_desk

PATIENCE_MS = 3_000
OURS = "noshow_desk.broken"  # classes of the program are guarded, so those that stand for them say this


def crash_reports(times: int, seed: int, place: Path) -> Outcome:
    """Provoke errors of every kind at every place; look into the dialog, the log and what is printed."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    new_vault(place / "vault", clients=3)
    rooms: list[_Room] = []

    def one(number: int) -> str | None:
        if not rooms:  # in the child: windows and vault belong to the process that opened them
            rooms.append(_Room(place))
        return rooms[0].trial(number, seed)

    outcome = Outcome(how=f"{len(KINDS)} kinds of errors at {len(PLACES)} places; dialog, log files, output")
    for wrong in each(one, range(times)):
        outcome.count(wrong)
    return outcome


class _Room:
    """A process with the program's own crash handler, one window and one vault in it."""

    def __init__(self, place: Path) -> None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self.place = place
        self.handler = CrashHandler()
        self.handler.install()
        self.application = QApplication([])
        self.window = QWidget()
        self.dialogs = Dialogs(self.window)
        self.window.show()
        self.handler.tell = self.dialogs.tell
        self.desk = open_desk(place / "vault")
        self.finder = Finder(MARKS)

    def trial(self, number: int, seed: int) -> str | None:
        """Provoke the error of this number; return what can be read and should not be, or what is missing."""
        chance = random.Random(f"{seed} {number}")
        kind = KINDS[number % len(KINDS)]
        where = PLACES[(number // len(KINDS) + number) % len(PLACES)]
        text = f"{chance.choice(MARKS)} {chance.choice(hostile('/kanarinzel'))} {chance.choice(MARKS)}"
        folder = self.place / f"log-{number}"
        self._log_to(folder)
        printed = self.place / f"printed-{number}"
        with _output_to(printed):
            self._meet(where, kind, text)
            _settle()
        shown = self._shown()
        told = {"shown": shown.encode(), "printed": printed.read_bytes()} | _files(folder)
        leaks = [f"{name}: {found!r}" for name, held in told.items() if (found := self.finder.find(held))]
        if leaks:
            return f"{kind.__name__} at {where.meet.__name__}: {leaks[0]}"
        return (
            None if where.silent else _missing(kind, where, b"".join(told.values()).decode(errors="replace"))
        )

    def _meet(self, where: Place, kind: Provoke, text: str) -> None:
        try:
            where.meet(self, kind, text)
        except Exception as error:  # PySide hands what broke inside a call of ours to us: here is the top
            self.handler.take(type(error), error, error.__traceback__)

    def _log_to(self, folder: Path) -> None:
        for handler in list(logs.LOGGER.handlers):
            logs.LOGGER.removeHandler(handler)
            handler.close()
        logs.start(lambda: folder)

    def _shown(self) -> str:
        """Return what the dialogs over the window say, and close them."""
        said = []
        for dialog in self.window.findChildren(QWidget):
            if dialog.isWindow() and dialog.isVisible():
                said += [dialog.windowTitle(), *(label.text() for label in dialog.findChildren(QLabel))]
                dialog.close()
        _settle()
        return "\n".join(said)


def _missing(kind: Provoke, where: Place, told: str) -> str | None:
    """Return what a report lacks: it has to name the place in the code where the error came from."""
    name = kind.__name__
    if where.own or name in {"made_code", "made_type"}:
        return (
            None if "crashes.py:" in told or "provoked.py:" in told else f"{name}: no place in {told[:200]!r}"
        )
    if f" {name}\n" not in f"{told}\n" and "provoked.py:" not in told:
        return f"{name} at {where.meet.__name__}: not reported in {told[:200]!r}"
    return None


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


class _output_to:  # noqa: N801 - used like a function
    """Sends what the process prints, by Python or past it, into a file inside the block."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        _flush()
        self._kept = os.dup(1), os.dup(2)
        with self._path.open("wb") as file:
            for number in (1, 2):
                os.dup2(file.fileno(), number)

    def __exit__(self, *_given: object) -> None:
        _flush()
        for number, kept in zip((1, 2), self._kept, strict=True):
            os.dup2(kept, number)
            os.close(kept)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def _settle() -> None:
    for _time in range(3):
        QApplication.processEvents()


# ------------------------------------------------------------------ where errors are met


def in_a_slot(room: _Room, provoke: Provoke, text: str) -> None:
    """In a slot of a button."""
    button = QPushButton(room.window)
    button.clicked.connect(partial(_call, provoke, text))
    button.click()


def in_a_timer(room: _Room, provoke: Provoke, text: str) -> None:
    """In a slot of a timer."""
    QTimer.singleShot(0, partial(_call, provoke, text))
    QTest.qWait(5)


def in_an_event(room: _Room, provoke: Provoke, text: str) -> None:
    """In a method that Qt calls: an event handler of a widget."""

    class Broken(QWidget):
        __module__ = OURS

        def showEvent(self, _event: object) -> None:
            provoke(text)

    Broken(room.window).show()


def in_a_model(room: _Room, provoke: Provoke, text: str) -> None:
    """In a model that a list asks while it paints."""

    class Broken(QAbstractListModel):
        __module__ = OURS

        def rowCount(self, _parent: object = None) -> int:
            return 1

        def data(self, _index: QModelIndex, _role: int = 0) -> object:
            return provoke(text)

    view = QListView(room.window)
    view.setModel(Broken(view))
    view.show()
    view.repaint()
    view.close()


def in_a_filter(room: _Room, provoke: Provoke, text: str) -> None:
    """In a filter of events."""

    class Broken(QObject):
        __module__ = OURS

        def eventFilter(self, _watched: QObject, _event: object) -> bool:
            provoke(text)
            return False

    broken, watched = Broken(), QWidget()
    watched.installEventFilter(broken)
    watched.setProperty("asked", True)
    watched.removeEventFilter(broken)


def in_a_worker(room: _Room, provoke: Provoke, text: str) -> None:
    """In a worker, whose bug is brought to the window."""
    work = Work(partial(provoke, text), room.window)
    ended: list[object] = []
    for signal in (work.done, work.refused, work.broke):
        signal.connect(ended.append)
    work.broke.connect(room.handler.take_error)
    work.start()
    for _time in range(PATIENCE_MS // 10):
        if ended:
            return
        QTest.qWait(10)


def in_a_thread(room: _Room, provoke: Provoke, text: str) -> None:
    """In a thread that nobody waits for."""
    thread = threading.Thread(target=provoke, args=(text,))
    thread.start()
    thread.join()


def in_the_last_moment(room: _Room, provoke: Provoke, text: str) -> None:
    """While an object is taken down."""

    class Broken:
        def __del__(self) -> None:
            provoke(text)

    broken = Broken()
    del broken


def in_a_farewell(room: _Room, provoke: Provoke, text: str) -> None:
    """In what is called when an object is gone."""

    class Gone:
        pass

    gone = Gone()
    kept = weakref.ref(gone, lambda _ref: provoke(text))
    del gone
    assert kept() is None


def in_a_service(room: _Room, provoke: Provoke, text: str) -> None:
    """Inside a transaction of a service, asked for by the window."""
    store = room.desk.vault.clients

    def add(_client: Client) -> None:
        provoke(text)

    _replaced(store, "add", add, partial(_through_bridge, room, text))


def _through_bridge(room: _Room, text: str) -> None:
    _slot(partial(Bridge().run, partial(clients.add_client, room.desk, client=Client(first_name=text[:90]))))


def in_a_writer(room: _Room, provoke: Provoke, text: str) -> None:
    """In the writer of a paper."""

    def page(*_given: object, **_named: object) -> None:
        provoke(text)

    write: Any = html.write
    _replaced(html, "letter_page", page, partial(_slot, partial(write, None, None)))


def in_the_log(room: _Room, provoke: Provoke, text: str) -> None:
    """In a line of our own log that takes the error along."""
    try:
        provoke(text)
    except Exception:
        logs.LOGGER.exception("kept apart")


def in_a_log_line(room: _Room, provoke: Provoke, text: str) -> None:
    """In a line of the log that does not fit its own values, and in the line of a library."""
    logs.LOGGER.error("%d of %d", text, {text: text})
    logging.getLogger("library").warning("cannot read %s", text)


def in_a_warning(room: _Room, provoke: Provoke, text: str) -> None:
    """In a warning of Python's."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(text, stacklevel=1)


def in_a_message_of_qt(room: _Room, provoke: Provoke, text: str) -> None:
    """In what Qt says of itself."""
    plain = text.encode("ascii", "replace").decode()
    qWarning(plain)
    qCritical(plain)
    QLabel().setStyleSheet(f"QLabel {{ {plain} ")


def while_telling(room: _Room, provoke: Provoke, text: str) -> None:
    """While a report is being shown: the window that shows it breaks too."""

    def tell(_title: str, _text: str) -> None:
        provoke(text)

    room.handler.tell = tell
    _slot(partial(provoke, text))
    room.handler.tell = room.dialogs.tell


def with_no_window(room: _Room, provoke: Provoke, text: str) -> None:
    """After the windows are gone; trouble with a sentence too."""
    room.handler.tell = None
    _slot(partial(provoke, text))
    for trouble in (UserError(f"There are 2 clients called {text}."), SystemTrouble(f"No room for {text}.")):
        room.handler.take_error(trouble)
    room.handler.tell = room.dialogs.tell


def _call(provoke: Provoke, text: str, *_given: object) -> None:
    provoke(text)


def _slot(act: Callable[[], object]) -> None:
    """Do `act` as a slot does, so that what it raises reaches the top."""
    button = QPushButton()
    button.clicked.connect(lambda: act())
    button.click()


def _replaced(holder: Any, name: str, stand_in: Any, act: Callable[[], None]) -> None:
    real = getattr(holder, name, None)
    setattr(holder, name, stand_in)
    try:
        act()
    finally:
        setattr(holder, name, real)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an error is met. `own`: the report names another place; `silent`: nothing has to be said."""

    meet: Callable[[_Room, Provoke, str], None]
    own: bool = False
    silent: bool = False


# To add a place: a function above, and its row here.
PLACES = (
    Place(in_a_slot), Place(in_a_timer), Place(in_an_event), Place(in_a_model), Place(in_a_filter),
    Place(in_a_worker), Place(in_a_thread), Place(in_the_last_moment), Place(in_a_farewell),
    Place(in_a_service), Place(in_a_writer), Place(in_the_log), Place(in_a_log_line, silent=True),
    Place(in_a_warning, silent=True), Place(in_a_message_of_qt, silent=True), Place(while_telling),
    Place(with_no_window),
)  # fmt: skip
