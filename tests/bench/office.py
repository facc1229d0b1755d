"""The same letters through LibreOffice: DOCX files, which it lays out and writes as PDF."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from noshow_desk.export.docx import write
from noshow_desk.export.options import DEFAULT_OPTIONS
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
from noshow_desk.letters.starters import starters
from tests.bench.measure import Row, ratio_row, seconds

NOTE = "starter-en-thank_you-letter-granted"
LETTERS, REPEATS = 30, 3
NAME = "letters to PDF, against LibreOffice's"


def rows(ours: Callable[[], float]) -> Iterator[Row]:
    """Compare `ours`, which answers letters a second, with LibreOffice's, by turns; its start-up is left out,
    which is kind to it.
    """
    program = shutil.which("soffice")
    if program is None:
        yield Row(name=f"{NAME} DOCX conversion", skipped="soffice is not installed")
    else:
        turns = [(ours(), _converted_per_second(program)) for _repeat in range(REPEATS)]
        first, second = [turn[0] for turn in turns], [turn[1] for turn in turns]
        beside = f"{statistics.median(second):.1f} letters/s by {_version(program)}"
        yield ratio_row(f"{NAME} DOCX conversion", first, second, goal=20.0, at_least=True, beside=beside)
    reason = "needs its data source drivers and python3-uno; the DOCX conversion stands for it"
    yield Row(name=f"{NAME} mail merge", skipped=reason)


def _converted_per_second(program: str) -> float:
    """Return how many more letters LibreOffice converts in one second more."""
    template = next(one for one in starters() if one.id == NOTE)
    content = write(fill_template(template, sample_facts(), today=SAMPLE_TODAY), DEFAULT_OPTIONS)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = [folder / f"letter-{number}.docx" for number in range(LETTERS + 1)]
        for file in files:
            file.write_bytes(content)
        convert = partial(_convert, program, folder)
        convert(files[:1])  # makes its profile
        one, all_of_them = (seconds(partial(convert, some)) for some in (files[:1], files))
    return LETTERS / (all_of_them - one)


def _convert(program: str, folder: Path, files: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "out")]
    subprocess.run(
        [*words, *map(str, files)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
    assert all((folder / "out" / f"{file.stem}.pdf").exists() for file in files)


def _version(program: str) -> str:
    told = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return " ".join(told.split()[:2])
