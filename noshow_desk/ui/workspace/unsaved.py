"""On start: what was being typed when the program ended, and "Go on?"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _, clock, long_date
from noshow_desk.services import unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import UnsavedForm
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish


def offer_unsaved(desk: Desk, window: MainWindow) -> None:
    """Ask whether to go on with each form that was being filled; nothing is asked when there is none.

    The form that is on show again after a lock needs no asking.
    """
    forms = [
        form
        for form in unsaved.unsaved_forms(desk)
        if wish_of(form.form_key) is not None and not is_on_show(form.form_key, window)
    ]
    if not forms:
        return
    dialog = UnsavedDialog(forms, desk)
    dialog.go_on.connect(window.grant)
    window.dialogs.show(dialog)


def wish_of(form_key: str) -> Wish | None:
    """Return the wish that opens the form again; None for a form that this version does not know."""
    kind, _colon, rest = form_key.partition(":")
    record_id, _colon, page = rest.partition(":")
    if kind == "incident":
        return Wish("incident", record_id, page)
    if kind == "client":
        return Wish("add_client") if record_id == "new" else Wish("client", record_id, "edit")
    if kind == "missed":
        return Wish("missed_appointment")
    return Wish("template", record_id) if kind == "template" else None


def is_on_show(form_key: str, window: MainWindow) -> bool:
    """Say whether the page on show has the form in it already."""
    wish, here, page = wish_of(form_key), window.pages.here(), window.pages.page()
    if wish is None or here is None or page is None or (wish.kind, wish.id) != (here.kind, here.id):
        return False
    return not wish.detail or wish.detail == str(page.state()).partition(":")[0]


class UnsavedDialog(Dialog):
    """Lists the forms; one click goes on. Closing it leaves everything kept, to be asked next time."""

    go_on = Signal(object)

    def __init__(self, forms: list[UnsavedForm], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Go on where you stopped?"), parent)
        self.body.addWidget(PlainLabel(_("Nothing was lost. This was not finished:"), wrap=True))
        self.rows = RowList([_row(form, desk) for form in forms])
        self.body.addWidget(self.rows)
        self.add_cancel(_("Later"))
        self.rows.acted.connect(self._on_rows_acted)

    def _on_rows_acted(self, key: object) -> None:
        wish = wish_of(str(key))
        self.accept()
        if wish is not None:
            self.go_on.emit(wish)


def _row(form: UnsavedForm, desk: Desk) -> RowWords:
    at = form.saved_at
    when = clock(at) if at.date() == desk.today() else f"{long_date(at.date())}, {clock(at)}"
    return RowWords(
        key=form.form_key,
        title=_what(form),
        second=_("Last typed {when}").format(when=when),
        icon="file-pen",
        action=_("Go on"),
    )


def _what(form: UnsavedForm) -> str:
    kind = form.form_key.partition(":")[0]
    if kind == "incident":
        return _("{name}: missed appointment").format(name=form.client_name or _("A client"))
    if kind == "client":
        return _("{name}: details").format(name=form.client_name or _("New client"))
    return _("Missed appointment") if kind == "missed" else _("A template")
