"""The same letters through LibreOffice: DOCX files, laid out and written as PDF, and its mail merge."""

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
from tests.bench.mail_merge import merged_per_second, missing
from tests.bench.measure import Row, interleaved, ratio_row, seconds

NOTE = "starter-en-thank_you-letter-granted"
LETTERS, REPEATS = 30, 3
NAME = "letters to PDF, against LibreOffice's"


def rows(ours: Callable[[], float]) -> Iterator[Row]:
    """Compare `ours`, which answers letters a second, with LibreOffice's, by turns; its start-up is left out,
    which is kind to it.
    """
    program = shutil.which("soffice")
    conversion, merge = f"{NAME} DOCX conversion", f"{NAME} mail merge"
    if program is None:
        for name in (conversion, merge):
            yield Row(name=name, skipped="soffice is not installed")
        return
    yield _beside(conversion, ours, partial(_converted_per_second, program), program, goal=20.0)
    if reason := missing(program):
        yield Row(name=merge, skipped=reason)
    else:
        yield _beside(merge, ours, partial(merged_per_second, program, _letter()), program, goal=10.0)


def _beside(
    name: str, ours: Callable[[], float], theirs: Callable[[], float], program: str, *, goal: float
) -> Row:
    first, second = interleaved(ours, theirs, REPEATS)
    beside = f"{statistics.median(second):.1f} letters/s by {_version(program)}"
    return ratio_row(name, first, second, goal=goal, at_least=True, beside=beside)


def _letter() -> bytes:
    """Return the note as a Word file."""
    template = next(one for one in starters() if one.id == NOTE)
    return write(fill_template(template, sample_facts(), today=SAMPLE_TODAY), DEFAULT_OPTIONS)


def _converted_per_second(program: str) -> float:
    """Return how many more letters LibreOffice converts in one second more."""
    content = _letter()
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
