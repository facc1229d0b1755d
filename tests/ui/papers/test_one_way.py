"""Every dialog with a paper goes the same way: remembered setup, preview, question, inside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import language, set_language
from noshow_desk.printing import printer
from noshow_desk.printing.printout import Printout
from noshow_desk.services import clients, queries, sending
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import PageSetup, keep_page_setup, page_setup
from noshow_desk.services.sending import Leaving
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.papers.batch_dialog import BatchDialog
from noshow_desk.ui.papers.paper_dialog import PaperDialog
from noshow_desk.ui.papers.print_dialog import PrintDialog
from noshow_desk.ui.papers.sent_dialog import SentDialog
from noshow_desk.ui.papers.sheets import Sheets, pages_of
from noshow_desk.ui.papers.summary_dialog import SummaryDialog
from noshow_desk.ui.papers.worksheet_dialog import WorksheetDialog
from tests.export.samples import letter
from tests.services.batching import granted, note
from tests.ui.accessible import nameless
from tests.ui.kit.fake_dialogs import FakeDialogs

A4 = 210 / 25.4
Make = Callable[[str], PaperDialog]
NAMES = ("worksheet", "summary", "sent", "batch")
KINDS = {"worksheet": PaperKind.WORKSHEET, "summary": PaperKind.SUMMARY}


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def below(qtbot: QtBot) -> QWidget:
    """The window under the dialogs."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def make(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, below: QWidget) -> Make:
    """Open one of the dialogs, by its name; the batch once it has looked."""

    def made(name: str) -> PaperDialog:
        dialog = _made(name, desk, bridge, dialogs, below)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        if isinstance(dialog, BatchDialog):
            qtbot.waitUntil(dialog.one_button.isEnabled, timeout=20_000)
        return dialog

    return made


def _made(name: str, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, below: QWidget) -> PaperDialog:
    if name == "worksheet":
        return WorksheetDialog(desk, dialogs, below)
    if name == "print":
        return PrintDialog(desk, Sheets(kind=PaperKind.THANK_YOU, lay_out=_pages), below)
    incident_id = granted(desk, "Ana Cruz")
    paper_id = note(desk, incident_id)
    if name == "summary":
        return SummaryDialog(desk, bridge, dialogs, queries.facts(desk, incident_id).client.id, below)
    if name == "batch":
        return BatchDialog(desk, bridge, dialogs, below)
    leaving = Leaving(incident_id=incident_id, paper_id=paper_id, content=b"%PDF-1.4")
    sending.mark_all_sent(desk, sent=list(sending.finals(desk, [leaving])))
    sheet = queries.sent_paper(desk, paper_id)
    assert sheet is not None
    return SentDialog(desk, dialogs, sheet, below)


