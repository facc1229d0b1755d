"""The strip at the bottom of the wizard; it never scrolls."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import StepId, StepState
from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.all_pages import page_of
from noshow_desk.ui.incident_wizard.checks.badge import PaperButton
from noshow_desk.ui.incident_wizard.rail_pages import neighbour, place_of
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import Footer

# A longer name of the next step would push the other buttons out.
LONGEST_NAME = 26


class WizardFooter(Footer):
    """Save and close · Step n of m · Back · Not now · Skip with reason… · the one primary button."""

    close_wished = Signal()
    back_wished = Signal()
    not_now_wished = Signal()
    skip_wished = Signal()
    next_wished = Signal()
    paper_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._close = LinkButton(_("Save and &close"))
        self._place = PlainLabel("", "body", "muted")
        self._paper = PaperButton()
        self._back = SecondaryButton(_("&Back"), "chevron-left")
        self._not_now = SecondaryButton(_("Not no&w"))
        self._skip = SecondaryButton(_("&Skip with reason…"))
        self.primary = PrimaryButton("", "arrow-right", icon_after=True)
        self.add_left(self._close)
        self.add_left(self._paper)
        self._paper.hide()
        for widget in (self._place, self._back, self._not_now, self._skip, self.primary):
            self.add_right(widget)
        self._connect()

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_wished)
        self._paper.clicked.connect(self.paper_wished)
        self._back.clicked.connect(self.back_wished)
        self._not_now.clicked.connect(self.not_now_wished)
        self._skip.clicked.connect(self.skip_wished)
        self.primary.clicked.connect(self.next_wished)

    def set_narrow(self, narrow: bool) -> None:
        """Say less where there is little room."""
        self._narrow = narrow
        self._skip.setText(_("&Skip…") if narrow else _("&Skip with reason…"))
        self._back.set_icon_name("" if narrow else "chevron-left")

    def offer_paper(self, offered: bool, *, in_front: bool) -> None:
        """Offer to show the paper in place of the form, or the form again."""
        self._paper.setVisible(offered)
        self._paper.setText(_("&Form") if in_front else _("&Paper"))

    def show_found(self, count: int, said: str, *, must: bool) -> None:
        """Show how much the letter check found in the paper that is out of sight; `must` keeps it back."""
        self._paper.show_found(count, said, must=must)
        self._fit_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_place()

    def _fit_place(self) -> None:
        """Leave the place out, which the rail tells, too, where a button would be cut."""
        parts = (self._close, self._paper, self._back, self._not_now, self._skip, self.primary)
        shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
        shown.append(self._place.sizeHint().width())
        margins = self._row.contentsMargins()
        needed = sum(shown) + len(shown) * self._row.spacing() + margins.left() + margins.right()
        self._place.setVisible(needed <= self.width())

    def show_case(self, situation: Situation, step: StepId, *, sent: bool) -> None:
        """Show where the person is and what the primary button does."""
        number, pages, part, parts = place_of(situation, step)
        text = _("{number} of {count}") if self._narrow else _("Step {number} of {count}")
        text = text.format(number=number, count=pages)
        if parts > 1 and not self._narrow:
            text = _("{step} · part {part} of {parts}").format(step=text, part=part, parts=parts)
        self._place.setText(text)
        parked = situation.derived.parked
        self.primary.setVisible(not parked)
        self._back.setEnabled(neighbour(situation, step, -1) is not None)
        open_step = situation.step(step).state is StepState.OPEN
        for button in (self._not_now, self._skip):
            button.setEnabled(open_step and not parked)
        self.primary.setText(self._primary_text(situation, step, sent).replace("&", "&&"))
        acts = step is StepId.NOTE and not sent
        self.primary.set_icon_name("check" if acts else "arrow-right")
        self._fit_place()

    def _primary_text(self, situation: Situation, step: StepId, sent: bool) -> str:
        page = page_of(step)
        if page.primary and not (step is StepId.NOTE and sent):
            return _(page.primary)
        after = neighbour(situation, step, 1)
        if after is None:
            return _("Done")
        name = situation.step(after).title.say()
        if self._narrow or len(name) > LONGEST_NAME:
            return _("Continue")
        return _("Continue: {step}").format(step=name)
