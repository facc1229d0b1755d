"""A folder is held by one, without a byte written, until it is let go or its process has ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from noshow_desk.storage.folder_hold import FolderTaken, hold

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be locked there")
HOLD_AND_DIE = """
import sys
from pathlib import Path
from noshow_desk.storage.folder_hold import hold
held = hold(Path(sys.argv[1]))
assert held is not None
print("held", flush=True)
sys.stdin.read()
"""


def test_one_has_it_and_nothing_is_written(tmp_path: Path) -> None:
    held = hold(tmp_path)
    assert held is not None and list(tmp_path.iterdir()) == []
    with pytest.raises(FolderTaken):
        hold(tmp_path)
    held.release()
    again = hold(tmp_path)
    assert again is not None
    again.release()


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_AND_DIE, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None and other.stdout.readline()
        with pytest.raises(FolderTaken):
            hold(tmp_path)
        other.kill()
        other.wait()
    assert hold(tmp_path) is not None


def test_a_folder_that_is_not_there_is_nobodys(tmp_path: Path) -> None:
    assert hold(tmp_path / "none") is None
