"""The wheel holds what the app reads: every file under resources/, found from where it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house.source import ROOT, tracked_files

FIND = "import sys; from noshow_desk.paths import resource; print(*map(resource, sys.argv[1:]), sep='\\n')"


def test_an_installed_wheel_finds_every_resource(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("noshow_desk-*.whl")
    home = tmp_path / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    resources = [path for path in tracked_files() if path.is_relative_to(ROOT / "resources")]
    names = [path.relative_to(ROOT / "resources").as_posix() for path in resources]
    ask = [sys.executable, "-c", FIND, *names]
    done = subprocess.run(ask, cwd=home, check=True, capture_output=True, text=True)
    assert [Path(line) for line in done.stdout.splitlines()] == [
        home / "noshow_desk" / "resources" / name for name in names
    ]
