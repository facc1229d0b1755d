"""One letter from its facts to the picture on the screen: cold in a fresh process, then warm."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.measure import Row

COLD_REPEATS = 5
WARM_REPEATS = 60
NOTE = "starter-en-thank_you-letter-granted"


def rows() -> Iterator[Row]:
    """Measure both in processes of their own, where a window is already there."""
    answers = [_in_a_process() for _repeat in range(COLD_REPEATS)]
    cold = [answer[0] for answer in answers]
    warm = [took for answer in answers for took in answer[1:]]
    yield _row("one letter, preview, cold", cold, 100.0)
    yield _row("one letter, preview, warm", warm, 1000 / 60)


def _row(name: str, took: list[float], goal: float) -> Row:
    value = statistics.median(took)
    return Row(name=name, unit="ms", value=value, goal=goal, spread=(min(took), max(took)))


def _in_a_process() -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.letters"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
    )
    return [float(word) for word in done.stdout.split()]


def main() -> None:
    """Print the milliseconds of the first letter and of the next ones."""
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
    from noshow_desk.printing.preview import PaperPreview  # the pane is there before the letter is

    preview = PaperPreview()
    preview.resize(450, 700)
    preview.show()
    application.processEvents()
    facts = sample_facts()
    for _repeat in range(WARM_REPEATS + 1):
        began = time.perf_counter()
        from noshow_desk.letters.fill import fill_template
        from noshow_desk.letters.starters import starters

        template = next(one for one in starters() if one.id == NOTE)
        preview.show_letter(fill_template(template, facts, today=SAMPLE_TODAY))
        preview.grab()
        print((time.perf_counter() - began) * 1000)


if __name__ == "__main__":
    main()
