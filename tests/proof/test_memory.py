"""The search through memory finds what is there, in every form, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.memory import CHUNK, search

HOLDING = """
import sys
word = "".join(("Qwz", "elda"))
held = [word, word.encode("utf-16-le") * 2, bytes(%d) + word.encode()]
wide = "".join(("Xylo", "tripp", "\U0001f600"))
print("ready", flush=True)
sys.stdin.readline()
""".replace("%d", str(2 * CHUNK))

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no memory to be read here")


@pytest.fixture
def holding() -> Iterator[int]:
    """A process that holds a word in several forms, one of them in the middle of a large piece."""
    words = [sys.executable, "-c", HOLDING]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PROOF": "Plutzkern"}
    ) as one:
        assert one.stdout is not None
        one.stdout.readline()
        yield one.pid
        one.kill()


def test_every_form_is_found_and_nothing_else(holding: int) -> None:
    wanted = {
        "plain": (b"Qwzelda",),
        "wide": ("Qwzelda".encode("utf-16-le"),),
        "widest": ("Xylotripp".encode("utf-32-le"),),
        "variable": (b"Plutzkern",),
        "absent": (b"".join((b"Vuzz", b"enberg")),),
    }
    copies, read = search(holding, wanted)
    assert read > 2 * CHUNK
    assert copies.pop("absent") == 0
    assert copies["wide"] >= 2 and all(copies.values())
