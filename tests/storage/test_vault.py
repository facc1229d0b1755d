"""Opening a vault: what is whole opens, and everything else says what it is and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.storage import backup_folder, driver, drives, ids, key_file, keys, outside, recovery, vault
from noshow_desk.storage.backup_schedule import Reason
from noshow_desk.storage.troubles import (
    DiskFull,
    KeyFileOfAnother,
    NotAVault,
    NotThisKey,
    VaultDamaged,
    VaultEmpty,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultOnNetwork,
    VaultReadOnly,
    VaultTooNew,
    WrongRecoveryKey,
)
from tests.no_writing import no_writing
from tests.storage.vaults import NOW, PASSPHRASE, act

OTHER = bytes(16)


def database(folder: Path) -> Path:
    return folder / outside.DATABASE_NAME


def keep_ann(folder: Path, secret: bytes) -> str:
    """Keep a client in the vault and close it."""
    opened = vault.open(folder, secret)
    with act(opened):
        made = opened.clients.add(Client(first_name="Ann", last_name="Zweigert"))
    opened.close()
    return made


def run_sql(folder: Path, secret: bytes, sql: str) -> None:
    db = driver.connect(database(folder), mode="rw", key=keys.database_key(secret))
    db.execute(sql)
    db.close()


def test_what_was_kept_is_there_after_opening_with_the_passphrase(folder: Path, secret: bytes) -> None:
    made = keep_ann(folder, secret)
    unsealed = key_file.unseal(folder, PASSPHRASE, smallest=keys.FAST_FOR_TESTS)
    opened = vault.open(folder, unsealed)
    assert opened.clients.get(made).last_name == "Zweigert"
    opened.close()


def test_the_recovery_key_opens_without_the_key_file(folder: Path, secret: bytes) -> None:
    made = keep_ann(folder, secret)
    (folder / outside.KEY_NAME).unlink()
    assert outside.state(folder) is outside.VaultState.NO_KEY_FILE
    opened = vault.open(folder, recovery.read(recovery.write(secret)))
    assert opened.clients.get(made).first_name == "Ann"
    opened.close()


def test_a_closed_vault_is_one_file_beside_key_and_reserve(folder: Path, secret: bytes) -> None:
    keep_ann(folder, secret)
    assert {path.name for path in folder.iterdir()} == {"vault.db", "vault.key", "vault.reserve"}


def test_an_open_vault_writes_safely(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    pragmas = {
        name: opened.session.row(f"PRAGMA {name}")
        for name in (
            "journal_mode",
            "synchronous",
            "locking_mode",
            "foreign_keys",
            "temp_store",
            "cache_size",
        )
    }
    opened.close()
    assert pragmas == {
        "journal_mode": ("wal",),
        "synchronous": (2,),
        "locking_mode": ("exclusive",),
        "foreign_keys": (1,),
        "temp_store": (2,),
        "cache_size": (-65536,),
    }


def test_no_plain_text_is_in_any_file(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.add(Client(first_name="Ann", last_name="Zweigert", notes="likes Pflaumenkuchen"))
    open_files = b"".join(path.read_bytes() for path in folder.iterdir())
    opened.close()
    closed_files = b"".join(path.read_bytes() for path in folder.iterdir())
    for word in (b"Zweigert", b"zweigert", b"Pflaumenkuchen", b"CREATE TABLE", b"SQLite format", secret):
        assert word not in open_files
        assert word not in closed_files
    assert keys.database_key(secret).hex().encode() not in closed_files


def test_a_new_vault_does_not_overwrite_one(folder: Path, secret: bytes) -> None:
    made = keep_ann(folder, secret)
    with pytest.raises(VaultExists):
        vault.create(folder, OTHER)
    opened = vault.open(folder, secret)
    assert opened.clients.find(made)
    opened.close()


def test_what_a_crash_left_of_a_new_vault_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f"{outside.DATABASE_NAME}.new").write_bytes(b"half")
    assert outside.state(tmp_path) is outside.VaultState.MISSING
    vault.create(tmp_path, OTHER).close()
    assert not (tmp_path / f"{outside.DATABASE_NAME}.new").exists()


def test_no_vault(tmp_path: Path) -> None:
    assert outside.state(tmp_path / "nowhere") is outside.VaultState.MISSING
    with pytest.raises(VaultMissing):
        vault.open(tmp_path, OTHER)
    assert not list(tmp_path.iterdir())


def test_a_file_of_zero_bytes_is_never_an_empty_vault(folder: Path, secret: bytes) -> None:
    database(folder).write_bytes(b"")
    assert outside.state(folder) is outside.VaultState.EMPTY_FILE
    with pytest.raises(VaultEmpty, match="Restore your newest backup"):
        vault.open(folder, secret)
    assert database(folder).read_bytes() == b""


@pytest.mark.parametrize("kept", [1, 4095, 4096, 4096 * 3, 4096 * 3 + 100, -1])
def test_a_file_that_was_cut_off_is_damaged(folder: Path, secret: bytes, kept: int) -> None:
    keep_ann(folder, secret)
    size = database(folder).stat().st_size
    os.truncate(database(folder), kept if kept > 0 else size + kept)
    before = database(folder).read_bytes()
    with pytest.raises(VaultDamaged, match="Restore your newest backup"):
        vault.open(folder, secret)
    assert database(folder).read_bytes() == before


def test_a_changed_byte_anywhere_is_damage(folder: Path, secret: bytes) -> None:
    keep_ann(folder, secret)
    whole = database(folder).read_bytes()
    for place in range(16, len(whole), len(whole) // 23):
        database(folder).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(VaultDamaged):
            vault.open(folder, secret)
    database(folder).write_bytes(whole)
    vault.open(folder, secret).close()


def damage_unseen(folder: Path, secret: bytes) -> bytes:
    """Change a byte in a page that no table uses; return what the file holds then."""
    run_sql(folder, secret, "CREATE TABLE filler AS SELECT zeroblob(200000) AS zeros")
    run_sql(folder, secret, "DROP TABLE filler")  # its pages stay in the file, free
    content = bytearray(database(folder).read_bytes())
    content[-4096 + 100] ^= 1
    database(folder).write_bytes(content)
    return bytes(content)


def test_damage_in_a_page_that_no_table_uses_is_damage(folder: Path, secret: bytes) -> None:
    damage_unseen(folder, secret)
    db = driver.connect(database(folder), mode="ro", key=keys.database_key(secret))
    assert db.execute("PRAGMA quick_check").fetchall() == [("ok",)]  # the tables know nothing of it
    db.close()
    with pytest.raises(VaultDamaged):
        vault.open(folder, secret)


def test_opened_ahead_it_is_read_at_once_and_proven_later(folder: Path, secret: bytes) -> None:
    made = keep_ann(folder, secret)
    opened = vault.open(folder, secret, ahead=True)
    assert opened.clients.get(made).first_name == "Ann"
    opened.must_be_proven()
    with act(opened):
        opened.clients.add(Client(first_name="Bob"))
    opened.must_be_proven()  # asked again it says the same
    opened.close()


def test_opened_ahead_a_damaged_one_is_never_written_to(folder: Path, secret: bytes) -> None:
    content = damage_unseen(folder, secret)
    opened = vault.open(folder, secret, ahead=True)
    with pytest.raises(VaultDamaged):
        opened.must_be_proven()
    with pytest.raises(VaultDamaged), act(opened):
        opened.clients.add(Client(first_name="Bob"))
    with pytest.raises(VaultDamaged):
        opened.close()
    assert database(folder).read_bytes() == content
    database(folder).unlink()  # it was let go all the same
    vault.create(folder, secret).close()


def test_an_older_vault_is_proven_before_it_is_brought_up_to_date(
    folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = damage_unseen(folder, secret)
    monkeypatch.setattr(vault, "_is_old", lambda _db: True)
    with pytest.raises(VaultDamaged):
        vault.open(folder, secret, ahead=True)
    assert database(folder).read_bytes() == content


def test_a_recovery_key_that_does_not_open_the_database_is_of_another_vault(folder: Path) -> None:
    with pytest.raises(WrongRecoveryKey, match="another vault"):
        vault.open(folder, OTHER)


def test_the_database_decides_and_not_the_key_file(folder: Path, secret: bytes) -> None:
    """A cloud service put an earlier key file back, or the one of another vault."""
    made = keep_ann(folder, secret)
    key_file.seal(folder, OTHER, PASSPHRASE, keys.FAST_FOR_TESTS)
    opened = vault.open(folder, secret)
    assert opened.clients.find(made)
    opened.close()
    vault.must_open_with(folder, secret)
    with pytest.raises(KeyFileOfAnother, match="does not belong to this vault file"):
        vault.open(folder, key_file.unseal(folder, PASSPHRASE, smallest=keys.FAST_FOR_TESTS))


def test_where_the_start_alone_is_lost_that_is_said_too(folder: Path, secret: bytes) -> None:
    """Without those bytes no page can be proven, and nothing tells the file from one of another key."""
    content = database(folder).read_bytes()
    database(folder).write_bytes(content[:10] + bytes([content[10] ^ 1]) + content[11:])
    with pytest.raises(KeyFileOfAnother, match="or the start of the vault file is damaged"):
        vault.open(folder, secret)


def test_a_sheet_of_the_newest_backup_is_not_called_a_strangers(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    backup_folder.keep(opened, folder / outside.BACKUPS_NAME, reason=Reason.LOCK, made_at=NOW)
    opened.close()
    key_file.seal(folder, OTHER, PASSPHRASE, keys.FAST_FOR_TESTS)
    content = database(folder).read_bytes()
    database(folder).write_bytes(content[:10] + bytes([content[10] ^ 1]) + content[11:])
    with pytest.raises(NotThisKey, match="the start of the file is damaged"):
        vault.open(folder, secret)
    with pytest.raises(KeyFileOfAnother):
        vault.open(folder, OTHER)


def test_without_a_key_file_both_reasons_are_named(folder: Path) -> None:
    (folder / outside.KEY_NAME).unlink()
    with pytest.raises(NotThisKey, match="another vault, or the start of the file is damaged"):
        vault.open(folder, OTHER)


def test_a_newer_schema_is_refused_before_any_write(folder: Path, secret: bytes) -> None:
    run_sql(folder, secret, "PRAGMA user_version = 999")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(VaultTooNew, match="Install the newer version"):
        vault.open(folder, secret)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_another_program_s_database_is_refused(folder: Path, secret: bytes) -> None:
    run_sql(folder, secret, "PRAGMA application_id = 7")
    with pytest.raises(NotAVault):
        vault.open(folder, secret)


def test_a_second_opening_says_where_it_is_open(folder: Path, secret: bytes) -> None:
    first = vault.open(folder, secret)
    with pytest.raises(VaultInUse, match="open in another window"):
        vault.open(folder, secret)
    with act(first):
        first.clients.add(Client(first_name="Ann"))
    first.close()
    vault.open(folder, secret).close()


def test_what_a_killed_process_wrote_is_there(folder: Path, secret: bytes) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from noshow_desk.storage import vault; from noshow_desk.domain.client import Client\n"
        "from tests.storage.vaults import act\n"
        "opened = vault.open(Path(sys.argv[1]), bytes(range(16)))\n"
        "with act(opened): opened.clients.add(Client(id='kept', first_name='Ann'))\n"
        "with act(opened):\n"
        "    opened.clients.add(Client(id='lost', first_name='Bob')); os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], check=False, timeout=60)
    assert done.returncode == 9
    assert (folder / f"{outside.DATABASE_NAME}-wal").stat().st_size > 0
    look = vault.open(folder, secret, look_only=True)
    seen = look.clients.find("kept")
    look.close()
    opened = vault.open(folder, secret)
    assert seen == opened.clients.get("kept")
    assert opened.clients.find("lost") is None
    opened.close()


def test_shared_memory_that_a_killed_reader_left_goes(folder: Path, secret: bytes) -> None:
    made = keep_ann(folder, secret)
    left = folder / f"{vault.DATABASE_NAME}-shm"
    left.write_bytes(bytes(32768))
    opened = vault.open(folder, secret)
    assert opened.clients.find(made) and not left.exists()
    opened.close()


def test_to_look_is_to_read_alone(folder: Path, secret: bytes) -> None:
    made = keep_ann(folder, secret)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    look = vault.open(folder, secret, look_only=True)
    assert look.read_only
    assert look.clients.get(made).first_name == "Ann"
    with pytest.raises(VaultReadOnly, match="look, print and copy"), act(look):
        look.clients.archive(made)
    with pytest.raises(VaultReadOnly):
        look.unsaved.put("client:new", {}, look.changes.of_act(look.changes.last_act())[0].when)
    look.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_nothing_of_the_copy_to_look_at_stays(
    folder: Path, secret: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    look = vault.open(folder, secret, look_only=True)
    assert list(place.iterdir())
    look.close()
    with pytest.raises(WrongRecoveryKey):
        vault.open(folder, OTHER, look_only=True)
    assert not list(place.iterdir())


@pytest.fixture
def locked_folder(secret: bytes) -> Iterator[Path]:
    """A vault in a folder that this process cannot write to, whoever runs it."""
    with tempfile.TemporaryDirectory() as outer:
        home = Path(outer) / "vault"
        vault.create(home, secret).close()
        with no_writing(home.iterdir(), (home, Path(outer))):
            yield home


def test_a_folder_that_cannot_be_written_to_opens_to_look(locked_folder: Path, secret: bytes) -> None:
    with pytest.raises(VaultReadOnly, match="open the vault to look, print and copy"):
        vault.open(locked_folder, secret)
    with pytest.raises(VaultReadOnly):
        vault.create(locked_folder / "deeper", secret)
    look = vault.open(locked_folder, secret, look_only=True)
    assert look.clients.count() == 0
    look.close()


def test_a_network_drive_is_refused(folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "is_network", lambda _folder: True)
    with pytest.raises(VaultOnNetwork):
        vault.open(folder, secret)
    with pytest.raises(VaultOnNetwork):
        vault.create(folder / "new", secret)
    vault.open(folder, secret, look_only=True).close()


def test_a_full_disk_writes_nothing_by_half(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    pages = opened.session.row("PRAGMA page_count")
    assert pages is not None
    opened.session.db.execute(f"PRAGMA max_page_count = {pages[0]}")
    with pytest.raises(DiskFull, match="Nothing is half written"), act(opened):
        opened.clients.add(Client(id="small", first_name="Ann"))
        opened.clients.add(Client(id="large", notes="x" * 1_000_000))
    assert opened.clients.find("small") is None
    opened.close()


def test_moving_the_folder_moves_the_vault(folder: Path, secret: bytes, tmp_path: Path) -> None:
    made = keep_ann(folder, secret)
    shutil.move(folder, tmp_path / "elsewhere")
    opened = vault.open(tmp_path / "elsewhere", secret)
    assert opened.clients.find(made)
    opened.close()


def test_another_process_cannot_open_it_after_the_checks(folder: Path, secret: bytes) -> None:
    """The checks read through a second connection; closing that one must not give up the lock."""
    opened = vault.open(folder, secret)
    program = (
        "import sys; from pathlib import Path; from noshow_desk.storage import vault\n"
        "try: vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))\n"
        "except Exception as trouble: print(type(trouble).__name__)"
    )
    command = [sys.executable, "-c", program, str(folder), secret.hex()]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    opened.close()
    assert said.split() == ["VaultInUse"]


def test_odd_folder_names_are_only_names(tmp_path: Path, secret: bytes) -> None:
    home = tmp_path / "ñ #1 100% ? 'x' & 王"
    vault.create(home, secret).close()
    vault.open(home, secret).close()
    assert {path.name for path in home.iterdir()} == {"vault.db", "vault.reserve"}


def test_damage_met_while_open_is_never_shown_as_whole(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.insert_many(
            Client(id=one, last_name="Reed", notes="x" * 500) for one in ids.new_ids(NOW, 500)
        )
    opened.close()
    content = bytearray(database(folder).read_bytes())
    content[-4096 * 20 + 100] ^= 1
    database(folder).write_bytes(content)
    opened = vault.open(folder, secret, checks=False)
    with pytest.raises(VaultDamaged):
        opened.clients.many(opened.clients.ids())
    with pytest.raises(VaultDamaged):
        opened.check()
    opened.close()


def test_a_whole_vault_passes_its_check_while_open(folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret, checks=False)
    with act(opened):
        opened.clients.add(Client(first_name="Ann"))
    opened.check()
    opened.close()
