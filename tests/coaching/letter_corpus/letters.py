"""Reads the letters of one part of the corpus."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.facts_form import from_json

HERE = Path(__file__).parent
PARTS = ("dev", "held_back", *(f"held_back_{number}" for number in range(2, 12)))
UNSEEN = tuple(f"held_back_{number}" for number in (2, 8, 9, 11))  # not yet read by those who write rules
KINDS = ("notice", "call_script", "apology", "thank_you", "withdrawal")
CLIENT_KINDS = frozenset(KINDS[1:])
MISSING = frozenset(
    {
        "missing-apology",
        "missing-thanks",
        "missing-request",
        "missing-contact-promise",
        "missing-inconvenience",
        "missing-ownership",
    }
)
WITH_WORDS = frozenset(
    {
        "excuse",
        "blame",
        "disclosure",
        "contradiction",
        "wrong-voice",
        "pleading",
        "over-promise",
        "placeholder",
        "conditional-apology",
        "vague-date",
        "agency-named",
    }
)
WHOLE_TEXT = frozenset({"too-long", "reading-level"})
CODES = tuple(sorted(MISSING)) + tuple(sorted(WITH_WORDS)) + tuple(sorted(WHOLE_TEXT))
WORD_LIMITS = {"apology": 200, "thank_you": 200, "notice": 120, "call_script": 120}
_KEYS = frozenset({"id", "note", "clean", "expect", "either", "record", "consent", "text"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One expected finding; `words` is empty for a missing element and for a code of the whole text."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One letter with what a careful reader finds in it. `name` is part/file/id."""

    name: str
    language: str
    kind: str
    text: str
    expect: tuple[Expected, ...]
    either: frozenset[str]
    clean: bool
    note: str = ""
    record: CaseFacts | None = None
    consent: Consent | None = None

    @property
    def codes(self) -> frozenset[str]:
        """The codes expected in this letter."""
        return frozenset(one.code for one in self.expect)

    def spans(self, code: str) -> list[tuple[int, int]]:
        """Return start and end of the words expected for `code`; empty for a code without words."""
        words = (one.words for one in self.expect if one.code == code and one.words)
        return [span for one in words for span in find(one, self.text)]


def find(words: str, text: str) -> list[tuple[int, int]]:
    """Return where `words` stand in `text`, with any white space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [hit.span() for hit in re.finditer(pattern, text)]


def samples(part: str, language: str = "", kind: str = "") -> list[Sample]:
    """Return the letters of `part`, of one language and kind when given; ValueError names a bad entry."""
    found = [one for path in sorted((HERE / part).glob("*.toml")) for one in _in_file(path)]
    return [one for one in found if language in ("", one.language) and kind in ("", one.kind)]


def _in_file(path: Path) -> list[Sample]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [_sample(row, data, f"{path.parent.name}/{path.stem}") for row in data["letter"]]


def _sample(row: Mapping[str, object], file: Mapping[str, object], place: str) -> Sample:
    name = f"{place}/{row['id']}"
    unknown = set(row) - _KEYS
    if unknown or ("expect" in row) == bool(row.get("clean", False)):
        raise ValueError(f"{name}: unknown keys {unknown}, or not just one of clean and expect")
    return Sample(
        name=name,
        language=str(file["language"]),
        kind=str(file["kind"]),
        text=str(row["text"]).strip("\n"),
        expect=tuple(_expected(str(one)) for one in row.get("expect", ())),
        either=frozenset(str(one) for one in row.get("either", ())),
        clean=bool(row.get("clean", False)),
        note=str(row.get("note", "")),
        record=from_json(json.dumps(row["record"])) if "record" in row else None,
        consent=from_json(json.dumps({"consent": row["consent"]})).consent if "consent" in row else None,
    )


def _expected(entry: str) -> Expected:
    code, _, words = entry.partition(":")
    return Expected(code=code.strip(), words=words.strip())
