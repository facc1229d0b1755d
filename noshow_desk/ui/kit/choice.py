"""One option of those a person can choose from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """The value it stands for, what it says, an icon, a second line, a count."""

    value: object
    text: str
    icon: str = ""
    hint: str = ""
    count: int | None = None
