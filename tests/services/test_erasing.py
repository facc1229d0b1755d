"""Erasing a person: the preview, a vault and a new backup without them, a record without a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from noshow_desk.domain.kinds import Channel
from noshow_desk.errors import NotFound, UserError
from noshow_desk.services import backups, clients, erasing, interviewers, opening, queries, settings, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.storage import erasing as storage_erasing
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.troubles import DiskFull
from tests.builders import Clock, dana, granted_to_marcus, marcus

PASSPHRASE = "four quiet words here"
NAMES = ("marcus", "reed", "5550100142", "harbor road\\nbayside, ny 11360")


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A vault on disk."""
    made = opening.create_vault(
        tmp_path / "vault", passphrase=PASSPHRASE, caseworker=dana(), clock=clock, cost=FAST_FOR_TESTS
    ).desk
    yield made
    made.close()


def marcus_of(desk: Desk) -> str:
    """Report Marcus's missed interview with all that follows; return his id."""
    client = queries.facts(desk, granted_to_marcus(desk)).client
    clients.log_contact(desk, client_id=client.id, at=desk.now(), channel=Channel.CALL, note="Talked.")
    unsaved.keep_unsaved(desk, form_key=f"client:{client.id}", payload={"notes": "half a senten"})
    return client.id


def everything(desk: Desk) -> str:
    """Return every value of every table, as one text: what whoever holds the key could read."""
    session = desk.vault.session
    found = []
    for table in session.db.table_names():
        if not table.startswith("search_") and table != "search":
            found += [repr(row) for row in session.rows(f'SELECT * FROM "{table}"')]
    return "\n".join(found).casefold()


def labels(preview: erasing.Preview) -> dict[str, int]:
    return {one.label: one.count for one in preview.going}


def test_the_preview_counts_what_goes_and_says_who_stays(desk: Desk) -> None:
    client_id = marcus_of(desk)
    preview = erasing.preview_erasing(desk, client_id=client_id)
    found = labels(preview)
    assert preview.name == "Marcus Reed" and preview.stays == ("Rosa Alvarez",)
    assert found["Client"] == 1 and found["Appointment"] == 2 and found["Incident"] == 1
    assert found["Contact attempt"] == 1 and found["Contact note"] == 1 and found["Unfinished forms"] == 1
    assert found["Lines of history"] > 5 and "Paper" not in found
    assert everything(desk).count("marcus") > 1


def test_nothing_of_the_person_is_left_and_the_interviewer_is(desk: Desk) -> None:
    client_id = marcus_of(desk)
    before = everything(desk)
    assert "marcus" in before and client_id in before
    erasing.erase_person(desk, client_id=client_id, why=Why.ASKED)
    after = everything(desk)
    assert [name for name in (*NAMES, client_id) if name in after] == []
    assert queries.search(desk, "reed") == [] and queries.client_ids(desk) == []
    assert [row.name for row in queries.interviewers(desk)] == ["Ms. Rosa Alvarez"]
    assert queries.open_incidents(desk) == [] and unsaved.unsaved_forms(desk) == []


def test_what_was_done_is_kept_without_a_name(desk: Desk) -> None:
    erasing.erase_person(desk, client_id=marcus_of(desk), why=Why.TIME_OVER)
    other = clients.add_client(desk, client=marcus(first_name="Ann", last_name="Mora")).made
    done = erasing.erase_person(desk, client_id=other, why=Why.BY_MISTAKE)
    assert done.problem == "" and done.changes.everything and done.changes.undo is None
    assert erasing.erasures(desk) == [
        erasing.Erasure(on=date(2026, 3, 10), why=Why.BY_MISTAKE, people=1),
        erasing.Erasure(on=date(2026, 3, 10), why=Why.TIME_OVER, people=1),
    ]
    assert "mora" not in everything(desk)


def test_somebody_who_is_not_there_cannot_be_erased(desk: Desk) -> None:
    with pytest.raises(NotFound):
        erasing.erase_person(desk, client_id="nobody", why=Why.OTHER)
    assert erasing.erasures(desk) == []


