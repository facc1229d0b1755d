"""Asks once, before something about a person comes out of a shared printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from noshow_desk.i18n import _
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialogs import Dialogs, Question


def ask_at_printer(desk: Desk, dialogs: Dialogs, go_on: Callable[[], None]) -> None:
    """Call `go_on` once the person says that they are at the printer; at once where the settings do
    not ask.
    """
    if not desk.settings.flag("ask_at_printer"):
        go_on()
        return
    text = _("Papers about a client should not lie in the tray. Is nobody else going to pick it up?")
    question = Question(_("Are you at the printer?"), text, (("yes", _("&Yes, print")), ("", _("Not yet"))))
    dialogs.ask(question, partial(_answered, go_on))


def _answered(go_on: Callable[[], None], answer: str) -> None:
    if answer == "yes":
        go_on()
