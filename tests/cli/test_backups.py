"""`backup`, `verify` and `restore`: answers and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from noshow_desk.__main__ import main
from noshow_desk.domain.client import Client
from noshow_desk.services import backups, clients, opening
from noshow_desk.storage import key_file, keys
from noshow_desk.storage.keys import SMALLEST
from noshow_desk.storage.troubles import VaultGone, VaultReadOnly
from tests.builders import dana
from tests.cli.conftest import Ask


@pytest.fixture
def vault(practice_vault: Path, tmp_path: Path) -> Path:
    """A practice vault of this test's own."""
    return Path(shutil.copytree(practice_vault, tmp_path / "vault"))


@pytest.fixture
def backup(ask: Ask, vault: Path, tmp_path: Path) -> Path:
    return Path(json.loads(ask("backup", tmp_path / "stick", "--vault", vault, "--json").out)["file"])


def damage(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:20_000] + bytes([content[20_000] ^ 1]) + content[20_001:])


def test_a_backup_goes_to_the_vaults_own_folder(ask: Ask, vault: Path) -> None:
    answer = ask("backup", "--vault", vault)
    (file,) = (vault / "backups").iterdir()
    assert (answer.code, answer.err) == (0, "") and str(file) in answer.out


def test_backup_answers_in_json(ask: Ask, vault: Path, tmp_path: Path) -> None:
    answer = json.loads(ask("backup", tmp_path / "stick", "--vault", vault, "--json").out)
    assert Path(answer["file"]).stat().st_size == answer["bytes"] + 8192
    assert answer["reason"] == "by_hand" and answer["opens_with_passphrase"] and answer["counter"] > 0


def test_a_folder_that_cannot_be_written_is_a_no(ask: Ask, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    answer = ask("backup", tmp_path / "file" / "deeper", "--vault", vault)
    assert answer.code == 1 and "cannot be written" in answer.err and "Traceback" not in answer.err


def test_no_vault_is_a_no(ask: Ask, tmp_path: Path) -> None:
    answer = ask("backup", "--vault", tmp_path / "nowhere")
    assert answer.code == 1 and answer.err.count("\n") == 1


def test_verify_a_file(ask: Ask, backup: Path) -> None:
    answer = ask("verify", backup)
    assert answer.code == 0 and "whole" in answer.out and "30 clients" in answer.out
    told = json.loads(ask("verify", backup, "--json").out)
    assert told["whole"] and told["records"]["client"] == 30


def test_verify_a_damaged_file(ask: Ask, backup: Path) -> None:
    damage(backup)
    answer = ask("verify", backup)
    assert answer.code == 1 and answer.err.startswith("This backup is damaged")
    told = ask("verify", backup, "--json")
    assert told.code == 1 and json.loads(told.out)["whole"] is False


def test_verify_without_a_file_takes_the_vault_and_its_newest(ask: Ask, vault: Path) -> None:
    none = ask("verify", "--vault", vault)
    assert none.code == 1 and "no backup yet" in none.err
    ask("backup", "--vault", vault)
    assert ask("verify", "--vault", vault).code == 0
    (vault / "vault.db").write_bytes(b"damaged" * 4000)
    assert ask("verify", "--vault", vault).code == 1


def test_restore_into_an_empty_folder(ask: Ask, backup: Path, tmp_path: Path) -> None:
    answer = ask("restore", backup, tmp_path / "again")
    assert answer.code == 0 and "30 clients" in answer.out
    assert ask("find", "1001", "--vault", tmp_path / "again").code == 0


def test_restore_over_a_damaged_vault(ask: Ask, backup: Path, vault: Path) -> None:
    (vault / "vault.db").write_bytes(b"damaged" * 4000)
    told = json.loads(ask("restore", backup, vault, "--json").out)
    assert Path(told["set_aside"]).read_bytes() == b"damaged" * 4000
    assert told["passphrase"] == "current" and told["records"]["client"] == 30
    assert ask("find", "1001", "--vault", vault).code == 0


def test_restore_of_a_damaged_backup_changes_nothing(ask: Ask, backup: Path, vault: Path) -> None:
    damage(backup)
    before = {path.name: path.read_bytes() for path in vault.iterdir()}
    answer = ask("restore", backup, vault)
    assert answer.code == 1 and answer.err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in vault.iterdir()} == before


def test_the_recovery_key_alone(ask: Ask, tmp_path: Path) -> None:
    made = json.loads(ask("practice", tmp_path / "vault", "--clients", 2, "--json").out)
    backup = json.loads(ask("backup", "--vault", tmp_path / "vault", "--json").out)["file"]
    key_file = tmp_path / "recovery.txt"
    key_file.write_text(made["recovery_key"] + "\n")
    assert ask("verify", backup, "--recovery-key-file", key_file).code == 0
    assert ask("restore", backup, tmp_path / "again", "--recovery-key-file", key_file).code == 0
    for wrong in (opening.new_recovery().text, "ABCD-EFGH", ""):
        key_file.write_text(wrong)
        answer = ask("restore", backup, tmp_path / "third", "--recovery-key-file", key_file)
        assert answer.code == 1 and answer.err.count("\n") == 1 and not (tmp_path / "third").exists()


