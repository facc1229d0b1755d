"""Puts text into a field whole or not at all, and says in the window what did not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from noshow_desk.i18n import N_, _
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.toast import Toast

_LEFT_OUT = N_("Only {most} characters fit here. What was over is left out.")
_TOO_LONG = N_("That is too long: {most} characters fit here at most. Nothing was put in.")


def too_long(most: int) -> str:
    """Return the sentence for a text that was not put in, since `most` characters fit."""
    return _(_TOO_LONG).format(most=f"{most:,}")


def is_room(text: str, most: int, *, there: str, chosen: str) -> bool:
    """Say whether `text` fits into a field of `most` characters, where it takes the place of `chosen`.

    A field that holds more already takes what makes it no longer.
    """
    return len(text) <= max(most - len(there) + len(chosen), len(chosen))


def put_whole(editor: QPlainTextEdit, text: str, most: int) -> bool:
    """Put `text` where the cursor is; False, and nothing done, where not all of it fits."""
    text = text.replace("\r\n", "\n")
    if not is_room(text, most, there=editor.toPlainText(), chosen=editor.textCursor().selectedText()):
        return False
    editor.insertPlainText(text)
    return True


def tell_left_out(field: QWidget, most: int) -> None:
    """Say in the window of `field` that the end of what was typed or pasted did not fit."""
    tell_in_window(field, _(_LEFT_OUT).format(most=f"{most:,}"))


def tell_in_window(field: QWidget, sentence: str) -> None:
    """Say `sentence`, which names nobody, in the window that `field` stands in: at its foot, or over the
    title of a dialog, whose buttons are at the foot.
    """
    window = field.window()
    say = getattr(window, "say_to_all", None)
    if say is not None:
        say(sentence)
        return
    toast = window.findChild(Toast) or Toast(window)
    toast.say(sentence)
    toast.fit(window.width() - 2 * GAP)
    top = GAP if isinstance(window, QDialog) else window.height() - toast.height() - GAP
    toast.move(GAP, top)
