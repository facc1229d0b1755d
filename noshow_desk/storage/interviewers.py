"""The people who wait, and the organisations behind them."""

from __future__ import annotations

from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.storage.named import Named
from noshow_desk.storage.session import Session


class Organisations(Named[Organisation]):
    """Employers, schools and agencies."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "organisation", Organisation)


class Interviewers(Named[Interviewer]):
    """The people of these organisations."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "interviewer", Interviewer)

    def of_organisation(self, organisation_id: str) -> list[Interviewer]:
        """Return the people of one organisation, by name."""
        return self._where(
            "organisation_id = ? AND archived_at IS NULL", (organisation_id,), "last_name, first_name, id"
        )