def test_a_key_file_from_elsewhere_is_told_and_stands_in_nobodys_way(
    ask: Ask, backup: Path, vault: Path
) -> None:
    key_file.seal(vault, bytes(16), opening.PRACTICE_PASSPHRASE, keys.SMALLEST)
    theirs = (vault / "vault.key").read_bytes()
    refused = ask("find", "1001", "--vault", vault)
    assert refused.code == 1 and "does not belong to this vault file" in refused.err
    assert ask("restore", backup, vault).code == 0
    assert ask("find", "1001", "--vault", vault).code == 0
    assert [path.read_bytes() for path in vault.glob("vault-before-restore-*.key")] == [theirs]


def test_restore_into_another_vault_is_a_no(ask: Ask, backup: Path, tmp_path: Path) -> None:
    home = tmp_path / "theirs"
    ask("practice", home, "--clients", 2, "--json")
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    answer = ask("restore", backup, home)
    assert answer.code == 1 and "has other keys than this backup" in answer.err
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_a_wrong_passphrase_is_a_no(ask: Ask, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "words").write_text("not the right words at all\n")
    answer = ask("verify", backup, "--passphrase-file", tmp_path / "words")
    assert answer.code == 1 and "passphrase is not right" in answer.err


@pytest.mark.parametrize("words", [("verify", "nowhere.nsdbackup"), ("restore", "one"), ("restore",)])
def test_a_bad_call(words: tuple[str, ...]) -> None:
    assert main(list(words)) == 2


@pytest.fixture
def keyed(tmp_path: Path) -> dict[str, Path]:
    """Return a vault of an office (not for practice) with a backup, its recovery key and its passphrase."""
    words = "four quiet words here"
    made = opening.create_vault(tmp_path / "office", passphrase=words, caseworker=dana(), cost=SMALLEST)
    clients.add_client(made.desk, client=Client(first_name="Ann", last_name="Mora"))
    backups.make_backup(made.desk)
    made.desk.close()
    (tmp_path / "recovery").write_text(made.recovery_key)
    (tmp_path / "words").write_text(words)
    return {"vault": tmp_path / "office", "key": tmp_path / "recovery", "words": tmp_path / "words"}


def test_the_recovery_key_opens_the_vault_for_every_command(ask: Ask, keyed: dict[str, Path]) -> None:
    given = ("--vault", keyed["vault"], "--recovery-key-file", keyed["key"])
    whole = ask("verify", *given)
    assert whole.code == 0 and "The vault is whole" in whole.out and "This backup is whole" in whole.out
    (keyed["vault"] / "vault.key").unlink()
    for words in (("find", "mora"), ("backup",), ("verify",)):
        assert ask(*words, *given).code == 0


def test_a_damaged_vault_has_its_newest_backup_looked_at(ask: Ask, keyed: dict[str, Path]) -> None:
    given = ("--vault", keyed["vault"], "--passphrase-file", keyed["words"])
    with (keyed["vault"] / "vault.db").open("r+b") as file:
        file.truncate(2000)
    answer = ask("verify", *given)
    assert answer.code == 1 and "damaged" in answer.err and "This backup is whole" in answer.out
    told = json.loads(ask("verify", *given, "--json").out)
    assert (told["vault_whole"], told["whole"]) == (False, True)


@pytest.mark.parametrize("instead", ["nothing", "a folder"])
def test_a_vault_whose_file_is_gone_is_told(ask: Ask, keyed: dict[str, Path], instead: str) -> None:
    (keyed["vault"] / "vault.db").unlink()
    if instead == "a folder":
        (keyed["vault"] / "vault.db").mkdir()
    answer = ask("find", "mora", "--vault", keyed["vault"], "--passphrase-file", keyed["words"])
    assert answer.code == 1 and VaultGone().sentence in answer.err


def test_a_folder_that_cannot_be_written_is_looked_at(
    ask: Ask, keyed: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise VaultReadOnly

    monkeypatch.setattr("noshow_desk.storage.vault._must_be_writable", refuse)
    given = ("--vault", keyed["vault"], "--passphrase-file", keyed["words"])
    (found,) = json.loads(ask("find", "mora", *given, "--json").out)
    assert ask("verify", *given).code == 0
    assert ask("backup", tmp_path / "elsewhere", *given).code == 0
    summary = ask("summary", found["case_number"], "--to", "json", "-o", tmp_path / "ann.json", *given)
    assert summary.code == 0 and "not written down" in summary.err
    file = tmp_path / "list.csv"
    file.write_text("name\nZora Quill\n", encoding="utf-8")
    assert ask("import", file, *given).code == 1
