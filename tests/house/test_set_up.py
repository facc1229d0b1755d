"""dev.py and what it leans on: nothing but Python, what is missing and nothing twice."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import dev
import pytest
import system_libraries

from tests.house.source import ROOT, tree

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for dpkg and apt are shell scripts")
FakeProgram = Callable[[str, str], Path]


@pytest.fixture
def fake_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeProgram:
    """Put shell scripts in the place of programs, and nothing else on the PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return make


def installed(*names: str) -> str:
    return "\n".join(f"echo '{name} installed'" for name in names)


@pytest.mark.parametrize("name", ["dev.py", "system_libraries.py", "check_frozen.py"])
def test_scripts_need_nothing_but_python(name: str) -> None:
    imported = set()
    for node in ast.walk(tree(ROOT / "packaging" / name)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported <= {*sys.stdlib_module_names, "system_libraries"}


def test_make_knows_every_task() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^(\w[\w ]*):$", makefile, re.MULTILINE)
    assert targets is not None
    assert set(targets[1].split()) == set(dev.TASKS)


# ------------------------------------------------------------------ Debian's packages


def test_only_what_dpkg_lacks_is_missing(fake_program: FakeProgram) -> None:
    fake_program("apt-get", "")
    fake_program("dpkg-query", installed("libegl1", "libcups2t64") + "\necho 'xvfb deinstalled'")
    assert system_libraries.missing_packages(["libegl1", "libcups2", "xvfb"]) == ["xvfb"]


def test_other_systems_are_left_alone(fake_program: FakeProgram) -> None:
    fake_program("apt-get", "")
    assert system_libraries.missing_packages(["libegl1"]) == []


@pytest.mark.parametrize(("candidate", "name"), [("2.4.10-3", "libcups2t64"), ("(none)", "libcups2")])
def test_newer_releases_have_other_names(fake_program: FakeProgram, candidate: str, name: str) -> None:
    fake_program("apt-cache", f"echo '{name}:'\necho '  Candidate: {candidate}'")
    assert system_libraries.name_in_this_release("libcups2") == name


def test_without_root_and_sudo_the_line_to_run_is_said(
    fake_program: FakeProgram, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_program("apt-get", "echo never >&2; exit 1")
    fake_program("dpkg-query", installed("xvfb"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    line = "apt-get install --no-install-recommends libegl1"
    with pytest.raises(system_libraries.SetupTrouble, match=line):
        system_libraries.install_libraries(["libegl1", "xvfb"], needed=True)
    system_libraries.install_libraries(["libegl1", "xvfb"], needed=False)
    assert line in capsys.readouterr().err


@pytest.mark.parametrize(("user", "through"), [(0, "apt-get"), (1000, "sudo apt-get")])
def test_missing_packages_are_installed(
    fake_program: FakeProgram, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, user: int, through: str
) -> None:
    log = tmp_path / "log"
    fake_program("apt-get", f"echo apt-get $* >> {log}")
    fake_program("sudo", f"echo sudo $* >> {log}")
    fake_program("apt-cache", "")
    fake_program("dpkg-query", "")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    system_libraries.install_libraries(["libegl1"], needed=True)
    update, install = log.read_text(encoding="utf-8").splitlines()
    assert update.startswith(through)
    assert update.endswith(" update")
    assert install.startswith(through)
    assert install.endswith("-y --no-install-recommends install libegl1")


# ------------------------------------------------------------------ .venv


@pytest.fixture
def pip_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """A checkout of its own in which pip only notes what it was asked."""
    calls: list[tuple[str, ...]] = []
    venv = tmp_path / ".venv"
    for name in ("pyproject.toml", "requirements.lock", ".venv/pyvenv.cfg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    places = {"ROOT": tmp_path, "VENV": venv, "LOCK": tmp_path / "requirements.lock", "STAMP": venv / "stamp"}
    for name, path in {**places, "PYTHON": sys.executable}.items():
        monkeypatch.setattr(dev, name, path)
    monkeypatch.setattr(dev, "install_libraries", lambda names, *, needed: None)
    monkeypatch.setattr(dev, "pip_install", lambda *arguments: calls.append(arguments))
    return calls


def test_the_second_set_up_does_nothing(pip_calls: list[tuple[str, ...]]) -> None:
    dev.set_up()
    from_lock, project = pip_calls
    assert "--require-hashes" in from_lock
    assert "--no-index" in project
    dev.set_up()
    assert len(pip_calls) == 2


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml", ".venv/pyvenv.cfg"])
def test_a_change_is_set_up_again(pip_calls: list[tuple[str, ...]], tmp_path: Path, changed: str) -> None:
    dev.set_up()
    (tmp_path / changed).write_text("new", encoding="utf-8")
    dev.set_up()
    assert len(pip_calls) == 4


def test_an_interrupted_set_up_is_done_again(
    pip_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: str) -> None:
        raise system_libraries.SetupTrouble("pip stopped")

    with monkeypatch.context() as broken, pytest.raises(system_libraries.SetupTrouble):
        broken.setattr(dev, "pip_install", stop)
        dev.set_up()
    dev.set_up()
    assert len(pip_calls) == 2


@pytest.mark.parametrize("python", ["gone/python", "/bin/false"])
def test_a_broken_venv_is_made_anew(
    pip_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, python: str
) -> None:
    made = []
    monkeypatch.setattr(dev, "PYTHON", python)
    monkeypatch.setattr(dev, "make_venv", lambda: made.append(True))
    dev.set_up()
    assert made == [True]
    assert len(pip_calls) == 2


# ------------------------------------------------------------------ tasks


@pytest.mark.parametrize(
    ("variables", "rest", "said", "words"),
    [
        ({}, [], "no display", ["demo"]),
        ({"DISPLAY": ":0"}, [], "", []),
        ({"WAYLAND_DISPLAY": "wayland-0"}, [], "", []),
        ({}, ["find", "Reed"], "", ["find", "Reed"]),
    ],
)
def test_run_opens_a_window_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variables: dict[str, str],
    rest: list[str],
    said: str,
    words: list[str],
) -> None:
    calls: list[list[str]] = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "call", lambda command: calls.append(list(command)) or 0)
    assert dev.run(rest) == 0
    assert calls == [[dev.PYTHON, "-m", "noshow_desk", *words]]
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("test", "passed", "closing"),
    [("assert True", True, "1 passed in"), ("assert False", False, "1 failed in")],
)
def test_the_closing_line_of_pytest_is_kept(tmp_path: Path, test: str, passed: bool, closing: str) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_one.py").write_text(f"def test_one():\n    {test}\n", encoding="utf-8")
    result = dev.run_pytest("tests", str(tmp_path), "-p", "no:cacheprovider", f"--rootdir={tmp_path}")
    assert (result.name, result.passed) == ("tests", passed)
    assert result.closing.startswith(closing)


def test_a_check_that_does_not_pass_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.check("lint", (sys.executable, "-c", "print('fine')")).passed
    assert not dev.check(
        "types", (sys.executable, "-c", "print('line 3 is wrong'); raise SystemExit(1)")
    ).passed
    said = capsys.readouterr().out
    assert "line 3 is wrong" in said
    assert "fine" not in said
