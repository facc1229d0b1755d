"""What screens import at start stays light: Jinja, Babel and pyphen come only when a paper is made."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("jinja2", "babel", "pyphen", "msgspec", "rapidfuzz")
LIGHT = (
    "noshow_desk.domain.blocks",
    "noshow_desk.letters.problem",
    "noshow_desk.letters.variables",
    "noshow_desk.letters.filters",
    "noshow_desk.letters.phrases",
    "noshow_desk.letters.starters",
    "noshow_desk.letters.sample",
    "noshow_desk.coaching.prompts",
    "noshow_desk.coaching.hints",
    "noshow_desk.coaching.suggestions",
    "noshow_desk.coaching.readability",
)


def test_light_modules_load_no_heavy_library() -> None:
    script = f"import sys, {', '.join(LIGHT)}\nprint([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]", done.stdout
