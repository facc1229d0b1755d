"""A program watched by strace: the files it touches, the bytes it writes into them, the sockets it opens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from codecs import escape_decode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CALLS = "trace=%file,%network,write,pwrite64,writev,pwritev,pwritev2"
LONGEST = 1 << 24  # of what one call writes; longer would be cut, and that is counted
_CALL = re.compile(rb"^(?:[\d.]+ )?(\w+)\((.*)", re.DOTALL)
_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"(\.\.\.)?')
_FD = re.compile(rb"^\d+<((?:[^<>\\]|\\.)*)>")
_AT = re.compile(rb"^(?:AT_FDCWD|\d+)(?:<((?:[^<>\\]|\\.)*)>)?, \"")
_WRITES = frozenset({"write", "pwrite64", "writev", "pwritev", "pwritev2"})
_NETWORK = frozenset(
    {"socket", "connect", "bind", "sendto", "sendmsg", "sendmmsg", "listen", "accept", "accept4"}
)


@dataclass(frozen=True, slots=True)
class Touch:
    """One call about a file: its name, and the paths or words in it."""

    call: str
    paths: tuple[bytes, ...]


@dataclass(slots=True)
class Trace:
    """What was watched. `written` holds, for each path, all that was written there, in order."""

    touches: list[Touch] = field(default_factory=list)
    written: dict[bytes, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    network: list[str] = field(default_factory=list)
    cut: int = 0


@cache
def why_not() -> str:
    """Return why strace cannot watch a program here, "" when it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", os.devnull, "true"], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else f"strace may not watch here: {done.stderr.strip()[:80]}"


def watch(
    command: Sequence[str], place: Path, *, env: Mapping[str, str], cwd: Path, seconds: float
) -> subprocess.CompletedProcess[str]:
    """Run `command` under strace, which writes one file a thread into `place`; see `read`."""
    place.mkdir(parents=True)
    strace = ["strace", "-ff", "-qq", "-yy", "-s", str(LONGEST), "-e", CALLS, "-e", "signal=none"]
    words = [*strace, "-o", str(place / "trace"), *command]
    return subprocess.run(
        words, cwd=cwd, env=dict(env), capture_output=True, text=True, check=False, timeout=seconds
    )


def read(place: Path) -> Trace:
    """Read what strace wrote into `place`."""
    trace = Trace()
    for file in sorted(place.iterdir()):
        with file.open("rb") as lines:
            for line in lines:
                _take(line, trace)
    return trace


def _take(line: bytes, trace: Trace) -> None:
    match = _CALL.match(line)
    if match is None:
        return
    call, rest = match.group(1).decode(), match.group(2)
    if call in _WRITES:
        _take_write(rest, trace)
    elif call in _NETWORK:
        trace.network.append(f"{call}({rest.decode(errors='replace').strip()[:200]}")
    else:
        paths = tuple(_paths(call, rest))
        trace.cut += (
            sum(bool(string.group(2)) for string in _STRING.finditer(rest)) if call != "execve" else 0
        )
        trace.touches.append(Touch(call, paths))


def _take_write(rest: bytes, trace: Trace) -> None:
    fd = _FD.match(rest)
    path = _bytes(fd.group(1)) if fd is not None else b"?"
    for string in _STRING.finditer(rest):
        trace.written[path] += _bytes(string.group(1))
        trace.cut += bool(string.group(2))


def _paths(call: str, rest: bytes) -> Iterator[bytes]:
    """Yield every text of a call, a relative path with its folder before it."""
    at = _AT.match(rest)
    folder = _bytes(at.group(1)) if at is not None and at.group(1) else b""
    for number, string in enumerate(_STRING.finditer(rest)):
        text = _bytes(string.group(1))
        relative = call != "execve" and number == 0 and folder and not text.startswith(b"/")
        yield folder + b"/" + text if relative else text


def _bytes(escaped: bytes) -> bytes:
    return escape_decode(escaped)[0]  # as C writes strings
