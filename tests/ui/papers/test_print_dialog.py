"""The preview shows the pages that will be printed; what was chosen is there the next time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import PaperSize
from noshow_desk.printing import printer
from noshow_desk.printing.printout import Printout
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import PageSetup, page_setup
from noshow_desk.ui.papers.print_dialog import PrintDialog
from tests.export.samples import letter


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Printout]:
    """What went to the printer, with nobody asked for one."""
    gone: list[Printout] = []
    monkeypatch.setattr(printer.PrintDesk, "print_printouts", lambda _desk, given: gone.extend(given))
    return gone


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> PrintDialog:
    """The preview of a thank-you note."""
    shown = PrintDialog(desk, letter(), draft=False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_what_is_shown_is_printed_and_remembered(
    dialog: PrintDialog, desk: Desk, printed: list[Printout], qtbot: QtBot
) -> None:
    dialog.size_field.set_value("a4")
    dialog.margin.set_value(1.25)
    dialog.copies.set_value(2)
    dialog.print_button.click()
    (gone,) = printed
    assert gone.sheet.width == PaperSize.A4.inches[0] and gone.sheet.margin == 1.25
    assert dialog._printer.copies == 2
    chosen = PageSetup(size="a4", margin=1.25, copies=2)
    assert page_setup(desk, PaperKind.THANK_YOU) == chosen
    again = PrintDialog(desk, letter(), draft=False)
    qtbot.addWidget(again)
    assert again.setup() == chosen


def test_looking_remembers_nothing(dialog: PrintDialog, desk: Desk) -> None:
    dialog.margin.set_value(0.75)
    assert page_setup(desk, PaperKind.THANK_YOU) == PageSetup()


def test_a_draft_is_shown_as_one(desk: Desk, qtbot: QtBot) -> None:
    shown = PrintDialog(desk, letter(), draft=True)
    qtbot.addWidget(shown)
    assert shown.printout()._draft


def test_a_pocket_card_has_no_choice_of_margins(desk: Desk, qtbot: QtBot) -> None:
    shown = PrintDialog(desk, letter(kind=PaperKind.PLAN_CARD), draft=False)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.copies.isVisible() and not shown.margin.isVisible()
    assert shown.printout().page_count == 1
