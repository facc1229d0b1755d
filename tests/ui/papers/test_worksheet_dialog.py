"""The blank worksheet: seen, saved in two formats, in both languages, in the order of the wizard's rail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.letters.starters import starter
from noshow_desk.services import templates
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.rail_pages import RAIL
from noshow_desk.ui.papers.worksheet_dialog import WorksheetDialog
from tests.ui.kit.fake_dialogs import FakeDialogs


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> WorksheetDialog:
    """The dialog, open."""
    made = WorksheetDialog(desk, FakeDialogs())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("code", "word"), [("en", "Worksheet"), ("es", "Hoja de trabajo")])
def test_it_is_shown_and_saved_in_both_languages(
    dialog: WorksheetDialog, tmp_path: Path, code: str, word: str
) -> None:
    dialog.language.set_value(code)
    dialog.show_worksheet()
    assert dialog.preview.page_count == 2
    for suffix in ("pdf", "docx"):
        dialog.write(tmp_path / f"sheet.{suffix}")
    pdf = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "sheet.pdf").pages)
    office = "\n".join(one.text for one in Document(str(tmp_path / "sheet.docx")).paragraphs)
    assert word in pdf and word in office and "Marcus" not in pdf + office


def test_its_parts_are_the_pages_of_the_rail() -> None:
    source = starter(PaperKind.WORKSHEET, "en", Channel.HAND).source
    heads = re.findall(r"^\*\*\d · (.+?)\*\*$", source, flags=re.MULTILINE)
    titles = [page.title.replace("{client}", "the client") for page in RAIL]
    for head, title in zip(heads, titles, strict=True):
        assert set(re.findall(r"\w{4,}", head.lower())) & set(re.findall(r"\w{4,}", title.lower()))


def test_a_worksheet_of_ones_own_takes_its_place(dialog: WorksheetDialog, desk: Desk) -> None:
    own = Template(
        kind=PaperKind.WORKSHEET,
        language="en",
        channel=Channel.HAND,
        name="Ours",
        source="Only this line ____",
    )
    templates.use_version(desk, template=own)
    dialog.language.set_value("en")
    dialog.show_worksheet()
    assert dialog.preview.page_count == 1


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialogs = FakeDialogs()
    dialog = WorksheetDialog(desk, dialogs)
    qtbot.addWidget(dialog)
    dialog.write(tmp_path / "missing" / "sheet.pdf")
    assert any("not saved" in said for said in dialogs.asked)
