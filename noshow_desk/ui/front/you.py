"""First run, screen two: your name and office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from noshow_desk.i18n import _
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.fields import Form
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.lines import LineField, PhoneField

if TYPE_CHECKING:
    from noshow_desk.domain.client import Caseworker


class YouScreen(FrontScreen):
    """Asks who uses this vault; only the name is needed."""

    finished = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Your name and office"),
            _(
                "Your first name is said in a courtesy call. Your office is named to nobody until a "
                "client allows it."
            ),
        )
        self.name, self.title, self.office = LineField(), LineField(), LineField()
        self.phone, self.email = PhoneField(), LineField()
        form = Form()
        self.name_field = form.add_field(_("Your &name"), self.name)
        form.add_field(_("Your &title"), self.title)
        form.add_field(_("&Office"), self.office, wide=True)
        form.add_field(_("&Phone"), self.phone)
        form.add_field(_("&E-mail"), self.email)
        self.column.addWidget(form)
        self.column.addWidget(
            PlainLabel(_("All of it can be changed later under Settings."), "hint", "muted")
        )
        self.back_button = SecondaryButton(_("&Back"), "chevron-left")
        self.next_button = PrimaryButton(_("&Next: where your data lives"), "arrow-right")
        footer = self.with_footer()
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=2, m=3), "hint", "muted"))
        footer.add_right(self.back_button)
        footer.add_right(self.next_button)
        self.finish()
        self._connect()
        self.setFocusProxy(self.name)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self._on_next_button_clicked)

    def caseworker(self) -> Caseworker:
        """Return what was typed."""
        from noshow_desk.domain.client import Caseworker  # deferred: records are not for the first window

        return Caseworker(
            name=self.name.value(),
            title=self.title.value(),
            office_name=self.office.value(),
            phone=self.phone.value(),
            email=self.email.value(),
        )

    def _on_next_button_clicked(self) -> None:
        if not self.name.value():
            self.name_field.show_error(_("Type your name: it is how you introduce yourself on the phone."))
            self.name.setFocus()
            return
        self.name_field.show_error("")
        self.finished.emit()
