"""No file of the repository names where it was made, or from where anything is fetched."""

from __future__ import annotations

import re

import pytest

from tests.house.source import name_of, tracked_files

# Written with one-letter classes so that this file does not find itself.
HOSTS = (
    r"p[y]pi\.org|pythonh[o]sted|d[e]b\.debian\.org|registry\.n[p]mjs|static\.crates\.i[o]|proxy\.g[o]lang"
)
MACHINE = r"(?<![\w.-])/(?:w[o]rk|f[a]rm|r[o]ot|t[m]p/plan|o[p]t/py\w+)/"
TRACE = re.compile(f"{HOSTS}|{MACHINE}", re.IGNORECASE)


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = []
    for path in tracked_files():
        content = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{name_of(path)}: {hit.group()}" for hit in TRACE.finditer(content)]
    assert not found


@pytest.mark.parametrize(
    "line",
    [
        "index = https://p" + "ypi.org/simple",
        "see files.pythonh" + "osted.org",
        "cd /w" + "ork/main",
        "open('/r" + "oot/.config')",
        "from /o" + "pt/pypi/simple",
    ],
)
def test_a_trace_is_found(line: str) -> None:
    assert TRACE.search(line)


@pytest.mark.parametrize(
    "line", ["a network/root/tree", "https://example.org/work/", "the home/office line", "/home/dana/desk"]
)
def test_ordinary_text_is_no_trace(line: str) -> None:
    assert not TRACE.search(line)
