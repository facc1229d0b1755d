"""Heavy libraries are loaded late: not before the first window is painted, and some not before they are
asked for.

Measured on the design's prototype: with sqlite_utils, jinja2 and docx imported first, the first window took
2.26 times as long as an empty one; with late imports 1.17 times.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from noshow_desk.services import practice_data

# To add a heavy library: its name here.
NOT_AT_FIRST_PAINT = {
    "argon2", "babel", "click", "docx", "holidays", "jinja2", "lxml", "msgspec", "nacl", "phonenumbers",
    "platformdirs", "pyphen", "rapidfuzz", "sqlcipher3", "sqlite_utils",
}  # fmt: skip
# The Today page needs the vault and dates; letters, files and fuzzy matching come when a page asks for them.
NOT_WITH_THE_TODAY_PAGE = {
    "docx",
    "holidays",
    "jinja2",
    "lxml",
    "phonenumbers",
    "pyphen",
    "rapidfuzz",
}

FRONT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from noshow_desk.app import Program
from noshow_desk.ui.session.crash import CrashHandler
application = QApplication(sys.argv[:1])
program = Program(application, Path(sys.argv[1]), CrashHandler())
assert program.start() and program.front is not None
program.front.grab()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

TODAY = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from noshow_desk.services import opening
from noshow_desk.ui.workspace.workspace import Workspace
application = QApplication(sys.argv[:1])
desk = opening.open_vault(Path(sys.argv[1]), passphrase=opening.PRACTICE_PASSPHRASE)
workspace = Workspace(desk)
workspace.show()
workspace.window.grab()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(script: str, folder: Path, home: Path) -> set[str]:
    """Return the top-level modules that a fresh process has loaded at the end of `script`."""
    private = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env={**os.environ, **private, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("late") / "vault"
    practice_data.new_practice_vault(folder, clients=40, seed=1).desk.close()
    return folder


def test_the_first_window_loads_no_heavy_library(tmp_path: Path) -> None:
    # Where no vault is found it is asked whether this user chose another place for it: once, at a first run.
    asked = {"platformdirs"}
    assert loaded(FRONT, tmp_path / "no-vault-yet", tmp_path) & NOT_AT_FIRST_PAINT <= asked


def test_the_locked_window_loads_no_heavy_library(vault: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    for name in ("vault.db", "vault.key"):
        (locked / name).write_bytes((vault / name).read_bytes())
    assert loaded(FRONT, locked, tmp_path) & NOT_AT_FIRST_PAINT == set()


def test_the_today_page_loads_only_what_it_shows(vault: Path, tmp_path: Path) -> None:
    assert loaded(TODAY, vault, tmp_path) & NOT_WITH_THE_TODAY_PAGE == set()


def test_neither_front_door_loads_the_records(vault: Path, tmp_path: Path) -> None:
    script = FRONT.replace('name.partition(".")[0] for name', "name for name")
    needless = {"noshow_desk.services.desk", "noshow_desk.domain.client", "noshow_desk.domain.practice"}
    assert loaded(script, tmp_path / "no-vault-yet", tmp_path) & needless == set()
    assert loaded(script, vault, tmp_path) & needless == set()
