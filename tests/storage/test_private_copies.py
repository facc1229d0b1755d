"""Copies of a vault that is looked at, or of a backup that is proven: gone when that is done, swept when its
process was killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from noshow_desk.storage import backup_file, private_copies, vault
from noshow_desk.storage.backup_file import Facts
from noshow_desk.storage.keys import new_secret
from tests.storage.vaults import NOW

LOOK_AND_WAIT = """
import sys
from pathlib import Path
from noshow_desk.storage import vault
looked = vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), look_only=True)
print("open", flush=True)
sys.stdin.read()
"""

PROVE_AND_WAIT = """
import sys
from pathlib import Path
from noshow_desk.storage import backup_body, backup_file
def wait(*_given):
    print("copied", flush=True)
    sys.stdin.read()
backup_body.must_hold = wait
backup_file.prove(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
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
        private_copies.sweep()
        assert (copy / "vault.db").exists()  # in use
        other.kill()
        other.wait()
    age(copy)
    vault.warm_up()  # as the next start does
    assert not copy.exists()


def test_the_copy_of_a_killed_drill_is_swept_and_no_other(tmp_path: Path, temporary: Path) -> None:
    secret = new_secret()
    backup = tmp_path / "a.nsdbackup"
    with closing(vault.create(tmp_path / "vault", secret)) as made:
        facts = Facts(counter=1, made_at=NOW, reason="by_hand", practice=False, key_slot={})
        backup_file.write(made.session.db, backup, secret=secret, facts=facts)
    with subprocess.Popen(
        [sys.executable, "-c", PROVE_AND_WAIT, str(backup), secret.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None and other.stdout.readline()
        (copy,) = temporary.glob("noshow-proof-*")
        age(copy)
        backup_file.prove(backup, secret)
        assert (copy / "body.db").exists()  # in use
        other.kill()
        other.wait()
    (copy / "body.db-journal").write_bytes(b"x")
    age(copy)
    backup_file.prove(backup, secret)  # the next drill, or `verify`
    assert list(temporary.iterdir()) == []


def test_one_that_is_just_being_made_stays(temporary: Path) -> None:
    young = temporary / "noshow-look-young"
    young.mkdir()
    private_copies.sweep()
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
    private_copies.sweep()
    assert (real / "vault.db").exists()


@pytest.mark.parametrize("inside", ["notes.txt", "folder/body.db"])
def test_what_holds_something_of_somebody_else_stays(temporary: Path, inside: str) -> None:
    other = temporary / "noshow-proof-mine"
    (other / inside).parent.mkdir(parents=True)
    (other / inside).write_bytes(b"x")
    (other / "body.db").write_bytes(b"x")
    age(other)
    private_copies.sweep()
    assert (other / inside).exists() and (other / "body.db").exists()


def test_a_closed_look_leaves_nothing(tmp_path: Path, temporary: Path) -> None:
    secret = new_secret()
    vault.create(tmp_path / "vault", secret).close()
    looked = vault.open(tmp_path / "vault", secret, look_only=True)
    assert list(temporary.glob("noshow-look-*"))
    looked.close()
    assert list(temporary.iterdir()) == []
