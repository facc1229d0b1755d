"""The proofs at their smallest size, and that each of them notices what it is there to notice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from noshow_desk.services import clients
from noshow_desk.storage import backup_body, backup_header, health, vault
from tests.house.source import ROOT
from tests.proof import children, damage, killed_writers, plaintext
from tests.proof.rows import Outcome, Row, line
from tests.proof.table import ROWS

needs_fork = pytest.mark.skipif(not children.CAN_FORK, reason=children.NO_FORK)


def test_nothing_goes_wrong_at_the_smallest_size() -> None:
    """In a process of its own, as `make proof` runs it: the rows fork and kill."""
    command = [sys.executable, "-m", "tests.proof", "--size", "quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=280)
    lines = done.stdout.splitlines()
    for row in ROWS:
        (shown,) = (one for one in lines if one.startswith(row.what))
        assert "  ok  " in shown or "skipped: " in shown, done.stdout + done.stderr
    assert done.returncode == 0
    assert done.stderr == ""


def test_rows_are_told_apart() -> None:
    assert len({row.key for row in ROWS}) == len({row.what for row in ROWS}) == len(ROWS)
    assert all(0 < row.quick <= row.full <= row.release for row in ROWS)


def test_a_row_says_how_often_and_what() -> None:
    row = Row(key="x", what="names lost", quick=1, full=1, release=1, measure=damage.backups_damaged)
    assert "0 of 2,000  ok" in line(row, Outcome(2_000), 1.0)
    assert "1 of 2,000  WRONG" in line(row, Outcome(2_000, ["number 7"]), 1.0)
    assert "0 of 0  WRONG" in line(row, Outcome(), 1.0)
    assert "skipped: no fork" in line(row, Outcome(skipped="no fork"), 1.0)


# ------------------------------------------------------------------ sabotage


@needs_fork
def test_a_child_that_dies_hangs_or_breaks_is_counted() -> None:
    def trial(number: int) -> str | None:
        if number == 1:
            raise ValueError("Zweigert")
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        while number == 3:
            time.sleep(1)
        return "wrong" if number == 4 else None

    answers = list(children.each(trial, range(6), seconds=1.0))
    assert answers[0] is None and answers[4] == "wrong" and answers[5] is None
    assert "ValueError" in str(answers[1]) and "Zweigert" not in str(answers[1])
    assert "signal 9" in str(answers[2]) and "hung" in str(answers[3])


@needs_fork
def test_a_program_that_says_saved_too_early_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_in_memory(db: object) -> None:
        db.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]
        db.execute("PRAGMA journal_mode = MEMORY")  # type: ignore[attr-defined]

    real = clients.edit_client

    def late(desk: object, **given: object) -> None:
        desk.vault.session.db.execute("BEGIN")  # type: ignore[attr-defined]
        desk.vault.session.db.execute("SAVEPOINT never_committed")  # type: ignore[attr-defined]
        real(desk, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(vault, "_set_pragmas", only_in_memory)
    monkeypatch.setattr(clients, "edit_client", late)
    assert killed_writers.killed_writers(4, 1, tmp_path).wrong


@needs_fork
def test_a_backup_restored_unproven_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_header, "must_be_sealed", lambda *_given: None)
    monkeypatch.setattr(backup_header.hmac, "compare_digest", lambda *_given: True)
    monkeypatch.setattr(backup_body, "must_hold", lambda *_given: {})
    assert damage.backups_damaged(40, 1, tmp_path).wrong


@needs_fork
def test_a_vault_opened_unchecked_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health.Check, "wait", lambda _check: None)
    assert damage.databases_damaged(40, 1, tmp_path).wrong


def test_a_name_in_a_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "cache.bin").write_bytes(b"\x00" + plaintext.MARKS[3].encode("utf-16-le"))
    (tmp_path / f"{plaintext.MARKS[0]}.pdf").write_bytes(b"")
    (tmp_path / "fine.txt").write_bytes(b"nothing")
    found = [wrong for _path, wrong in plaintext.look_into(tmp_path)]
    assert sum(wrong is not None for wrong in found) == 2 and len(found) == 3
