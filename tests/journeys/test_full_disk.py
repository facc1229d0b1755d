"""Journey 11: the disk is full in the middle of a sentence. A real small disk, filled to the last byte."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble
from noshow_desk.services import backups, clients, opening, queries, second_folder, unsaved
from noshow_desk.storage import reserve
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.session.crash import CrashHandler
from tests.builders import Clock, dana, missed_by_marcus
from tests.journeys.conftest import WORDS, Sit, open_desk
from tests.journeys.person import Person
from tests.small_disk import fill, free, small_disk

pytestmark = pytest.mark.xvfb

STORY = "In Marcus"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    with small_disk(tmp_path / "disk") as place:
        yield place


@pytest.fixture
def folder(disk: Path) -> Path:
    """Dana's vault on the small disk."""
    place = disk / "vault"
    made = opening.create_vault(place, passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS)
    opening.close(made.desk)
    return place


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> CrashHandler:
    """The boundary of the program, as `app` sets it up."""
    made = CrashHandler()
    monkeypatch.setattr(sys, "excepthook", made.take)
    return made


def typed(person: Person) -> list[str]:
    """Return what is kept of the forms that are being filled."""
    return [str(value) for form in unsaved.unsaved_forms(person.desk) for value in form.payload.values()]


def at_the_story(person: Person) -> Person:
    """Report, and go to the story."""
    person.go("incident", missed_by_marcus(person.desk), "story")
    return person


def test_what_is_typed_on_a_full_disk_is_kept_in_the_reserve(
    disk: Path, folder: Path, person: Person, sit: Sit
) -> None:
    at_the_story(person)
    assert (folder / reserve.RESERVE_NAME).exists()
    fill(disk)
    person.write(STORY, "The bus did not come")
    person.wait_until(lambda: person.sees("What you type is still kept"))
    assert not (folder / reserve.RESERVE_NAME).exists()
    assert "The bus did not come" in typed(person)
    person.press("OK")
    person.write(STORY, "The bus did not come, and Ray")
    person.wait_until(lambda: "The bus did not come, and Ray" in typed(person))
    assert not person.sees("What you type is still kept")
    assert person.workspace is not None
    person.workspace.put_away()
    assert sit().written(STORY) == "The bus did not come, and Ray"


def test_a_disk_without_any_room_says_so_and_loses_nothing(
    disk: Path,
    folder: Path,
    person: Person,
    handler: CrashHandler,
    sit: Sit,
    expected_log: list[str],
) -> None:
    expected_log.append("trouble: DiskFull")
    assert person.workspace is not None
    handler.tell = person.workspace.tell
    at_the_story(person)
    fill(disk)
    person.write(STORY, "The bus")
    person.wait_until(lambda: person.sees("What you type is still kept"))
    person.press("OK")
    fill(disk)
    person.write(STORY, "The bus did not come")
    person.wait_until(lambda: person.sees("The disk is full, so this was not saved"))
    assert "The bus" in typed(person)
    person.press("OK")
    assert person.written(STORY) == "The bus did not come"
    free(disk)
    person.write(STORY, "The bus did not come, and Ray")
    person.wait_until(lambda: "The bus did not come, and Ray" in typed(person))
    person.workspace.put_away()
    assert sit().written(STORY) == "The bus did not come, and Ray"


def test_facts_are_written_whole_or_not_at_all(
    disk: Path, folder: Path, person: Person, handler: CrashHandler, expected_log: list[str]
) -> None:
    expected_log.append("trouble: DiskFull")
    assert person.workspace is not None
    handler.tell = person.workspace.tell
    at_the_story(person)
    (row,) = queries.open_incidents(person.desk)
    person.write(STORY, "The bus did not come")
    person.wait_until(lambda: "The bus did not come" in typed(person))
    assert reserve.give_up(folder)  # used up earlier
    fill(disk)
    person.press("Save and close")
    person.wait_until(lambda: person.sees("The disk is full, so this was not saved"))
    assert queries.facts(person.desk, row.incident_id).incident.story is None
    assert "The bus did not come" in typed(person)
    person.press("OK")
    free(disk)
    person.press("Save and close")
    story = queries.facts(person.desk, row.incident_id).incident.story
    assert story is not None and story.words == "The bus did not come"


def test_a_backup_on_a_full_second_folder_leaves_nothing_half_written(disk: Path, tmp_path: Path) -> None:
    place = tmp_path / "vault"
    made = opening.create_vault(place, passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS)
    opening.close(made.desk)
    desk = open_desk(place, Clock())
    stick = disk / "stick"
    second_folder.choose_second_folder(desk, folder=stick)
    fill(disk)
    before = sorted(disk.rglob("*"))
    done = backups.make_backup(desk)
    assert done.second is None and done.second_problem
    assert backups.verify_backup(done.backup.file, key=backups.key_of(desk)).counts is not None
    assert sorted(disk.rglob("*")) == before
    free(disk)
    clients.add_client(desk, client=Client(first_name="Marcus"))
    done = backups.make_backup(desk)
    assert done.second is not None and not done.second_problem
    backups.verify_backup(done.second, key=backups.key_of(desk))
    opening.close(desk)


def test_a_backup_of_a_vault_on_a_full_disk_leaves_nothing_half_written(disk: Path, folder: Path) -> None:
    desk = open_desk(folder, Clock())
    clients.add_client(desk, client=Client(first_name="Marcus"))
    desk.vault.checkpoint()
    fill(disk)
    before = {path: path.stat().st_size for path in disk.rglob("*") if path.is_file()}
    with pytest.raises(SystemTrouble) as trouble:
        backups.make_backup(desk)
    assert "not enough room for the backup" in trouble.value.sentence
    left = {path: path.stat().st_size for path in disk.rglob("*") if path.is_file()}
    assert left == before
    opening.close(desk)
