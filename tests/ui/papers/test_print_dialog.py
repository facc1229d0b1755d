"""The preview shows the pages that will be printed; what was chosen is there the next time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import PaperSize
from noshow_desk.printing import printer
from noshow_desk.printing.envelope import lay_out_envelope
from noshow_desk.printing.printout import Printout
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import PageSetup, page_setup
from noshow_desk.ui.papers import print_dialog
from noshow_desk.ui.papers.print_dialog import PrintDialog
from noshow_desk.ui.papers.sheets import Sheets, pages_of
from tests.export.samples import block, letter


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Printout]:
    """What went to the printer, with nobody asked for one."""
    gone: list[Printout] = []
    monkeypatch.setattr(printer.PrintDesk, "print_printouts", lambda _desk, given: gone.extend(given))
    return gone


def sheets(of: Letter, *, draft: bool = False) -> Sheets:
    """Return a letter as it goes to the printer."""
    return Sheets(kind=of.kind, lay_out=partial(pages_of, of, draft))


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> PrintDialog:
    """The preview of a thank-you note."""
    shown = PrintDialog(desk, sheets(letter()))
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
    again = PrintDialog(desk, sheets(letter()))
    qtbot.addWidget(again)
    assert again.setup() == chosen


def test_looking_remembers_nothing(dialog: PrintDialog, desk: Desk) -> None:
    dialog.margin.set_value(0.75)
    assert page_setup(desk, PaperKind.THANK_YOU) == PageSetup()


def test_a_draft_is_shown_as_one(desk: Desk, qtbot: QtBot) -> None:
    shown = PrintDialog(desk, sheets(letter(), draft=True))
    qtbot.addWidget(shown)
    assert shown.printout()._draft


def test_a_pocket_card_has_no_choice_of_margins(desk: Desk, qtbot: QtBot) -> None:
    shown = PrintDialog(desk, sheets(letter(kind=PaperKind.PLAN_CARD)))
    qtbot.addWidget(shown)
    shown.show()
    assert shown.copies.isVisible() and not shown.margin.isVisible()
    assert shown.printout().page_count == 1


def test_an_envelope_has_one_size_and_remembers_nothing(
    desk: Desk, qtbot: QtBot, printed: list[Printout]
) -> None:
    to = Block(BlockKind.ADDRESS, ((Run("Ms. Rosa Alvarez", field=RECIPIENT),),))
    envelope = lay_out_envelope(letter(blocks=(to,)))
    shown = PrintDialog(desk, Sheets(kind=None, lay_out=lambda _options: envelope))
    qtbot.addWidget(shown)
    shown.show()
    assert shown.copies.isVisible() and not shown.margin.isVisible() and not shown.size_field.isVisible()
    shown.copies.set_value(3)
    shown.print_button.click()
    assert printed == [envelope] and shown._printer.copies == 3
    assert all(page_setup(desk, kind) == PageSetup() for kind in PaperKind)


def test_what_no_font_has_is_named_and_hinders_nothing(desk: Desk, qtbot: QtBot, dialog: PrintDialog) -> None:
    assert not dialog.boxes.isVisible()
    shown = PrintDialog(desk, sheets(letter(blocks=(block("Thank you 🙂 Zoë 李小龍"),))))
    qtbot.addWidget(shown)
    shown.show()
    assert shown.boxes.isVisible() and "🙂" in shown.boxes.text() and "李" not in shown.boxes.text()
    assert shown.print_button.isEnabled()


def test_a_full_disk_keeps_no_setup_and_hinders_no_printing(
    dialog: PrintDialog, printed: list[Printout], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise SystemTrouble("No room.")

    monkeypatch.setattr(print_dialog, "keep_page_setup", full)
    dialog.print_button.click()
    assert len(printed) == 1


def test_a_file_on_a_full_disk_is_a_sentence_and_nothing_is_printed(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")
    printed: list[int] = []
    dialog.printed.connect(printed.append)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QPrintDialog)))
    (asked,) = dialog.findChildren(QPrintDialog)
    asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.printer().setOutputFileName(str(tmp_path / "note.pdf"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        with qtbot.waitSignal(dialog.failed) as told:
            asked.done(QDialog.DialogCode.Accepted)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "note.pdf" in told.args[0] and "make room" in told.args[0]
    assert not printed and dialog.isVisible() and not list(tmp_path.iterdir())
