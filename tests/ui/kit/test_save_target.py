"""The place to write: the name is that of what is written, and the question is about that file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.dialogs import Dialogs
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.kit.test_dialogs import window_with_dialogs

PDF = "PDF (*.pdf)"


class Asking(Dialogs):
    """Real file dialogs; a `FakeDialogs` answers all else."""

    def __init__(self, *answers: str) -> None:
        super().__init__()
        self.fake = FakeDialogs(*answers)
        self.windows: list[QWidget] = []
        self.ask = self.fake.ask  # type: ignore[method-assign]


def typed(qtbot: QtBot, dialogs: Asking, path: Path, pattern: str = PDF) -> list[Path]:
    """Type a name into the dialog and press Enter; return what was chosen."""
    window, _real = window_with_dialogs(qtbot)
    dialogs._window = window
    dialogs.windows.append(window)  # who else would keep it?
    chosen: list[Path] = []
    dialogs.choose_target("Save the note", "note.pdf", pattern, chosen.append)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    dialog.accept()
    return chosen


def test_a_new_name_is_taken_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    dialogs = Asking()
    assert typed(qtbot, dialogs, tmp_path / "n.pdf") == [tmp_path / "n.pdf"]
    assert typed(qtbot, dialogs, tmp_path / "Mr. Reed") == [tmp_path / "Mr. Reed.pdf"]
    assert dialogs.fake.asked == []


@pytest.mark.parametrize(("answer", "taken"), [("take", True), ("", False)])
def test_a_name_of_another_format_is_asked_about(
    qtbot: QtBot, tmp_path: Path, answer: str, taken: bool
) -> None:
    (tmp_path / "n.docx").write_bytes(b"PK")
    dialogs = Asking(answer)
    assert typed(qtbot, dialogs, tmp_path / "n.docx") == ([tmp_path / "n.pdf"] if taken else [])
    assert dialogs.fake.asked == ["Save it under another name?"]


@pytest.mark.parametrize("name", ["n.pdf", "n", "n.docx", "n\u202e.pdf"])
def test_the_question_is_about_the_file_that_is_written(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    (tmp_path / "n.pdf").write_bytes(b"%PDF")
    dialogs = Asking("take")
    assert typed(qtbot, dialogs, tmp_path / name) == [tmp_path / "n.pdf"]
    assert dialogs.fake.asked == ["Replace the file?"]


def test_another_name_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "n.pdf").write_bytes(b"%PDF")
    dialogs = Asking("again")
    assert typed(qtbot, dialogs, tmp_path / "n.pdf") == []
    window = dialogs._window
    assert window is not None
    again = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert len(again) == 1
    again[0].fileSelected.emit(str(tmp_path / "other.pdf"))
    again[0].reject()


def test_a_format_that_is_offered_too_keeps_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    pattern = "PDF (*.pdf);;Word (*.docx)"
    assert typed(qtbot, Asking(), tmp_path / "w.docx", pattern) == [tmp_path / "w.docx"]
