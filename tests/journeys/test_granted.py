"""Journey 1: from the first start to the printed thank-you note and the exported summary."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from noshow_desk.app import Program
from noshow_desk.domain.kinds import Answer, PaperKind, StepId, StepState
from noshow_desk.services import queries
from noshow_desk.storage import keys
from noshow_desk.ui.session.crash import CrashHandler
from tests.builders import Clock
from tests.journeys.person import Person

WORDS = "harbor lantern copper seven"
pytestmark = pytest.mark.xvfb


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program on a folder that does not exist yet, with the clock of the journey."""
    monkeypatch.setattr(keys, "calibrate", lambda *_args, **_more: keys.FAST_FOR_TESTS)
    monkeypatch.setattr("noshow_desk.services.desk.wall_clock", clock)
    started = Program(qapp, tmp_path / "vault", CrashHandler(), smallest=keys.FAST_FOR_TESTS)
    assert started.start()
    yield started
    if started.workspace is not None:
        started.workspace.put_away()
    started.instance.release()


def first_run(person: Person) -> None:
    """Walk through the three screens."""
    person.write("Passphrase", WORDS)
    person.write("Once more", WORDS)
    (shown,) = [
        label.accessibleName()
        for label in person.scope().findChildren(QLabel)
        if label.accessibleName().startswith("Recovery key ")
    ]
    groups = shown.removeprefix("Recovery key ").split("-")
    for number, group in enumerate(groups, start=1):
        if person.sees(f"Group {number}"):
            person.write(f"Group {number}", group)
    person.press("Next: your name")
    person.write("Your name", "Dana Whitfield")
    person.write("Office", "Second Start Re-entry")
    person.press("Next: where your data lives")
    person.press("Make my vault")


def add_client(person: Person) -> None:
    """Add Marcus, who can be written to."""
    person.press("Add client")
    person.write("First name", "Marcus")
    person.write("Last name", "Reed")
    person.write("Phone 1", "555-0131")
    person.write("Postal address", "48 Tide Street, Apt 3\nBayside, NY 11360")
    person.press("Safe to print on letters")
    person.press("Add client")


def give_rosa_an_address(person: Person, incident: str) -> None:
    """Write down where a letter to Rosa Alvarez goes."""
    person.go("client", queries.facts(person.desk, incident).client.id, "details")
    person.press("Change: Rosa Alvarez")
    person.press("Their details")
    person.write("Postal address", "1200 Harbor Road\nBayside, NY 11360")
    person.press("Save")


def walk_to_the_note(person: Person, incident: str) -> None:
    """Reach, talk, decide, rehearse, call, ask: every step by what the screen says."""
    person.press("Reached")
    person.go("incident", incident, "story")
    person.press("Safe")
    person.press("Told")
    person.write("In Marcus’s own words", "The bus never came and I froze.")
    assert not person.can_press(
        "Transport"
    )  # the fast path: somebody waits, so the rest comes after the call
    person.press("Continue")
    person.press("Yes")
    person.press("Ask for another time")
    person.go("incident", incident, "rehearse")
    person.write("Days I can keep", "Any day after 10")
    person.press("Rehearsed once")
    person.press("Continue: Marcus calls")
    person.press("Spoke")
    person.press("Said sorry for missing it")
    person.press("Said sorry for the trouble")
    person.press("Continue")
    person.press("Yes")
    person.press("Yes, a new time")
    person.enter("Day and time, day", "March 27")
    person.enter("Day and time, time", "10:00 AM")
    person.write("Place or link", "1200 Harbor Road, front desk")
    person.press("Continue")
    person.write("What Marcus takes from it", "Now I know that I can make that call.")
    person.go("incident", incident, "story")
    person.press("Transport")
    person.press("Afraid of being asked about the past")
    person.write("The insight", "I get scared and then I do not call.")
    person.go("incident", incident, "debrief")
    person.go("incident", incident, "note")


def text_of(pdf: Path) -> str:
    """Return the text of a PDF, read by another program."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    out = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return out.stdout


def test_first_run_to_printed_note_and_summary(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    person = Person(qtbot)
    first_run(person)
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=20_000)
    person.workspace = program.workspace
    person.window.showNormal()
    person.window.resize(1366, 736)
    add_client(person)
    incident = person.report("Marcus Reed")
    person.go("incident", incident, "happened")
    person.write("Organisation", "Bayside Warehouse")
    give_rosa_an_address(person, incident)
    person.go("incident", incident, "reach")
    walk_to_the_note(person, incident)
    facts = queries.facts(person.desk, incident)
    assert facts.incident.calls[-1].answer is Answer.GRANTED
    assert facts.new_appointment is not None and facts.new_appointment.place.startswith("1200 Harbor")
    write_the_note(person, incident, tmp_path / "note.pdf")
    export_the_summary(person, facts.client.id, tmp_path / "summary.pdf")


def write_the_note(person: Person, incident: str, pdf: Path) -> None:
    """A letter: there are two weeks and an address. Print it, then mark it as sent."""
    person.write(
        "One sentence in Marcus’s own words", "I have been practicing how to talk about my past work"
    )
    person.press("Printed letter")
    person.press("Marcus says: “Every sentence is true.”")
    person.press("You say: “I know of nothing untrue here.”")
    person.press("Print")
    person.press("Print")  # in the preview
    person.print_to(pdf)
    text = text_of(pdf)
    for words in ("Ms. Alvarez", "sorry", "Thank you", "Friday, March 27", "10:00 AM", "Marcus Reed"):
        assert words in text, words
    for never in ("Second Start", "Re-entry", "Dana", "NoShow", "DRAFT"):
        assert never not in text, never
    person.press("Mark as sent")
    sent = [paper for paper in queries.facts(person.desk, incident).papers if paper.sent_at is not None]
    assert [paper.kind for paper in sent] == [PaperKind.THANK_YOU]
    derived = queries.derived(person.desk, incident)
    assert derived.step(StepId.NOTE).state is StepState.DONE


def export_the_summary(person: Person, client: str, pdf: Path) -> None:
    """See what leaves, then save it."""
    person.go("client", client, "papers")
    person.press("Case summary")
    person.write("To whom", "Judge Whitaker's clerk")
    person.press("Save")
    person.save_as(pdf)
    text = text_of(pdf)
    assert "Marcus Reed" in text and "attempt" in text.lower()
    assert "I get scared" in text  # R10: the insight is in the summary
    assert "froze" not in text and "asked about the past" not in text  # what lies inside stays here
    assert queries.releases_of(person.desk, client)[0].recipient == "Judge Whitaker's clerk"
