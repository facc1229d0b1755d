"""The incident wizard: rail, step, live draft, footer; left and resumed at any step, days later."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import _, clock
from noshow_desk.services import incidents
from noshow_desk.services.client_pin import PinGate
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard.all_pages import all_fields, page_of
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.note_sent import mark_note_sent
from noshow_desk.ui.incident_wizard.rail_pages import first_part, neighbour, page_with, rail_steps
from noshow_desk.ui.incident_wizard.step_view import StepView
from noshow_desk.ui.incident_wizard.step_views import StepViews, where_it_stands
from noshow_desk.ui.incident_wizard.titles import second_line
from noshow_desk.ui.incident_wizard.wizard_body import WizardBody
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.shell.page import Page
from noshow_desk.ui.wishes import Wish

# Time passes while the wizard is open: an appointment ahead becomes a missed one.
TICK_MS = 20_000


class IncidentWizardPage(Page):
    """One page for every incident; Wish("incident", id, step) opens one, at a step or where it stands."""

    compact = True
    help_topic = "incident"
    acts = ("print", "client_view")

    def __init__(
        self, desk: Desk, bridge: Bridge, dialogs: Dialogs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self._desk, self._dialogs = desk, dialogs or Dialogs(self)
        self._case: Case | None = None
        self._step = StepId.HAPPENED
        self._body = WizardBody(self)
        self._views = StepViews(self._body.stack)
        self._body.client_view.last.gate = PinGate(desk)
        self._rail, self._draft, self._footer = self._body.rail, self._body.draft, self._body.footer
        self._tick = QTimer(self, interval=TICK_MS)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._body)
        self._connect()

    def _connect(self) -> None:
        self._rail.step_chosen.connect(self._on_rail_step_chosen)
        self._footer.close_wished.connect(self._on_close_wished)
        self._footer.back_wished.connect(self._on_back_wished)
        self._footer.not_now_wished.connect(self._on_not_now_wished)
        self._footer.skip_wished.connect(self._on_skip_wished)
        self._footer.next_wished.connect(self._on_next_wished)
        self._body.turned_over.connect(self.client_view_wanted)
        self._tick.timeout.connect(self._on_tick_timeout)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # ------------------------------------------------------------ the page contract

    def visit(self, wish: Wish) -> None:
        """Open an incident at the step in `wish.detail`, else where typing stopped, else at the next step."""
        if not wish.id:
            return
        if self._case is not None:
            self._case.wake()
        if self._case is None or self._case.incident_id != wish.id:
            self._case = self._opened(wish.id)
        step = StepId(wish.detail) if wish.detail in set(StepId) else where_it_stands(self._desk, self._case)
        self._show_step(step)
        self.view().focus_first()
        self._tick.start()

    def leave(self) -> bool:
        """Write the open page's facts; False when something has to be put right first."""
        if self._case is None:
            return True
        written = self._case.write()
        self._draft.rest()
        if written:
            self._tick.stop()
            self._case.sleep()
        return written

    def write(self) -> bool:
        """Write the open page's facts and words, the ticks with them, and stay; what is edited by hand stays
        open.
        """
        if self._case is None:
            return True
        state = self.state()
        written = self._case.write()
        if written:
            self.restore(state)
        else:
            self._show_case()
        return written

    def keep(self) -> None:
        """Keep what is typed as it is; it becomes facts when the page is left."""
        if self._case is None:
            return
        self._draft.rest()
        self._tick.stop()
        self._case.sleep()
        self._case.flush()

    def may_close(self) -> bool:
        """Ask for the screen back while the client has it."""
        return not self._body.ask_back()

    def reads_aloud(self) -> bool:
        """Say whether a script is on show, or the screen is turned over to the client."""
        return self._case is not None and (self._body.is_turned_over() or self._draft.is_script())

    def state(self) -> object:
        """Return the step on screen, and where the cursor is in words edited by hand: "note", "note:5:27"."""
        cursor = self.view().cursor_by_hand() if self._case is not None else None
        return ":".join(str(part) for part in (self._step.value, *(cursor or ())))

    def restore(self, state: object) -> None:
        """Return to the step that was on screen, and to the words that were being edited by hand."""
        step, *cursor = str(state).split(":")
        if self._case is None or step not in set(StepId):
            return
        self._show_step(StepId(step))
        if len(cursor) == 2 and not self._case.note.sent and not self._desk.read_only:
            part, place = map(int, cursor)
            self.view().edit_by_hand(part, place)

    def handle(self, action: str) -> bool:
        """Print the draft, turn the screen over to the client."""
        if action == "print":
            self._draft.print_paper()
        elif action == "client_view":
            self._body.show_to_client()
        return action in self.acts

    # ------------------------------------------------------------ reading, for tests and for the shell

    @property
    def case(self) -> Case | None:
        """Return the open incident."""
        return self._case

    def step(self) -> StepId:
        """Return the step on screen."""
        return self._step

    def body(self) -> WizardBody:
        """Return the parts on screen."""
        return self._body

    def status(self) -> str:
        """Return the quiet line below the rail."""
        return self._rail.status()

    def view(self) -> StepView:
        """Return the widget of the step on screen."""
        return self._views.view(self._step)

    # ------------------------------------------------------------ opening and going

    def _opened(self, incident_id: str) -> Case:
        """Return the incident in the place of the one on screen, wired to this page."""
        self.close_case()
        case = Case(self._desk, self.bridge, incident_id, all_fields(), self._dialogs, self)
        case.changed.connect(self._on_case_changed)
        case.kept.connect(self._on_case_kept)
        case.step_wished.connect(self._on_case_step_wished)
        case.wished.connect(self.wished)
        case.said.connect(self._rail.show_status)
        case.gone.connect(self._on_case_gone)
        self._body.stack.setEnabled(not self._desk.read_only)
        self._rail.show_status("")
        return case

    def close_case(self) -> None:
        """Let go of the incident on screen; what is typed is kept."""
        if self._case is None:
            return
        self._case.close()
        self._views.clear()
        self._case.deleteLater()
        self._case = None

    def go(self, step: StepId) -> None:
        """Leave the page on screen for another; it stays when something has to be put right first."""
        if self._case is not None and self._case.write():
            self._show_step(step)
        else:
            self._show_case()

    def _show_step(self, step: StepId) -> None:
        assert self._case is not None
        self._step = step
        restored = self._case.open_form(page_of(step))
        self._views.show(step, self._case)
        self._show_case()
        self._draft.show_paper(self._case, step, page_of(step).draft)
        self._body.show_form()
        if restored:
            self._rail.show_status(_("Here is what you were typing."))

    def _show_case(self) -> None:
        assert self._case is not None
        situation = self._case.situation
        self.titled.emit(situation.names["client_full"], second_line(situation))
        self._rail.show_case(situation, rail_steps(situation), page_with(situation, self._step).key)
        self._footer.show_case(situation, self._step, sent=self._case.note.sent)
        self._body.settle()

    # ------------------------------------------------------------ slots

    def _on_rail_step_chosen(self, key: str) -> None:
        if self._case is not None and key != page_with(self._case.situation, self._step).key:
            self.go(first_part(self._case.situation, key))

    def _on_case_step_wished(self, step: StepId) -> None:
        self.go(step)

    def _on_back_wished(self) -> None:
        before = neighbour(self._case.situation, self._step, -1) if self._case else None
        if before is not None:
            self.go(before)

    def _on_next_wished(self) -> None:
        if self._case is None:
            return
        if self._step is StepId.NOTE and not self._case.note.sent and not mark_note_sent(self._case):
            return
        if not self._case.write():
            return
        after = neighbour(self._case.situation, self._step, 1)
        if after is not None:
            self._show_step(after)
            self.view().focus_first()
        else:
            self._on_close_wished()

    def _on_close_wished(self) -> None:
        if self._case is not None and self._case.write():
            self.wished.emit(Wish("client", self._case.saved.client.id))

    def _on_not_now_wished(self) -> None:
        self._skip("")

    def _on_skip_wished(self) -> None:
        self._dialogs.ask_words(
            _("Skip this step"),
            _("Why is it left out?"),
            _("Skip it"),
            self._on_skip_reasoned,
            hint=_("The reason is kept. The step can be taken up again at any time."),
            needed=_("Write a reason."),
        )

    def _on_skip_reasoned(self, reason: str | None) -> None:
        if reason:
            self._skip(reason)

    def _skip(self, reason: str) -> None:
        if self._case is None or not self._case.write():
            return
        after = neighbour(self._case.situation, self._step, 1)
        made, step = self._case.incident_id, self._step
        act = partial(incidents.skip_step, self._desk, incident_id=made, step=step, reason=reason)
        if self._case.run(act) and after is not None:
            self._show_step(after)

    def _on_case_changed(self) -> None:
        if self._case is not None and not self._case.over:
            self._show_case()

    def _on_case_kept(self, at: datetime) -> None:
        self._rail.show_saved(_("Saved {time}").format(time=clock(self._desk.local(at))))

    def _on_case_gone(self) -> None:
        self.close_case()
        self.wished.emit(Wish("incidents"))

    def _on_tick_timeout(self) -> None:
        if self._case is not None:
            self._case.refresh()

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._case is not None and not self._case.over:
            self._case.flush()
