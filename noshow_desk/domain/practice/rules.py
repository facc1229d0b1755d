"""What an office may set about the practice: days in the mail, and the days on which nobody works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """`mail_days` is how long a letter travels, in working days; `holidays` are the public holidays around
    now.
    """

    mail_days: int = 3
    holidays: frozenset[date] = frozenset()
