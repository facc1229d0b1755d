"""Journey 10: the desk is locked in the middle of things, and unlocking leads back to where one was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.domain.kinds import StepId
from noshow_desk.services import backup_making, backups, clients, erasing, keys, place, queries, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.place import Place, Stop
from noshow_desk.storage import reserve
from noshow_desk.storage.backup_troubles import BackupDiskFull
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.troubles import DiskFull
from noshow_desk.storage.unsaved import UnsavedForms
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.your_data.new_keys_dialog import NewKeysDialog
from tests.builders import marcus, missed_by_marcus
from tests.journeys.conftest import WORDS, Sit
from tests.journeys.person import Person

pytestmark = pytest.mark.xvfb


def lock(person: Person) -> None:
    """Lock the desk, as Ctrl+L does; the process that comes after has no dialog open."""
    assert person.workspace is not None
    person.workspace.put_away()
    for dialog in person.workspace.window.findChildren(QDialog):
        shiboken6.delete(dialog)


def here(person: Person) -> tuple[Wish | None, object]:
    """Return what is on the screen, and its state."""
    assert person.workspace is not None
    pages = person.workspace.window.pages
    page = pages.page()
    return pages.here(), page.state() if page is not None else None


def settled(person: Person) -> Person:
    """Wait until all that follows the first paint has happened."""
    for _turn in range(4):
        QApplication.processEvents()
    return person


def test_in_the_middle_of_the_story(person: Person, sit: Sit) -> None:
    incident = missed_by_marcus(person.desk)
    person.go("clients")
    person.go("incident", incident, "happened")
    person.workspace.window.pages.page().go(StepId.STORY)
    person.write("In Marcus", "The bus did not")
    was = here(person)
    lock(person)
    later = settled(sit())
    assert here(later) == was and was[1] == "story"
    assert later.written("In Marcus") == "The bus did not"
    assert not later.sees("Go on where you stopped?")  # it is on the screen already
    story = queries.facts(later.desk, incident).incident.story
    assert story is None  # half a sentence is no fact: nobody left the page
    assert later.workspace.window.back() and here(later)[0] == Wish("clients")


def test_with_a_client_and_a_tab_in_another_language(person: Person, sit: Sit) -> None:
    made = clients.add_client(person.desk, client=marcus()).made
    clients.add_client(person.desk, client=marcus(first_name="Zoë", last_name="Núñez"))
    person.go("client", made, "papers")
    was = here(person)
    lock(person)
    i18n.set_language("es")
    try:
        assert here(settled(sit())) == was and was[1] == (made, "papers")
    finally:
        i18n.set_language("en")


@pytest.mark.parametrize("kind", ["incidents", "templates", "settings", "your_data", "help"])
def test_on_each_page(person: Person, sit: Sit, kind: str) -> None:
    missed_by_marcus(person.desk)
    person.go(kind)
    was = here(person)
    lock(person)
    assert here(settled(sit())) == was


def test_scrolled_down_a_long_page(person: Person, sit: Sit) -> None:
    person.go("your_data")
    area = _longest(person)
    area.verticalScrollBar().setValue(120)
    assert area.verticalScrollBar().value() == 120
    lock(person)
    assert _longest(settled(sit())).verticalScrollBar().value() == 120


def test_a_record_that_is_gone_is_passed_over(person: Person, sit: Sit) -> None:
    incident = missed_by_marcus(person.desk)
    client_id = queries.facts(person.desk, incident).client.id
    person.go("clients")
    person.go("incident", incident)
    lock(person)
    again = sit()
    again.go("today")
    erasing.erase_records(again.desk, client_id=client_id, why=erasing.Why.ASKED)
    stops = (Stop("clients"), Stop("incident", incident, "", "story"))
    _lock_at(again, stops)
    assert here(settled(sit()))[0] == Wish("clients")


def test_nothing_of_it_is_left_there_nor_asked_twice(person: Person, sit: Sit) -> None:
    person.go("clients")
    lock(person)
    later = sit()
    assert place.take_place(later.desk) is None
    later.go("incidents")
    later.workspace.window.close()
    assert here(sit())[0] == Wish("today")  # who quits begins anew


@pytest.mark.parametrize(
    "stops",
    [
        (Stop("a page of a later version"),),
        (Stop("clients", "", "", ["not", "what", "it", "knows"]),),
        (Stop("incident", "no such incident"),),
        (),
    ],
)
def test_a_place_nobody_understands_leads_somewhere(
    person: Person, sit: Sit, stops: tuple[Stop, ...]
) -> None:
    _lock_at(person, stops)
    assert here(settled(sit()))[0] in (Wish("today"), Wish("clients"))


def test_typed_in_a_dialog(person: Person, sit: Sit) -> None:
    person.go("clients")
    person.press("Add client")
    person.write("First name", "Marc")
    lock(person)
    later = settled(sit())
    assert here(later)[0] == Wish("clients")
    later.wait_until(lambda: later.sees("Go on where you stopped?"))
    later.press("Go on")
    assert later.written("First name") == "Marc"
    later.press("Cancel")


def test_locking_on_a_full_disk_keeps_what_the_reserve_has_room_for(
    person: Person, sit: Sit, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    incident = missed_by_marcus(person.desk)
    person.go("incident", incident, "story")
    person.write("In Marcus", "The bus did not come")
    write = UnsavedForms._write

    def full(forms: UnsavedForms, *what: object) -> None:
        if (folder / reserve.RESERVE_NAME).exists():
            raise DiskFull
        write(forms, *what)

    with monkeypatch.context() as patch:
        patch.setattr(UnsavedForms, "_write", full)
        lock(person)
    assert not (folder / reserve.RESERVE_NAME).exists()
    assert sit().written("In Marcus") == "The bus did not come"


def test_locking_on_a_disk_without_any_room_locks(
    qtbot: QtBot, person: Person, sit: Sit, monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    expected_log += ["not all kept at locking: DiskFull", "no place kept at locking: DiskFull"]
    incident = missed_by_marcus(person.desk)
    person.go("incident", incident, "story")
    person.write("In Marcus", "The bus")
    _form(person)  # kept a second ago
    person.write("In Marcus", "The bus did not come")
    with monkeypatch.context() as patch, qtbot.captureExceptions() as told:
        patch.setattr(UnsavedForms, "_write", _full)
        lock(person)
    assert {kind for kind, _error, _trace in told} <= {DiskFull}  # told when a field loses the keyboard
    assert not person.window.isVisible()
    later = settled(sit())
    kept = unsaved.unsaved_forms(later.desk)
    assert ["The bus" in form.payload.values() for form in kept] == [True]


def take_new_keys(person: Person, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Have the keys changed; return what tells each time that the desk is to be locked."""
    cheap = partial(NewKeysDialog, asked=(0, 1), smallest=FAST_FOR_TESTS, cost=FAST_FOR_TESTS)
    monkeypatch.setattr("noshow_desk.ui.your_data.page.NewKeysDialog", cheap)
    wanted: list[bool] = []
    person.workspace.lock_wanted.connect(lambda: wanted.append(True))
    person.go("your_data")
    person.press("New keys")
    dialog = person.scope()
    assert isinstance(dialog, NewKeysDialog)
    for number, group in enumerate(dialog.recovery.groups[:2], start=1):
        person.write(f"Group {number}", group)
    person.write("Your passphrase now", WORDS)
    person.write("Passphrase", "five other words for you")
    person.write("Once more", "five other words for you")
    person.press("Change the keys")
    return wanted


