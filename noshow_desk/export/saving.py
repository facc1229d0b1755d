"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from noshow_desk.domain.file_names import numbered
from noshow_desk.errors import SystemTrouble
from noshow_desk.i18n import _

_MOST_TRIES = 10_000
_TOO_LONG_ON_WINDOWS = 206  # ERROR_FILENAME_EXCED_RANGE
_MOST_SHOWN = 60  # letters of a name in a sentence
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def save(path: Path, content: bytes) -> None:
    """Write `content` to `path` by replace: temporary file, fsync, rename; to a device or a pipe, as it is.

    Raises SystemTrouble.
    """
    try:
        stream = _is_stream(path)
    except OSError as error:  # a name that the system refuses
        raise SystemTrouble(_trouble(path, error)) from error
    if stream:
        _pour(path, content)
        return
    with replacing(path) as part:
        part.write_bytes(content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield the path of an empty file beside `path` to write to; at the end of the block it takes its place.
    Where `path` is a link, the file it leads to is replaced.

    An error inside the block leaves what was there. Raises SystemTrouble when the disk is in the way, and for
    what must not be replaced: a file that is marked read-only, a device, a pipe.
    """
    try:
        path = _replaceable(path)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        os.close(handle)
        part = Path(name)
        try:
            yield part
            with part.open("r+b") as file:
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise SystemTrouble(_trouble(path, error)) from error


def save_new(folder: Path, name: str, content: bytes) -> Path:
    """Write `content` as a new file in `folder` and return its path; a taken name gets a counter.

    Raises SystemTrouble when the folder cannot be written.
    """
    try:
        path = _reserve(folder, name)
    except OSError as error:
        raise SystemTrouble(_trouble(folder / name, error)) from error
    try:
        save(path, content)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()  # the empty file that held the name
        raise
    return path


def _replaceable(path: Path) -> Path:
    """Return the file that is to be replaced. Raises OSError when it must stay as it is."""
    if path.is_symlink():
        path = path.resolve()
    if path.exists() and not (path.is_file() and path.stat().st_mode & _WRITABLE):
        raise PermissionError(path)
    return path


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _pour(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        raise SystemTrouble(_trouble(path, error)) from error


def _reserve(folder: Path, name: str) -> Path:
    """Take the first free name by creating an empty file, so that no two writers take the same one."""
    for number in range(1, _MOST_TRIES):
        path = folder / (name if number == 1 else numbered(name, number))
        try:
            path.open("x").close()
        except FileExistsError:
            continue
        return path
    raise FileExistsError(name)


def _trouble(path: Path, error: OSError) -> str:
    """Return what was in the way, in one sentence or two, and what helps."""
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", 0) == _TOO_LONG_ON_WINDOWS:
        return _("The name “{name}” is too long. Choose a shorter one.").format(name=_short(path.name))
    if error.errno == errno.ENOSPC:
        said = _(
            "The file {name} could not be written. There is no room left: make room or choose another "
            "folder, and try again."
        )
    elif isinstance(error, FileNotFoundError | NotADirectoryError) and not path.parent.is_dir():
        said = _(
            "The file {name} could not be written. Its folder {folder} is not there: choose another one."
        )
    else:
        said = _("The file {name} could not be written. Choose another folder, or make room, and try again.")
    return said.format(name=_short(path.name), folder=_short(path.parent.name or str(path.parent)))


def _short(name: str) -> str:
    """Return a name as a sentence can hold it."""
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…"
