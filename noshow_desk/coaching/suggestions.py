"""Our suggestions for what got in the way; they stay hidden until the client's own idea is written (R8)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache

from noshow_desk.domain.kinds import InsideFactor, OutsideFactor
from noshow_desk.i18n import LANGUAGES
from noshow_desk.paths import resource

Factor = OutsideFactor | InsideFactor


def suggestions_for(factors: Iterable[Factor], language: str, *, idea: str) -> tuple[str, ...]:
    """Return our suggestions for `factors` in their order; nothing while the client's `idea` is blank.

    Factors without any (none, not explored yet, prefers not to say) are passed over.
    """
    if not idea.strip():
        return ()
    table = _suggestions(language if language in LANGUAGES else "en")
    return tuple(text for factor in dict.fromkeys(factors) for text in table.get(factor, ()))


@cache
def _suggestions(language: str) -> dict[Factor, tuple[str, ...]]:
    table = tomllib.loads(resource(f"coaching/suggestions.{language}.toml").read_text(encoding="utf-8"))
    made: dict[Factor, tuple[str, ...]] = {}
    made.update((OutsideFactor(name), tuple(texts)) for name, texts in table["outside"].items())
    made.update((InsideFactor(name), tuple(texts)) for name, texts in table["inside"].items())
    return made
