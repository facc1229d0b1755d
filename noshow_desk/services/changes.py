"""What an act changed: the answer of every service, and what views look at to decide whether to reload."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.i18n import Message

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Ids of the records that an act changed, by kind.

    `act` is the act's id in the change log, empty when nothing was written. `words` are those that the spell
    check knows. `made` is the id of the record just created. `said` is a short text for the person; `undo`
    names the act when it can be undone with it ("Undo archive Marcus Reed").
    """

    act: str = ""
    clients: frozenset[str] = NONE
    interviewers: frozenset[str] = NONE
    appointments: frozenset[str] = NONE
    incidents: frozenset[str] = NONE
    papers: frozenset[str] = NONE
    templates: frozenset[str] = NONE
    follow_ups: frozenset[str] = NONE
    settings: bool = False
    words: bool = False
    profile: bool = False
    everything: bool = False
    made: str = ""
    said: Message | None = None
    undo: Message | None = None

    def touches(self, *, clients: frozenset[str] = NONE, incidents: frozenset[str] = NONE) -> bool:
        """Say whether a view of these clients and incidents has to reload."""
        return self.everything or bool(self.clients & clients or self.incidents & incidents)


def ids(*given: str) -> frozenset[str]:
    """Return the ids that are not empty, as a set for a field of `Changes`."""
    return frozenset(item for item in given if item)
