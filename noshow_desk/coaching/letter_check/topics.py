"""Tells what a private thing is about that no rule knows: health, housing, supervision, who helps.

A consent covers its topics only. Where it is not clear what a sentence is about, no topic is told: an offence
that passes as a matter of health does more harm than a question too many.
"""

from __future__ import annotations

import json
from functools import cache

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.learned import Learned
from noshow_desk.paths import resource

NO_TOPIC = "none"  # offence, diagnosis, immigration and the like: what no consent allows
LIKELY = 0.7  # as likely as this is a topic
UNLIKELY = 0.15  # and as unlikely as this must be each other one


def likely_topics(words: tuple[str, ...], kind: Kind, language: str) -> frozenset[str]:
    """Return the topics of consent that a disclosure in these words is about; `words` as rules see them.

    Empty when no consent allows what it is about, or when that cannot be told.
    """
    likely = _learned_topics(language).likelihoods(words, kind)
    if likely[NO_TOPIC] >= LIKELY:
        return frozenset()
    told = frozenset(topic for topic, share in likely.items() if share >= LIKELY)
    unclear = any(share > UNLIKELY for topic, share in likely.items() if topic not in told)
    return frozenset() if unclear else told


@cache
def _learned_topics(language: str) -> Learned:
    return Learned(json.loads(resource(f"letter_rules/topics_{language}.json").read_bytes()))
