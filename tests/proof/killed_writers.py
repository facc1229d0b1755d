"""Programs killed while someone types and saves: whatever was acknowledged is there afterwards."""

from __future__ import annotations

import itertools
import os
import random
from dataclasses import dataclass, replace
from pathlib import Path

from noshow_desk.domain.client import Client
from noshow_desk.errors import NotFound, SystemTrouble, UserError
from noshow_desk.services import clients, opening, unsaved
from noshow_desk.services.desk import Desk
from tests.proof.children import CAN_FORK, NO_FORK, killed_after
from tests.proof.rows import Outcome
from tests.proof.samples import new_vault, open_desk, put_back

TEXT = "She said the bus did not come, and that she did not know whom to call. " * 55  # 4 kB
LONGEST = 0.5  # seconds between the first word of a writer and its end
SAME_VAULT = 20  # kills before a fresh one: its history grows, and with it the checks of each opening
FORM = "client:{id}"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a writer said it had written: "typed" or "saved" number n, or "added" a client."""

    what: str
    number: int
    id: str


def killed_writers(times: int, seed: int, place: Path) -> Outcome:
    """Kill a writer again and again at odd moments; count each acknowledged write that is not there."""
    if not CAN_FORK:
        return Outcome(skipped=NO_FORK)
    template, folder = place / "template", place / "vault"
    new_vault(template, clients=3)
    desk = open_desk(template)
    person = clients.add_client(desk, client=Client(first_name="Ann", last_name="Zweigert")).made
    opening.close(desk)
    chance, outcome, start = random.Random(seed), Outcome(), 0
    for kill in range(times):
        if kill % SAME_VAULT == 0:
            put_back(template, folder)
        told = killed_after(_Writer(folder, person, start), chance.uniform(0, LONGEST))
        heard = _heard(told)
        start += len(heard) + 2  # what was being written when the writer ended may be there too
        if not heard:
            outcome.count(f"kill {kill}: the writer wrote nothing")
        for wrong in _checked(folder, person, heard):
            outcome.count(None if wrong is None else f"kill {kill}: {wrong}")
    outcome.how = f"acknowledged writes, in {times} kills"
    return outcome


@dataclass(frozen=True, slots=True)
class _Writer:
    """Types, saves and adds in a process of its own, and says each thing once it is kept."""

    folder: Path
    person: str
    start: int

    def __call__(self, out: int) -> None:
        desk = open_desk(self.folder)
        form = FORM.format(id=self.person)
        for number in itertools.count(self.start):
            kind = number % 3
            if kind == 0:
                unsaved.keep_unsaved(desk, form_key=form, payload={"number": number, "notes": TEXT})
                _say(out, "typed", number, self.person)
            elif kind == 1:
                known = desk.vault.clients.get(self.person)
                saved = replace(known, notes=f"{number} {TEXT}")
                clients.edit_client(desk, client=saved, form_key=form)
                _say(out, "saved", number, self.person)
            else:
                added = clients.add_client(desk, client=Client(first_name=f"Client {number}"))
                _say(out, "added", number, added.made)


def _say(out: int, what: str, number: int, record_id: str) -> None:
    os.write(out, f"{what} {number} {record_id}\n".encode())


def _heard(told: bytes) -> list[Said]:
    lines = told.decode().split("\n")[:-1]
    return [Said(what, int(number), record_id) for what, number, record_id in map(str.split, lines)]


def _checked(folder: Path, person: str, heard: list[Said]) -> list[str | None]:
    """Return one answer for each acknowledged write: what is wrong with it, or None."""
    try:
        desk = open_desk(folder)
    except (UserError, SystemTrouble) as trouble:
        return [f"the vault did not open: {type(trouble).__name__}"]
    try:
        saved = int(desk.vault.clients.get(person).notes.split(" ")[0] or -1)
        form = unsaved.unsaved_form(desk, FORM.format(id=person))
        typed = int(str(form.payload["number"])) if form else -1
        odd = ["a form outlived what was saved of it"] if form is not None and typed < saved else []
        return [*odd, *(_wrong(desk, one, saved, typed) for one in heard)]
    finally:
        opening.close(desk)


def _wrong(desk: Desk, said: Said, saved: int, typed: int) -> str | None:
    if said.what == "saved":
        return None if saved >= said.number else f"saved {said.number}, found {saved}"
    if said.what == "typed":
        return None if max(saved, typed) >= said.number else f"typed {said.number}, found {typed}"
    try:
        found = desk.vault.clients.get(said.id).first_name
    except NotFound:
        return f"client {said.number} is gone"
    return None if found == f"Client {said.number}" else f"client {said.number} is someone else"
