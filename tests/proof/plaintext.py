"""Plain text in files: none of what people typed is readable in any file that is written, at any moment."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.incident import Story
from noshow_desk.services import backups, clients, incidents, missed, opening, second_folder, unsaved
from noshow_desk.services.backups import BackupKey
from noshow_desk.services.desk import Desk
from noshow_desk.storage import keys
from tests.proof import trace, windows
from tests.proof.doors import WHOLE
from tests.proof.marks import MARKS, Finder
from tests.proof.rows import Outcome
from tests.proof.samples import NOW, SECRET, new_vault, open_desk

ALWAYS = (b"SQLite format", b"CREATE TABLE", b"unsaved_form", b"first_name")


def plain_text(times: int, seed: int, place: Path) -> Outcome:
    """Work as a caseworker does and look into every file after every step, temporary ones too."""
    before = tempfile.tempdir
    (place / "temporary").mkdir()
    tempfile.tempdir = str(place / "temporary")
    outcome, files = Outcome(), set()
    try:
        for _moment in range(times):
            for _step in _work(place / f"{_moment}"):
                for path, wrong in look_into(place):
                    files.add(path)
                    outcome.count(wrong)
    finally:
        tempfile.tempdir = before
    outcome.how = (
        f"looks into files, at {len(files)} names, for {len(MARKS)} texts and the keys, packed or not"
    )
    return outcome


def look_into(place: Path, finder: Finder | None = None) -> Iterator[tuple[Path, str | None]]:
    """Yield every file below `place`, and what can be read in it or in its name."""
    looking = finder or _words()
    for folder, _folders, names in os.walk(place):
        for name in names:
            path = Path(folder) / name
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                continue
            found = looking.find(content) or looking.find(os.fsencode(name))
            yield path, f"{path.name}: {found!r}" if found else None


def in_windows(times: int, seed: int, place: Path) -> Outcome:
    """Look into everything that a full run through the windows wrote, but for the papers it was asked for."""
    run = windows.full_run("whole" if times >= WHOLE else "short")
    outcome, finder = Outcome(), run.finder()
    outcome.count(run.trouble or None)
    if not run.trouble:  # a walk that stopped says where, with what was on the screen
        outcome.count(f"said {found!r}" if (found := finder.find(run.said.encode())) else None)
    for wrong in _left(run, finder):
        outcome.count(wrong)
    if run.trace is not None:
        for wrong in _traced(run, run.trace, finder):
            outcome.count(wrong)
    by = "every write watched by strace" if run.trace else f"files left over only: {trace.why_not()}"
    outcome.how = f"files, their names, writes; {by}; {len(run.exports)} papers asked for"
    return outcome


def _left(run: windows.FullRun, finder: Finder) -> Iterator[str | None]:
    """Look at what is there after the run; in the folder of the papers, that there is nothing else."""
    papers = run.desk / "exports"
    for path, wrong in look_into(run.desk, finder):
        if path.is_relative_to(papers):
            asked = str(path.relative_to(papers)) in run.exports
            yield None if asked else f"left behind: {path.name}"
        else:
            yield wrong


def _traced(run: windows.FullRun, seen: trace.Trace, finder: Finder) -> Iterator[str | None]:
    """Look at every write, into files that are gone too, and at the names of all files that were touched."""
    papers = os.fsencode(run.desk / "exports")
    for path, content in seen.written.items():
        if path.startswith(b"/") and not path.startswith(papers):
            found = finder.find(bytes(content))
            yield f"written to {path!r}: {found!r}" if found else None
    for paths in {touch.paths for touch in seen.touches}:
        found = finder.find(b"\n".join(path for path in paths if not path.startswith(papers)), depth=0)
        yield f"name of a file: {found!r}" if found else None
    yield f"{seen.cut} calls were cut short by strace" if seen.cut else None


def _words() -> Finder:
    key = keys.database_key(SECRET)
    return Finder(MARKS, (*ALWAYS, SECRET, SECRET.hex().encode(), key, key.hex().encode()))


def _work(place: Path) -> Iterator[str]:
    """Do one day's work in a new vault, and stop after each part of it."""
    new_vault(place / "vault", clients=0)
    desk = open_desk(place / "vault")
    client_id = _a_client(desk)
    yield "added"
    unsaved.keep_unsaved(desk, form_key=f"client:{client_id}", payload={"notes": MARKS[5]})
    yield "typed"
    _an_incident(desk, client_id)
    yield "reported"
    second_folder.choose_second_folder(desk, folder=place / "stick")
    made = backups.make_backup(desk)
    yield "backed up"
    opening.close(desk)
    yield "closed"
    backups.verify_backup(made.backup.file, key=BackupKey(SECRET))
    backups.restore_backup(made.backup.file, place / "vault", key=BackupKey(SECRET), now=NOW)
    backups.restore_backup(made.backup.file, place / "new", key=BackupKey(SECRET), now=NOW)
    yield "restored"
    desk = open_desk(place / "vault")
    clients.add_client(desk, client=Client(first_name=MARKS[11]))
    yield "open again"
    opening.close(desk)


def _a_client(desk: Desk) -> str:
    person = Client(
        first_name=MARKS[0],
        last_name=MARKS[1],
        email=f"{MARKS[2]}@example.org",
        phones=(Phone(number="555-0142", label=MARKS[3]),),
        notes=f"{MARKS[4]} " * 500,
        tags=(MARKS[6],),
    )
    return clients.add_client(desk, client=person).made


def _an_incident(desk: Desk, client_id: str) -> None:
    made = missed.report_missed(
        desk,
        client_id=client_id,
        interviewer_name=f"Ms. {MARKS[7]}",
        number="555-0143",
        organisation=MARKS[8],
        starts=desk.local_now(),
    ).made
    known = desk.vault.incidents.get(made)
    told = replace(known, story=Story(words=MARKS[9], at=NOW), true_sentence=MARKS[10])
    incidents.save_incident(desk, incident=told)
