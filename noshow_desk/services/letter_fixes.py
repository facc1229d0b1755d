"""Ways to put a finding right: another sentence for its words, none at all, or one that was missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from noshow_desk.coaching.letter_check import sentence_bounds
from noshow_desk.domain.blocks import Block, BlockKind, Letter, line_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.letters.phrase_marks import marks_of
from noshow_desk.letters.phrases import Purpose, phrases
from noshow_desk.services.letter_finding import LetterFinding

# Which phrases of the bank bring what a paper lacks.
_BRINGS = {
    "missing-apology": Purpose.SORRY_MISS,
    "missing-inconvenience": Purpose.SORRY_TROUBLE,
    "missing-ownership": Purpose.OWN,
    "missing-request": Purpose.ASK,
    "missing-thanks": Purpose.THANK,
}
# What belongs to the end of a letter; all else to its first words.
_LAST = frozenset({"missing-request", "missing-thanks", "missing-contact-promise", "missing-new-date"})
_OUTER = " \t\r\n.,;:!?…¡¿\"“”«»'"
_FULL = (".", "!", "?", "…")
# What links a reason to the words before it, in either language.
_REASON = re.compile(
    r",?\s+(?P<link>because(?:\s+of)?|due\s+to|porque|ya\s+que|puesto\s+que|debido\s+a(?:\s+que|l)?|por\s+culpa\s+del?)\s+",
    re.IGNORECASE,
)
_FEWEST_LEFT = 3  # "I am sorry"
_FEWEST_WORDS = 4  # shorter blocks are a greeting, a closing or a name


def ways_to_say(
    finding: LetterFinding, letter: Letter, names: Mapping[str, str], *, facts: CaseFacts, now: datetime
) -> tuple[str, ...]:
    """Return sentences that would put `finding` right, the suggested one first; none that is there already.

    For what is missing the phrase bank has more (R15), as far as `facts` make it true at `now` (aware);
    `names` fill its holes.
    """
    offered = [finding.suggestion] if finding.suggestion else []
    purpose = _BRINGS.get(finding.code)
    if purpose is not None:
        marks = marks_of(facts, now, on_paper=True)
        offered += [phrase.said(**names) for phrase in phrases(letter.language, purpose, marks=marks)]
    there = " ".join(line_text(line) for block in letter.blocks for line in block.lines)
    return tuple(dict.fromkeys(one for one in offered if one not in there))


def reworded(text: str, words: str, instead: str) -> str | None:
    """Return `text` with `instead` in the place of `words`; None where they do not stand in it.

    A whole sentence takes the place of the sentence that holds them. An empty `instead` takes it out; of a
    sentence that says more than its reason only the reason: "I am sorry because my bus broke down."
    """
    found = _find(text, words)
    if found is None:
        return None
    start, end = found
    if not instead or instead.endswith(_FULL):
        whole = _sentence(text, start, end)
        bare = "" if instead else _without_reason(text[slice(*whole)], words)
        if bare:
            return text[: whole[0]] + bare + text[whole[1] :]
        start, end = whole
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    between = (" " if before and not before.endswith("\n") else "", " " if after[:1].isalnum() else "")
    joined = f"{before}{between[0]}{instead}{between[1]}{after}" if instead else _closed(before, after)
    return joined.strip(" ")


def added(text: str, sentence: str) -> str:
    """Return `text` with one more sentence behind it."""
    before = text.rstrip()
    if before and not before.endswith((*_FULL, ":", "”", '"', "»")):
        before += "."
    return f"{before} {sentence}".strip()


def home_of(code: str, letter: Letter) -> int | None:
    """Return the number of the block that a missing sentence belongs to; None where none has sentences."""
    blocks = telling(letter)
    if not blocks:
        return None
    return blocks[-1] if code in _LAST else blocks[0]


def telling(letter: Letter) -> list[int]:
    """Return the numbers of the blocks with sentences: no greeting, closing, address or name."""
    return [number for number, block in enumerate(letter.blocks) if _tells(block)]


def _tells(block: Block) -> bool:
    words = " ".join(line_text(line) for line in block.lines).split()
    told = block.kind is BlockKind.PARAGRAPH and len(words) >= _FEWEST_WORDS
    return told and words[-1].rstrip('"”»’)').endswith(_FULL)


def _find(text: str, words: str) -> tuple[int, int] | None:
    """Return where `words` stand in a text as typed: with other blanks or capitals, without the full stop."""
    bare = words.strip(_OUTER).split()
    if not bare:
        return None
    hit = re.search(r"\s+".join(map(re.escape, bare)), text, re.IGNORECASE)
    return hit.span() if hit else None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentences that hold the letters from `start` to `end`."""
    first, last = 0, len(text)
    for sentence_first, sentence_last in sentence_bounds(text):
        if sentence_first <= start:
            first = sentence_first
        if sentence_last >= end:
            last = sentence_last
            break
    return first, last


def _without_reason(sentence: str, words: str) -> str:
    """Return `sentence` without the reason in `words` behind its other words; "" where they are not such a
    clause, or too little would be left to say something.
    """
    found = _find(sentence, words)
    links = [one for one in _REASON.finditer(sentence) if found and one.start() <= found[0] <= one.end()]
    if found is None or not links:
        return ""
    before, after = sentence[: links[-1].start()], sentence[found[1] :]
    if len(before.split()) < _FEWEST_LEFT or not re.match(r"\s*[.,;!?…]", after):
        return ""
    return before + after.lstrip()


def _closed(before: str, after: str) -> str:
    if before.endswith("\n") and after.startswith("\n"):
        return before + after[1:]
    gap = "" if not before or not after or before.endswith("\n") or after.startswith("\n") else " "
    return f"{before}{gap}{after}"
