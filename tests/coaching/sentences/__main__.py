"""Prints how the letter check reads the single sentences: `python -m tests.coaching.sentences`."""

from __future__ import annotations

import argparse
from collections import Counter

from tests.coaching.sentences.sentences import LANGUAGES, Sentence, sentences


def main() -> None:
    """Read the arguments and print, for each language and set of codes, how many are read right."""
    parser = argparse.ArgumentParser(prog="python -m tests.coaching.sentences", description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, help="one language only")
    parser.add_argument("--show", action="store_true", help="list what is read otherwise")
    wanted = parser.parse_args()
    for language in [wanted.lang] if wanted.lang else LANGUAGES:
        _tell(language, list(sentences(language)), show=wanted.show)


def _tell(language: str, told: list[Sentence], *, show: bool) -> None:
    wrong = [one for one in told if one.wrong()]
    count = Counter(_name(one) for one in told)
    slips = Counter(_name(one) for one in wrong)
    for name, many in count.items():
        print(f"{language}  {name:40} {many - slips[name]:4} of {many}")
    print(f"{language}  {'all':40} {len(told) - len(wrong):4} of {len(told)}")
    for one in wrong if show else ():
        print(f"  {one.kind} · {', '.join(sorted(one.wrong()))} · {one.text}")


def _name(one: Sentence) -> str:
    return ", ".join(sorted(one.codes)) or "nothing"


if __name__ == "__main__":
    main()
