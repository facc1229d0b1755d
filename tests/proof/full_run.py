"""A full run through the windows: a program of its own, driven by a script from the first start to the end.

Run as `python -m tests.proof.full_run PLACE CANARY DAYS STAGE`. Each lock replaces the process, as in the
program; what comes after it is the next stage of `DAYS`. It tells on its output what was shown, the keys that
were made and the files that were asked for.
"""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial, partialmethod
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

import noshow_desk.printing
import noshow_desk.ui
from noshow_desk import app
from noshow_desk.services import desk as desks
from noshow_desk.services import queries
from noshow_desk.storage import keys
from noshow_desk.ui.session import restart
from noshow_desk.ui.session.crash import CrashHandler
from tests.builders import NOW
from tests.proof.walk import clients, front, incident, rest
from tests.proof.walk.hands import Hands, Shown, tell

KEY = "NOSHOW_PROOF_RECOVERY_KEY"  # handed to the next stage in its environment, never in a file
LATER, LATER_STAGES = timedelta(days=20), range(2, 5)  # when reminders of the second folder are due
PRACTISED = 15  # clients of the practice vault that are looked at
Walk = Callable[[Hands], None]


def first_day(hands: Hands) -> None:
    """Make the vault and do a day's work; lock in the middle of a sentence."""
    tell_key(front.first_run(hands))
    clients.look_at_pages(hands)
    rest.small_windows(hands)
    one = clients.add_clients(hands)
    clients.one_client(hands, one)
    waiting = clients.missed(hands, time="Today 10:00 AM")
    incident.imminent(hands, waiting)
    missed = clients.missed(hands, time="Today 9:00 AM", client=one)
    incident.whole(hands, missed)
    incident.papers(hands, missed)
    clients.people(hands, one)
    incident.corrected(hands, waiting)
    clients.summary(hands, one)
    clients.sent(hands, one)
    incident.missed_again(hands, missed)
    lock_while_typing(hands)


def short_day(hands: Hands) -> None:
    """Make the vault, report one missed appointment, take one paper out; lock in the middle of a sentence."""
    tell_key(front.first_run(hands, slips=False))
    missed = clients.missed(hands, time="Today 9:00 AM")
    for step in ("story", "note"):
        hands.go("incident", missed, step)
        hands.fill()
    incident.save_note(hands, "docx")
    lock_while_typing(hands)


def short_morning(hands: Hands) -> None:
    """Unlock, go on, look at some pages, quit."""
    front.unlock(hands, front.PASSPHRASE)
    rest.offered(hands)
    for kind in ("clients", "incidents", "today"):
        hands.go(kind)
    hands.choose_menu("Quit")


def second_day(hands: Hands) -> None:
    """Unlock, go on, templates, settings, erasing, new keys, with which the desk is locked."""
    front.unlock(hands, front.PASSPHRASE)
    rest.offered(hands)
    rest.edit_template(hands)
    rest.use_template(hands)
    rest.settings(hands)
    clients.bring_in(hands)
    rest.drop_and_paste(hands)
    rows = queries.client_rows(hands.desk, queries.client_ids(hands.desk))
    clients.history(hands, rows[0].id)
    clients.erase(hands, rows[0].id)
    rest.your_data(hands, tell_key)


def third_day(hands: Hands) -> None:
    """Open with the new recovery key; then go to a vault that is damaged."""
    front.unlock_by_key(hands, os.environ[KEY])
    clients.look_at_pages(hands)
    spoilt = hands.place / "spoilt"
    shutil.copytree(hands.desk.folder, spoilt, ignore=shutil.ignore_patterns("in-use*"))
    with (spoilt / "vault.db").open("r+b") as file:
        file.seek(4096)
        file.write(bytes(8192))
    leave_for(hands, spoilt)


def fourth_day(hands: Hands) -> None:
    """See that it does not open, put a backup back, work on; then the file is cut off."""
    front.restored(hands)
    clients.look_at_pages(hands)
    spoilt = hands.desk.folder
    hands.workspace.put_away()  # type: ignore[union-attr]
    (spoilt / "vault.db").write_bytes(b"cut off")
    hands.program.go_to(spoilt)


def fifth_day(hands: Hands) -> None:
    """Choose another folder, an empty one."""
    front.choose_another(hands)


