"""Set up a checkout and do one thing with it: run, test, bench, proof, package, lock, setup.

Standard library only, so that it works on a machine with nothing but Python 3.11 and this folder.
On Windows: py packaging\\dev.py run
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from system_libraries import (
    APP_LIBRARIES,
    BUILD_TOOLS,
    TEST_TOOLS,
    VENV_TOOLS,
    SetupTrouble,
    install_libraries,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(SCRIPTS / "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "noshow-desk.stamp"

PYTEST = (PYTHON, "-m", "pytest", "-q", "--continue-on-collection-errors")
XVFB = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24")
STATIC_CHECKS = {
    "lint": (PYTHON, "-m", "ruff", "check", "."),
    "format": (PYTHON, "-m", "ruff", "format", "--check", "."),
    "types": (PYTHON, "-m", "mypy"),
    "floors": (str(SCRIPTS / "lint-imports"), "--no-logo"),
}
CLOSING_WORDS = ("passed", "failed", "error", "no tests ran", "skipped", "deselected")
NO_TEST_SELECTED = 5  # pytest's exit code


class Result(NamedTuple):
    """What one check came to; `closing` is pytest's last line."""

    name: str
    passed: bool
    seconds: float
    closing: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the first word says and return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description="What each word does: CONTRIBUTING.md.")
    parser.add_argument("task", choices=TASKS)
    known, rest = parser.parse_known_args(arguments)
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older Python
        return complain("NoShow Desk needs Python 3.11 or newer; this is " + sys.version.split()[0])
    os.chdir(ROOT)
    try:
        return TASKS[known.task](rest)
    except KeyboardInterrupt:
        return 130
    except SetupTrouble as trouble:
        return complain(str(trouble))


def complain(sentence: str) -> int:
    """Print `sentence` on standard error and return 1."""
    print(sentence, file=sys.stderr, flush=True)
    return 1


def say(sentence: str) -> None:
    """Print `sentence` at once, so that it stands before the output of what it announces."""
    print(sentence, flush=True)


def call(command: Sequence[str], **variables: str) -> int:
    """Run `command` with `variables` added to the environment and return its exit code."""
    return subprocess.run(command, env={**os.environ, **variables}, check=False).returncode


def heard(command: Sequence[str], **variables: str) -> subprocess.Popen[str]:
    """Start `command` with what it says going to `stdout` of the answer, in UTF-8 on every system."""
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **variables},
    )


# ------------------------------------------------------------------ set-up


