"""The person who waited, and the organisation behind them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An employer, school or agency."""

    id: str = ""
    name: str = ""
    postal_address: str = ""
    phone: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviewer:
    """The person who waited. `courtesy_title` is as the person wants it ("Ms."); `notes` hold no client
    names.
    """

    id: str = ""
    organisation_id: str = ""
    first_name: str = ""
    last_name: str = ""
    courtesy_title: str = ""
    job_title: str = ""
    phones: tuple[str, ...] = ()
    best_hours: str = ""
    email: str = ""
    postal_address: str = ""
    language: str = "en"
    second_chance_policy: str = ""
    notes: str = ""

    @property
    def full_name(self) -> str:
        """First and last name without a title."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    @property
    def formal_name(self) -> str:
        """The name to greet by: "Ms. Alvarez"; the full name when the title or the last name is unknown."""
        if self.courtesy_title and self.last_name:
            return f"{self.courtesy_title} {self.last_name}"
        return self.full_name
