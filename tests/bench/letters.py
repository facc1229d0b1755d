"""One letter from its facts to the picture on the screen: cold in a fresh process, then warm."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QApplication

from noshow_desk import i18n
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
from noshow_desk.printing.preview import PaperPreview
from noshow_desk.printing.printout import lay_out
from noshow_desk.services.paper_text import load_papers
from tests.bench.measure import Row, seconds

COLD_REPEATS = 5
WARM_REPEATS = 60
NOTE = "starter-en-thank_you-letter-granted"


def rows() -> Iterator[Row]:
    """Measure in processes of their own, where a window and its Today page are already there."""
    bare = [_in_a_process("bare") for _repeat in range(COLD_REPEATS)]
    ready = [_in_a_process("loaded") for _repeat in range(COLD_REPEATS)]
    first = [answer[0] for answer in bare]
    beside = (
        f"{statistics.median(first):.0f} ms when it is wanted before that was loaded (1.5 s after the start)"
    )
    yield _row("one letter, preview, cold", [answer[0] for answer in ready], 100.0, beside)
    yield _row("one letter, preview, warm", [took for answer in ready for took in answer[1:]], 1000 / 60, "")


def _row(name: str, took: list[float], goal: float, beside: str) -> Row:
    spread = (min(took), max(took))
    return Row(name=name, unit="ms", value=statistics.median(took), goal=goal, spread=spread, beside=beside)


def _in_a_process(state: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.letters", state],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return [float(word) for word in done.stdout.split()]


def main(state: str) -> None:
    """Print the milliseconds of the first letter and of the next ones."""
    application = QApplication([])
    i18n.long_date(SAMPLE_TODAY)  # the Today page has shown dates by then
    preview = PaperPreview()
    preview.resize(450, 700)
    preview.show()
    application.processEvents()
    if state == "loaded":
        load_papers()
    facts = sample_facts()
    for _repeat in range(WARM_REPEATS + 1):
        print(seconds(partial(_show, preview, facts)) * 1000)


def _show(preview: PaperPreview, facts: CaseFacts) -> None:
    from noshow_desk.letters.fill import fill_template  # what the first letter waits for is measured
    from noshow_desk.letters.starters import starters

    template = next(one for one in starters() if one.id == NOTE)
    preview.show_printout(lay_out(fill_template(template, facts, today=SAMPLE_TODAY), tints=True))
    preview.grab()


if __name__ == "__main__":
    main(sys.argv[1])
