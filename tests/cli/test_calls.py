"""How a call is taken: exit codes, one sentence, no passphrase on the command line, no traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from noshow_desk import __version__
from noshow_desk.cli import run as runner
from noshow_desk.services import opening
from tests.cli.conftest import Ask


def test_version(ask: Ask) -> None:
    assert ask("--version").out == f"NoShow Desk {__version__}\n"
    assert json.loads(ask("--version", "--json").out) == {"name": "NoShow Desk", "version": __version__}


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("--frobnicate",),
        ("--json",),
        ("find",),
        ("steps",),
        ("steps", "no-such-file.json"),
        ("practice",),
        ("practice", "x", "--clients", "0"),
        ("practice", "x", "--clients", "many"),
        ("render", "en-call_card"),
        ("summary", "1001", "--to", "xlsx", "-o", "x"),
        ("summary", "1001", "--to", "pdf", "-o", "x", "--include", "everything"),
        ("find", "x", "--passphrase", "secret words"),
    ],
)
def test_a_bad_call_is_one_line_and_exit_code_2(ask: Ask, words: tuple[str, ...]) -> None:
    answer = ask(*words)
    assert answer.code == 2 and answer.out == ""
    assert answer.err.count("\n") == 1 and "--help" in answer.err


@pytest.mark.parametrize(
    "words", [(), ("find",), ("steps",), ("render",), ("summary",), ("practice",), ("demo",)]
)
def test_every_command_explains_itself(ask: Ask, words: tuple[str, ...]) -> None:
    answer = ask(*words, "--help")
    assert answer.code == 0 and answer.out.startswith("Usage: noshow-desk")


def test_a_vault_that_is_not_there_is_one_sentence(ask: Ask, tmp_path: Path) -> None:
    answer = ask("find", "x", "--vault", tmp_path / "none")
    assert (answer.code, answer.out) == (1, "")
    assert (
        answer.err == "There is no vault in this folder. Choose another folder, or start a new vault here.\n"
    )


def test_a_damaged_vault_is_one_sentence(ask: Ask, practice_vault: Path, tmp_path: Path) -> None:
    for name in ("vault.db", "vault.key", opening.PRACTICE_NAME):
        (tmp_path / name).write_bytes((practice_vault / name).read_bytes())
    (tmp_path / "vault.db").write_bytes(b"")
    answer = ask("find", "x", "--vault", tmp_path)
    assert answer.code == 1 and answer.err.count("\n") == 1 and "Traceback" not in answer.err


def test_a_passphrase_comes_from_a_file(ask: Ask, practice_vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_text(f"{opening.PRACTICE_PASSPHRASE}\nsecond line\n")
    assert ask("--passphrase-file", file, "find", "a", "--vault", practice_vault).code == 0
    for encoding in ("utf-8-sig", "utf-16"):  # as Notepad and PowerShell write it
        file.write_bytes(f"{opening.PRACTICE_PASSPHRASE}\r\n".encode(encoding))
        assert ask("--passphrase-file", file, "find", "a", "--vault", practice_vault).code == 0
    file.write_text("not these words at all")
    wrong = ask("find", "a", "--vault", practice_vault, "--passphrase-file", file)
    assert wrong.code == 1 and "not these words" not in wrong.err
    assert wrong.err.count("\n") == 1


def test_without_a_terminal_the_passphrase_file_is_asked_for(
    ask: Ask, practice_vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("vault.db", "vault.key"):
        (tmp_path / name).write_bytes((practice_vault / name).read_bytes())
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    answer = ask("find", "a", "--vault", tmp_path)
    assert answer.code == 1 and "--passphrase-file" in answer.err


def test_a_bug_is_one_sentence_and_its_place_in_the_log(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, expected_log: list[str]
) -> None:
    expected_log.append("a command broke")
    monkeypatch.setattr(runner.paths, "log_folder", lambda: tmp_path)
    monkeypatch.setattr(runner.noshow_desk, "main", lambda **_words: {}["Marcus Reed"])
    answer = ask("find", "x")
    log = (tmp_path / "noshow-desk.log").read_text()
    assert answer.code == 1 and answer.err.count("\n") == 1
    assert "KeyError" in log and "test_calls.py" in log
    assert "Marcus" not in log + answer.err


def test_a_fresh_process_answers_without_a_window(practice_vault: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "noshow_desk", "find", "zzzz", "--vault", str(practice_vault)],
        env={**os.environ, "QT_QPA_PLATFORM": "no-such-platform"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Nothing found for “zzzz”.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("check-letter", "--kind", "apology", "--lang", "en", ""),
        ("render", "en-call_card", "--data", "FACTS", "--to", "txt", "-o", ""),
        ("find", "x", "--vault", ""),
    ],
)
def test_an_empty_name_is_a_bad_call(ask: Ask, facts_file: Path, words: tuple[str, ...]) -> None:
    answer = ask(*(facts_file if word == "FACTS" else word for word in words))
    assert answer.code == 2 and "The name is empty." in answer.err and answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"incident": {"own_words": "a" * 100_001}}, "incident.own_words: That is too long. 100,000"),
        ({"incident": {"obstacles": [{"what": "a" * 100_001}]}}, "incident.obstacles[0].what: That is too"),
        ({"client": {"first_name": 7}}, "client.first_name"),
        ({"nobody": 1}, "nobody"),
    ],
)
def test_a_mistake_in_a_facts_file_is_told_with_the_file_and_the_path(
    ask: Ask, tmp_path: Path, content: object, place: str
) -> None:
    path = tmp_path / "f.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    answer = ask("steps", path)
    assert answer.code == 1 and answer.out == ""
    assert answer.err.startswith(f"{path}: ") and place in answer.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("steps", "FILE"), 1),
        (("render", "en-call_card", "--data", "FILE", "--to", "txt", "-o", "-"), 1),
        (("check-letter", "--kind", "apology", "--lang", "en", "--record", "FILE", "x.txt"), 2),
        (("find", "x", "--vault", "VAULT", "--passphrase-file", "FILE"), 1),
        (("find", "x", "--vault", "VAULT", "--recovery-key-file", "FILE"), 1),
    ],
)
def test_a_file_on_a_drive_that_went_is_named(
    ask: Ask, facts_file: Path, practice_vault: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...],
    code: int,
) -> None:  # fmt: skip
    def gone(*_words: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("click.open_file", gone)
    places = {"FILE": facts_file, "VAULT": practice_vault}
    answer = ask(*(places.get(word, word) for word in words))
    assert answer.code == code and answer.out == ""
    assert f"{facts_file}: This file cannot be read." in answer.err and answer.err.count("\n") == 1