def sixth_day(hands: Hands) -> None:
    """Look around in a practice vault."""
    hands.press("Look around in a practice vault first")
    hands.wait_until(lambda: False, timeout=120_000)  # the process is replaced once it is made


def seventh_day(hands: Hands) -> None:
    """Practise, remove the practice vault."""
    hands.opened()
    clients.look_at_pages(hands)
    for client in queries.client_ids(hands.desk)[:PRACTISED]:
        hands.go("client", client)
    hands.press("Remove the practice vault")


def last_day(hands: Hands) -> None:
    """Quit at the front door."""
    hands.settle()
    hands.window.close()


DAYS: dict[str, tuple[Walk, ...]] = {
    "whole": (
        first_day, second_day, third_day, fourth_day, fifth_day, sixth_day, seventh_day, last_day,
    ),
    "short": (short_day, short_morning),
}  # fmt: skip


def leave_for(hands: Hands, folder: Path) -> None:
    """Close the vault and start anew on another one."""
    hands.workspace.put_away()  # type: ignore[union-attr]
    hands.program.go_to(folder)


def lock_while_typing(hands: Hands) -> None:
    """Leave a report half typed and press Lock."""
    hands.choose_menu("Missed appointment")
    hands.write("Who missed it", hands.words())
    hands.settle(1_000)
    hands.program.lock()


def tell_key(key: str) -> None:
    """Hand a recovery key on: to the next stage, and to the one who looks for it in files."""
    os.environ[KEY] = key
    tell("key", key)


def widgets() -> Iterator[str]:
    """Yield the name of every widget class of the program, found by walking its packages."""
    for package in (noshow_desk.ui, noshow_desk.printing):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if inspect.isclass(kind) and issubclass(kind, QWidget) and kind.__module__ == module.name:
                    yield f"{kind.__module__}.{kind.__qualname__}"


def main(place: Path, canary: Path, days: str, stage: int) -> int:
    """Run the program itself, with the script of `stage` at its windows; return its exit code."""
    desks.wall_clock = lambda: NOW + LATER * (stage in LATER_STAGES)
    keys.calibrate = lambda *_given, **_named: keys.SMALLEST  # type: ignore[assignment]  # half the time
    restart.command = lambda arguments: [  # type: ignore[assignment]
        sys.executable, "-m", __spec__.name, str(place), str(canary), days, str(stage + 1), *arguments,
    ]  # fmt: skip
    CrashHandler.take = _crashed  # type: ignore[method-assign, assignment]
    app.Program.start = partialmethod(  # type: ignore[method-assign, assignment]
        _start, app.Program.start, DAYS[days][stage], place, canary
    )
    return app.run(sys.argv[5:] or ["--vault", str(place / "new")])


def _start(program: app.Program, start: Callable[[app.Program], bool], *walk: Any) -> bool:
    """Stand in for the start of the program: remember what is shown, and begin to walk once it is there."""
    shown = Shown(program)
    QApplication.instance().installEventFilter(shown)  # type: ignore[union-attr]
    os.execv = partial(_replaced, os.execv, shown)  # type: ignore[assignment]
    began = start(program)
    QTimer.singleShot(0, program, partial(_walk, shown, program, *walk))
    return began


def _replaced(execv: Callable[[str, list[str]], None], shown: Shown, path: str, words: list[str]) -> None:
    """Tell what this process has shown before another one takes its place."""
    tell("shown", " ".join(sorted(shown.names)))
    execv(path, words)


def _walk(shown: Shown, program: app.Program, walk: Walk, place: Path, canary: Path) -> None:
    hands = Hands(program, place, canary)
    try:
        walk(hands)
    except BaseException:  # a child: whatever it was, the one who started it is told and it ends
        traceback.print_exc()
        print(f"on the screen: {hands.on_screen()}", file=sys.stderr, flush=True)
        os._exit(70)
    tell("shown", " ".join(sorted(shown.names)))
    if walk is last_day:
        tell("widgets", " ".join(sorted(widgets())))
    tell("ended", "")


def _crashed(
    _self: CrashHandler, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """End the run: a bug in the program is what nobody expected here."""
    traceback.print_exception(kind, error, trace)
    os._exit(71)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
