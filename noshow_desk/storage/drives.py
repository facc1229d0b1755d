"""Whether a folder lies on a network drive, where the live vault must not be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NETWORK = frozenset(
    {
        "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.rclone", "fuse.sshfs",
        "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW


def is_network(folder: Path) -> bool:
    """Say whether `folder`, or where it would be made, is on a network drive, as far as can be known."""
    real = folder.resolve()
    if sys.platform == "win32":
        return _windows_remote(real)
    if sys.platform == "darwin":
        return kind_of(real, _mac_mounts()) in _NETWORK
    return kind_of(real, _linux_mounts()) in _NETWORK


def kind_of(folder: Path, mounts: list[tuple[str, str]]) -> str:
    """Return the file system of `folder`, of (mount point, kind) pairs: the deepest mount it lies under."""
    found = [(len(Path(point).parts), kind) for point, kind in mounts if folder.is_relative_to(point)]
    return max(found)[1] if found else ""


def parse_linux_mounts(text: str) -> list[tuple[str, str]]:
    """Return (mount point, kind) of each line of /proc/mounts; octal escapes such as \\040 are read."""
    lines = (line.split() for line in text.splitlines())
    return [
        (words[1].encode("latin-1", "replace").decode("unicode_escape"), words[2])
        for words in lines
        if len(words) >= 3
    ]


def _linux_mounts() -> list[tuple[str, str]]:
    try:
        return parse_linux_mounts(Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return []


def _mac_mounts() -> list[tuple[str, str]]:
    """Return the mounts as /sbin/mount prints them: "//x@server/share on /Volumes/share (smbfs, nodev)"."""
    import subprocess  # deferred: only macOS needs it

    shown = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
    pairs = (line.rpartition(" (") for line in shown.splitlines())
    return [
        (head.partition(" on ")[2], tail.split(",")[0].rstrip(")")) for head, _sign, tail in pairs if head
    ]


def _windows_remote(folder: Path) -> bool:
    """Ask Windows for the kind of drive; a share path (two back-slashes) is always remote."""
    if os.fspath(folder).startswith("\\\\"):
        return True
    import ctypes  # deferred: only Windows needs it

    kind: int = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined]
    return kind == _WINDOWS_REMOTE