def set_up(tools: Sequence[str] = ()) -> None:
    """Install what is missing: Debian libraries, then .venv from the lock, then the project itself."""
    install_libraries(APP_LIBRARIES, needed=True)
    install_libraries(tools, needed=False)
    if not answers(PYTHON):
        make_venv()
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("Installing the libraries of requirements.lock into .venv (a few minutes on a slow line) …")
    pip_install("--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK))
    pip_install("--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint() -> str:
    """Return a value that changes when .venv has to be filled again."""
    files = (LOCK, ROOT / "pyproject.toml", VENV / "pyvenv.cfg")
    parts = [str(ROOT).encode(), *(file.read_bytes() for file in files)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def answers(python: str) -> bool:
    """Return whether `python` is there and starts: the interpreter it was made from may be gone."""
    try:
        return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make .venv anew from the Python that runs this script."""
    if importlib.util.find_spec("ensurepip") is None:
        install_libraries(VENV_TOOLS, needed=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if call(command):
        raise SetupTrouble(f"Python could not make .venv. Try it by hand: {shlex.join(command)}")


def pip_install(*arguments: str) -> None:
    """Run pip inside .venv; it fetches from wherever this computer's pip is set up to fetch."""
    quietly = ("--quiet", "--no-input", "--disable-pip-version-check")
    if call([PYTHON, "-m", "pip", "install", *quietly, *arguments]):
        raise SetupTrouble("pip stopped, see above. If it could not fetch: check the network, start again.")


# ------------------------------------------------------------------ tasks


def run(rest: Sequence[str]) -> int:
    """Open the app; without a display do the main job headless in a practice vault."""
    set_up()
    app = [PYTHON, "-m", "noshow_desk", *rest]
    if not rest and not has_display():
        say("There is no display here, so NoShow Desk does its main job without a window.")
        app.append("demo")
    return call(app)


def has_display() -> bool:
    """Return whether a window can open: always but on a Linux that names no X11 or Wayland display."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not sys.platform.startswith("linux")


def test(rest: Sequence[str]) -> int:
    """Run every check; with arguments, pytest alone with those."""
    set_up(TEST_TOOLS)
    if rest:
        return call([PYTHON, "-m", "pytest", *rest], QT_QPA_PLATFORM="offscreen")
    with ThreadPoolExecutor(1) as second_core:
        static = [second_core.submit(check, name, command) for name, command in STATIC_CHECKS.items()]
        tests = run_pytest("tests", QT_QPA_PLATFORM="offscreen")
    results = [*(one.result() for one in static), tests]
    if shutil.which("xvfb-run"):
        results.append(run_pytest("xvfb", "-m", "xvfb", before=XVFB, QT_QPA_PLATFORM="xcb"))
    say("")
    for one in results:
        say(f"{one.name:7} {'ok' if one.passed else 'FAILED':7} {one.seconds:6.1f} s  {one.closing}")
    say(tests.closing)
    return 0 if all(one.passed for one in results) else 1


def check(name: str, command: Sequence[str]) -> Result:
    """Run a static check and print what it says only if it does not pass."""
    start = time.monotonic()
    with heard(command) as process:
        said, _ = process.communicate()
    if process.returncode:
        say(f"\n== {name}\n{said}")
    return Result(name, process.returncode == 0, time.monotonic() - start)


def run_pytest(name: str, *arguments: str, before: Sequence[str] = (), **variables: str) -> Result:
    """Run pytest, pass its output on and keep its closing line; a choice of tests may be empty."""
    start = time.monotonic()
    closing = "no tests ran"
    with heard([*before, *PYTEST, *arguments], **variables) as process:
        assert process.stdout is not None  # asked for with PIPE
        for line in process.stdout:
            print(line, end="", flush=True)
            if " in " in line and any(word in line for word in CLOSING_WORDS):
                closing = line.strip()
    passed = process.returncode == 0 or (bool(arguments) and process.returncode == NO_TEST_SELECTED)
    return Result(name, passed, time.monotonic() - start, closing)


def bench(rest: Sequence[str]) -> int:
    """Measure the goals of speed and print each ratio."""
    set_up(TEST_TOOLS)
    return call([PYTHON, "-m", "tests.bench", *rest])


def proof(rest: Sequence[str]) -> int:
    """Run the long proofs of safety in the size of the variable SIZE: quick, full (default) or release."""
    set_up(TEST_TOOLS)
    return call([PYTHON, "-m", "tests.proof", "--size", os.environ.get("SIZE", "full"), *rest])


def package(rest: Sequence[str]) -> int:
    """Build the frozen app into dist/noshow-desk and check that it works."""
    set_up((*TEST_TOOLS, *BUILD_TOOLS))
    build = (PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR")
    return call([*build, *rest, "packaging/noshow_desk.spec"]) or call([PYTHON, "packaging/check_frozen.py"])


def lock(rest: Sequence[str]) -> int:
    """Write requirements.lock anew from pyproject.toml; with --upgrade also take newer versions."""
    set_up()
    compile_lock = (str(SCRIPTS / "uv"), "pip", "compile", "pyproject.toml", "--quiet", "-o", LOCK.name)
    scope = ("--group", "dev", "--universal", "--python-version", "3.11")
    content = ("--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate")
    return call([*compile_lock, *scope, *content, *rest])


def setup(_rest: Sequence[str]) -> int:
    """Only install what is missing, tools of the tests included."""
    set_up(TEST_TOOLS)
    return 0


TASKS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "proof": proof,
    "package": package,
    "lock": lock,
    "setup": setup,
}

if __name__ == "__main__":
    sys.exit(main())
