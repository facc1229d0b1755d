"""What last left of a draft (saved, mailed, printed), byte for byte, until it is marked as sent."""

from __future__ import annotations

import base64
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from noshow_desk.domain.blocks import Letter, letter_from_json, letter_to_json
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.paper import Paper
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.services import paper_text
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.cases import facts as facts_of
from noshow_desk.storage.unsaved import OUT

# Rows among the forms being filled, like the place where one was: not logged, never offered as a form, in
# the vault and erased with the client, because the id of the paper is part of the key.
KEY = OUT


# A page left open shows the letter of the day on which it was filled; nobody leaves one open for longer.
_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """When a paper left (aware), and the consent that held: it may be over before the paper is marked."""

    at: datetime
    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """One final paper as it left: its words, its bytes in `format`, and when."""

    letter: Letter
    format: str
    content: bytes
    left: Left


def keep_out(desk: Desk, *, paper_id: str, out: Out) -> None:
    """Remember what left of this draft, in place of what left before. Nothing is remembered in a vault that
    may only be read, and of a paper that was sent. Raises SystemTrouble on a full disk.
    """
    for _done in keep_outs(desk, [(paper_id, out)]):
        pass


def keep_outs(desk: Desk, outs: Iterable[tuple[str, Out]]) -> Generator[None, None, None]:
    """Remember what left of several drafts, by the ids of their papers: a step each, as `keep_out` does."""
    if desk.read_only:
        return
    _drop_of_sent(desk)
    for paper_id, out in outs:
        _keep(desk, paper_id, out)
        yield


def forget_older(desk: Desk, *, paper_id: str, content: bytes) -> None:
    """Inside the act that freezes `content`: forget what left before, unless it is the same. It would come
    back when the act is undone and the paper is marked as sent once more.
    """
    kept = desk.vault.unsaved.get(KEY + paper_id)
    if kept is not None and kept.payload.get("content") != _text_of(content):
        desk.vault.unsaved.remove(KEY + paper_id)


def _keep(desk: Desk, paper_id: str, out: Out) -> None:
    paper = desk.vault.papers.get(paper_id)
    if paper.sent_at is not None:
        return
    day = _day_of(desk, paper, out)
    if day is None:
        with desk.act():
            desk.vault.unsaved.remove(KEY + paper_id)
        return
    payload = {
        "left": msgspec.to_builtins(out.left),
        "letter": letter_to_json(out.letter),
        "day": day.isoformat(),
        "format": out.format,
        "content": _text_of(out.content),
    }
    desk.vault.unsaved.put(KEY + paper_id, payload, desk.now())


def _text_of(content: bytes) -> str:
    return base64.b64encode(content).decode()


def last_out(desk: Desk, *, paper: Paper) -> Out | None:
    """Return what last left of this draft; None when nothing did, or its words are others by now.

    The words are compared as of the day on which they were filled, with the consent that held: a letter that
    was saved yesterday bears yesterday's date, and that is no other wording.
    """
    kept = desk.vault.unsaved.get(KEY + paper.id)
    if kept is None:
        return None
    try:
        out, day = _out_of(kept.payload), date.fromisoformat(kept.payload["day"])
    except (KeyError, TypeError, ValueError):  # another version's
        return None
    return out if _words_on(desk, paper, day, out.left) == out.letter else None


def are_others_allowed(desk: Desk, *, paper: Paper, out: Out) -> bool:
    """Say whether this draft says other words by now because the client allows more, or less, than when `out`
    left. Both are filled as of today: that a letter bears another date by now is no other wording.
    """
    facts, then = facts_of(desk, paper.incident_id), out.left.consent
    if then.holds_on(desk.local(out.left.at).date()):
        then = replace(then, until=None, revoked_on=None)
    before = paper_text.preview_draft(desk, paper=paper, facts=replace(facts, consent=then))
    return before != paper_text.preview_draft(desk, paper=paper, facts=facts)


def _out_of(payload: dict[str, Any]) -> Out:
    return Out(
        letter=letter_from_json(payload["letter"]),
        format=payload["format"],
        content=base64.b64decode(payload["content"]),
        left=msgspec.convert(payload["left"], Left),
    )


def _day_of(desk: Desk, paper: Paper, out: Out) -> date | None:
    """Return the day on which this draft says exactly this, the latest first; None for other words."""
    days = (desk.today() - timedelta(days=back) for back in range(_DAYS + 1))
    return next((day for day in days if _words_on(desk, paper, day, out.left) == out.letter), None)


def _words_on(desk: Desk, paper: Paper, day: date, left: Left) -> Letter | list[TemplateProblem]:
    facts = replace(facts_of(desk, paper.incident_id), consent=left.consent)
    return paper_text.preview_draft(desk, paper=paper, facts=facts, today=day)


def _drop_of_sent(desk: Desk) -> None:
    """Forget what left of papers that are marked as sent: they have their bytes. Not at once, so that a mark
    that was taken back can be set again on the same file.
    """
    keys = [key for key in desk.vault.unsaved.keys(KEY) if _is_sent(desk, key.removeprefix(KEY))]
    if keys:
        with desk.act():
            for key in keys:
                desk.vault.unsaved.remove(key)


def _is_sent(desk: Desk, paper_id: str) -> bool:
    paper = desk.vault.papers.find(paper_id)
    return paper is None or paper.sent_at is not None
