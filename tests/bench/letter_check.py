"""The letter check: a letter of 200 words as it is typed, and 150 files in one call of the command line."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from noshow_desk.coaching.letter_check import check_letter
from tests.bench.measure import Row, percentile, seconds, spread_row
from tests.coaching.letter_corpus.letters import Sample, samples

WORDS = 200
FILES = 150
LETTERS = 40
REPEATS = 3
KIND = "apology"
LANGUAGES = {"en": "English", "es": "Spanish"}


def rows() -> Iterator[Row]:
    """Measure on letters of the corpus that rules are written on; several make one of 200 words."""
    for language, name in LANGUAGES.items():
        letters = samples("dev", language, KIND)
        took = [_checked(text, language) * 1000 for text in _long_ones(letters)]
        beside = f"p99 {percentile(took, 0.99):.1f} ms over {len(took)} letters"
        yield spread_row(f"letter check, {WORDS} words, {name}", "ms", took, goal=5.0, beside=beside)
    yield _command_row(samples("dev", "en", KIND))


def _checked(text: str, language: str) -> float:
    """Return the seconds of one check, after the letter but one that is typed next."""
    check_letter(text[:-1], kind=KIND, language=language)
    return seconds(partial(check_letter, text, kind=KIND, language=language))


def _long_ones(letters: list[Sample]) -> Iterator[str]:
    """Yield texts of 200 words, each beginning with another letter."""
    for start in range(LETTERS):
        words: list[str] = []
        for letter in cycle(letters[start % len(letters) :]):
            words += letter.text.replace("\n", " \n ").split(" ")
            if sum(bool(word.strip()) for word in words) >= WORDS:
                break
        yield " ".join(words)


def _command_row(letters: list[Sample]) -> Row:
    with tempfile.TemporaryDirectory() as place:
        files = [Path(place) / f"letter-{number}.txt" for number in range(FILES)]
        for file, letter in zip(files, cycle(letters), strict=False):
            file.write_text(letter.text, encoding="utf-8")
        took = [seconds(partial(_command, files)) for _repeat in range(REPEATS)]
    beside = f"{statistics.median(took) / FILES * 1000:.1f} ms a file, start of the program among them"
    return spread_row(f"check-letter, {FILES} files in one call", "s", took, beside=beside)


def _command(files: list[Path]) -> None:
    words = [sys.executable, "-m", "noshow_desk", "check-letter", "--kind", KIND, "--lang", "en", "--json"]
    done = subprocess.run([*words, *map(str, files)], stdout=subprocess.PIPE, check=False)
    assert done.returncode in (0, 1) and done.stdout.count(b"\n") == len(files)
