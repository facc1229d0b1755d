"""Data outlives the program: what the help writes down opens a backup, followed to the letter.

The program of the help page runs in a fresh process that has nothing of NoShow Desk; the sentences of the
page are followed step by step with hashlib, argon2 and a seal alone. The program is asked only to compare.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.paths import resource
from noshow_desk.storage import backup_folder, backup_header, driver, key_file, keys, recovery, vault
from noshow_desk.storage.backup_schedule import Reason
from noshow_desk.storage.replace import write_by_replace
from tests.storage.vaults import NOW, PASSPHRASE, act

LANGUAGES = ("en", "es")


def page(language: str) -> str:
    """Return the help page as a reader has it."""
    return resource(f"help/{language}/outlives.txt").read_text(encoding="utf-8")


def code(language: str) -> list[str]:
    """Return the blocks of code on the page: what to type, and the program."""
    blocks: list[str] = [""]
    for line in page(language).splitlines():
        if line.startswith("|"):
            blocks[-1] += line[1:].removeprefix(" ") + "\n"
        elif blocks[-1]:
            blocks.append("")
    return [block for block in blocks if block]


def number(pattern: str, language: str = "en") -> int:
    """Return the one number that `pattern` finds on the page."""
    found = re.findall(pattern, page(language))
    assert len(set(found)) == 1, (pattern, found)
    return int(found[0])


@pytest.fixture
def backup(folder: Path, secret: bytes, tmp_path: Path) -> Path:
    """A backup with Ann Zweigert in it."""
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.add(Client(id="ann", first_name="Ann", last_name="Zweigert"))
    path, _header = backup_folder.keep(opened, tmp_path / "stick", reason=Reason.BY_HAND, made_at=NOW)
    opened.close()
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_of_the_help_reads_a_name(
    backup: Path, secret: bytes, tmp_path: Path, language: str
) -> None:
    """From the text of the recovery key and the file to a name, with nothing of this program at hand."""
    place = tmp_path / "far away"
    place.mkdir()
    guard = "import sys; assert not any(name.startswith('noshow') for name in sys.modules)\n"
    (place / "open.py").write_text(code(language)[1] + guard, encoding="utf-8")
    (place / "noshow_desk.py").write_text("raise ImportError('not here')\n")
    printed = recovery.write(secret).lower().replace("0", "o").replace("1", "l")
    command = [sys.executable, "-E", "-s", "open.py", printed, str(backup)]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("Ann Zweigert\n", "")


def test_both_languages_give_the_same_program_and_the_same_numbers() -> None:
    english, spanish = code("en"), code("es")
    assert english == spanish and len(english) == 2
    numbers = [re.findall(r"\d{2,}|0x\d+", page(language)) for language in LANGUAGES]
    assert numbers[0] == numbers[1]


def test_what_to_type_by_hand(backup: Path, secret: bytes, tmp_path: Path) -> None:
    """The four lines for a terminal: what `tail` cuts off, and what SQLCipher is told."""
    cut, shell, pragma, select = code("en")[0].splitlines()
    offset = re.fullmatch(r"tail -c \+(\d+) FILE > vault\.db", cut)
    assert offset and shell == "sqlcipher vault.db"
    (tmp_path / "vault.db").write_bytes(backup.read_bytes()[int(offset[1]) - 1 :])
    connection = driver.library().connect(str(tmp_path / "vault.db"))
    connection.execute(pragma.replace("…", database_key(secret).hex()).rstrip(";"))
    assert connection.execute(select.rstrip(";")).fetchall() == [("Ann", "Zweigert")]
    connection.close()


def database_key(secret: bytes) -> bytes:
    """Follow the sentence about the database key."""
    person = re.search(r"personalised with (noshow-database\S+) \(16 bytes", page("en"))
    assert person and len(person[1]) == 16
    size = number(r"The database key is BLAKE2b with (\d+) bytes")
    return hashlib.blake2b(b"\x31", key=secret, person=person[1].encode(), digest_size=size).digest()


def test_the_sentences_about_the_recovery_key(secret: bytes) -> None:
    digits = re.search(r"with the digits (\w+)\.", page("en"))
    assert digits and number(r"has (\d+) characters") == 28
    written = recovery.write(secret).replace("-", "")
    first = number(r"The first (\d+) are one number")
    value = 0
    for letter in written[:first]:
        value = value * number(r"one number in base (\d+)") + digits[1].index(letter)
    assert value.to_bytes(number(r"That number as (\d+) bytes"), "big") == secret
    check = value % number(r"modulo (\d+)")
    assert written[first:] == digits[1][check // 32] + digits[1][check % 32]
    assert database_key(secret) == keys.database_key(secret)


def test_the_sentences_about_the_header(backup: Path, secret: bytes) -> None:
    block = backup.read_bytes()[: number(r"Bytes 0 to (\d+) are the header") + 1]
    body = backup.read_bytes()[len(block) :]
    word = re.search(r"Bytes 0 to 15 of the header are the word (\w+)\.", page("en"))
    assert word and block[:16] == word[1].encode() and len(block) == backup_header.BLOCK
    start = number(r"the text from byte (\d+) on")
    length = int.from_bytes(block[16:start], "big")
    plain = json.loads(block[start : start + length])
    first, last = (number(rf"Bytes {at} to (\d+) are") for at in (8128, 8160))
    assert (first, last) == (8159, 8191) and not any(block[start + length : 8128])
    assert hashlib.blake2b(block[:8128], digest_size=32).digest() == block[8128:8160]
    seal = hashlib.blake2b(block[:8160], key=backup_key(secret), digest_size=32).digest()
    assert seal == block[8160:]
    assert plain["size"] == len(body)
    assert plain["hash"] == hashlib.blake2b(body, digest_size=32).hexdigest()
    assert plain["made_at"] == NOW.isoformat()


def backup_key(secret: bytes) -> bytes:
    """Follow the sentence about the backup key."""
    person = re.search(r"personalised with (noshow-backup\.\.\.) \(16 bytes, with three dots\)", page("en"))
    assert person and len(person[1]) == 16
    return hashlib.blake2b(b"1", key=secret, person=person[1].encode(), digest_size=32).digest()


@pytest.mark.parametrize("where", ["the header", "vault.key"])
def test_the_sentences_about_the_passphrase(backup: Path, folder: Path, secret: bytes, where: str) -> None:
    written = "Crème  brûlée\u00a0und vier Wörter"
    typed = unicodedata.normalize("NFD", written)
    if where == "vault.key":
        key_file.seal(folder, secret, typed, keys.FAST_FOR_TESTS)
        slot = json.loads((folder / "vault.key").read_bytes())
    else:
        typed = PASSPHRASE
        block = backup.read_bytes()[:8192]
        slot = json.loads(block[20 : 20 + int.from_bytes(block[16:20], "big")])["key_slot"]
    assert opened_by_passphrase(slot, typed) == secret


def opened_by_passphrase(slot: dict[str, Any], typed: str) -> bytes:
    """Follow the three sentences from the passphrase to S."""
    from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as open_seal

    form = re.search(r"to Unicode form (\w+), each kind of blank made a plain one, as UTF-8", page("en"))
    kdf = re.search(r"(argon2id) of it with “salt” .* with “(\w+)”, “(\w+)” and “(\w+)” of “kdf”", page("en"))
    beside = re.search(r"the JSON of ([\w, ]+) and (\w+), keys sorted, no spaces", page("en"))
    assert form and kdf and beside and "argon2 version 1.3" in page("en") and ARGON2_VERSION == 0x13
    assert slot["kdf"]["name"] == kdf[1]
    normal = unicodedata.normalize(form[1], typed)
    plain = "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in normal)
    cost = [slot["kdf"][name] for name in kdf.groups()[1:]]
    key = hash_secret_raw(plain.encode(), bytes.fromhex(slot["salt"]), *cost, 32, Type.ID)
    names = [*beside[1].split(", "), beside[2]]
    data = json.dumps({name: slot[name] for name in names}, sort_keys=True, separators=(",", ":")).encode()
    return open_seal(bytes.fromhex(slot["sealed"]), data, bytes.fromhex(slot["nonce"]), key)


def test_the_vault_itself_opens_in_the_same_way(folder: Path, secret: bytes, tmp_path: Path) -> None:
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.add(Client(id="ann", first_name="Ann", last_name="Zweigert"))
    opened.close()
    write_by_replace(tmp_path / "copy.db", (folder / "vault.db").read_bytes())
    connection = driver.library().connect(str(tmp_path / "copy.db"))
    connection.execute(f"PRAGMA key = \"x'{database_key(secret).hex()}'\"")
    assert connection.execute("SELECT first_name FROM client").fetchall() == [("Ann",)]
    connection.close()
