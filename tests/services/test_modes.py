"""What a vault writes is for its owner alone, where the system has modes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.services import backups, clients, keys, opening
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.builders import Clock, dana, marcus

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes are for POSIX systems")


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_folder_of_a_new_vault_and_all_its_files_are_private(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "above" / "vault"
    desk = opening.create_vault(
        folder, passphrase="four quiet words here", caseworker=dana(), clock=clock, cost=FAST_FOR_TESTS
    ).desk
    clients.add_client(desk, client=marcus())
    made = backups.make_backup(desk).backup.file
    assert mode(folder) == 0o700
    assert {mode(file) for file in (folder / "vault.db", folder / "vault.key", made)} == {0o600}
    assert {mode(file) for file in folder.glob("vault.db-*")} <= {0o600}
    new = keys.seal_new(
        recovery=opening.new_recovery(), passphrase="five other words for you", cost=FAST_FOR_TESTS
    )
    keys.replace_keys(desk, new=new)
    assert {mode(file) for file in (folder / "vault.db", folder / "vault.key")} == {0o600}
    desk.close()
