"""Which language the command line speaks: the one a vault is set to, else that of the environment."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from pathlib import Path

from noshow_desk import paths
from noshow_desk.services.look import look_of

_VAULT = "--vault"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides
_SPANISH = ("es", "spanish")  # the second: as Windows calls it


def language_of_call(arguments: Sequence[str]) -> str:
    """Return the language for a call, known before its words are taken apart: help and complaints need it."""
    return language_for(_named_folder(arguments) or paths.vault_home())


def language_for(folder: Path) -> str:
    """Return the language of the screens that the vault in `folder` is set to; where none is, that of the
    environment.
    """
    return look_of(folder).values.get("screen_language") or _of_environment()


def _named_folder(arguments: Sequence[str]) -> Path | None:
    for at, word in enumerate(arguments):
        if word.startswith(f"{_VAULT}="):
            return Path(word.partition("=")[2])
        if word == _VAULT and at + 1 < len(arguments):
            return Path(arguments[at + 1])
    return None


def _of_environment() -> str:
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), None)
    spoken = (named or locale.getlocale()[0] or "").partition("_")[0].partition(".")[0]
    return "es" if spoken.casefold() in _SPANISH else "en"
