"""The sheet with the recovery key: what is printed is enough, even when the program is gone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pytest

from noshow_desk.i18n import set_language
from noshow_desk.services import opening
from noshow_desk.storage import backup_header, keys
from noshow_desk.ui.front.key_sheet import key_letter


@pytest.fixture(params=["en", "es"])
def sheet(request: pytest.FixtureRequest) -> Iterator[tuple[str, opening.Recovery]]:
    """The words of a sheet in each language, and the key on it."""
    recovery = opening.new_recovery()
    set_language(request.param)
    words = "\n".join(
        run.text for block in key_letter(recovery).blocks for line in block.lines for run in line
    )
    set_language("en")
    yield words, recovery


def test_the_key_is_on_it_group_by_group(sheet: tuple[str, opening.Recovery]) -> None:
    words, recovery = sheet
    assert re.findall(r"^\d\.  (\w{4})$", words, re.MULTILINE) == list(recovery.groups)


def test_its_last_lines_are_enough_to_open_a_backup(sheet: tuple[str, opening.Recovery]) -> None:
    """Their numbers are the numbers of the program."""
    words, recovery = sheet
    told = words.splitlines()[-1]
    header, version, characters, length, base, hash_bits, size = (
        int(number) for number in re.findall(r"\d+", told.replace("“1”", "").replace("«1»", ""))[:7]
    )
    person = re.search(r"(noshow-database\.)$", told)
    assert (header, version, characters, length, base, hash_bits) == (backup_header.BLOCK, 4, 26, 16, 32, 2)
    assert person and len(person[1]) == 16
    made = hashlib.blake2b(b"1", key=recovery.secret, person=person[1].encode(), digest_size=size).digest()
    assert made == keys.database_key(recovery.secret)
