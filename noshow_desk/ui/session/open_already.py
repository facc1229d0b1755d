"""What a second start does: it raises the window that is open, or says that there is one."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from noshow_desk.i18n import _
from noshow_desk.ui.kit.dialogs import QuestionDialog
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.session.instance import Instance


def give_way(instance: Instance) -> QDialog | None:
    """Raise the window that holds the folder of `instance`; where it cannot be asked, show and return a
    dialog that says where to go.
    """
    if instance.knock():
        print(_("NoShow Desk is open already; its window was brought to the front."))
        return None
    text = _("This vault is open in another window. Go to that window, or close it first.")
    notice = QuestionDialog(Question(_("NoShow Desk is open already"), text, (("", _("OK")),)), _nothing)
    notice.open()
    return notice


def _nothing(_answer: str) -> None:
    """Nothing follows: the program ends with its last window."""
