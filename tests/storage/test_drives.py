"""Which file system a folder lies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.storage import drives

MOUNTS = drives.parse_linux_mounts(
    "/dev/sda1 / ext4 rw 0 0\n"
    "server:/home /home nfs4 rw 0 0\n"
    "/dev/sdb1 /home/dana/My\\040Disk vfat rw 0 0\n"
    "//office/share /mnt/büro cifs rw 0 0\n"
    "broken line\n"
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/home/dana", "nfs4"),
        ("/home/dana/My Disk/vault", "vfat"),
        ("/homely", "ext4"),
        ("/mnt/büro/vault", "cifs"),
    ],
)
def test_the_deepest_mount_counts(folder: str, kind: str) -> None:
    assert drives.kind_of(Path(folder), MOUNTS) == kind


def test_a_folder_of_this_machine_is_no_network_drive(tmp_path: Path) -> None:
    assert not drives.is_network(tmp_path / "not made yet")
