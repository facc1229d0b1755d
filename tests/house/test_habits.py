"""The habits of the house hold everywhere, and each check fires on a sample that breaks one."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.house import habits
from tests.house.source import ROOT, name_of, python_files, text, tree

PRODUCT = python_files("noshow_desk")
OURS = python_files("noshow_desk", "packaging", "tests")

# Where everything may be caught: the composition root, the crash handler, the ends of workers.
# To add one: its path and why nothing narrower will do.
BOUNDARIES = {
    "noshow_desk/cli/run.py": "whatever comes up to here is a bug: one sentence, places in the log",
    "noshow_desk/cli/self_test.py": "a part that breaks is what the self-test is there to find",
    "noshow_desk/app.py": "whatever comes up to here is a bug and goes to the crash handler",
    "noshow_desk/ui/session/crash.py": "an error in this hook would have Python print both with their words",
    "noshow_desk/ui/session/work.py": "the end of a thread: the bug travels on as a signal",
}

LATE = "def slow():\n    import docx\n"
EXPLAINED = "def slow():\n    import docx\n\n    from noshow_desk import export  # deferred: 70 ms\n"
ANOTHER = "def slow():\n    import docx  # deferred: 70 ms\n    docx.go()\n    import babel\n"
EXPLAINED_ABOVE = "def slow():\n    # deferred: 70 ms\n    import docx\n"


def places(path: Path, lines: Iterable[int]) -> list[str]:
    return [f"{name_of(path)}:{line}" for line in lines]


def test_nothing_is_left_to_do() -> None:
    assert not [place for path in OURS for place in places(path, habits.unfinished(text(path)))]


def test_only_the_vaults_sqlite_is_imported() -> None:
    assert not [place for path in OURS for place in places(path, habits.imports_of_old_sqlite(tree(path)))]


def test_a_late_import_says_why() -> None:
    assert not [
        place
        for path in PRODUCT
        for place in places(path, habits.late_imports_without_reason(text(path), tree(path)))
    ]


def test_no_lambda_in_connect() -> None:
    assert not [place for path in PRODUCT for place in places(path, habits.lambdas_in_connect(tree(path)))]


def test_no_item_of_a_layout_is_kept() -> None:
    assert not [place for path in OURS for place in places(path, habits.items_of_layouts(tree(path)))]


def test_everything_is_caught_only_at_boundaries() -> None:
    inside = [path for path in PRODUCT if name_of(path) not in BOUNDARIES]
    assert not [place for path in inside for place in places(path, habits.catches_everything(tree(path)))]


def test_texts_are_translated_before_they_are_filled_in() -> None:
    assert not [place for path in PRODUCT for place in places(path, habits.untranslatable(tree(path)))]


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "XX" + "X"])
def test_unfinished_fires(word: str) -> None:
    assert list(habits.unfinished(f"a = 1\n# {word}: b\n")) == [2]
    assert not list(habits.unfinished("Todo por escrito; a method; XXXL\n"))


@pytest.mark.parametrize(
    "line", ["import {}", "from {} import connect", "import_module('{}')", "import {}.dbapi2"]
)
def test_old_sqlite_fires(line: str) -> None:
    assert list(habits.imports_of_old_sqlite(ast.parse(line.format("sqlite" + "3")))) == [1]
    assert not list(habits.imports_of_old_sqlite(ast.parse(line.format("sqlcipher3"))))


@pytest.mark.parametrize(
    ("source", "found"), [(LATE, [2]), (ANOTHER, [4]), (EXPLAINED, []), (EXPLAINED_ABOVE, [])]
)
def test_late_import_fires(source: str, found: list[int]) -> None:
    assert list(habits.late_imports_without_reason(source, ast.parse(source))) == found


@pytest.mark.parametrize("argument", ["lambda: go(1)", "partial(lambda: 1)", "slot=lambda: 1"])
def test_lambda_in_connect_fires(argument: str) -> None:
    assert list(habits.lambdas_in_connect(ast.parse(f"button.clicked.connect({argument})"))) == [1]
    assert not list(habits.lambdas_in_connect(ast.parse("button.clicked.connect(self._on_button_clicked)")))


def test_an_item_of_a_layout_fires() -> None:
    assert list(habits.items_of_layouts(ast.parse("box.count()\nbox.itemAt(0).widget()"))) == [2]


@pytest.mark.parametrize("kind", ["", " Exception", " BaseException", " (OSError, Exception) as error"])
def test_catching_everything_fires(kind: str) -> None:
    assert list(habits.catches_everything(ast.parse(f"try:\n    go()\nexcept{kind}:\n    pass"))) == [3]
    assert not list(
        habits.catches_everything(ast.parse("try:\n    go()\nexcept (OSError, ValueError):\n    pass"))
    )


def test_tidying_up_may_catch_everything() -> None:
    tidy = "try:\n    go()\nexcept BaseException:\n    close()\n    raise"
    assert not list(habits.catches_everything(ast.parse(tidy)))
    assert list(habits.catches_everything(ast.parse(f"{tidy} SystemTrouble"))) == [3]


@pytest.mark.parametrize(
    "argument", ["f'Hello {name}'", "'Hello %s' % name", "'Hello {name}'.format(name=name)"]
)
def test_untranslatable_fires(argument: str) -> None:
    assert list(habits.untranslatable(ast.parse(f"label = _({argument})"))) == [1]
    assert not list(habits.untranslatable(ast.parse("label = _('Hello {name}').format(name=name)")))


VICES = {
    "D100": "import os\n\nprint(os)\n",
    "D101": '"""A module."""\n\n\nclass Client:\n    name = ""\n',
    "D103": '"""A module."""\n\n\ndef add_client():\n    pass\n',
    "F403": '"""A module."""\n\nfrom os import *\n',
    "TID252": '"""A module."""\n\nfrom . import client\n\nprint(client)\n',
}


@pytest.mark.parametrize("code", sorted(VICES))
def test_the_linter_is_set_up_to_find(code: str) -> None:
    """Docstrings, star imports and relative imports are left to ruff, as long as it is told to look."""
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=json"]
    sample = [*ruff, "--stdin-filename=noshow_desk/domain/sample.py", "-"]
    done = subprocess.run(sample, cwd=ROOT, input=VICES[code], capture_output=True, text=True, check=False)
    assert code in {finding["code"] for finding in json.loads(done.stdout)}
