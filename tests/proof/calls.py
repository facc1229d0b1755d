"""From the system calls of a process to operations on the files below one folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.proof.disk import FOLDER, FolderSynced, Named, Operation, Resized, Said, Synced, Wrote

UNDERSTOOD = (
    "open", "openat", "creat", "close", "write", "pwrite64", "lseek", "ftruncate", "truncate", "fsync",
    "fdatasync", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir",
    "mkdirat", "rmdir", "mmap",
)  # fmt: skip
# Ways to write that neither Python nor the database library uses: an error on one of the files.
NOT_UNDERSTOOD = (
    "writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile", "splice", "symlink",
    "symlinkat", "dup", "dup2", "dup3", "sync_file_range", "io_uring_setup",
)  # fmt: skip
SHARED_MEMORY = "-shm"  # the database library maps it; it is made anew at each opening

_SAME = {
    "open": "older_open", "openat": "open_file", "fdatasync": "fsync", "rmdir": "unlink",
    "renameat2": "renameat",
}  # fmt: skip


class NotUnderstood(Exception):
    """The recording holds something that cannot be done again."""


def _text(argument: str) -> bytes:
    if not argument.startswith('"'):
        raise NotUnderstood(f"no text: {argument[:40]}")
    return bytes.fromhex(argument[1:-1].replace("\\x", ""))


class Reader:
    """Turns calls into operations on the files below one folder."""

    def __init__(self, place: Path, said: Path, names: dict[str, int], sizes: dict[int, int]) -> None:
        self.operations: list[Operation] = []
        self._place, self._said_path = str(place), str(said)
        self._names = dict(names)
        self._next = len(names) + 1
        self._open: dict[int, int] = {}  # descriptor → file
        self._folders: dict[int, str] = {}  # descriptor → folder
        self._offsets: dict[int, int] = {}
        self._adds: set[int] = set()  # descriptors that always write at the end
        self._sizes = sizes
        self._saying: set[int] = set()

    def read(self, name: str, arguments: list[str], result: int) -> None:
        """Add what one call does to the operations."""
        if name in NOT_UNDERSTOOD:
            self._must_not_be_ours(name, arguments)
            return
        act: Callable[[list[str], int], None] = getattr(self, f"_{_SAME.get(name, name)}")
        act(arguments, result)

    # ------------------------------------------------------------ opening and closing

    def _open_file(self, arguments: list[str], result: int) -> None:
        path, flags = self._path(arguments[0], arguments[1]), arguments[2]
        self._close([str(result)], 0)
        if _text(arguments[1]).decode() == self._said_path:
            self._saying.add(result)
        elif path is not None:
            self._open_ours(path, flags, result)

    def _open_ours(self, path: str, flags: str, result: int) -> None:
        if "O_TMPFILE" in flags:
            self._open[result] = self._new_file()
        elif path == "" or self._names.get(path) == FOLDER:
            self._folders[result] = path
            return
        elif path not in self._names:
            self._name((path, self._new_file()))
            self._open[result] = self._names[path]
        else:
            self._open[result] = self._names[path]
            if "O_TRUNC" in flags:
                self._resize(self._open[result], 0)
        self._offsets[result] = 0
        if "O_APPEND" in flags:
            self._adds.add(result)

    def _close(self, arguments: list[str], _result: int) -> None:
        number = int(arguments[0])
        for known in (self._open, self._folders, self._offsets):
            known.pop(number, None)
        self._saying.discard(number)
        self._adds.discard(number)

    # ------------------------------------------------------------ bytes

    def _write(self, arguments: list[str], result: int) -> None:
        number = int(arguments[0])
        if number in self._saying:
            self.operations += [Said(line) for line in _text(arguments[1]).decode().splitlines()]
        elif number in self._open:
            file = self._open[number]
            at = self._sizes.get(file, 0) if number in self._adds else self._offsets[number]
            self._wrote(file, at, _text(arguments[1])[:result])
            self._offsets[number] = at + result

    def _pwrite64(self, arguments: list[str], result: int) -> None:
        number = int(arguments[0])
        if number in self._open:
            self._wrote(self._open[number], int(arguments[3]), _text(arguments[1])[:result])

    def _lseek(self, arguments: list[str], result: int) -> None:
        self._offsets[int(arguments[0])] = result

    def _ftruncate(self, arguments: list[str], _result: int) -> None:
        if int(arguments[0]) in self._open:
            self._resize(self._open[int(arguments[0])], int(arguments[1]))

    def _truncate(self, arguments: list[str], _result: int) -> None:
        path = self._path("AT_FDCWD", arguments[0])
        if path is not None:
            self._resize(self._names[path], int(arguments[1]))

    def _fsync(self, arguments: list[str], _result: int) -> None:
        number = int(arguments[0])
        if number in self._open:
            self.operations.append(Synced(self._open[number]))
        elif number in self._folders:
            self.operations.append(FolderSynced(self._folders[number]))

    def _mmap(self, arguments: list[str], _result: int) -> None:
        _address, _size, rights, kind, number = arguments[:5]
        file = self._open.get(int(number))
        if file is None or "MAP_SHARED" not in kind or "PROT_WRITE" not in rights:
            return
        if not any(one == file and path.endswith(SHARED_MEMORY) for path, one in self._names.items()):
            raise NotUnderstood("a file is written through memory")

    # ------------------------------------------------------------ names

    def _renameat(self, arguments: list[str], _result: int) -> None:
        old, new = self._path(*arguments[:2]), self._path(*arguments[2:4])
        if old is None and new is None:
            return
        if old is None or new is None or self._names[old] == FOLDER or len(arguments) > 4:
            raise NotUnderstood("a folder, or a file to or from elsewhere, was renamed")
        self._name((old, None), (new, self._names[old]))

    def _linkat(self, arguments: list[str], _result: int) -> None:
        old, new = self._path(*arguments[:2]), self._path(*arguments[2:4])
        if new is not None:
            if old is None:
                raise NotUnderstood("a file from elsewhere was linked")
            self._name((new, self._names[old]))

    def _unlinkat(self, arguments: list[str], _result: int) -> None:
        if (path := self._path(*arguments[:2])) is not None:
            self._name((path, None))

    def _mkdirat(self, arguments: list[str], _result: int) -> None:
        if (path := self._path(*arguments[:2])) is not None:
            self._name((path, FOLDER))

    # ------------------------------------------------------------ the state so far

    def _path(self, folder: str, written: str) -> str | None:
        """Return a path below the place, "" for the place itself, None for one elsewhere."""
        path = _text(written).decode(errors="surrogateescape")
        if not path.startswith("/") and folder.isdigit() and int(folder) in self._folders:
            path = f"{self._place}/{self._folders[int(folder)]}/{path}"
        path = os.path.normpath(path)
        if path == self._place:
            return ""
        return path.removeprefix(f"{self._place}/") if path.startswith(f"{self._place}/") else None

    def _new_file(self) -> int:
        self._next += 1
        self._sizes[self._next] = 0
        return self._next

    def _name(self, *changes: tuple[str, int | None]) -> None:
        folders = {path.rpartition("/")[0] for path, _number in changes}
        if len(folders) > 1:
            raise NotUnderstood("a file was moved from one folder to another")
        for path, number in changes:
            self._names.pop(path, None)
            if number is not None:
                self._names[path] = number
        self.operations.append(Named(folders.pop(), changes))

    def _wrote(self, file: int, at: int, content: bytes) -> None:
        self._sizes[file] = max(self._sizes.get(file, 0), at + len(content))
        self.operations.append(Wrote(file, at, content))

    def _resize(self, file: int, size: int) -> None:
        self._sizes[file] = size
        self.operations.append(Resized(file, size))

    def _must_not_be_ours(self, name: str, arguments: list[str]) -> None:
        ours = {*map(str, self._open), *map(str, self._folders), *map(str, self._saying)}
        if name == "io_uring_setup" or ours & set(arguments):
            raise NotUnderstood(f"{name} on one of the files")

    # The older calls, whose arguments begin otherwise.

    def _older_open(self, arguments: list[str], result: int) -> None:
        self._open_file(["AT_FDCWD", *arguments], result)

    def _creat(self, arguments: list[str], result: int) -> None:
        self._open_file(["AT_FDCWD", arguments[0], "O_WRONLY|O_CREAT|O_TRUNC"], result)

    def _rename(self, arguments: list[str], result: int) -> None:
        self._renameat(["AT_FDCWD", arguments[0], "AT_FDCWD", arguments[1]], result)

    def _link(self, arguments: list[str], result: int) -> None:
        self._linkat(["AT_FDCWD", arguments[0], "AT_FDCWD", arguments[1]], result)

    def _unlink(self, arguments: list[str], result: int) -> None:
        self._unlinkat(["AT_FDCWD", arguments[0]], result)

    def _mkdir(self, arguments: list[str], result: int) -> None:
        self._mkdirat(["AT_FDCWD", arguments[0]], result)
