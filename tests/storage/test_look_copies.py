"""Copies of a vault that is only looked at: gone when it is closed, swept when its process was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from noshow_desk.storage import look_copies, vault
from noshow_desk.storage.keys import new_secret

LOOK_AND_WAIT = """
import sys
from pathlib import Path
from noshow_desk.storage import vault
looked = vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), look_only=True)
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files of this test and the processes it starts."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setenv("TEMP", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def age(folder: Path) -> None:
    os.utime(folder, (1_000_000, 1_000_000))


def test_the_copy_of_a_killed_process_is_swept_and_no_other(tmp_path: Path, temporary: Path) -> None:
    secret = new_secret()
    vault.create(tmp_path / "vault", secret).close()
    with subprocess.Popen(
        [sys.executable, "-c", LOOK_AND_WAIT, str(tmp_path / "vault"), secret.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None and other.stdout.readline()
        (copy,) = temporary.glob("noshow-look-*")
        age(copy)
        look_copies.sweep()
        assert (copy / "vault.db").exists()  # in use
        other.kill()
        other.wait()
    age(copy)
    vault.warm_up()  # as the next start does
    assert not copy.exists()


def test_one_that_is_just_being_made_stays(temporary: Path) -> None:
    young = temporary / "noshow-look-young"
    young.mkdir()
    look_copies.sweep()
    assert young.exists()


def test_what_only_has_the_name_stays(tmp_path: Path, temporary: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "vault.db").write_bytes(b"x")
    link = temporary / "noshow-look-link"
    try:
        link.symlink_to(real, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    age(real)
    look_copies.sweep()
    assert (real / "vault.db").exists()


def test_a_closed_look_leaves_nothing(tmp_path: Path, temporary: Path) -> None:
    secret = new_secret()
    vault.create(tmp_path / "vault", secret).close()
    looked = vault.open(tmp_path / "vault", secret, look_only=True)
    assert list(temporary.glob("noshow-look-*"))
    looked.close()
    assert list(temporary.iterdir()) == []
