"""Draws every page of the wizard with a realistic case: `python -m tests.tools.wizard_pictures FOLDER`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TZ", "America/New_York")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.incident import Safety
from noshow_desk.domain.kinds import AttemptResult, StepId
from noshow_desk.services import incidents
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.report_missed.dialog import MissedAppointmentDialog
from noshow_desk.ui.shell.main_window import MainWindow
from noshow_desk.ui.wishes import Wish
from tests.ui.incident_wizard import cases

# What stands when each step is drawn.
GRANTED = frozenset({StepId.DEBRIEF, StepId.NOTE, StepId.PLAN, StepId.ATTENDED, StepId.FOLLOW_UP})
TALKED = frozenset({StepId.SOLVE, StepId.REHEARSE, StepId.CALL, StepId.ASK})


def window_over(desk: Desk, width: int, height: int) -> MainWindow:
    """Return a main window that shows the wizard."""
    bridge = Bridge()
    window = MainWindow(bridge, {}, lambda words: ())
    window.pages._factories = {"incident": lambda: IncidentWizardPage(desk, bridge, window.dialogs)}
    window.resize(width, height)
    window.show()
    return window


def case_for(desk: Desk, step: StepId) -> str:
    """Return an incident that has come as far as `step`."""
    made = cases.report(desk)
    if step in (StepId.HAPPENED, StepId.REACH):
        cases.reach(desk, made, AttemptResult.NO_ANSWER) if step is StepId.REACH else None
        return made
    if step is StepId.COURTESY:
        cases.reach(desk, made, AttemptResult.NO_ANSWER)
        cases.reach(desk, made, AttemptResult.MESSAGE_LEFT)
        return made
    cases.reach(desk, made)
    facts = cases.talked(desk)
    if step in (StepId.STORY, StepId.DECIDE, StepId.RULERS):
        incidents.record_courtesy(desk, incident_id=made, courtesy=cases.courtesy(desk))
        cases.change(desk, made, **{key: facts[key] for key in ("safety", "story", "outside", "inside")})
        if step is not StepId.STORY:
            cases.change(desk, made, **facts)
        return made
    cases.change(desk, made, **facts)
    if step in GRANTED:
        cases.grant(desk, made)
        cases.change(desk, made, **cases.wrapped_up(desk))
    return made


def draw(folder: Path, theme: str, width: int, height: int, scale: float, steps: tuple[StepId, ...]) -> None:
    """Draw `steps` in one theme and size."""
    app = QApplication.instance() or QApplication([])
    dress(app, theme, scale)
    for step in steps:
        with tempfile.TemporaryDirectory() as place:
            desk, _clock = cases.open_desk(Path(place))
            window = window_over(desk, width, height)
            window.open(Wish("incident", case_for(desk, step), step.value))
            QTest.qWait(250)
            name = f"{list(StepId).index(step) + 1:02d}-{step.value}-{theme}-{width}-{round(scale * 100)}.png"
            window.grab().save(str(folder / name))
            window.close()
            window.deleteLater()
            QTest.qWait(1)


def draw_others(folder: Path) -> None:
    """Draw the dialog, and danger."""
    app = QApplication.instance() or QApplication([])
    dress(app, "light", 1.0)
    with tempfile.TemporaryDirectory() as place:
        desk, _clock = cases.open_desk(Path(place))
        window = window_over(desk, 1366, 736)
        dialog = MissedAppointmentDialog(desk, window.bridge, parent=window)
        dialog.open()
        QTest.keyClicks(dialog.who, "mar")
        QTest.qWait(100)
        dialog.grab().save(str(folder / "00-missed-appointment.png"))
        dialog.close()
        made = cases.report(desk)
        cases.reach(desk, made)
        cases.change(desk, made, safety=Safety(danger=True, at=desk.now()))
        window.open(Wish("incident", made, "story"))
        QTest.qWait(250)
        window.grab().save(str(folder / "16-danger.png"))
        window.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    given = sys.argv[2:6] if len(sys.argv) > 5 else ["light", "1366", "736", "100"]
    wanted = tuple(StepId(name) for name in sys.argv[6:]) or tuple(StepId)
    draw(target, given[0], int(given[1]), int(given[2]), int(given[3]) / 100, wanted)
    if len(sys.argv) < 3:
        draw_others(target)
