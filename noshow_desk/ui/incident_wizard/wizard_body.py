"""How the wizard is laid out: rail, step, paper, footer; what gives way when there is little room."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from noshow_desk.services.letter_finding import together
from noshow_desk.ui.incident_wizard.checks.places import WordsWish
from noshow_desk.ui.incident_wizard.checks.titles import things_found
from noshow_desk.ui.incident_wizard.client_view import ClientView
from noshow_desk.ui.incident_wizard.draft_panel import DraftPanel
from noshow_desk.ui.incident_wizard.rail_panel import RailPanel
from noshow_desk.ui.incident_wizard.step_view import StepView
from noshow_desk.ui.incident_wizard.tab_order import arrange
from noshow_desk.ui.incident_wizard.wizard_footer import WizardFooter
from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.session.leaving import is_session_ending
from noshow_desk.ui.theme import current_look

# In pixels at 100 % text: below the first the rail shows numbers only, below the second the footer says less,
# below the third the paper takes turns with the form.
FULL_RAIL, FULL_FOOTER, SIDE_BY_SIDE = 1200, 900, 760


class WizardBody(Painted, QWidget):
    """The parts of the wizard. `turned_over` tells that the screen was given to the client (True) or back."""

    turned_over = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = RailPanel()
        self.stack = QStackedWidget()
        self.draft = DraftPanel()
        self.footer = WizardFooter()
        self.client_view = ClientView()
        self._main = QWidget()
        self._side_by_side, self._front = True, False
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._paper_in_front = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 5)
        row.addWidget(self.draft, 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._main, 1)
        box.addWidget(self.footer)
        box.addWidget(self.client_view, 1)
        self.client_view.hide()

    def _connect(self) -> None:
        self.draft.client_view_wished.connect(self.show_to_client)
        self.draft.front_wished.connect(self._on_draft_front_wished)
        self.draft.filled.connect(self.fit)
        self.draft.looked.connect(self._show_found)
        self.draft.words_wished.connect(self._on_words_wished)
        self.draft.checks.list.rebuilt.connect(self.settle)
        self._settle.timeout.connect(self._on_settle_timeout)
        self.client_view.done.connect(self._on_client_view_done)
        self.footer.paper_wished.connect(self._on_footer_paper_wished)

    def settle(self) -> None:
        """Put the Tab key in order once the widgets that come and go have come."""
        self._settle.start()

    def show_to_client(self) -> None:
        """Turn the screen over to the client: only the paper on show."""
        self.draft.catch_up()
        letter = self.draft.letter()
        if letter is not None:
            self.client_view.show_letter(letter)
            self._turn_over(True)

    def is_turned_over(self) -> bool:
        """Say whether the client has the screen."""
        return not self.client_view.isHidden()

    def ask_back(self) -> bool:
        """Ask for the screen while the client has it, before the window closes; False when it may close.

        A key that the client presses must not end the caseworker's work, nor leave a PIN that was set
        unasked. When the computer is shut down nobody can answer.
        """
        if not self.client_view.isVisible() or is_session_ending():
            return False
        self.client_view.last.ask_before_closing()
        return True

    def show_form(self) -> None:
        """Show the form again where the paper took its place."""
        self._paper_in_front = False
        self.fit()

    def fit(self) -> None:
        """Give each part the room there is."""
        look = current_look()
        self.rail.set_narrow(self.width() < look.px(FULL_RAIL))
        self.footer.set_narrow(self.width() < look.px(FULL_FOOTER))
        self._side_by_side = self.width() >= look.px(SIDE_BY_SIDE)
        wanted = self.draft.wanted()
        front = wanted and self._paper_in_front and not self._side_by_side
        self.draft.setVisible(wanted and (self._side_by_side or front))
        self.stack.setVisible(not front)
        self.footer.offer_paper(wanted and not self._side_by_side, in_front=front)
        self._front = front
        self._show_found()

    def _show_found(self) -> None:
        """Tell on the button of the paper what was found in it, while the paper is out of sight."""
        findings = () if self._front else self.draft.checks.checked().open
        groups = together(findings)
        musts = sum(group[0].gates for group in groups)
        self.footer.show_found(musts or len(groups), things_found(findings), must=bool(musts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def restyle(self) -> None:
        """Measure anew for another text scale."""
        super().restyle()
        self.fit()

    def _turn_over(self, over: bool) -> None:
        self._main.setVisible(not over)
        self.footer.setVisible(not over)
        self.client_view.setVisible(over)
        self.turned_over.emit(over)

    def _on_settle_timeout(self) -> None:
        arrange(self)

    def _on_client_view_done(self) -> None:
        self._turn_over(False)

    def _on_words_wished(self, wish: WordsWish) -> None:
        self.show_form()
        view = self.stack.currentWidget()
        if isinstance(view, StepView):
            view.show_words(wish.path, wish.block, wish.words)

    def _on_draft_front_wished(self) -> None:
        self._paper_in_front = not self._side_by_side
        self.fit()

    def _on_footer_paper_wished(self) -> None:
        self._paper_in_front = not self._paper_in_front
        self.fit()