@pytest.mark.parametrize("problem", ["", "The second folder is not there."])
def test_new_keys_lock_the_desk(person: Person, monkeypatch: pytest.MonkeyPatch, problem: str) -> None:
    monkeypatch.setattr("noshow_desk.services.keys._fresh_backup", lambda _desk: problem)
    wanted = take_new_keys(person, monkeypatch)
    if problem:  # what is to be known is read first
        person.wait_until(lambda: person.sees(problem), timeout=60_000)
        assert wanted == []
        person.press("Lock now")
    person.wait_until(lambda: wanted == [True], timeout=60_000)


def test_after_new_keys_a_backup_can_be_tried_again_before_the_desk_locks(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    fresh_backup = keys._fresh_backup

    def full(*_given: object, **_more: object) -> None:
        tried.append(1)
        raise BackupDiskFull

    def nearly(desk: Desk) -> str:
        patch.setattr(backup_making.backup_folder, "begin", full)  # the one before the new keys was made
        return fresh_backup(desk)

    with monkeypatch.context() as patch:
        patch.setattr("noshow_desk.services.keys._fresh_backup", nearly)
        wanted = take_new_keys(person, monkeypatch)
        person.wait_until(lambda: person.sees("enough room"), timeout=60_000)
        person.press("Back up now")
        person.wait_until(lambda: len(tried) == 2 and person.sees("enough room"), timeout=60_000)
        assert person.sees("No fresh backup yet") and wanted == []
    QTest.keyClick(person.scope(), Qt.Key.Key_Return)
    person.wait_until(lambda: wanted == [True], timeout=60_000)
    made = backups.newest_backup(person.desk)
    assert made is not None and made.reason == "by_hand"
    assert backups.verify_backup(made.file, key=backups.key_of(person.desk)).backup == made


def test_what_is_read_aloud_or_by_the_client_holds_the_idle_lock(person: Person) -> None:
    workspace, incident = person.workspace, missed_by_marcus(person.desk)
    assert not workspace.reads_aloud()
    person.go("incident", incident, "story")
    assert not workspace.reads_aloud()
    for step in ("courtesy", "rehearse", "call"):
        person.go("incident", incident, step)
        assert (step, workspace.reads_aloud()) == (step, True)
    person.press("Show to the client")
    assert workspace.reads_aloud()
    workspace.window.showMinimized()
    assert not workspace.reads_aloud()
    workspace.window.showNormal()
    person.press("Done: give it back")
    person.go("today")
    assert not workspace.reads_aloud()


def _full(*_what: object) -> None:
    raise DiskFull


def _form(person: Person) -> None:
    person.workspace.window.pages.page().case.flush()


def _longest(person: Person) -> QScrollArea:
    """Return what of the page scrolls furthest, in a small window."""
    person.workspace.window.resize(1024, 640)
    settled(person)
    areas = person.workspace.window.pages.page().findChildren(QScrollArea)
    return max(areas, key=lambda area: area.verticalScrollBar().maximum())


def _lock_at(person: Person, stops: tuple[Stop, ...]) -> None:
    """Lock, and let the vault say that it was at `stops`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("noshow_desk.ui.workspace.place.place_of", lambda _window: Place(stops))
        lock(person)
