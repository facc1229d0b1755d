"""Hostile names and searches: kept as they are or refused with a sentence, never an unexpected error."""

from __future__ import annotations

import random
from pathlib import Path

from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.file_names import paper_file_name, summary_file_name
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.errors import UserError
from noshow_desk.services import clients, missed, opening, queries, typed
from noshow_desk.services.desk import Desk
from tests.proof.children import CAN_FORK, NO_FORK, each
from tests.proof.rows import Outcome
from tests.proof.samples import new_vault, open_desk

PIECES = (
    "Ann", "Zweigert", "O’Brien", "d'Arc", "de la Cruz", "Müller", "Åsa", "李", "مرحبا", "Ωμέγα", "ß", "ﬁ",
    "İ", "🙂", "👩\u200d👩\u200d👧", "\u202e", "\u200b", "\u200d", "\ufeff", "\x00", "\x1b[31m", "\r\n", "\t",
    "\ud800", "\udfff", "'", '"', "`", ";--", "' OR 1=1 --", "DROP TABLE client;", "*", "\"*", "NEAR(",
    "AND", "OR", "NOT", "col:", "^", "{", "}", "(", ")", "%", "_", "\\", "/", "../", "..\\", "CON", "NUL.txt",
    "aux", "~", "$HOME", "`id`", "<img src=x>", "<b>", "&amp;", "{{ client }}", "{% if %}", "=1+1", "+1",
    "-1", "@SUM(A1)", "%s", "{0}", "555-0142", "1001", "٣", "e\u0301", "\u0345", "\u1160", "\u2028",
    "a" * 300, "z" * 5_000, " ", "  ", "-",
)  # fmt: skip
CODE_POINTS = (
    (1, 0x2FF),
    (0x300, 0x36F),
    (0x590, 0x7FF),
    (0x2000, 0x206F),
    (0xD800, 0xFFFF),
    (0x10000, 0x1FFFF),
)
LONGEST_FILE_NAME = 110
NOT_IN_FILE_NAMES = set('/\\:*?"<>|\0\n\r\u202e\u200b')


def hostile_names(times: int, seed: int, place: Path) -> Outcome:
    """Add clients with hostile names; look them up, find them, report a missed appointment, name a file."""
    return _tried(_keep, times, seed, place, "kept, found, reported, files named")


def hostile_searches(times: int, seed: int, place: Path) -> Outcome:
    """Type hostile words into the search box and the client list."""
    return _tried(_search, times, seed, place, "search box and client list")


def hostile_text(chance: random.Random) -> str:
    """Return a text that no honest person is called by, or that some are."""
    parts = []
    for _ in range(chance.randrange(1, 5)):
        if chance.random() < 0.7:
            parts.append(chance.choice(PIECES))
        else:
            low, high = chance.choice(CODE_POINTS)
            parts.append("".join(chr(chance.randint(low, high)) for _ in range(chance.randrange(1, 8))))
    return chance.choice(("", " ")).join(parts)


def _tried(trial: object, times: int, seed: int, place: Path, how: str) -> Outcome:
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    new_vault(place / "vault", clients=30)
    open_ones: list[Desk] = []

    def one(number: int) -> str | None:
        if not open_ones:  # in the child: a vault is held by the process that opened it
            open_ones.append(open_desk(place / "vault"))
        wrong = trial(open_ones[0], random.Random(f"{seed} {number}"))  # type: ignore[operator]
        return None if wrong is None else f"number {number}: {wrong}"

    outcome = Outcome(how=how)
    for wrong in each(one, range(times)):
        outcome.count(wrong)
    opening.close(open_desk(place / "vault"))  # still whole after all of them
    return outcome


def _keep(desk: Desk, chance: random.Random) -> str | None:
    given = Client(
        first_name=hostile_text(chance),
        last_name=hostile_text(chance),
        email=hostile_text(chance),
        phones=(Phone(number=hostile_text(chance)),),
        tags=(hostile_text(chance),),
        notes=hostile_text(chance),
    )
    try:
        made = clients.add_client(desk, client=given).made
        missed.report_missed(
            desk,
            client_id=made,
            interviewer_name=hostile_text(chance),
            number=hostile_text(chance),
            organisation=hostile_text(chance),
            starts=desk.local_now(),
        )
    except UserError as refused:
        return None if refused.sentence.strip() else "refused without a sentence"
    kept = queries.client(desk, made)
    wanted = typed.cleaned(given).value
    if (kept.first_name, kept.last_name, kept.notes) != (wanted.first_name, wanted.last_name, wanted.notes):
        return "kept otherwise than it was cleaned"
    return _shown_wrong(desk, kept)


def _shown_wrong(desk: Desk, kept: Client) -> str | None:
    if [row.id for row in queries.client_rows(desk, [kept.id])] != [kept.id]:
        return "not in the list"
    queries.timeline(desk, kept.id)
    queries.next_step(desk, kept.id)
    queries.search(desk, kept.last_name)
    for name in (
        paper_file_name(PaperKind.THANK_YOU, kept, desk.today(), ".pdf"),
        summary_file_name(kept, desk.today(), ".pdf", "en"),
    ):
        if len(name.encode()) > LONGEST_FILE_NAME or NOT_IN_FILE_NAMES & set(name) or name.startswith("."):
            return f"file name {name!r}"
    return None


def _search(desk: Desk, chance: random.Random) -> str | None:
    words = hostile_text(chance)
    hits = queries.search(desk, words)
    listed = queries.client_ids(desk, text=words)
    queries.interviewers(desk, words)
    queries.organisations(desk, words)
    return None if isinstance(hits, list) and isinstance(listed, list) else "no list"
