"""What a real process does to the files below one folder, recorded by strace call by call.

A call that is not understood, on one of these files, is an error: nothing is left out in silence. And at the
end the recording, done again from the beginning, must give the same files byte by byte.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.proof.calls import NOT_UNDERSTOOD, SHARED_MEMORY, UNDERSTOOD, NotUnderstood, Reader
from tests.proof.disk import FOLDER, Disk, Recording

LONGEST = 1 << 26  # bytes of one write that strace shows

_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += +(-?\d+|0x[0-9a-f]+)")
_UNFINISHED = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_ARGUMENT = re.compile(r'"(?:\\x[0-9a-f]{2})*"|\{[^}]*\}|\[[^]]*\]|[^,\s][^,]*')


def why_not() -> str:
    """Return why nothing can be recorded here, "" when it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "strace may not watch a process here" if tried.returncode else ""


def record(command: Sequence[str], place: Path, said: Path, trace: Path) -> Recording:
    """Run `command` and return what it did below the folder `place`, which holds what was there before.

    What the command writes into the file `said` is what it tells the world. Raises NotUnderstood.
    """
    place, said = place.resolve(), said.resolve()
    names, files = _found(place)
    said.write_bytes(b"")
    calls = ",".join(f"?{name}" for name in (*UNDERSTOOD, *NOT_UNDERSTOOD))
    watch = ["strace", "-f", "-qq", "-xx", "-s", f"{LONGEST}", "-e", f"trace={calls}", "-e", "signal=none"]
    done = subprocess.run(
        [*watch, "-o", str(trace), *command], cwd=Path.cwd(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotUnderstood(f"the writer ended with {done.returncode}: {done.stderr[-2000:]}")
    reader = Reader(place, said, names, {number: len(content) for number, content in files.items()})
    with trace.open(encoding="ascii") as lines:
        for name, arguments, result in _calls(lines):
            reader.read(name, arguments, result)
    trace.unlink()
    recording = Recording(names, files, reader.operations)
    _must_be_the_same(recording, place)
    return recording


def _found(place: Path) -> tuple[dict[str, int], dict[int, bytes]]:
    names: dict[str, int] = {}
    files: dict[int, bytes] = {}
    for number, path in enumerate(sorted(place.rglob("*"))):
        name = path.relative_to(place).as_posix()
        names[name] = FOLDER if path.is_dir() else number
        if not path.is_dir():
            files[number] = path.read_bytes()
    return names, files


def _calls(lines: Iterator[str]) -> Iterator[tuple[str, list[str], int]]:
    """Yield each call that succeeded: its name, its arguments as strace writes them, its result."""
    begun: dict[str, str] = {}
    for line in lines:
        if unfinished := _UNFINISHED.match(line):
            begun[unfinished[1]] = f"{unfinished[1]} {unfinished[2]}({unfinished[3]}"
            continue
        if resumed := _RESUMED.match(line):
            line = begun.pop(resumed[1]) + resumed[2]
        if found := _CALL.match(line):
            result = int(found[4], 0)
            if result >= 0:
                yield found[2], _ARGUMENT.findall(found[3]), result


def _must_be_the_same(recording: Recording, place: Path) -> None:
    """Raise NotUnderstood unless the recording gives what is there now."""
    disk = Disk(recording)
    disk.run(recording.operations)
    disk.keep_all()
    given = disk.listing()
    names, files = _found(place)
    there = {name: None if number == FOLDER else files[number] for name, number in names.items()}
    odd = [name for name in {*given, *there} if given.get(name, b"-") != there.get(name, b"+")]
    if wrong := [name for name in odd if not name.endswith(SHARED_MEMORY)]:
        raise NotUnderstood(f"the recording does not give {sorted(wrong)}")
