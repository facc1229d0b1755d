"""The steps of one incident as widgets: made when first wanted, kept while the incident is open."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from noshow_desk.domain.kinds import StepId
from noshow_desk.services import unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.all_pages import page_of
from noshow_desk.ui.incident_wizard.case import Case, form_key
from noshow_desk.ui.incident_wizard.step_view import StepView


class StepViews:
    """Shows one step at a time in `stack`; only that one follows its case."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._made: dict[StepId, StepView] = {}

    def view(self, step: StepId) -> StepView:
        """Return the widget of a step that was shown. Another one is a bug (KeyError)."""
        return self._made[step]

    def show(self, step: StepId, case: Case) -> None:
        """Show a step from its top, with the facts of `case` as they are typed now."""
        if step not in self._made:
            self._made[step] = StepView(page_of(step), case)
            self._stack.addWidget(self._made[step])
        view = self._made[step]
        for each in self._made.values():
            each.on_screen = each is view
        view.load(all_of_it=True)
        view.area.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(view)

    def clear(self) -> None:
        """Let go of all steps: their case is closed."""
        for view in self._made.values():
            self._stack.removeWidget(view)
            view.deleteLater()
        self._made = {}


def where_it_stands(desk: Desk, case: Case) -> StepId:
    """Return the step at which typing stopped, else the next one to do."""
    keys = {form_key(case.incident_id, step): step for step in StepId}
    typed = [row for row in unsaved.unsaved_forms(desk) if row.form_key in keys]
    if typed:
        return keys[typed[0].form_key]
    after = case.situation.derived.next
    return after.id if after is not None else StepId.HAPPENED
