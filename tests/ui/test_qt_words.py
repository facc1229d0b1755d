"""Qt's own dialogs and menus follow the language of the screens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

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
    assert len(qapp.findChildren(QTranslator, qt_words._NAME)) == 1


def test_a_build_without_qts_words_stays_english(
    qapp: QApplication, expected_log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log.append("Qt has no words in es")
    monkeypatch.setattr(QTranslator, "load", lambda *_arguments: False)
    speak("es")
    assert cancel_words() == "Cancel"
