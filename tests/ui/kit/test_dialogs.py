"""Dialogs open without waiting, answer once, and are freed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSettings, QSize, QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.ui import qt_words
from noshow_desk.ui.kit.dialog import TITLE_BAR, Dialog
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.question import Question
from tests.ui.accessible import nameless
from tests.ui.kit.fake_dialogs import FakeDialogs

QUESTION = Question(
    "Lay a draft over?", "What you typed stays.", (("yes", "Use this version"), ("no", "Keep mine"))
)


class Large(Dialog):
    """A dialog that takes the room it wants."""

    def __init__(self, title: str, wanted: tuple[int, int] = (500, 400)) -> None:
        super().__init__(title)
        self.wanted = wanted

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_room(*self.wanted)


def window_with_dialogs(qtbot: QtBot) -> tuple[QWidget, Dialogs]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window, Dialogs(window)


def open_dialog(window: QWidget) -> QDialog:
    return window.findChildren(QDialog)[-1]


def free(window: QWidget) -> list[QDialog]:
    """Let deferred deletes happen and return the dialogs that are still there."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window.findChildren(QDialog)


def press(qtbot: QtBot, dialog: QDialog, text: str) -> None:
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_pressed_button_answers(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    answers: list[str] = []
    dialogs.ask(QUESTION, answers.append)
    dialog = open_dialog(window)
    assert nameless(dialog) == []
    press(qtbot, dialog, "Keep mine")
    assert answers == ["no"]
    assert free(window) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_button_that_has_the_keyboard_is_the_primary_one(qtbot: QtBot, key: Qt.Key) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    answers: list[str] = []
    dialogs.ask(QUESTION, answers.append)
    dialog = open_dialog(window)
    held = dialog.focusWidget()
    assert isinstance(held, QPushButton) and held.text() == "Use this version"
    qtbot.keyClick(held, key)
    assert answers == ["yes"]


def test_enter_presses_the_primary_button_and_escape_answers_nothing(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    answers: list[str] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialogs.ask(QUESTION, answers.append)
        qtbot.keyClick(open_dialog(window), key)
        assert free(window) == []
    assert answers == ["yes", ""]


def test_words_are_given_back_or_none(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    answers: list[str | None] = []
    for verb in ("Skip", "Cancel"):
        dialogs.ask_words("Skip this step", "Reason", "Skip", answers.append, hint="One sentence is enough.")
        dialog = open_dialog(window)
        assert nameless(dialog) == []
        dialog.words.setPlainText("No phone today")
        press(qtbot, dialog, verb)
        free(window)
    assert answers == ["No phone today", None]


def test_words_that_are_needed_are_asked_for_until_they_come(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    answers: list[str | None] = []
    dialogs.ask_words("Another way", "Why this way?", "Send it", answers.append, needed="Write a reason.")
    dialog = open_dialog(window)
    field = dialog.findChild(Field)
    dialog.words.setPlainText("  ")
    press(qtbot, dialog, "Send it")
    assert (answers, dialog.isVisible(), field.error()) == ([], True, "Write a reason.")
    dialog.words.setPlainText("She asked for it")
    assert field.error() == ""
    press(qtbot, dialog, "Send it")
    assert answers == ["She asked for it"] and free(window) == []


@pytest.mark.parametrize(("left", "top"), [(60, 240), (-200, -100), (500, 500)])
def test_all_of_a_dialog_is_on_the_screen_wherever_the_window_is(qtbot: QtBot, left: int, top: int) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    screen = window.screen().availableGeometry()
    window.setGeometry(left, top, 700, 640)
    for dialog in (Large("Print"), Dialog("Short")):
        dialog.body.addWidget(QTextEdit())
        foot = dialog.add_cancel()
        dialogs.show(dialog)
        assert screen.contains(QRect(foot.mapToGlobal(QPoint(0, 0)), foot.size()))
        assert screen.contains(dialog.pos())
        dialog.reject()


def test_a_row_of_long_buttons_is_not_cut(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    verbs = ("Lo que se puede decir", "El cliente lo retira…", "Los datos de la persona", "Cancelar")
    dialogs.ask(Question("Ana", "¿Qué quiere cambiar?", tuple(zip("abcd", verbs, strict=True))), print)
    shown = open_dialog(window)
    for button in shown.findChildren(QPushButton):
        assert button.width() >= button.minimumSizeHint().width()
    shown.close()


def test_a_dialog_is_in_the_middle_of_the_window(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    window.setGeometry(20, 60, 760, 640)
    dialog = Large("Print")
    dialogs.show(dialog)
    assert dialog.size() == QSize(500, 400)
    title = QRect(dialog.pos(), dialog.size() + QSize(0, TITLE_BAR))
    assert (title.center() - window.frameGeometry().center()).manhattanLength() <= 2


def test_a_dialog_leaves_room_for_its_title_on_a_low_screen(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    window.setGeometry(0, 0, 760, 900)
    dialog = Large("Print", wanted=(500, 900))
    dialogs.show(dialog)
    assert dialog.height() == window.screen().availableGeometry().height() - TITLE_BAR
    assert dialog.pos().y() == 0


def test_hostile_text_stays_text(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    dialogs.tell("Archived <b>Bob</b>", "<img src='file:///etc/passwd'>")
    labels = [child for child in open_dialog(window).findChildren(QWidget) if hasattr(child, "textFormat")]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    press(qtbot, open_dialog(window), "OK")


def test_file_dialogs_open_without_waiting(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    chosen: list[Path] = []
    dialogs.choose_target("Save the summary", str(tmp_path / "MR.pdf"), "PDF (*.pdf)", chosen.append)
    dialog = open_dialog(window)
    dialog.fileSelected.emit(str(tmp_path / "MR.pdf"))
    dialog.reject()
    assert chosen == [tmp_path / "MR.pdf"]
    assert free(window) == []


def test_the_fake_answers_in_order() -> None:
    fake = FakeDialogs("yes", "because", None)
    answers: list[object] = []
    fake.ask(QUESTION, answers.append)
    fake.ask_words("Skip this step", "Reason", "Skip", answers.append)
    fake.choose_file("Open", "*", answers.append)
    assert answers == ["yes", "because"]
    assert fake.asked == ["Lay a draft over?", "Skip this step", "Open"]


def test_qt_writes_down_no_folder_that_was_visited(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    (tmp_path / "Marcus Reed").mkdir()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    for _time in range(2):
        dialogs.choose_target("Save", "note.pdf", "PDF (*.pdf)", print)
        dialog = window.findChild(QFileDialog)
        assert dialog is not None
        dialog.setDirectory(str(tmp_path / "Marcus Reed"))
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    written = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert written.contains("FileDialog/lastVisited")
    assert not any("Marcus" in str(written.value(key)) for key in written.allKeys())


def test_the_next_file_dialog_opens_where_the_last_one_was(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    dialogs.choose_folder("Folder", print)
    first = window.findChild(QFileDialog)
    assert first is not None
    first.setDirectory(str(tmp_path))
    first.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialogs.choose_file("File", "All (*)", print)
    second = window.findChild(QFileDialog)
    assert second is not None and second.directory().absolutePath() == str(tmp_path)
    second.reject()


@pytest.mark.parametrize("with_documents", [True, False])
def test_the_first_file_dialog_opens_in_the_documents(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_documents: bool
) -> None:
    documents = tmp_path / "Documents"
    if with_documents:
        documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    window, dialogs = window_with_dialogs(qtbot)
    dialogs.choose_file("Backup", "Backups (*.nsdbackup)", print)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.directory().absolutePath()) == (documents if with_documents else tmp_path)


def test_the_file_dialog_speaks_spanish(qtbot: QtBot) -> None:
    window, dialogs = window_with_dialogs(qtbot)
    i18n.set_language("es")
    qt_words.speak("es")
    try:
        dialogs.choose_target("Guardar", "nota.pdf", "PDF (*.pdf)", print)
    finally:
        i18n.set_language("en")
        qt_words.speak("en")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    said = {label.text() for label in dialog.findChildren(QLabel) if label.text()}
    assert said == {"&Buscar en:", "&Nombre del archivo:", "&Tipo de archivo:"}
