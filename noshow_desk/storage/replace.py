"""Writing a whole file so that a crash leaves either the old one or the new one: temporary, fsync, rename."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.storage.troubles import DiskFull, DiskTrouble, VaultReadOnly


def write_by_replace(path: Path, content: bytes) -> None:
    """Make `content` the bytes of `path`.

    Raises DiskFull, VaultReadOnly or DiskTrouble, and then the old file is still there, whole.
    """
    try:
        with replacing(path) as file:
            file.write(content)
    except OSError as error:
        raise disk_trouble(error) from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a file to write to that takes the place of `path` at the end of the block, for its owner alone.

    An error inside the block leaves the old file. Raises OSError as the system does.
    """
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with open(temporary, "xb", opener=_private) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, for a library that would make it for everybody.

    Raises OSError as the system does.
    """
    os.close(_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))


def disk_trouble(error: OSError) -> UserError | SystemTrouble:
    """Return the trouble that an error of the file system is to a person."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull()
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return VaultReadOnly()
    return DiskTrouble()


def make_folder(folder: Path, *, mode: int = 0o777) -> None:
    """Make `folder`, and the folders above it, unless they are there; each lasts through a power cut.

    `mode` is that of `folder` alone. Raises OSError as the system does.
    """
    made = [folder]  # also when it is there: it may have been made a moment ago
    while not made[-1].parent.exists():
        made.append(made[-1].parent)
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for one in reversed(made):
        sync_folder(one.parent)


def second_name(path: Path, target: Path) -> None:
    """Let `target` hold what `path` does, whatever takes the place of `path`. Raises OSError as the system
    does.
    """
    try:
        target.hardlink_to(path)
    except OSError:  # a drive without hard links, such as a memory stick
        shutil.copyfile(path, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be synced (not on Windows)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _private(path: str | Path, flags: int) -> int:
    return os.open(path, flags, 0o600)
