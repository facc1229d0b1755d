"""Qt's own dialogs and menus follow the language of the screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileSystemModel
from pytestqt.qtbot import QtBot

from noshow_desk.paths import resource
from noshow_desk.ui import qt_words
from noshow_desk.ui.qt_words import speak


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak("en")


def cancel_words() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_standard_buttons_change_their_words(qtbot: QtBot, qapp: QApplication) -> None:
    assert cancel_words() == "Cancel"
    speak("es")
    assert cancel_words() == "Cancelar"
    assert qapp.translate("QFileDialog", "Look in:") == "Ver en:"
    assert qapp.translate("QPageSetupWidget", "Page size:") == "Tamaño de página:"
    speak("en")
    assert cancel_words() == "Cancel"


def test_words_are_loaded_once_however_often_one_asks(qapp: QApplication) -> None:
    for _time in range(3):
        speak("es")
    assert len(qapp.findChildren(QTranslator, qt_words._NAME)) == 2


def test_a_build_without_qts_words_stays_english(
    qapp: QApplication, expected_log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log += ["Qt has no words in es: qtbase", "Qt has no words in es: qt_more"]
    monkeypatch.setattr(QTranslator, "load", lambda *_arguments: False)
    speak("es")
    assert cancel_words() == "Cancel"


def qt_more() -> list[tuple[str, str, str]]:
    """Return what we say where Qt has no Spanish: context, English, Spanish."""
    root = ElementTree.parse(resource("locale") / "es" / "qt_more_es.ts").getroot()
    return [
        (str(context.findtext("name")), str(row.findtext("source")), str(row.findtext("translation")))
        for context in root.iter("context")
        for row in context.iter("message")
    ]


def test_what_qt_lacks_is_said_by_us(qapp: QApplication) -> None:
    speak("es")
    said = [(context, english, qapp.translate(context, english)) for context, english, _spanish in qt_more()]
    assert said == qt_more()  # what is compiled is what is written


def test_nothing_is_said_that_qt_says_just_so(qapp: QApplication) -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    words = QTranslator()
    assert words.load("qtbase_es", folder)
    doubled = [row for row in qt_more() if words.translate(row[0], row[1]) == row[2]]
    assert doubled == []


def test_a_folder_in_the_file_list_is_called_so_in_spanish(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "inside").mkdir()
    speak("es")
    files = QFileSystemModel()
    top = files.setRootPath(str(tmp_path))
    qtbot.waitUntil(lambda: files.rowCount(top) == 1, timeout=20_000)
    assert [files.headerData(2, Qt.Orientation.Horizontal), files.index(0, 2, top).data()] == [
        "Tipo",
        "Carpeta",
    ]
