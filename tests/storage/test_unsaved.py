"""Forms being filled are kept at once, go when their facts are written, and survive a full disk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.storage import reserve, vault
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.troubles import DiskFull
from tests.storage.vaults import NOW, act


def test_a_form_is_kept_and_kept_again(memory: Vault) -> None:
    memory.unsaved.put("client:new", {"first_name": "A"}, NOW)
    memory.unsaved.put(
        "client:new", {"first_name": "An", "tags": ["x"], "odd": "\ud800"}, NOW + timedelta(seconds=1)
    )
    form = memory.unsaved.get("client:new")
    assert form is not None
    assert form.payload == {"first_name": "An", "tags": ["x"], "odd": "\ufffd"}
    assert form.saved_at == NOW + timedelta(seconds=1)
    assert memory.unsaved.get("client:old") is None


def test_the_latest_form_comes_first(memory: Vault) -> None:
    for minute, key in enumerate(("a", "b", "c")):
        memory.unsaved.put(key, {}, NOW + timedelta(minutes=minute))
    assert [form.form_key for form in memory.unsaved.all()] == ["c", "b", "a"]


def test_a_form_goes_in_the_act_that_writes_its_facts(memory: Vault) -> None:
    memory.unsaved.put("client:new", {"first_name": "Ann"}, NOW)
    with pytest.raises(RuntimeError, match="on purpose"), act(memory):
        memory.clients.add(Client(first_name="Ann"))
        memory.unsaved.remove("client:new")
        raise RuntimeError("on purpose")
    assert memory.unsaved.get("client:new") is not None
    assert memory.clients.count() == 0
    with act(memory):
        memory.clients.add(Client(first_name="Ann"))
        memory.unsaved.remove("client:new")
    assert memory.unsaved.all() == []


def test_a_form_typed_and_killed_is_there(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    opened.unsaved.put("missed:new", {"who": "Ann"}, NOW)
    opened.session.db.close()
    again = vault.open(folder, secret)
    assert [form.payload for form in again.unsaved.all()] == [{"who": "Ann"}]
    again.close()


def fill_up(opened: Vault) -> None:
    """Let the database have no more pages than it has."""
    opened.session.db.execute(f"PRAGMA max_page_count = {opened.session.rows('PRAGMA page_count')[0][0]}")


def test_on_a_full_disk_the_reserve_is_given_up(
    folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = vault.open(folder, secret)
    assert (folder / reserve.RESERVE_NAME).stat().st_size == 1_000_000
    give_up = reserve.give_up

    def make_room(place: Path) -> bool:
        opened.session.db.execute("PRAGMA max_page_count = 100000")
        return give_up(place)

    monkeypatch.setattr(reserve, "give_up", make_room)
    fill_up(opened)
    assert not opened.reserve_used
    opened.unsaved.put("client:new", {"notes": "x" * 50_000}, NOW)
    assert opened.reserve_used and not (folder / reserve.RESERVE_NAME).exists()
    assert opened.unsaved.get("client:new") is not None
    fill_up(opened)
    with pytest.raises(DiskFull):
        opened.unsaved.put("client:other", {"notes": "x" * 50_000}, NOW)
    opened.close()
    monkeypatch.undo()
    vault.open(folder, secret).close()
    assert (folder / reserve.RESERVE_NAME).stat().st_size == 1_000_000


def test_a_reserve_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    assert not reserve.keep(tmp_path / "nowhere")
    assert not reserve.give_up(tmp_path / "nowhere")
