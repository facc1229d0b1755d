"""Prints how the letter check does on one part: `python -m tests.coaching.letter_corpus --part dev`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.coaching.letter_corpus.letters import KINDS, PARTS, UNSEEN, Sample, samples
from tests.coaching.letter_corpus.score import Check, Count, Found, Score, score


def main(words: list[str]) -> int:
    """Print the figures asked for; 0, or 2 for a bad call."""
    options = _options(words)
    if options.show and options.part in UNSEEN:
        print("These letters are not shown: they measure what nobody tuned to them.", file=sys.stderr)
        return 2
    check = _check()
    for language in (options.lang,) if options.lang else ("en", "es"):
        chosen = samples(options.part, language, options.kind)
        if chosen:
            done = score(chosen, check)
            print(f"\n{options.part} · {language} · {len(chosen)} letters")
            _print_table(done)
            if options.show:
                _print_slips(done)
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.coaching.letter_corpus", description=__doc__)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--lang", choices=("en", "es"), default="", help="one language only")
    parser.add_argument("--kind", choices=KINDS, default="", help="one kind only")
    parser.add_argument("--show", action="store_true", help="list each slip with its words")
    return parser.parse_args(words)


def _check() -> Check:
    from noshow_desk.coaching.letter_check import check_letter

    def check(sample: Sample) -> Sequence[Found]:
        return check_letter(
            sample.text,
            kind=sample.kind,
            language=sample.language,
            record=sample.record,
            consent=sample.consent,
        )

    return check


def _print_table(done: Score) -> None:
    print(f"{'':<24}{'right':>6}{'false':>6}{'missed':>7}{'prec.':>7}{'recall':>7}{'F1':>6}{'placed':>8}")
    for code, count in done.codes.items():
        if count.hits or count.false or count.missed:
            print(_row(code, count))
    print(_row("all", done.total))
    if done.clean:
        share = done.clean_left_alone / done.clean
        print(f"clean letters left alone: {done.clean_left_alone} of {done.clean} = {share:.1%}")


def _row(name: str, count: Count) -> str:
    placed = f"{count.placed / count.placeable:>8.2f}" if count.placeable else ""
    figures = f"{count.precision:>7.2f}{count.recall:>7.2f}{count.f1:>6.2f}"
    return f"{name:<24}{count.hits:>6}{count.false:>6}{count.missed:>7}{figures}{placed}"


def _print_slips(done: Score) -> None:
    for slip in sorted(done.slips, key=lambda one: (one.what, one.code)):
        print(f"\n{slip.what}: {slip.code} · {slip.sample.name}")
        print(f"  {slip.words}" if slip.words and len(slip.words) < 200 else "  (the whole text)")
        if slip.sample.note:
            print(f"  ({slip.sample.note})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
