"""The envelope of a note: offered where the letter bears an address, and only after the question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.printing import printer
from noshow_desk.printing.printout import Printout
from noshow_desk.services import interviewers, papers, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.save_as import SaveAs
from noshow_desk.ui.papers.print_dialog import PrintDialog
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.kit.fake_dialogs import FakeDialogs


def a_letter(desk: Desk, address: str) -> str:
    """Return an incident whose thank-you note goes to this address."""
    made = cases.granted(desk)
    person = queries.facts(desk, made).interviewer
    interviewers.edit_interviewer(desk, interviewer=replace(person, postal_address=address))
    return made


def test_the_envelope_is_shown_and_then_printed(
    desk: Desk, wizard: Open, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Printout] = []
    monkeypatch.setattr(printer.PrintDesk, "print_printouts", lambda _desk, given: printed.extend(given))
    page = wizard(a_letter(desk, "1200 Harbor Road\nBayside, NY 11360"), "note")
    button = page.view().findChild(SaveAs)._envelope
    assert button.isVisible()
    button.click()
    (preview,) = dialogs.shown
    assert isinstance(preview, PrintDialog) and "1200 Harbor Road" in preview.printout().text()
    assert not printed
    preview.print_button.click()
    assert "1200 Harbor Road" in printed[0].text()


def test_an_email_has_no_envelope(desk: Desk, wizard: Open) -> None:
    made = a_letter(desk, "1200 Harbor Road")
    papers.draft_paper(
        desk, incident_id=made, kind=PaperKind.THANK_YOU, channel=Channel.EMAIL, reason="They asked for it."
    )
    page = wizard(made, "note")
    assert not page.view().findChild(SaveAs)._envelope.isVisible()
