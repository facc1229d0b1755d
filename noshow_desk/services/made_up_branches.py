"""Every branch of the practice (PRACTICE section 3) as a made-up incident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from noshow_desk.services import made_up_called as called
from noshow_desk.services import made_up_open as before
from noshow_desk.services.made_up_case import MadeUpCase


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch: its name, how it is told, and how common it is among many clients (0: only once each
    round).
    """

    name: str
    tell: Callable[[MadeUpCase], None]
    weight: int = 1


# To add a branch: a function in one of the two modules and its row here. Finished ones are common, as in a
# real office.
BRANCHES: tuple[Branch, ...] = (
    Branch("just missed", before.just_missed, 0),
    Branch("imminent, will go", before.imminent_goes, 0),
    Branch("imminent, cannot go", before.imminent_cannot, 0),
    Branch("imminent, not reached", before.imminent_not_reached, 0),
    Branch("missed, not reached", before.not_reached, 2),
    Branch("missed, not ready", before.not_ready, 0),
    Branch("missed, not safe", before.in_danger, 0),
    Branch("does not want it", before.does_not_want, 3),
    Branch("fast path", before.fast_path, 0),
    Branch("told and talking", before.told_and_talking, 1),
    Branch("policy forbids", called.policy_forbids, 4),
    Branch("asks later", called.asks_later, 2),
    Branch("voicemail once", called.voicemail_once, 1),
    Branch("voicemail twice", called.voicemail_twice, 1),
    Branch("granted", called.granted, 1),
    Branch("granted, note sent", called.granted_note_sent, 3),
    Branch("second chance attended", called.attended, 40),
    Branch("refused", called.refused, 1),
    Branch("refused with dignity", called.refused_with_dignity, 20),
    Branch("will get back", called.will_get_back, 2),
    Branch("second chance missed too", called.second_one_missed, 2),
    Branch("supervision or benefits", before.supervision, 2),
    Branch("reported by mistake", called.by_mistake, 4),
    Branch("did show up", called.did_show_up, 6),
    Branch("came late", called.came_late, 3),
    Branch("prefers not to say", before.prefers_not_to_say, 2),
)
