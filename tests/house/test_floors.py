"""The floors of ARCHITECTURE.md: the contracts in pyproject.toml catch what they are there for."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source import ROOT, name_of, python_files, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {one["id"]: one for one in PROJECT["tool"]["importlinter"]["contracts"]}
LINT = ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo", "--no-cache")

# Modules that no one may write, by the contract that says so.
FORBIDDEN = {
    "floors": {
        "domain/upward.py": "from noshow_desk.letters import variables",
        "letters/across.py": "from noshow_desk.storage import vault",
        "services/upward.py": "from noshow_desk.ui import bridge",
    },
    "cycles": {
        "domain/chicken.py": "from noshow_desk.domain import egg",
        "domain/egg.py": "from noshow_desk.domain import chicken",
    },
    "storage": {"ui/into_the_vault.py": "from noshow_desk.storage import vault"},
    "printing": {"printing/into_the_case.py": "from noshow_desk.services import desk"},
    "qt": {"services/with_dates.py": "from PySide6.QtCore import QDate"},
    "vault_libraries": {
        "services/with_a_cipher.py": "import sqlcipher3",
        "ui/with_a_table.py": "import sqlite_utils",
    },
    "template_library": {"services/with_a_template.py": "import jinja2"},
    "office_library": {"printing/with_word.py": "import docx"},
    "table_libraries": {"services/with_tables.py": "import python_calamine"},
    "command_library": {"services/with_options.py": "import click"},
    "word_libraries": {"domain/with_syllables.py": "import pyphen"},
    "record_library": {"errors.py": "import msgspec"},
    "calendar_and_folders": {"ui/with_month_names.py": "if False:\n    import babel"},
}


def lint(house: Path, modules: dict[str, str]) -> str:
    """Return what import-linter says about a copy of the product in `house` with `modules` added."""
    shutil.copytree(ROOT / "noshow_desk", house / "noshow_desk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", house)
    for name, content in modules.items():
        (house / "noshow_desk" / name).write_text(f"{content}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, *LINT],
        cwd=house,
        env={"COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> str:
    modules = {name: content for group in FORBIDDEN.values() for name, content in group.items()}
    return lint(tmp_path_factory.mktemp("house"), modules)


def test_every_contract_is_tried() -> None:
    assert set(FORBIDDEN) == set(CONTRACTS)


@pytest.mark.parametrize("contract", sorted(FORBIDDEN))
def test_a_contract_catches_what_it_forbids(complaints: str, contract: str) -> None:
    assert f"{CONTRACTS[contract]['name']} BROKEN" in complaints
    assert all(re.search(rf"\b{Path(name).stem}\b", complaints) for name in FORBIDDEN[contract])


def test_a_module_without_a_floor_is_noticed(tmp_path: Path) -> None:
    assert "noshow_desk.loose" in lint(tmp_path, {"loose.py": '"""Somewhere."""'})


# ------------------------------------------------------------------ libraries


def imported_libraries() -> dict[str, str]:
    """Return each third-party package that the product imports, with one module that does."""
    found = {}
    for path in python_files("noshow_desk"):
        for node in ast.walk(tree(path)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {name.split(".")[0]: name_of(path) for name in names}
    ours = {"noshow_desk", "__future__", *sys.stdlib_module_names}
    return {name: where for name, where in found.items() if name not in ours}


def test_every_library_has_its_room() -> None:
    """To add a library, name it in a contract with the rooms that may import it."""
    housed = {name for one in CONTRACTS.values() for name in one.get("protected_modules", ())}
    homeless = {name: where for name, where in imported_libraries().items() if name not in housed}
    assert not homeless


def test_every_library_is_a_dependency() -> None:
    """What happens to be installed because something else wants it is not ours to import."""
    asked = {canonicalize_name(Requirement(one).name) for one in PROJECT["project"]["dependencies"]}
    shipped_with = {"shiboken6": "pyside6-essentials"}
    homes = packages_distributions()
    for package, where in imported_libraries().items():
        names = {canonicalize_name(one) for one in homes.get(package, ())} | {shipped_with.get(package, "")}
        assert names & asked, f"{where} imports {package}"


def test_every_dependency_is_used() -> None:
    """What nobody imports is not carried along, but for data that is found by name."""
    homes = packages_distributions()
    used = {canonicalize_name(one) for package in imported_libraries() for one in homes.get(package, ())}
    asked = {canonicalize_name(Requirement(one).name) for one in PROJECT["project"]["dependencies"]}
    assert asked - used == {"tzdata"}