def test_the_name_elsewhere_is_told_first_and_gone_once_taken_out(desk: Desk) -> None:
    client_id = marcus_of(desk)
    person = queries.interviewer(desk, queries.interviewers(desk)[0].interviewer_id)
    interviewers.edit_interviewer(desk, interviewer=replace(person, notes="Was kind to Marcus Reed."))
    preview = erasing.preview_erasing(desk, client_id=client_id)
    assert [one.say() for one in preview.elsewhere] == ["Interviewer: Rosa Alvarez"]
    interviewers.edit_interviewer(desk, interviewer=replace(person, notes="Was kind."))
    assert erasing.preview_erasing(desk, client_id=client_id).elsewhere == ()
    erasing.erase_person(desk, client_id=client_id, why=Why.ASKED)
    assert "marcus" not in everything(desk)


def test_a_namesake_keeps_everything(desk: Desk) -> None:
    client_id = marcus_of(desk)
    twin = clients.add_client(desk, client=marcus(notes="The other Marcus Reed")).made
    clients.archive_client(desk, client_id=twin)
    preview = erasing.preview_erasing(desk, client_id=client_id)
    assert preview.unchecked and preview.elsewhere == ()
    before = queries.history(desk, "client", twin)
    erasing.erase_person(desk, client_id=client_id, why=Why.ASKED)
    assert queries.client(desk, twin).notes == "The other Marcus Reed"
    assert queries.history(desk, "client", twin) == before


def test_a_new_backup_holds_nothing_and_the_old_ones_are_named(kept: Desk) -> None:
    client_id = marcus_of(kept)
    old = backups.make_backup(kept).backup
    preview = erasing.preview_erasing(kept, client_id=client_id)
    assert [row.file for row in preview.backups] == [old.file]
    done = erasing.erase_person(kept, client_id=client_id, why=Why.ASKED)
    assert done.backup is not None and done.problem == ""
    assert "marcus" in restored(kept, old.file) and "alvarez" in restored(kept, old.file)
    found = restored(kept, done.backup.file)
    assert [name for name in (*NAMES, client_id) if name in found] == [] and "alvarez" in found


def restored(desk: Desk, file: Path) -> str:
    """Return all that a backup holds, read after restoring it somewhere else."""
    folder = desk.folder.parent / f"from-{file.stem}"
    if not folder.exists():
        backups.restore_backup(file, folder, key=backups.key_of(desk), now=desk.now())
    there = opening.open_vault(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    found = everything(there)
    there.close()
    return found


def test_a_failing_backup_is_told_and_the_person_is_gone(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    client_id = marcus_of(kept)

    def full(*_given: object, **_more: object) -> None:
        raise DiskFull

    monkeypatch.setattr(backups, "make_backup", full)
    done = erasing.erase_person(kept, client_id=client_id, why=Why.ASKED)
    assert "disk is full" in done.problem and done.backup is None
    assert "marcus" not in everything(kept)


def test_a_full_disk_in_the_middle_erases_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    client_id = marcus_of(desk)
    before = everything(desk)

    def full(*_given: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(storage_erasing, "_all_ids", full)
        with pytest.raises((UserError, DiskFull)):
            erasing.erase_person(desk, client_id=client_id, why=Why.ASKED)
    assert everything(desk) == before


def test_the_reminder_is_off_until_a_time_is_set(desk: Desk, clock: Clock) -> None:
    client_id = marcus_of(desk)
    clock.forward(days=365 * 6)
    busy = clients.add_client(desk, client=marcus(first_name="Ann", last_name="Mora")).made
    assert erasing.quiet_clients(desk) == []
    settings.change_setting(desk, key="retention_years", value="5")
    quiet = erasing.quiet_clients(desk)
    assert [(one.client_id, one.name) for one in quiet] == [(client_id, "Marcus Reed")]
    assert quiet[0].last == date(2026, 3, 27)  # the new date he was granted
    settings.change_setting(desk, key="retention_years", value="7")
    assert erasing.quiet_clients(desk) == [] and busy


def test_the_reminder_counts_from_a_leap_day(desk: Desk, clock: Clock) -> None:
    marcus_of(desk)
    settings.change_setting(desk, key="retention_years", value="1")
    clock.now = clock.now.replace(year=2028, month=2, day=29)
    assert len(erasing.quiet_clients(desk)) == 1
