"""What storage loads when, so that the first window need not wait for it."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("sqlite_utils", "sqlcipher3", "nacl", "argon2", "msgspec", "noshow_desk.domain.incident")


def loaded_after(program: str) -> set[str]:
    shown = f"import sys\n{program}\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", shown], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_knowing_how_to_open_loads_nothing_heavy() -> None:
    assert (
        loaded_after("from noshow_desk.storage import vault, key_file, keys, recovery, passphrase") == set()
    )


def test_warming_up_loads_everything() -> None:
    assert loaded_after("from noshow_desk.storage import vault; vault.warm_up()") == set(HEAVY)


def test_sqlite_utils_uses_our_driver_and_its_errors() -> None:
    program = (
        "from noshow_desk.storage import vault; vault.warm_up()\n"
        "from sqlite_utils import utils; import sqlcipher3.dbapi2 as ours\n"
        "assert utils.OperationalError is ours.OperationalError"
    )
    assert "sqlite_utils" in loaded_after(program)
