"""Making and opening a vault on disk: keys, wrong keys, damage, two at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import clients, opening, queries
from noshow_desk.services import keys as desk_keys
from noshow_desk.services.opening import NewVault
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.builders import Clock, dana

PASSPHRASE = "four quiet words here"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def new(folder: Path, *, practice: bool = False) -> NewVault:
    passphrase = opening.PRACTICE_PASSPHRASE if practice else PASSPHRASE
    return opening.create_vault(
        folder,
        passphrase=passphrase,
        caseworker=dana(),
        practice=practice,
        clock=Clock(),
        cost=FAST_FOR_TESTS,
    )


def test_what_was_written_is_there_after_opening_again(folder: Path) -> None:
    made = new(folder)
    clients.add_client(made.desk, client=Client(first_name="Ann"))
    opening.close(made.desk)
    for key in ({"passphrase": PASSPHRASE}, {"recovery_key": made.recovery_key.lower()}):
        desk = opening.open_vault(folder, smallest=FAST_FOR_TESTS, **key)
        assert [row.name for row in queries.client_rows(desk, queries.client_ids(desk))] == ["Ann"]
        assert desk.caseworker.name == "Dana Whitfield" and not desk.practice
        opening.close(desk)


def test_the_recovery_key_shown_first_is_the_one_of_the_vault(folder: Path) -> None:
    recovery = opening.new_recovery()
    assert len(recovery.groups) == 7 and recovery.is_group(2, recovery.groups[2].lower())
    assert not recovery.is_group(2, recovery.groups[3])
    key = opening.seal(folder, passphrase=PASSPHRASE, recovery_key=recovery, cost=FAST_FOR_TESTS)
    made = opening.create_with(key, caseworker=dana())
    opening.close(made.desk)
    assert made.recovery_key == recovery.text
    assert recovery.text not in repr(recovery.secret) and "secret" not in repr(recovery)


def test_a_wrong_passphrase_says_so_at_its_field(folder: Path) -> None:
    opening.close(new(folder).desk)
    with pytest.raises(UserError) as error:
        opening.open_vault(folder, passphrase="not the right words at all", smallest=FAST_FOR_TESTS)
    assert error.value.field == "passphrase"


def test_the_recovery_key_of_another_vault_is_told_apart(folder: Path) -> None:
    opening.close(new(folder).desk)
    with pytest.raises(UserError):
        opening.open_vault(folder, recovery_key=opening.new_recovery().text)


def test_a_key_file_that_came_back_from_before_new_keys_shuts_nobody_out(folder: Path) -> None:
    """A cloud service put the earlier key file back; the printed sheet of today still opens the vault."""
    made = new(folder)
    earlier = (folder / "vault.key").read_bytes()
    sheet = opening.new_recovery()
    words = "another four quiet words"
    desk_keys.replace_keys(
        made.desk, new=desk_keys.seal_new(recovery=sheet, passphrase=words, cost=FAST_FOR_TESTS)
    )
    opening.close(made.desk)
    (folder / "vault.key").write_bytes(earlier)
    for passphrase, said in ((PASSPHRASE, "does not belong to this vault file"), (words, "is not right")):
        with pytest.raises((UserError, SystemTrouble), match=said):
            opening.open_vault(folder, passphrase=passphrase, smallest=FAST_FOR_TESTS)
    with pytest.raises(UserError, match="belongs to another vault"):
        opening.open_vault(folder, recovery_key=opening.new_recovery().text)
    key = opening.derive_key(folder, recovery_key=sheet.text)
    opening.must_open_with(key)
    opening.change_passphrase(key, passphrase=words, cost=FAST_FOR_TESTS)
    opening.close(opening.open_vault(folder, passphrase=words, smallest=FAST_FOR_TESTS))
    assert (folder / "vault.key.old1").read_bytes() == earlier


def test_a_vault_is_never_made_over_another(folder: Path) -> None:
    opening.close(new(folder).desk)
    before = (folder / "vault.key").read_bytes()
    with pytest.raises(UserError):
        new(folder)
    assert (folder / "vault.key").read_bytes() == before


def test_a_key_file_without_its_vault_is_set_aside_not_lost(folder: Path) -> None:
    opening.close(new(folder).desk)
    before = (folder / "vault.key").read_bytes()
    (folder / "vault.db").rename(folder.parent / "moved.db")
    opening.close(new(folder).desk)
    assert (folder / "vault.key.old1").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 8192])
def test_a_damaged_vault_is_one_sentence(folder: Path, content: bytes) -> None:
    opening.close(new(folder).desk)
    (folder / "vault.db").write_bytes(content)
    with pytest.raises((UserError, SystemTrouble)) as error:
        opening.open_vault(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert error.value.sentence.count("\n") == 0 and len(error.value.sentence) > 20
    assert (folder / "vault.db").read_bytes() == content


def test_a_practice_vault_says_what_it_is(folder: Path) -> None:
    opening.close(new(folder, practice=True).desk)
    assert opening.practice_passphrase(folder) == opening.PRACTICE_PASSPHRASE
    desk = opening.open_vault(folder, passphrase=opening.PRACTICE_PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert desk.practice
    opening.close(desk)
    assert opening.practice_passphrase(folder.parent) is None


def test_a_new_passphrase_opens_and_the_old_one_does_not(folder: Path) -> None:
    opening.close(new(folder).desk)
    key = opening.derive_key(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    opening.change_passphrase(key, passphrase="five other words to open", cost=FAST_FOR_TESTS)
    opening.derive_key(folder, passphrase="five other words to open", smallest=FAST_FOR_TESTS)
    with pytest.raises(UserError):
        opening.derive_key(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UserError) as error:
        new(tmp_path / "file" / "vault")
    assert error.value.field == "folder"


def test_a_short_passphrase_makes_nothing(folder: Path) -> None:
    with pytest.raises(UserError) as error:
        opening.seal(folder, passphrase="short", cost=FAST_FOR_TESTS)
    assert error.value.field == "passphrase" and not folder.exists()
