"""Whether the disk is encrypted: read from what systems say, and unknown when they do not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from noshow_desk.storage import disk_encryption

MOUNTS = """\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
35 22 253:0 / /home rw,relatime shared:2 - btrfs /dev/mapper/luks-1 rw,subvol=/home
36 22 0:40 / /mnt/my\\040stick rw - fuse.gocryptfs /media/x rw
37 22 0:41 / /mnt/share rw - cifs //server/share rw
a broken line
"""


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("/home/dana/vault", ("btrfs", "/dev/mapper/luks-1")),
        ("/var/vault", ("ext4", "/dev/nvme0n1p2")),
        ("/homes", ("ext4", "/dev/nvme0n1p2")),
        ("/mnt/my stick/a", ("fuse.gocryptfs", "/media/x")),
        ("/mnt/share/a", ("cifs", "//server/share")),
    ],
)
def test_the_deepest_mount_counts(folder: str, found: tuple[str, str]) -> None:
    assert disk_encryption.source_of(Path(folder), MOUNTS) == found


def test_without_mounts_nothing_is_known() -> None:
    assert disk_encryption.source_of(Path("/home"), "") == ("", "")


@pytest.fixture
def sys_block(tmp_path: Path) -> Path:
    """A plain disk with a partition, a mapped volume on an encrypted one on it, and a plain volume."""
    block = tmp_path / "block"
    partition = block / "sda" / "sda1"
    partition.mkdir(parents=True)
    (partition / "partition").write_text("1\n")
    for name, uuid, lies_on in (
        ("dm-0", "CRYPT-LUKS2-0123-luks", partition),
        ("dm-1", "LVM-abc", block / "dm-0"),
        ("dm-2", "LVM-def", partition),
    ):
        (block / name / "dm").mkdir(parents=True)
        (block / name / "dm" / "uuid").write_text(f"{uuid}\n")
        (block / name / "slaves").mkdir()
        (block / name / "slaves" / lies_on.name).symlink_to(lies_on)
    return block


@pytest.mark.parametrize(
    ("device", "encrypted"),
    [("sda/sda1", False), ("dm-0", True), ("dm-1", True), ("dm-2", False), ("nothing", False)],
)
def test_a_volume_on_an_encrypted_one_is_encrypted(sys_block: Path, device: str, encrypted: bool) -> None:
    assert disk_encryption.is_crypt(sys_block / device) is encrypted


@pytest.mark.parametrize(("answer", "means"), [("1\n", True), ("2", False), ("", None), ("7", None)])
def test_what_windows_says(answer: str, means: bool | None) -> None:
    assert disk_encryption.read_bitlocker(answer) is means


@pytest.mark.parametrize(
    ("answer", "means"),
    [("FileVault is On.\n", True), ("FileVault is Off.\nDeferred", False), ("Error", None)],
)
def test_what_a_mac_says(answer: str, means: bool | None) -> None:
    assert disk_encryption.read_filevault(answer) is means


def test_a_program_that_is_not_there_means_unknown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(disk_encryption, "_answer_of", lambda _command: "")
    assert disk_encryption.is_encrypted(tmp_path) is None


def test_it_answers_on_this_machine(tmp_path: Path) -> None:
    assert disk_encryption.is_encrypted(tmp_path) in {True, False, None}
