"""Templates, settings, help, your data, and the small windows of the shell."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from noshow_desk.services import templates
from noshow_desk.ui.help.topics import TOPICS
from noshow_desk.ui.templates.code_editor import CodeEditor
from noshow_desk.ui.templates.list_page import TemplatesPage
from noshow_desk.ui.templates.versions_dialog import VersionsDialog
from tests.proof.marks import CANARY
from tests.proof.walk.front import NEXT_PASSPHRASE, PASSPHRASE, answer_folder, recovery_key, type_back
from tests.proof.walk.hands import Hands


def small_windows(hands: Hands) -> None:
    """About, shortcuts, commands, text sizes, both languages, every theme."""
    for entry in ("About NoShow Desk", "Keyboard shortcuts"):
        hands.choose_menu(entry)
        hands.close_dialogs()
    hands.choose_menu("Blank worksheet")
    hands.press("Save")
    hands.save_to("worksheet.pdf")
    hands.press("Print")
    hands.open_dialog("PrintDialog")
    hands.press("Print")
    hands.print_out("worksheet-printed.pdf")
    hands.close_dialogs()
    for entry in ("Larger text", "Smaller text", "Normal text size"):
        hands.choose_menu(entry)
    hands.go("help")
    for topic in TOPICS:
        hands.go("help", topic.key)


def settings(hands: Hands) -> None:
    """Write into every setting, and change how the window looks and speaks."""
    hands.go("settings")
    hands.fill()
    for value in ("Dark", "As the computer", "Light"):
        hands.pick("Colours", value)
        hands.settle()
    _own_rules(hands)
    _spelling_words(hands)
    hands.pick("Language of the screens", "Español")
    hands.settle(200)
    hands.workspace = hands.program.workspace
    hands.pick("Idioma de las pantallas", "Inglés")
    hands.settle(200)
    hands.go("today")


def _own_rules(hands: Hands) -> None:
    """Save an example of own rules, take it in, a broken one too, and take it out."""
    hands.press("Save an example")
    example = hands.save_to("own-words.toml")
    for _time in range(2):
        hands.press("Choose a file")
        hands.open_from(example)
        hands.wait_until(lambda: hands.can_press("Take out"), timeout=60_000)
        hands.settle(200)
        example.write_text("[class\n", encoding="utf-8")
    hands.wait_until(lambda: hands.sees("Nothing was changed"), timeout=60_000)
    hands.press("Take out")


def _spelling_words(hands: Hands) -> None:
    """Teach the spell check a word, and take it out."""
    hands.write("Another word", "Moxwellig")
    hands.key("Return")
    hands.press("Take out")


def edit_template(hands: Hands) -> None:
    """Make a template of one's own with hostile text, break it, repair it, look at its versions."""
    hands.go("templates")
    for language in ("Spanish", "English", "All"):
        if hands.can_press(language):
            hands.press(language)
        else:  # a narrow window has no room for chips
            hands.pick("Show", language)
    page = hands.page()
    assert isinstance(page, TemplatesPage)
    for row in range(page.model.rowCount()):
        page.list.pick(row)
        QApplication.processEvents()
    hands.press("Open")
    hands.write("Find a field", hands.words())
    hands.key("Escape")
    hands.write("Name of the template", hands.words())
    for view in ("Easy", "Code"):
        hands.press(view)
        hands.fill(lambda field: not isinstance(field, QLineEdit))
        hands.settle(1_000)
    hands.go("today")


def use_template(hands: Hands) -> None:
    """Use a version with marked words, twice, and go back to the first."""
    first = templates.templates(hands.desk)[0]
    hands.go("template", first.id)
    hands.press("Code")
    hands.write("Name of the template", "Moxwellig's own")
    for times in (1, 2):
        editor = next(one for one in hands.fields() if isinstance(one, CodeEditor))
        hands.commit(
            editor, f"Trottelbein {times} {{{{ client.first_name }}}} <img src={hands.canary}/x.png>"
        )
        hands.settle(100)
        hands.press("Use this version")
    editor = next(one for one in hands.fields() if isinstance(one, CodeEditor))
    hands.commit(editor, "Wexlerium {{ clent.first_name }}")
    hands.settle(100)
    hands.press("Fix it")
    hands.press("Versions")
    dialog = hands.open_dialog("VersionsDialog")
    assert isinstance(dialog, VersionsDialog)
    dialog.list.pick(1)
    hands.press("Use this version")
    hands.close_dialogs()
    hands.go("today")


def drop_and_paste(hands: Hands) -> None:
    """Paste and drop rich text and files onto every kind of field; only words may come in."""
    hands.choose_menu("Add client")
    _paste_everywhere(hands)
    hands.close_dialogs()
    hands.go("template", templates.templates(hands.desk)[1].id)
    for view in ("Easy", "Code"):
        hands.press(view)
        _paste_everywhere(hands)
    hands.go("today")


def _paste_everywhere(hands: Hands) -> None:
    data = QMimeData()
    data.setHtml(hands.words())
    data.setText(hands.words())
    data.setUrls([QUrl.fromLocalFile(str(hands.canary / "leak.png")), QUrl(f"http://{CANARY}.invalid/")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for field in hands.fields():
        place = field if isinstance(field, QLineEdit) else field.viewport()
        drop = QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(place, drop)
        QGuiApplication.clipboard().setMimeData(_copy(data))
        field.setFocus()
        field.paste()
    hands.settle(1_000)


def _copy(data: QMimeData) -> QMimeData:
    copied = QMimeData()
    for name in data.formats():
        copied.setData(name, data.data(name))
    return copied


def your_data(hands: Hands, tell_key: Callable[[str], None]) -> None:
    """Back up, print the sheet again, change the passphrase, then all keys, with which the desk is locked."""
    hands.go("your_data")
    hands.press("Choose a folder")
    answer_folder(hands, hands.place / "stick")
    for act in ("Back up now", "Open the newest to try", "Copy now"):
        hands.wait_until(partial(hands.can_press, act), timeout=60_000)
        hands.press(act)
    if hands.can_press("Look, and remove"):  # backups from before somebody was erased
        hands.press("Look, and remove")
        hands.close_dialogs()
    hands.press("Print the recovery sheet again")
    hands.write("Your passphrase now", PASSPHRASE)
    hands.press("Show the key")
    hands.wait_until(lambda: hands.can_press("Save as PDF"), timeout=30_000)
    hands.press("Save as PDF")
    hands.save_to("sheet-again.pdf")
    hands.close_dialogs()
    hands.press("Change the passphrase")
    hands.write("Your passphrase now", PASSPHRASE)
    _new_words(hands, hands.words())
    hands.press("Change it")
    _until_closed(hands, "PassphraseDialog")
    hands.press("New keys")
    key = recovery_key(hands)
    tell_key(key)
    hands.write("Your passphrase now", hands.typed_passphrase)
    _new_words(hands, NEXT_PASSPHRASE)
    type_back(hands, key)
    hands.press("Change the keys")
    hands.wait_until(lambda: False, timeout=60_000)  # the process is replaced once they are


def _new_words(hands: Hands, words: str) -> None:
    hands.typed_passphrase = words
    for label in ("Passphrase", "Once more"):
        hands.write(label, words)


def _until_closed(hands: Hands, name: str) -> None:
    hands.wait_until(lambda: type(hands.scope()).__name__ != name, timeout=60_000)


def offered(hands: Hands) -> None:
    """Go on with what was being typed when the desk was locked."""
    hands.open_dialog("UnsavedDialog")
    hands.press("Go on")
    hands.close_dialogs()
