"""Whether somebody is at the printer is asked once for each printer, until the desk is locked."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services.desk import Desk
from noshow_desk.services.settings import change_setting
from noshow_desk.ui.papers.at_printer import ask_at_printer, print_sheets
from noshow_desk.ui.papers.print_dialog import PrintDialog
from noshow_desk.ui.papers.sheets import Sheets, pages_of
from tests.export.samples import letter
from tests.ui.kit.fake_dialogs import FakeDialogs


class Printer:
    """Stands in for a printer that was chosen; `file` where it prints to one."""

    def __init__(self, name: str, file: str = "") -> None:
        self._name, self._file = name, file

    def printerName(self) -> str:
        return self._name

    def outputFileName(self) -> str:
        return self._file


class Room:
    """Somebody who prints, and what was printed."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self.dialogs = desk, FakeDialogs()
        self.printed: list[str] = []

    def choose(self, name: str, *answers: str, file: str = "") -> None:
        """Choose a printer and answer what is asked."""
        self.dialogs.answers.extend(answers)
        printer: QPrinter = Printer(name, file)  # type: ignore[assignment]
        ask_at_printer(self._desk, self.dialogs, printer, partial(self.printed.append, name))


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


def test_each_printer_is_asked_about_once(room: Room) -> None:
    for name, answers in (("Front desk", ["print"]), ("Front desk", []), ("Hall", ["print"]), ("Hall", [])):
        room.choose(name, *answers)
    assert room.printed == ["Front desk", "Front desk", "Hall", "Hall"]
    assert ["Front desk" in one.text for one in room.dialogs.questions] == [True, False]
    assert "Hall" in room.dialogs.questions[1].text


def test_not_now_prints_nothing_and_is_asked_again(room: Room) -> None:
    room.choose("Hall", "")
    assert room.printed == []
    room.choose("Hall", "print")
    assert room.printed == ["Hall"] and len(room.dialogs.questions) == 2


def test_a_file_has_no_tray(room: Room) -> None:
    room.choose("", file="note.pdf")
    assert room.printed == [""] and room.dialogs.questions == []


def test_nothing_is_asked_where_the_settings_say_so(room: Room, desk: Desk) -> None:
    change_setting(desk, key="ask_at_printer", value="no")
    room.choose("Hall")
    assert room.printed == ["Hall"] and room.dialogs.questions == []


@pytest.mark.parametrize(("kind", "asks"), [(PaperKind.THANK_YOU, True), (PaperKind.WORKSHEET, False)])
def test_only_a_paper_about_somebody_is_asked_about(
    desk: Desk, qtbot: QtBot, kind: PaperKind, asks: bool
) -> None:
    dialogs = FakeDialogs()
    print_sheets(desk, dialogs, Sheets(kind=kind, lay_out=partial(pages_of, letter(kind=kind), False)), None)  # type: ignore[arg-type]
    (preview,) = dialogs.shown
    assert isinstance(preview, PrintDialog)
    qtbot.addWidget(preview)
    assert (preview._printer._ask_last is not None) is asks
