"""Reads the groups of sentences and compares what the check finds in each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from noshow_desk.coaching.letter_check import check_letter
from tests.coaching.letter_corpus.letters import MISSING, WHOLE_TEXT

HERE = Path(__file__).parent
LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in a paper of `kind`: `codes` have to be found, those of `either` may be."""

    language: str
    kind: str
    text: str
    codes: frozenset[str]
    either: frozenset[str]

    def found(self) -> frozenset[str]:
        """Return the codes of words that the check finds in it."""
        findings = check_letter(self.text, kind=self.kind, language=self.language)
        return frozenset(one.code for one in findings) - MISSING - WHOLE_TEXT

    def wrong(self) -> frozenset[str]:
        """Return the codes that are found and should not be, or the other way round."""
        return (self.found() ^ self.codes) - self.either


def sentences(language: str) -> Iterator[Sentence]:
    """Yield the sentences of one language in the order of its files."""
    for path in sorted(HERE.glob(f"{language}*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            codes, either = frozenset(group["codes"]), frozenset(group.get("either", ()))
            for text in group["sentences"]:
                yield Sentence(language, group["kind"], text, codes, either)
