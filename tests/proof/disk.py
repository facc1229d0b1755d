"""A disk that loses power: what was synced is there, and of the rest some, in sectors, in any order.

A recording is a list of operations on files below one folder. `states` of it are what a disk may hold after
the power went at some moment: each byte that was synced, and of what was not synced a random part. Names
(created, renamed, removed) last once their folder was synced; before, they may or may not have changed.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

SECTORS = (512, 4096)
FOLDER = -1  # the number that stands for a folder among the names


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes were written into a file."""

    file: int
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    """A file was cut or made longer."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Named:
    """Names below one folder changed together: each now means a file, a FOLDER, or nothing (None)."""

    folder: str
    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Synced:
    """All that was written into a file is on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """All names in a folder are on the disk."""

    folder: str


@dataclass(frozen=True, slots=True)
class Said:
    """The writer told the world that something is done."""

    text: str


Operation = Wrote | Resized | Named | Synced | FolderSynced | Said
Pending = Wrote | Resized


@dataclass(frozen=True, slots=True)
class Recording:
    """What was on the disk before (name → file, file → bytes; all of it synced), and what was done to it."""

    names: dict[str, int]
    files: dict[int, bytes]
    operations: Sequence[Operation]

    def said(self, until: int | None = None) -> list[str]:
        """Return what the writer said in the first `until` operations."""
        return [one.text for one in self.operations[:until] if isinstance(one, Said)]

    def first_moment(self) -> int:
        """Return the operation before which nothing happened that is worth a power cut."""
        return next((at for at, one in enumerate(self.operations) if not isinstance(one, Said)), 0)


class Disk:
    """What is on a disk for sure, and what waits to get there."""

    def __init__(self, recording: Recording) -> None:
        self.names: dict[str, int] = dict(recording.names)
        self.files = {number: bytearray(content) for number, content in recording.files.items()}
        self._waiting: dict[int, list[Pending]] = {}
        self._names_waiting: list[Named] = []

    def run(self, operations: Iterable[Operation]) -> None:
        """Do `operations` in order."""
        for one in operations:
            if isinstance(one, Wrote | Resized):
                self._waiting.setdefault(one.file, []).append(one)
            elif isinstance(one, Named):
                self._names_waiting.append(one)
            elif isinstance(one, Synced):
                for waiting in self._waiting.pop(one.file, ()):
                    apply(self._content(one.file), waiting)
            elif isinstance(one, FolderSynced):
                self._sync_folder(one.folder)

    def keep_all(self) -> None:
        """Let everything that waits arrive."""
        for number, waiting in self._waiting.items():
            for one in waiting:
                apply(self._content(number), one)
        self._name(self._names_waiting)
        self._waiting, self._names_waiting = {}, []

    def lose_power(self, chance: random.Random) -> None:
        """Let a random part of what waits arrive, and forget the rest."""
        for number, waiting in self._waiting.items():
            self.files[number] = torn(bytes(self._content(number)), waiting, chance)
        self._name(_some_names(self._names_waiting, chance))
        self._waiting, self._names_waiting = {}, []

    def listing(self) -> dict[str, bytes | None]:
        """Return what a person finds: the bytes of each file by its path, None for a folder."""
        found: dict[str, bytes | None] = {}
        for path, number in sorted(self.names.items()):
            parents = [str(one) for one in PurePosixPath(path).parents if str(one) != "."]
            if all(self.names.get(parent) == FOLDER for parent in parents):
                found[path] = None if number == FOLDER else bytes(self._content(number))
        return found

    def _content(self, number: int) -> bytearray:
        return self.files.setdefault(number, bytearray())

    def _sync_folder(self, folder: str) -> None:
        self._name(one for one in self._names_waiting if one.folder == folder)
        self._names_waiting = [one for one in self._names_waiting if one.folder != folder]

    def _name(self, changes: Iterable[Named]) -> None:
        for change in changes:
            for path, number in change.names:
                if number is None:
                    self.names.pop(path, None)
                else:
                    self.names[path] = number


def apply(content: bytearray, one: Pending) -> None:
    """Do one write or resize to `content`."""
    end = one.size if isinstance(one, Resized) else one.at + len(one.content)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if isinstance(one, Resized):
        del content[one.size :]
    else:
        content[one.at : end] = one.content


def torn(durable: bytes, waiting: Sequence[Pending], chance: random.Random) -> bytearray:
    """Return what a file may hold that held `durable` when `waiting` was not synced yet.

    All of it, nothing, a beginning whose last write is torn, some of the writes, or some of their sectors.
    Space that a lost write was to fill may be there all the same, holding zeros or anything.
    """
    content = bytearray(durable)
    kind = chance.choice(("all", "none", "beginning", "some", "sectors", "sectors"))
    for one in _arrived(kind, waiting, chance):
        apply(content, one)
    if kind != "all" and chance.random() < 0.3:
        _grow(content, durable, waiting, chance)
    return content


def write_out(listing: dict[str, bytes | None], place: Path) -> None:
    """Make `place` hold exactly what is in `listing`."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name, content in listing.items():
        path = place / name
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content)


def _arrived(kind: str, waiting: Sequence[Pending], chance: random.Random) -> list[Pending]:
    likely = chance.choice((0.1, 0.5, 0.9))
    if kind == "all":
        return list(waiting)
    if kind == "beginning":
        whole = chance.randrange(len(waiting))
        return [*waiting[:whole], *_sectors(waiting[whole], chance, likely=0.5)]
    if kind == "some":
        return [one for one in waiting if chance.random() < likely]
    if kind == "sectors":
        return [part for one in waiting for part in _sectors(one, chance, likely)]
    return []


def _sectors(one: Pending, chance: random.Random, likely: float) -> list[Pending]:
    """Return the sectors of a write that arrive."""
    if isinstance(one, Resized):
        return [one] if chance.random() < likely else []
    parts: list[Pending] = []
    size, at = chance.choice(SECTORS), one.at
    end = one.at + len(one.content)
    while at < end:
        until = min(end, (at // size + 1) * size)
        if chance.random() < likely:
            parts.append(Wrote(one.file, at, one.content[at - one.at : until - one.at]))
        at = until
    return parts


def _grow(content: bytearray, durable: bytes, waiting: Sequence[Pending], chance: random.Random) -> None:
    ends = [one.at + len(one.content) for one in waiting if isinstance(one, Wrote)]
    more = max(ends, default=0) - max(len(content), len(durable))
    if more > 0:
        content.extend(bytes(more) if chance.random() < 0.5 else chance.randbytes(more))


def _some_names(waiting: Sequence[Named], chance: random.Random) -> list[Named]:
    """Most file systems keep the order of names: a beginning of the changes arrives; of others, any."""
    if chance.random() < 0.7:
        return list(waiting[: chance.randrange(len(waiting) + 1)])
    return [one for one in waiting if chance.random() < 0.5]
