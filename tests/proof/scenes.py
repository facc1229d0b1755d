"""What a writer does while it is recorded for the power cuts, and what must be left of it afterwards.

`python -m tests.proof.scenes careful|careless KEY FOLDER FILE` plays one scene in the vault folder FOLDER and
writes a line into FILE each time it tells the world that something is done. To add one: a line in `SCENES`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import backups, clients, opening, unsaved
from noshow_desk.services.backups import BackupKey
from noshow_desk.services.desk import Desk
from noshow_desk.storage import key_file, vault
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.outside import DATABASE_NAME
from tests.proof.acts import ACTS, Act
from tests.proof.samples import NOW, SECRET, new_vault, open_desk, put_back, rows_of
from tests.storage import rekey_kills

Say = Callable[[str], None]

NOTES = "She said the bus did not come, and that she did not know whom to call. " * 55  # 4 kB
SAVES = 18
MANY = 60  # clients added in one act: as many pages as fit into no single write


@dataclass(frozen=True, slots=True)
class Scene:
    """`make` makes a vault, `do` works on it and says what is done, `wrong` looks at what a power cut left.

    `wrong` gets the folder, everything that `do` ever said, and how much of it was said before the cut.
    """

    make: Callable[[Path], None]
    do: Callable[[Path, Say], None]
    wrong: Callable[[Path, Sequence[str], int], str | None]


def main(scenes: Mapping[str, Scene], key: str, folder: Path, file: Path) -> None:
    """Play one scene."""
    scenes[key].do(folder, partial(_tell, os.open(file, os.O_WRONLY)))


def _tell(number: int, text: str) -> None:
    os.write(number, f"{text}\n".encode())


# ------------------------------------------------------------------ the acts that may be killed too


def _scene(act: Act) -> Scene:
    return Scene(act.make, partial(_act, act), partial(_act_wrong, act))


def _act(act: Act, folder: Path, say: Say) -> None:
    act.do(folder)
    say("done")


def _act_wrong(act: Act, folder: Path, _said: Sequence[str], heard: int) -> str | None:
    return act.wrong(folder, bool(heard))


# ------------------------------------------------------------------ typing and saving


def _make_small(folder: Path) -> None:
    new_vault(folder, clients=3)


def _save(folder: Path, say: Say) -> None:
    """Type, save and add, with the pauses in which the log is moved into the file, over two sittings."""
    for _sitting in range(2):
        desk = open_desk(folder)
        say(rows_of(desk))
        for number in range(SAVES):
            _save_one(desk, number)
            say(rows_of(desk))
            if number % 5 == 4:
                desk.vault.checkpoint()
        opening.close(desk)


def _save_one(desk: Desk, number: int) -> None:
    person = desk.vault.clients.ids()[0]
    form, kind = f"client:{person}", number % 4
    if kind == 0:
        unsaved.keep_unsaved(desk, form_key=form, payload={"notes": f"{number} {NOTES}"})
    elif kind == 1:
        saved = replace(desk.vault.clients.get(person), notes=f"{number} {NOTES}")
        clients.edit_client(desk, client=saved, form_key=form)
    elif kind == 2:
        clients.add_client(desk, client=Client(first_name=f"Client {number}"))
    else:
        with desk.act():
            for one in range(MANY):
                desk.vault.clients.add(Client(first_name=f"Client {number}", last_name=f"Number {one}"))


def _moment_wrong(folder: Path, said: Sequence[str], heard: int) -> str | None:
    """What is in the vault is exactly what was there when the last word was said, or one act later."""
    desk = open_desk(folder)
    found = rows_of(desk)
    opening.close(desk)
    if found in said[max(heard - 1, 0) : heard + 1]:
        return None
    return f"as it was at moment {said.index(found)} of {heard}" if found in said else "as it never was"


# ------------------------------------------------------------------ opening after an earlier crash


def _make_killed(folder: Path) -> None:
    """Leave a vault as a killed program does: everything since the last pause is in the log alone."""
    before = folder.with_name("before")
    new_vault(before, clients=3)
    desk = open_desk(before)
    for number in range(SAVES):
        _save_one(desk, number)
    put_back(before, folder)
    opening.close(desk)


def _make_damaged(folder: Path) -> None:
    """Leave a vault that no key opens any more, with a log of its own, and a backup from before."""
    before = folder.with_name("before")
    new_vault(before, clients=3)
    desk = open_desk(before)
    backups.make_backup(desk)
    opening.close(desk)
    desk = open_desk(before)
    for number in (0, 4, 8):  # each as long as the other: no first page in the log makes up for the lost one
        desk.vault.checkpoint()
        _save_one(desk, number)
    put_back(before, folder)
    opening.close(desk)
    with (folder / DATABASE_NAME).open("r+b") as file:
        file.write(bytes(16))


def _restore_damaged(folder: Path, say: Say) -> None:
    (file,) = (folder / "backups").glob("*.nsdbackup")
    with tempfile.TemporaryDirectory() as place:
        backups.restore_backup(file, Path(place) / "vault", key=BackupKey(SECRET), now=NOW)
        desk = open_desk(Path(place) / "vault")
        say(rows_of(desk))  # what the backup holds
        opening.close(desk)
    backups.restore_backup(file, folder, key=BackupKey(SECRET), now=NOW)
    say("done")


def _restored_wrong(folder: Path, said: Sequence[str], heard: int) -> str | None:
    """The vault is as damaged as it was, or the one of the backup; the damaged file is still somewhere."""
    damaged = (folder / DATABASE_NAME).read_bytes()[:16] == bytes(16)
    try:
        desk = open_desk(folder)
    except (UserError, SystemTrouble) as trouble:
        return None if damaged and heard < 2 else f"restored, and does not open: {type(trouble).__name__}"
    found = rows_of(desk)
    opening.close(desk)
    if found != said[0]:
        return "a mixture"
    kept = any(path.read_bytes()[:16] == bytes(16) for path in folder.glob("vault-before-restore-*.db"))
    return None if kept else "restored, and the vault that was there is gone"


def _open(folder: Path, say: Say) -> None:
    desk = open_desk(folder)
    say(rows_of(desk))
    opening.close(desk)


class _Stopped(Exception):
    """Where a change of keys ends, as if the machine had stopped there."""


def _make_half_rekeyed(folder: Path) -> None:
    """Leave a vault that was cut off between its new database and its new key file."""
    rekey_kills.make(folder)
    with patch.object(key_file, "write_content", side_effect=_Stopped), suppress(_Stopped):
        rekey_kills.change(folder)


def _settle(folder: Path, say: Say) -> None:
    key = opening.derive_key(folder, passphrase=rekey_kills.NEW_WORDS, smallest=FAST_FOR_TESTS)
    say("the new passphrase opens")
    opening.close(opening.open_with(key))


def _settled_wrong(folder: Path, _said: Sequence[str], _heard: int) -> str | None:
    found = rekey_kills.who_opens(folder)
    return None if found == "new" else found


# ------------------------------------------------------------------ careless ones: the proof must notice them


def _save_unsynced(folder: Path, say: Say) -> None:
    """Save as a program does that never waits for the disk."""
    fast = [one.replace("synchronous = FULL", "synchronous = OFF") for one in vault._PRAGMAS]
    with patch.object(vault, "_PRAGMAS", fast):
        _save(folder, say)


def _change_unsynced(folder: Path, say: Say) -> None:
    """Change the passphrase as a program does that renames what is not on the disk yet."""
    with patch.object(os, "fsync"):
        _act(ACTS["passphrase"], folder, say)


SCENES = {
    "saving": Scene(_make_small, _save, _moment_wrong),
    "passphrase": _scene(ACTS["passphrase"]),
    "rekey": _scene(ACTS["rekey"]),
    "restore": _scene(ACTS["restore"]),
    "restore over a damaged vault": Scene(_make_damaged, _restore_damaged, _restored_wrong),
    "making": _scene(ACTS["making"]),
    "backup": _scene(ACTS["backup"]),
    "migration": _scene(ACTS["migration"]),
    "erasing": _scene(ACTS["erasing"]),
    "opening after a crash": Scene(_make_killed, _open, _moment_wrong),
    "opening half rekeyed": Scene(_make_half_rekeyed, _settle, _settled_wrong),
}
CARELESS = {
    "saving": Scene(_make_small, _save_unsynced, _moment_wrong),
    "passphrase": replace(SCENES["passphrase"], do=_change_unsynced),
}


if __name__ == "__main__":
    main(SCENES if sys.argv[1] == "careful" else CARELESS, sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
