"""The same letters through LibreOffice's mail merge, without a window, into one PDF."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

LETTERS = 1_000
PACKAGES = "libreoffice-base-nogui, libreoffice-base-drivers and python3-uno"
_SCRIPT = Path(__file__).with_name("uno_merge.py")
_LIMIT_S = 300


def missing(program: str) -> str:
    """Return what mail merge needs and `program` lacks; "" when it can be driven."""
    home = Path(program).resolve().parent
    drivers = all(any(home.glob(f"*{name}.*")) for name in ("flatlo", "dbaxmllo"))
    return "" if drivers and _python(program) else f"needs {PACKAGES}"


def merged_per_second(program: str, letter: bytes) -> float:
    """Return how many letters a second LibreOffice merges from `letter` (DOCX); its start and the making of
    the fields are left out, which is kind to it.
    """
    python = _python(program)
    assert python is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder, pipe = Path(place), f"bench-{secrets.token_hex(4)}"
        (folder / "letter.docx").write_bytes(letter)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [program, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(words, stdout=quiet, stderr=quiet, start_new_session=True) as office:
            try:
                told = subprocess.run(
                    [python, _SCRIPT, pipe, folder, str(LETTERS)],
                    stdout=subprocess.PIPE,
                    timeout=_LIMIT_S,
                    check=True,
                ).stdout
                office.wait(timeout=30)
            finally:
                _end(office)
        (made,) = (folder / "out").glob("*.pdf")
        assert made.read_bytes().count(b"/Type/Page/") == LETTERS
    return LETTERS / float(told)


def _end(office: subprocess.Popen[bytes]) -> None:
    """End what did not end by itself: the program is a script that starts others."""
    if office.poll() is None and hasattr(os, "killpg"):
        os.killpg(office.pid, signal.SIGKILL)
    office.kill()


@cache
def _python(program: str) -> str | None:
    """Return a Python that can talk to LibreOffice: the one it brings along, or the system's."""
    beside = Path(program).resolve().parent
    for one in (beside / "python", beside / "python.exe", Path("/usr/bin/python3"), shutil.which("python3")):
        if one is not None and Path(one).exists() and _has_uno(str(one)):
            return str(one)
    return None


def _has_uno(python: str) -> bool:
    return subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0
