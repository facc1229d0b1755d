"""Where the answer goes: an output that takes nothing is one true sentence, a reader who left is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from noshow_desk.services import opening, queries

FULL = Path("/dev/full")
full_disk = pytest.mark.skipif(not FULL.exists(), reason="no device here is always full")
SENTENCE = "Standard output did not take the whole answer."


def call_full(*words: object) -> tuple[int, str]:
    """Run a command whose output takes nothing; return its exit code and what it said on standard error."""
    asked = [sys.executable, "-m", "noshow_desk", *map(str, words)]
    with FULL.open("wb") as full:
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stderr


@full_disk
@pytest.mark.parametrize("last", [(), ("--json",)])
def test_a_full_output_is_one_sentence_and_the_files_are_there(
    practice_vault: Path, tmp_path: Path, last: tuple[str, ...]
) -> None:
    cards = tmp_path / "cards.pdf"
    words = ("letters", "--template", "call_card", "--to", "pdf", "-o", cards, "--vault", practice_vault)
    code, said = call_full(*words, *last)
    assert code == 2 and said.splitlines()[-1].startswith(SENTENCE)
    assert "broke" not in said and "Traceback" not in said and cards.read_bytes().startswith(b"%PDF")


@full_disk
@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("steps", "FACTS"),
        ("check-letter", "--json", "--kind", "apology", "--lang", "en", "FACTS"),
        ("render", "en-call_card", "--data", "FACTS", "--to", "txt", "-o", "-"),
    ],
)
def test_every_answer_that_is_not_taken_is_told(facts_file: Path, words: tuple[str, ...]) -> None:
    asked = [str(facts_file) if word == "FACTS" else word for word in words]
    code, said = call_full(*asked)
    assert code == 2 and said.count("\n") == 1 and said.startswith(SENTENCE)


@full_disk
def test_a_summary_that_left_is_written_down_though_nobody_could_be_told(
    practice_vault: Path, tmp_path: Path
) -> None:
    out = tmp_path / "summary.html"
    words = ("summary", "1002", "--to", "html", "-o", out, "--recipient", "Full", "--vault", practice_vault)
    code, said = call_full(*words)
    assert code == 2 and said.startswith(SENTENCE) and out.stat().st_size > 0
    desk = opening.open_vault(practice_vault, passphrase=opening.PRACTICE_PASSPHRASE)
    person = queries.client_numbered(desk, "1002")
    assert person is not None
    left = [row.recipient for row in queries.releases_of(desk, person.id)]
    opening.close(desk)
    assert "Full" in left


@full_disk
def test_nothing_is_made_of_a_standard_error_that_takes_nothing(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "noshow_desk", "find", "x", "--vault", str(tmp_path)]
    with FULL.open("wb") as full:
        assert subprocess.run(asked, stdout=subprocess.PIPE, stderr=full, check=False).returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_a_reader_who_leaves_is_not_complained_about(facts_file: Path) -> None:
    asked = [sys.executable, "-m", "noshow_desk", "steps", str(facts_file)]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
