"""Names and keys in memory: all that a real process has is read, before its desk is locked and after."""

from __future__ import annotations

import json
import os
import random
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from noshow_desk.domain.client import Caseworker
from noshow_desk.services import opening
from noshow_desk.storage import key_file, keys, recovery, vault
from noshow_desk.storage.keys import SMALLEST
from tests.house.source import ROOT
from tests.proof.rows import Outcome

WAYS = ("renewed", "words", "key", "first")
SECONDS = 120.0
SETTLED = 2.0  # after a lock: time for the new process to load what it loads
CHUNK = 1 << 24
_MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s*(\S*)")

Wanted = Mapping[str, tuple[bytes, ...]]


def remembered(times: int, seed: int, place: Path) -> Outcome:
    """Open by passphrase, by recovery key and by a first run in turn; type, look, lock, and look again.

    The first way of each round locks by taking new keys: neither the old ones nor the new may stay.

    Each thing that was typed or derived counts once a lock; it is wrong when any form of it is found after
    the lock, or when none was found before: then the search is blind.
    """
    if not Path("/proc/self/mem").exists():
        return Outcome(skipped="this system shows no memory of a process")
    outcome, chance, bytes_read, before = Outcome(), random.Random(seed), 0, 0
    for number in range(times):
        way = WAYS[number % len(WAYS)]
        for wrong, found, size in _one(place / str(number), way, chance):
            outcome.count(wrong)
            before += found
            bytes_read += size
    locks = f"{times} locks" if times > 1 else "1 lock"
    outcome.how = f"kinds of text and keys, {locks}; {before} copies before; {bytes_read >> 20} MiB read"
    return outcome


def _one(place: Path, way: str, chance: random.Random) -> Iterator[tuple[str | None, int, int]]:
    """Yield for each wanted thing what is wrong with it, its copies before the lock, and bytes read."""
    typed = _typed(way, chance)
    folder = place / "vault"
    place.mkdir()
    if way != "first":
        _make_vault(folder, typed)
    with _desk(folder) as desk:
        ready = _told(desk, typed)
        if "ready" not in ready:
            yield f"{way}: the desk did not get ready: {ready.get('trouble', 'no word')}", 0, 0
            return
        wanted = _wanted(typed, str(ready["ready"]))
        before, _size = search(desk.pid, wanted)
        if not _locks(desk, folder):
            yield f"{way}: the desk was not locked", 0, 0
            return
        after, size = search(desk.pid, wanted)
        for name, copies in after.items():
            wrong = f"{way}: {name}: {copies} copies after the lock" if copies else None
            if not before[name]:
                wrong = f"{way}: {name}: not found before the lock either"
            yield wrong, before[name], size // len(after)


def search(pid: int, wanted: Wanted) -> tuple[dict[str, int], int]:
    """Return how many copies of each wanted thing a process has in memory, and how many bytes were read.

    Everything that can be read is, variables and arguments (on its stack) included; only what a file brought
    and nobody can write is left out.
    """
    every = {form: name for name, forms in wanted.items() for form in forms}
    copies, read = dict.fromkeys(wanted, 0), 0
    overlap = max(map(len, every)) - 1
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _readable(pid):
            kept = b""
            for content in _contents(memory, start, end):
                read += len(content)
                whole = kept + content
                for form, name in every.items():
                    # What lies wholly in the part kept from before was counted then.
                    copies[name] += whole.count(form) - kept.count(form)
                kept = whole[-overlap:]
    for name in ("environ", "cmdline"):
        content = Path(f"/proc/{pid}/{name}").read_bytes()
        for form, thing in every.items():
            copies[thing] += content.count(form)
    return copies, read


