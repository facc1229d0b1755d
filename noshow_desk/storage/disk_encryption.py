"""Whether the disk below a folder is encrypted, as far as the system tells without special rights.

The vault is encrypted by itself; the disk matters for swap, hibernation and what is exported or printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_SECONDS = 10
# Windows: 1 on, 3 and 5 on while it is being encrypted or waits for a restart; 2, 4 and 6 off.
_BITLOCKER = {"1": True, "3": True, "5": True, "2": False, "4": False, "6": False}
_ENCRYPTED_KINDS = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs"})


def is_encrypted(folder: Path) -> bool | None:
    """Say whether the disk of `folder` is encrypted; None when the system does not tell.

    Asks another program on Windows and macOS: a second at most, so rather in a worker.
    """
    real = folder.resolve()
    if sys.platform == "win32":
        return read_bitlocker(_answer_of(_bitlocker_command(real)))
    if sys.platform == "darwin":
        return read_filevault(_answer_of(["/usr/bin/fdesetup", "status"]))
    return _on_linux(real)


def read_bitlocker(answer: str) -> bool | None:
    """Return what Windows' number for the protection of a drive means."""
    return _BITLOCKER.get(answer.strip())


def read_filevault(answer: str) -> bool | None:
    """Return what "FileVault is On." means."""
    return {"FileVault is On.": True, "FileVault is Off.": False}.get(answer.strip().partition("\n")[0])


def below(device: Path) -> Iterator[Path]:
    """Yield the folder of a block device under /sys and of every device it is made of."""
    yield device
    slaves = device / "slaves"
    if slaves.is_dir():
        for one in slaves.iterdir():
            yield from below(one.resolve())
    if (device / "partition").is_file():
        yield from below(device.resolve().parent)


def is_crypt(device: Path) -> bool:
    """Say whether the device, or one below it, is an encrypted one of the device mapper."""
    return any(_text(one / "dm" / "uuid").startswith("CRYPT-") for one in below(device))


def source_of(folder: Path, mounts: str) -> tuple[str, str]:
    """Return (kind of file system, device) of `folder`, of the text of /proc/self/mountinfo."""
    found: list[tuple[int, str, str]] = []
    for line in mounts.splitlines():
        head, _dash, tail = line.partition(" - ")
        words, rest = head.split(), tail.split()
        if len(words) > 4 and len(rest) > 1:
            point = words[4].encode("latin-1", "replace").decode("unicode_escape")
            if folder.is_relative_to(point):
                found.append((len(Path(point).parts), rest[0], rest[1]))
    deepest = max(found, key=_depth, default=(0, "", ""))
    return deepest[1], deepest[2]


def _on_linux(folder: Path) -> bool | None:
    """Follow the mount to its block device and down; file systems without one (network, overlay): unknown."""
    kind, source = source_of(folder, _text(Path("/proc/self/mountinfo")))
    if kind in _ENCRYPTED_KINDS:
        return True
    device = Path("/sys/class/block") / Path(os.path.realpath(source)).name
    if not source.startswith("/dev/") or not device.is_dir():
        return None
    return is_crypt(device.resolve())


def _bitlocker_command(folder: Path) -> list[str]:
    """Ask the shell for the property that the Explorer shows; this needs no administrator."""
    drive = folder.drive or "C:"
    script = (
        f"(New-Object -ComObject Shell.Application).NameSpace('{drive}').Self"
        ".ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]


def _answer_of(command: list[str]) -> str:
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout


def _depth(found: tuple[int, str, str]) -> int:
    return found[0]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
