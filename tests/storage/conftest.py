"""Vaults for tests of storage: one in memory, one on disk, and an act to write in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.storage import key_file, keys, vault
from noshow_desk.storage.open_vault import Vault
from tests.storage.vaults import PASSPHRASE


@pytest.fixture
def memory() -> Iterator[Vault]:
    """An empty vault in memory."""
    opened = vault.in_memory()
    yield opened
    opened.close()


@pytest.fixture
def secret() -> bytes:
    """The secret of the vault on disk."""
    return bytes(range(16))


@pytest.fixture
def folder(tmp_path: Path, secret: bytes) -> Path:
    """A folder with a closed, empty vault and its key file, whose passphrase costs next to nothing."""
    home = tmp_path / "vault"
    home.mkdir()
    key_file.seal(home, secret, PASSPHRASE, keys.FAST_FOR_TESTS)
    vault.create(home, secret).close()
    return home
