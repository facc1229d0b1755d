"""What is got ready before the vault is open leaves nothing behind, and leaves nothing out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from noshow_desk.ui.workspace import ahead

LATER = """
import sys
from pathlib import Path
from noshow_desk import app
from noshow_desk.services import opening
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.domain.client import Caseworker
desk = opening.create_vault(
    Path(sys.argv[1]), passphrase="harbor lantern copper seven", caseworker=Caseworker(name="Dana"),
    cost=FAST_FOR_TESTS,
).desk
program = app.Program(app.make_application(["test"]), Path(sys.argv[1]), app.CrashHandler())
app._warm_up()
from noshow_desk.ui.workspace import ahead
for _step in ahead.steps():
    pass
before = set(sys.modules)
program._on_front_opened(desk)
QCoreApplication = type(program._application)
QCoreApplication.processEvents()
print(*sorted(name for name in set(sys.modules) - before if name.startswith("noshow_desk.ui")))
program.workspace.put_away()
program.instance.release()
"""


def test_nothing_is_left_behind(qapp: QApplication) -> None:
    before = set(QApplication.topLevelWidgets())
    for _step in ahead.steps():
        pass
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(QApplication.topLevelWidgets()) == before


def test_nothing_is_shown_and_nothing_stays_when_it_is_stopped(qapp: QApplication) -> None:
    before = set(QApplication.topLevelWidgets())
    steps = ahead.steps()
    while not set(QApplication.topLevelWidgets()) - before:
        next(steps)
    next(steps)
    assert not [one for one in set(QApplication.topLevelWidgets()) - before if one.isVisible()]
    steps.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(QApplication.topLevelWidgets()) == before


def test_the_first_page_needs_no_module_more(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LATER, str(tmp_path / "vault")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr
