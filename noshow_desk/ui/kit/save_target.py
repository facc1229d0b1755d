"""The file that is really written, for the name that was typed; asks before it replaces one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from noshow_desk.domain.file_names import typed_file_name
from noshow_desk.i18n import _
from noshow_desk.ui.kit.question import Question

_SUFFIX = re.compile(r"\*(\.[\w.]+)")


class Asks(Protocol):
    """What asks the person: `Dialogs`, which opens this one."""

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask, and tell the answer."""

    def choose_target(self, title: str, name: str, pattern: str, chosen: Callable[[Path], None]) -> None:
        """Let a place to write be chosen."""


@dataclass(frozen=True, slots=True)
class SaveTarget:
    """A place to write that is being chosen in a dialog called `title`. `wanted` tells the file pattern that
    is set there, `pattern` holds all that it offers; `chosen` gets the place.
    """

    dialogs: Asks
    title: str
    wanted: Callable[[], str]
    pattern: str
    chosen: Callable[[Path], None]

    def take(self, typed: Path) -> None:
        """Take the place that was typed, or ask about the one that is meant."""
        suffixes = _SUFFIX.findall(self.wanted()) + _SUFFIX.findall(self.pattern)
        target = typed.with_name(typed_file_name(typed.name, suffixes))
        renamed = not target.name.startswith(typed_file_name(typed.name, ()))
        # The system's own dialog has asked there, whatever it is told.
        told = sys.platform == "darwin" and target == typed
        if _is_there(target) and not told:
            self._ask_to_replace(target)
        elif renamed:
            self._ask_to_rename(typed, target)
        else:
            self.chosen(target)

    def _ask_to_replace(self, target: Path) -> None:
        text = _("{name} is in this folder already. What is in it would be lost.")
        self._ask(_("Replace the file?"), text.format(name=target.name), _("Replace it"), target)

    def _ask_to_rename(self, typed: Path, target: Path) -> None:
        text = _("What is saved is no {suffix} file, so it is called {name}.")
        said = text.format(suffix=typed.suffix, name=target.name)
        self._ask(_("Save it under another name?"), said, _("Save it so"), target)

    def _ask(self, title: str, text: str, verb: str, target: Path) -> None:
        answers = (("again", _("Choose another name")), ("take", verb))
        self.dialogs.ask(Question(title, text, answers), partial(self._on_answered, target))

    def _on_answered(self, target: Path, answer: str) -> None:
        if answer == "take":
            self.chosen(target)
        elif answer == "again":
            self.dialogs.choose_target(self.title, target.name, self.pattern, self.chosen)


def _is_there(target: Path) -> bool:
    try:
        return target.exists()
    except OSError:  # a name that the system refuses: who writes the file says why
        return False
