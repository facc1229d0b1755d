"""Every dialog goes through here: opened with open(), answered through a callback, freed when closed."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class QuestionDialog(Dialog):
    """A question with one button for each answer."""

    def __init__(
        self, question: Question, answered: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(question.title, parent)
        self._answered, self._answer = answered, ""
        words = PlainLabel(question.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # a report to pass on
        self.body.addWidget(words)
        for at, (answer, verb) in enumerate(reversed(question.answers)):
            primary = at == len(question.answers) - 1
            button = self.add_button(verb, primary=primary)
            button.setProperty("answer", answer)
            button.clicked.connect(self._on_button_clicked)
            if primary:
                button.setFocus()  # else Qt takes the leftmost one, and Enter and Space press two
        self.finished.connect(self._on_finished)

    def _on_button_clicked(self) -> None:
        self._answer = self.sender().property("answer")
        self.accept()

    def _on_finished(self, _result: int) -> None:
        answered, self._answered = self._answered, _nobody
        answered(self._answer)


class Dialogs:
    """Opens dialogs over `window`; tests put one in its place that answers by itself."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window
        self._told: set[tuple[str, str]] = set()
        self._last_folder: list[str] = []

    def show(self, dialog: QDialog) -> None:
        """Open any dialog; it is freed when it closes."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._window is not None and dialog.parent() is None:
            dialog.setParent(self._window, dialog.windowFlags() | Qt.WindowType.Dialog)
        dialog.open()

    def tell(self, title: str, text: str) -> None:
        """Say something that needs no answer; not once more while it is still on the screen."""
        told = (title, text)
        if told not in self._told:
            self._told.add(told)
            self.ask(Question(title, text, (("ok", _("OK")),)), partial(_read, self._told, told))

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask; `answered` gets the answer of the pressed button, "" when the dialog was closed."""
        self.show(QuestionDialog(question, answered, self._window))

    def ask_words(
        self,
        title: str,
        label: str,
        verb: str,
        answered: Callable[[str | None], None],
        *,
        hint: str = "",
        text: str = "",
        needed: str = "",
    ) -> None:
        """Ask for words; `answered` gets them, None when cancelled.

        With `needed`, a sentence, the dialog stays open and says it until there are words.
        """
        from noshow_desk.ui.kit.words_dialog import WordsDialog  # deferred: not for the first window

        given = {"hint": hint, "text": text, "needed": needed}
        self.show(WordsDialog(title, label, verb, answered, **given, parent=self._window))

    def choose_file(self, title: str, pattern: str, chosen: Callable[[Path], None]) -> None:
        """Let an existing file be chosen; `pattern` like "Backups (*.nsdbackup)"."""
        dialog = self._file_dialog(title, pattern)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        self._open_file_dialog(dialog, chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Let a folder be chosen."""
        dialog = self._file_dialog(title, "")
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        self._open_file_dialog(dialog, chosen)

    def choose_target(self, title: str, name: str, pattern: str, chosen: Callable[[Path], None]) -> None:
        """Let a place to write be chosen, with `name` proposed. `chosen` gets it with the suffix of what is
        written, as `pattern` names it; it is asked about before another name is taken or a file replaced.
        """
        from noshow_desk.ui.kit.save_target import SaveTarget  # deferred: not for the first window

        dialog = self._file_dialog(title, pattern)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setOption(dialog.Option.DontConfirmOverwrite)  # it would ask about the name as typed
        dialog.selectFile(name)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        mine = weakref.proxy(self)  # else the file dialog would keep the window that it belongs to
        target = SaveTarget(mine, title, dialog.selectedNameFilter, pattern, chosen)
        self._open_file_dialog(dialog, target.take)

    def _file_dialog(self, title: str, pattern: str) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog  # deferred: not for the first window

        dialog = QFileDialog(self._window, title, "".join(self._last_folder) or _first_folder())
        if pattern:
            dialog.setNameFilter(pattern)
        return dialog

    def _open_file_dialog(self, dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
        def on_file_selected(file: str) -> None:
            chosen(Path(file))

        dialog.fileSelected.connect(on_file_selected)
        dialog.finished.connect(partial(_forget_folders, dialog, self._last_folder))
        self.show(dialog)


def _first_folder() -> str:
    """Return the person's documents, else the home folder: not where the program happened to be started."""
    from PySide6.QtCore import QStandardPaths  # deferred: not for the first window

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if documents and Path(documents).is_dir() else str(Path.home())


def _forget_folders(dialog: QFileDialog, last: list[str], _result: int) -> None:
    """Keep the folder for the next dialog in `last`, in memory only.

    Qt writes where its file dialogs have been into a settings file in plain text, and the name of a folder
    can be the name of a client.
    """
    last[:] = [dialog.directory().absolutePath()]
    dialog.setDirectory(str(Path.home()))
    dialog.setHistory([])


def _read(told: set[tuple[str, str]], words: tuple[str, str], _answer: str) -> None:
    """Note that `words` are off the screen again."""
    told.discard(words)


def _nobody(_answer: str) -> None:
    """Take the place of a callback that was called: it would keep window and dialog in a circle."""
