"""The disk that loses power does what disks do, and the proof notices a writer that trusts it too much."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.proof import power_cuts, recording
from tests.proof.calls import NotUnderstood
from tests.proof.disk import FOLDER, Disk, FolderSynced, Named, Operation, Recording, Resized, Synced, Wrote
from tests.proof.scenes import CARELESS

needs_strace = pytest.mark.skipif(bool(recording.why_not()), reason=recording.why_not() or "-")
OLD, NEW = b"o" * 5000, b"n" * 9000


def after_a_cut(operations: list[Operation], seed: int) -> dict[str, bytes | None]:
    """Return what may be there after `operations` on a disk with one file "old" in a folder."""
    disk = Disk(Recording({"a": FOLDER, "a/old": 1}, {1: OLD}, operations))
    disk.run(operations)
    disk.lose_power(random.Random(seed))
    return disk.listing()


def states(operations: list[Operation]) -> list[dict[str, bytes | None]]:
    return [after_a_cut(operations, seed) for seed in range(300)]


def test_what_was_synced_is_there() -> None:
    changes: list[Operation] = [
        Wrote(1, 0, NEW),
        Synced(1),
        Named("a", (("a/new", 2),)),
        Wrote(2, 0, OLD),
        Synced(2),
    ]
    for found in states([*changes, FolderSynced("a"), Wrote(2, 0, b"later")]):
        content = found["a/new"]
        assert found["a/old"] == NEW and content is not None and content[5:] == OLD[5:]


def test_what_was_not_synced_may_be_there_in_part() -> None:
    contents = {found["a/old"] for found in states([Wrote(1, 0, NEW)])}
    assert {OLD, NEW} < contents
    torn = contents - {OLD, NEW}
    assert any(one is not None and set(one[:5000]) == set(b"on") for one in torn)
    assert all(one is not None and len(set(one[:512])) == 1 for one in torn)  # no sector by half


def test_a_file_that_was_cut_may_be_whole_again() -> None:
    assert {found["a/old"] for found in states([Resized(1, 0)])} == {OLD, b""}


def test_names_change_for_good_with_their_folder_alone() -> None:
    rename = Named("a", (("a/old", None), ("a/new", 1)))
    assert {tuple(found) for found in states([rename])} == {("a", "a/old"), ("a", "a/new")}
    assert {tuple(found) for found in states([rename, Synced(1)])} == {("a", "a/old"), ("a", "a/new")}
    assert {tuple(found) for found in states([rename, FolderSynced("a")])} == {("a", "a/new")}


def test_what_is_in_a_folder_goes_with_it() -> None:
    changes: list[Operation] = [
        Named("", (("b", FOLDER),)),
        Named("b", (("b/new", 2),)),
        Wrote(2, 0, NEW),
        Synced(2),
    ]
    found = {tuple(one) for one in states([*changes, FolderSynced("b")])}
    assert found == {("a", "a/old"), ("a", "a/old", "b", "b/new")}


WRITER = """
import os, sys
os.chdir(sys.argv[1])
with open(f"{sys.argv[1]}/one", "xb") as file:
    file.write(b"first")
    file.flush()
    os.fsync(file.fileno())
    file.seek(2)
    file.write(b"R")
os.rename(f"{sys.argv[1]}/one", f"{sys.argv[1]}/two")
with open(sys.argv[2], "ab") as told:
    told.write(b"done\\n")
"""


@needs_strace
def test_a_process_is_recorded_call_by_call(tmp_path: Path) -> None:
    place, said = tmp_path / "disk", tmp_path / "said"
    place.mkdir()
    command = [sys.executable, "-c", WRITER, str(place), str(said)]
    made = recording.record(command, place, said, tmp_path / "trace")
    (new,) = {one.file for one in made.operations if isinstance(one, Wrote)}
    assert made.operations[:5] == [
        Named("", (("one", new),)),
        Wrote(new, 0, b"first"),
        Synced(new),
        Wrote(new, 2, b"R"),
        Named("", (("one", None), ("two", new))),
    ]
    assert made.said() == ["done"] and made.said(5) == []


@needs_strace
@pytest.mark.parametrize(
    "act",
    [
        "import mmap; file = open(path, 'w+b'); file.truncate(9); mmap.mmap(file.fileno(), 9)[0] = 65",
        "import os; os.writev(os.open(path, os.O_WRONLY | os.O_CREAT), [b'one', b'two'])",
        "import os; os.mkdir(path); os.rename(path, path + '2')",
    ],
)
def test_what_is_not_understood_is_never_left_out(tmp_path: Path, act: str) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    command = [sys.executable, "-c", f"path = {str(place / 'file')!r}; {act}"]
    with pytest.raises(NotUnderstood):
        recording.record(command, place, tmp_path / "said", tmp_path / "trace")


@needs_strace
def test_writers_that_do_not_wait_for_the_disk_are_noticed(tmp_path: Path) -> None:
    outcome = power_cuts.power_cuts(80, 1, tmp_path, CARELESS)
    for name in CARELESS:
        assert any(wrong.startswith(name) for wrong in outcome.wrong)
