"""requirements.lock pins everything by hash, names no address and agrees with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house.source import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
ADDRESS = re.compile(
    r"://|\bwww\.|@ |\.(?:org|com|net|io)\b|^\s*-{1,2}(?:i|f|e|index|extra|find|trusted)", re.M
)


def entries(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Yield each pinned requirement of `lock` with its hashes."""
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        first, *hashes = [part.strip() for part in entry.split("\\\n")]
        yield Requirement(first), hashes


def test_it_names_no_address() -> None:
    assert not ADDRESS.search(LOCK)


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example/simple",
        "--extra-index-url x",
        "-f wheels",
        "one @ file:///one.whl",
        "# via a.org",
    ],
)
def test_an_address_is_found(line: str) -> None:
    assert ADDRESS.search(f"one==1.0 \\\n    --hash=sha256:00\n{line}\n")


def test_every_requirement_is_pinned_and_hashed() -> None:
    for requirement, hashes in entries(LOCK):
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes), requirement


def test_a_missing_hash_is_found() -> None:
    sample = "one==1.0\ntwo==2.0 \\\n    --hash=sha256:00\n"
    assert {one.name: hashes for one, hashes in entries(sample)} == {"one": [], "two": ["--hash=sha256:00"]}


@pytest.mark.parametrize("asked", ASKED)
def test_what_pyproject_asks_for_is_locked_in_range(asked: str) -> None:
    wanted = Requirement(asked)
    pinned = {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one, _ in entries(LOCK)}
    assert wanted.specifier.contains(Version(pinned[canonicalize_name(wanted.name)]))


def test_the_qt_that_aborts_is_out_of_range() -> None:
    """See test_qt_version.py."""
    qt = next(
        Requirement(one) for one in ASKED if canonicalize_name(Requirement(one).name) == "pyside6-essentials"
    )
    assert qt.specifier.contains("6.11.3")
    assert not qt.specifier.contains("6.12.0")
