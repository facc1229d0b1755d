"""Where things are: bundled resources and the folders of this user."""

from __future__ import annotations

import sys
from pathlib import Path

APP_FOLDER = "NoShow Desk"
NOTE = "vault-folder.txt"  # in the data folder: where a vault is that was put somewhere else


def resource(name: str) -> Path:
    """Return the path of a bundled file or folder under resources/, e.g. `resource("themes/light.json")`.

    The only code that knows whether we run from a checkout, a wheel or a frozen build.
    Raises FileNotFoundError when the build forgot the file.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    homes = [Path(frozen)] if frozen else [package.parent, package]
    for home in homes:
        path = home / "resources" / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{name} is not part of this build")


def data_folder() -> Path:
    """Return the folder in which this user's vault lives (not created)."""
    import platformdirs  # deferred: 40 ms, and only a start without --vault needs it

    return Path(platformdirs.user_data_dir(APP_FOLDER, appauthor=False, roaming=False))


def vault_home() -> Path:
    """Return the folder where this user's vault is: the one that was chosen for it, else `data_folder()`."""
    home = data_folder()
    try:
        chosen = Path((home / NOTE).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return home
    return chosen if chosen.is_absolute() else home


def note_vault_home(folder: Path) -> None:
    """Find this user's vault in `folder` from now on. Raises OSError when that cannot be written."""
    home = data_folder()
    home.mkdir(parents=True, exist_ok=True)
    new = home / f"{NOTE}.new"
    new.write_text(f"{folder}\n", encoding="utf-8")
    new.replace(home / NOTE)


def log_folder() -> Path:
    """Return the folder of the log files (not created)."""
    import platformdirs  # deferred: 40 ms, and only a start without --vault needs it

    return Path(platformdirs.user_log_dir(APP_FOLDER, appauthor=False))
