"""Qt's own words, in the printer dialog, the file dialog and the menus of fields, in the language of the
screens.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from noshow_desk.logs import LOGGER
from noshow_desk.paths import resource

_NAME = "noshow_qt_words"


def speak(language: str) -> None:
    """Let Qt speak `language` ("en" or "es") in this application; may be called again at any time.

    The words come with Qt, and those that it lacks from resources/locale; where a build left them out, Qt's
    dialogs stay English.
    """
    application = QCoreApplication.instance()
    assert application is not None
    shown = application.property(_NAME)
    if language == (shown or "en"):
        return
    _fall_silent(application)
    if language != "en":
        _install(application, language)
    application.setProperty(_NAME, language)


def _fall_silent(application: QCoreApplication) -> None:
    from PySide6.QtCore import QTranslator  # deferred: English needs none

    for words in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(words)
        words.deleteLater()


def _install(application: QCoreApplication, language: str) -> None:
    from PySide6.QtCore import QLibraryInfo, QTranslator  # deferred: English needs none

    qts_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource("locale") / language)
    for name, folder in (("qtbase", qts_own), ("qt_more", ours)):
        words = QTranslator(application)
        words.setObjectName(_NAME)
        if words.load(f"{name}_{language}", folder):
            application.installTranslator(words)
        else:
            LOGGER.warning("Qt has no words in %s: %s", language, name)