def _readable(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        found = _MAP.match(line)
        if found is None:
            continue
        start, end, may, inode, name = found.groups()
        if may[0] == "r" and name not in ("[vvar]", "[vsyscall]") and (may[1] == "w" or inode == "0"):
            yield int(start, 16), int(end, 16)


def _contents(memory: Any, start: int, end: int) -> Iterator[bytes]:
    at = start
    while at < end:
        try:
            memory.seek(at)
            content = memory.read(min(CHUNK, end - at))
        except OSError:
            return
        if not content:
            return
        yield content
        at += len(content)


def _typed(way: str, chance: random.Random) -> dict[str, str]:
    """Return what this person types: made-up words that no program and no other person has."""
    secret = chance.randbytes(keys.SECRET_BYTES)
    return {
        "way": way,
        "passphrase": " ".join(_word(chance) for _part in range(4)),
        "next": " ".join(_word(chance) for _part in range(4)),
        "secret": secret.hex(),
        "recovery": recovery.write(secret),
        "first": _word(chance).capitalize(),
        "last": _word(chance).capitalize(),
        "phone": f"555-01{chance.randrange(100):02} ext. {chance.randrange(10**6, 10**7)}",
        "waiting": f"Ms. {_word(chance).capitalize()}",
        "story": f"{_word(chance)} {_word(chance)} {_word(chance)}",
    }


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _part in range(5))


def _wanted(typed: Mapping[str, str], shown: str) -> Wanted:
    """Return the forms in which each thing could lie in memory."""
    given = {name: typed[name] for name in ("first", "last", "phone", "waiting", "story")}
    wanted = {name: _texts(text, text.lower()) for name, text in given.items()}
    secret = bytes.fromhex(typed["secret"])
    if typed["way"] == "first":
        secret = recovery.read(shown)
    wanted |= _key_forms(secret)
    if typed["way"] != "key":
        wanted["passphrase"] = _texts(typed["passphrase"])
    if typed["way"] in ("key", "first"):
        wanted["recovery key"] = _recovery_forms(shown or typed["recovery"])
    if typed["way"] == "renewed":
        wanted["new passphrase"] = _texts(typed["next"])
        wanted["new recovery key"] = _recovery_forms(shown)
        wanted["new secret"] = _key_forms(recovery.read(shown))["secret"]
    return wanted


def _key_forms(secret: bytes) -> dict[str, tuple[bytes, ...]]:
    """Return the forms of a secret and of the key that is made of it."""
    database = keys.database_key(secret)
    return {
        "secret": (secret, *_texts(secret.hex())),
        "database key": (database, *_texts(database.hex(), database.hex().upper())),
    }


def _recovery_forms(key: str) -> tuple[bytes, ...]:
    return _texts(key, key.replace("-", ""), key.lower())


def _texts(*texts: str) -> tuple[bytes, ...]:
    return tuple({text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-32-le")})


def _make_vault(folder: Path, typed: Mapping[str, str]) -> None:
    folder.mkdir()
    secret = bytes.fromhex(typed["secret"])
    key_file.seal(folder, secret, typed["passphrase"], SMALLEST)
    vault.create(folder, secret).close()
    desk = opening.open_with(opening.OpenKey(folder, secret))
    with desk.act():
        desk.vault.caseworkers.add(Caseworker(name="Dana Whitfield"))
    opening.close(desk)


@contextmanager
def _desk(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    home = folder.parent / "home"
    home.mkdir()
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "TZ": "America/New_York",
        "HOME": str(home),
        **{f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "STATE", "CACHE")},
    }
    command = [sys.executable, "-m", "tests.proof.remembering", str(folder)]
    child = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **own}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def _told(desk: subprocess.Popen[bytes], typed: Mapping[str, str]) -> dict[str, Any]:
    """Tell the person what to type, and return the answer once it is typed."""
    assert desk.stdin is not None and desk.stdout is not None
    hidden = {name: text for name, text in typed.items() if name != "secret"}
    desk.stdin.write(json.dumps(hidden).encode() + b"\n")
    desk.stdin.flush()
    ready, _out, _bad = select.select([desk.stdout], [], [], SECONDS)
    line = desk.stdout.readline() if ready else b""
    return dict(json.loads(line)) if line else {}


def _locks(desk: subprocess.Popen[bytes], folder: Path) -> bool:
    """Let the desk be locked; True once the same process is the program anew, with its window up."""
    assert desk.stdin is not None
    was = _command(desk.pid)
    desk.stdin.write(b"lock\n")
    desk.stdin.flush()
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and desk.poll() is None:
        if _command(desk.pid) != was and (folder / "in-use.door").exists():
            time.sleep(SETTLED)
            return desk.poll() is None
        time.sleep(0.02)
    return False


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
