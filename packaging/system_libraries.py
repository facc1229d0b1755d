"""The Debian and Ubuntu packages that a checkout needs, and how they get there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

# Debian 12 names. Newer releases added "t64" to some; apt is asked which of the two it has.
# To add one: name it here, with what breaks without it.
APP_LIBRARIES = (
    *("libegl1", "libgl1", "libfontconfig1", "libdbus-1-3", "libglib2.0-0", "libxkbcommon0"),  # any Qt, PDF
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"),  # X11
    "libcups2",  # printers
    *("libwayland-cursor0", "libwayland-egl1"),  # Wayland
)
VENV_TOOLS = ("python3-venv",)  # Debian's Python comes without what fills a .venv
# A real window, PDF text, "opens no other file", a bus on which sleep and lock are told.
TEST_TOOLS = ("xvfb", "xauth", "poppler-utils", "strace", "dbus-daemon")
BUILD_TOOLS = (
    "binutils",  # PyInstaller asks objdump what each library needs
    # Debian's Python comes without the library form of itself that a frozen app carries; others have it.
    *((f"libpython3.{sys.version_info.minor}",) if sys.base_prefix == "/usr" else ()),
)

APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")
INSTALL = ("-y", "--no-install-recommends", "install")


class SetupTrouble(Exception):
    """The machine lacks something that cannot be installed from here; the message says what to do."""


def install_libraries(names: Sequence[str], *, needed: bool) -> None:
    """Install what is missing of the packages `names`; on other systems than Debian's do nothing.

    Without a `needed` package SetupTrouble is raised; without another one some tests skip by name.
    """
    missing = missing_packages(names)
    if not missing or install(missing):
        return
    line = f"This is missing; run: apt-get install --no-install-recommends {' '.join(missing)}"
    if needed:
        raise SetupTrouble(line)
    print(line, file=sys.stderr, flush=True)


def missing_packages(names: Sequence[str]) -> list[str]:
    """Return those of `names` that dpkg does not have, under the plain or the t64 name."""
    if not names or not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return []
    asked = [*names, *(f"{name}t64" for name in names)]
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\\n", *asked]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    here = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [name for name in names if not {name, f"{name}t64"} & here]


def install(names: Sequence[str]) -> bool:
    """Install `names` as root or through sudo, and return whether that worked."""
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    if prefix and not shutil.which("sudo"):
        return False
    print(f"Installing {' '.join(names)} …", flush=True)
    ask_apt([*prefix, *APT, "update"])
    return ask_apt([*prefix, *APT, *INSTALL, *map(name_in_this_release, names)])


def ask_apt(command: Sequence[str]) -> bool:
    """Run `command`, show what it said only if it did not work, and return whether it did."""
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=unasked, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr, flush=True)
    return done.returncode == 0


def name_in_this_release(name: str) -> str:
    """Return `name`, or its t64 form where apt offers that one."""
    policy = ["apt-cache", "policy", f"{name}t64"]
    answer = subprocess.run(policy, capture_output=True, text=True, check=False).stdout
    offered = "Candidate:" in answer and "Candidate: (none)" not in answer
    return f"{name}t64" if offered else name
