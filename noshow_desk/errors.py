"""The two kinds of trouble a person can meet; anything else is a bug and goes to the crash dialog."""

from __future__ import annotations


class UserError(Exception):
    """Something the person can put right.

    `sentence` is shown as it is (already translated): what happened and what to do. `field` names the
    input it belongs to, so that a form can show it there; empty for a message of its own.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotFound(UserError):
    """What was asked for is not in the vault (command line: exit 1)."""


class SystemTrouble(Exception):
    """The machine is in the way: disk full, file locked or damaged. `sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