def _pages(options: object) -> Printout:
    return pages_of(letter(), False, options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_print_shows_the_preview_with_what_is_remembered(
    make: Make, name: str, desk: Desk, dialogs: FakeDialogs
) -> None:
    kind = KINDS.get(name, PaperKind.THANK_YOU)
    keep_page_setup(desk, kind=kind, setup=PageSetup(size="a4", margin=0.75, copies=2))
    dialog = make(name)
    dialog.print_button.click()  # type: ignore[attr-defined]
    assert dialogs.asked == ["Print"]
    (preview,) = dialogs.shown
    assert isinstance(preview, PrintDialog)
    assert preview.setup() == PageSetup(size="a4", margin=0.75, copies=2)
    for shown in (preview.preview, dialog.preview):
        assert shown._printout is not None
        assert (shown._printout.sheet.width, shown._printout.sheet.margin) == (pytest.approx(A4), 0.75)


@pytest.mark.parametrize("name", ["worksheet", "summary", "sent"])
def test_what_is_chosen_there_is_printed_and_shown_afterwards(
    make: Make, name: str, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[Printout] = []

    def printed(desk: printer.PrintDesk, given: list[Printout]) -> None:
        gone.extend(given)
        desk.printed.emit(1)

    monkeypatch.setattr(printer.PrintDesk, "print_printouts", printed)
    dialog = make(name)
    dialog.print_button.click()  # type: ignore[attr-defined]
    preview = dialogs.shown[0]
    assert isinstance(preview, PrintDialog)
    preview.size_field.set_value("a4")
    preview.print_button.click()
    assert gone[0].sheet.width == pytest.approx(A4)
    assert dialog.preview._printout is not None
    assert dialog.preview._printout.sheet.width == pytest.approx(A4)


@pytest.mark.parametrize("name", ["worksheet", "summary", "batch"])
def test_a_file_is_made_with_what_is_remembered(
    make: Make, name: str, desk: Desk, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    setup = PageSetup(size="a4", margin=0.75)
    keep_page_setup(desk, kind=KINDS.get(name, PaperKind.THANK_YOU), setup=setup)
    dialog = make(name)
    dialogs.answers.extend([tmp_path / "out.pdf", ""])
    button = dialog.one_button if isinstance(dialog, BatchDialog) else dialog.save_button  # type: ignore[attr-defined]
    button.click()
    qtbot.waitUntil((tmp_path / "out.pdf").exists, timeout=20_000)
    page = PdfReader(BytesIO((tmp_path / "out.pdf").read_bytes())).pages[0]
    assert float(page.mediabox.width) / 72 == pytest.approx(A4, abs=0.02)


def test_a_summary_names_what_no_font_has(
    qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, below: QWidget
) -> None:
    client = queries.facts(desk, granted(desk, "Ana Cruz")).client
    dialog = SummaryDialog(desk, bridge, dialogs, client.id, below)
    dialog.show()
    assert dialog.boxes.isHidden() and dialog.boxes.text() == ""
    clients.edit_client(desk, client=replace(client, last_name="Cruz 🙂"))
    dialog.show_summary()
    assert (
        dialog.boxes.isVisible() and "“Cruz 🙂”: paper and PDF would show an empty box" in dialog.boxes.text()
    )


def test_a_word_file_has_the_margins_too(make: Make, desk: Desk, tmp_path: Path) -> None:
    for kind in (PaperKind.WORKSHEET, PaperKind.SUMMARY):
        keep_page_setup(desk, kind=kind, setup=PageSetup(size="a4", margin=0.75))
    worksheet, summary = make("worksheet"), make("summary")
    worksheet.write(tmp_path / "one.docx")  # type: ignore[attr-defined]
    summary._write("docx", tmp_path / "two.docx")  # type: ignore[attr-defined]
    for name in ("one.docx", "two.docx"):
        section = Document(str(tmp_path / name)).sections[0]
        assert (section.page_width.inches, section.left_margin.inches) == (
            pytest.approx(A4, abs=0.01),
            pytest.approx(0.75),
        )


def test_a_printer_that_takes_nothing_is_told(
    make: Make, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        printer.PrintDesk, "print_printouts", lambda desk, _given: desk.failed.emit("It is off.")
    )
    make("worksheet").print_button.click()  # type: ignore[attr-defined]
    preview = dialogs.shown[0]
    assert isinstance(preview, PrintDialog)
    preview.print_button.click()
    assert dialogs.asked[-1] == "It was not printed: It is off."


def test_a_setup_belongs_to_its_kind_of_paper(make: Make, desk: Desk, dialogs: FakeDialogs) -> None:
    keep_page_setup(desk, kind=PaperKind.WORKSHEET, setup=PageSetup(size="a4"))
    assert page_setup(desk, PaperKind.SUMMARY) == PageSetup()
    assert make("summary").preview._printout.sheet.width == 8.5  # type: ignore[union-attr]


@pytest.mark.parametrize("name", [*NAMES, "print"])
def test_everything_that_takes_the_keyboard_has_a_name(make: Make, name: str) -> None:
    assert nameless(make(name)) == []


@pytest.fixture(params=["en", "es"])
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    before = language()
    set_language(request.param)
    yield
    set_language(before)


@pytest.mark.usefixtures("_spoken")
@pytest.mark.parametrize(("size", "scale"), [((1366, 736), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.4)])
@pytest.mark.parametrize("name", [*NAMES, "print"])
def test_nothing_is_cut_and_nothing_off_the_screen(
    make: Make, name: str, qapp: QApplication, below: QWidget, size: tuple[int, int], scale: float
) -> None:
    dress(qapp, "light", scale)
    try:
        below.resize(*size)
        dialog = make(name)
        assert dialog.width() <= size[0] and dialog.height() <= size[1]
        for button in dialog.findChildren(QAbstractButton):
            if button.isVisible() and button.parentWidget() is dialog:
                assert button.width() >= button.minimumSizeHint().width(), button.text()
                assert dialog.rect().contains(button.geometry()), button.text()
        for column in dialog.findChildren(ScrollPage):
            inside = column.area.widget()
            assert inside.minimumSizeHint().width() <= column.area.viewport().width()
        paper = dialog.preview
        corner = paper.mapTo(dialog, QPoint(paper.width(), paper.height()))
        assert dialog.rect().contains(corner) and paper.width() > 300 and paper.height() > 200
    finally:
        dress(qapp, "light", 1.0)
