"""Hostile and generated templates: each fills in words or gets a sentence, within 250 ms and 100 MB."""

from __future__ import annotations

import random
import time
import tracemalloc
from pathlib import Path

from noshow_desk.domain.blocks import Letter, to_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.letters.fill import _kept_program, fill, preview
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
from tests.letters import hostile
from tests.letters.test_sandbox import FRAMES, PIECES, leaked
from tests.proof.children import CAN_FORK, NO_FORK, each
from tests.proof.rows import Outcome

SECONDS = 0.25  # of this process's own time: the machine may be busy
TRIES = 3  # what hangs does so each time; a machine that stood still for others does not
MEGABYTES = 100
WORDS = (*PIECES.split(), " ", " ", "\n", "\n\n", "- ")
LETTERS = "{}%#|.()[]'\"\\-_ abcdefilnorst0159\n\u202e\ufdd0é\x00"


def hostile_templates(times: int, seed: int, place: Path) -> Outcome:
    """Fill the templates that were written to escape, to hang, to eat memory or to break the sandbox."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    facts, known = sample_facts(), hostile.ALL[:times]

    def trial(number: int) -> str | None:
        wrong = _wrong(known[number], facts) or _too_large(known[number], facts)
        return None if wrong is None else f"{wrong}: {known[number][:60]!r}"

    outcome = Outcome(how="escapes, hangs (250 ms), 100 MB")
    for wrong in each(trial, range(len(known))):
        outcome.count(wrong)
    return outcome


def generated_templates(times: int, seed: int, place: Path) -> Outcome:
    """Fill templates made of pieces of the language, of single characters, and of hostile ones changed."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    facts = sample_facts()

    def trial(number: int) -> str | None:
        source = _generated(random.Random(f"{seed} {number}"))
        wrong = _wrong(source, facts)
        return None if wrong is None else f"number {number}: {wrong}: {source[:80]!r}"

    outcome = Outcome(how="pieces, characters, changed hostile ones")
    for wrong in each(trial, range(times)):
        outcome.count(wrong)
    return outcome


def _wrong(source: str, facts: CaseFacts) -> str | None:
    """Return what is wrong with how `source` is filled, None when it only fills in words or is refused."""
    for _try in range(TRIES):
        result, took = _filled(source, facts)
        if took <= SECONDS:
            break
    else:
        return f"took {took:.2f} s"
    if isinstance(result, Letter):
        return next((f"shows {leak!r}" for leak in leaked(to_text(result), source)), None)
    if not result or any(not one.sentence.strip() or len(one.sentence) > 250 for one in result):
        return "no plain sentence"
    return None


def _filled(source: str, facts: CaseFacts) -> tuple[Letter | list[TemplateProblem], float]:
    """Fill `source` and preview it; return what came of it, and the seconds of the slower of the two."""
    _kept_program.cache_clear()  # each try reads the template anew
    began = time.process_time()
    result = fill(source, facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    filled = time.process_time()
    preview(source, facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    return result, max(filled - began, time.process_time() - filled)


def _too_large(source: str, facts: CaseFacts) -> str | None:
    """Fill `source` once more and say how much memory that took, when it is too much."""
    tracemalloc.start()
    try:
        fill(source, facts, today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
        peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    finally:
        tracemalloc.stop()
    return f"{peak:.0f} MB" if peak > MEGABYTES else None


def _generated(chance: random.Random) -> str:
    kind = chance.randrange(4)
    if kind == 0:
        return "".join(chance.choices(LETTERS, k=chance.randrange(200)))
    if kind == 1:
        known = chance.choice(hostile.ALL)[:3000]
        start = chance.randrange(len(known) + 1)
        return known[:start] + "".join(chance.choices(WORDS, k=3)) + known[start + chance.randrange(6) :]
    words = chance.choices(WORDS, k=chance.randrange(1, 40))
    return chance.choice(FRAMES) % " ".join(words[:12]) if kind == 2 else "".join(words)
