"""The incident wizard: every step, every branch with widgets of its own, and the papers that come out."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QMenu

from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import StepId
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.checks.verbs import Verb
from noshow_desk.ui.incident_wizard.draft_panel import DraftPanel
from noshow_desk.ui.kit.calendar import CalendarPopup
from tests.proof.walk.hands import Hands


def imminent(hands: Hands, incident: str) -> None:
    """Nobody can be reached and somebody waits: every result of a try, then the courtesy call."""
    _step(hands, incident, StepId.REACH)
    hands.press("Start two minutes")
    for result in ("No answer", "Message left", "Wrong number", "Reached, not ready"):
        _step(hands, incident, StepId.REACH)
        if hands.can_press(result):
            hands.press(result)
    hands.fill()
    hands.press("Correct")
    for menu in hands.window.findChildren(QMenu):
        menu.close()
    _step(hands, incident, StepId.COURTESY)
    hands.press("Told Ms.")
    hands.fill()
    hands.pick("Consent", "May name")
    hands.fill()


def whole(hands: Hands, incident: str) -> None:
    """Walk through all fifteen steps of one incident, everything written down, until the new date."""
    hands.go("today")
    hands.press("Did show up")
    hands.choose_menu("Undo")
    hands.press("Put it right")
    _step(hands, incident, StepId.HAPPENED)
    hands.fill()
    _step(hands, incident, StepId.REACH)
    hands.press("Reached")
    _danger(hands, incident)
    _call_first(hands, incident)
    for step in StepId:
        _step(hands, incident, step)
        hands.fill()
    _details(hands, incident)
    _move(hands, incident)
    _skip(hands, incident)


def _step(hands: Hands, incident: str, step: StepId) -> None:
    hands.go("incident", incident, step.value)


def _danger(hands: Hands, incident: str) -> None:
    """R0: help first, then the story."""
    _step(hands, incident, StepId.STORY)
    hands.press("Needs help now")
    hands.press("The danger is over")
    hands.press("Told")
    hands.fill()


def _call_first(hands: Hands, incident: str) -> None:
    """Somebody waits: decide, rehearse, call, ask; a voicemail first."""
    _step(hands, incident, StepId.DECIDE)
    hands.press("Yes")
    hands.press("Ask for another time")
    _step(hands, incident, StepId.REHEARSE)
    hands.press("Rehearsed once")
    if hands.can_press("Use"):  # not where every phrase is for the call alone
        hands.press("Use")
    hands.fill()
    _step(hands, incident, StepId.CALL)
    hands.press("Voicemail")
    hands.fill()
    hands.press("Record another call")
    hands.press("Spoke")
    hands.press("Said sorry for missing it")
    hands.press("Said sorry for the trouble")
    _step(hands, incident, StepId.ASK)
    hands.press("Yes", of="Did ")
    hands.press("Yes, a new time", of="What did ")
    hands.enter("Day and time, day", "March 27")
    hands.enter("Day and time, time", "10:00 AM")
    hands.fill()


def _details(hands: Hands, incident: str) -> None:
    """What appears only once something is chosen: factors, obstacles, rulers, plans."""
    _step(hands, incident, StepId.STORY)
    for factor in ("Transport", "Afraid of being asked about the past"):
        hands.press(factor)
    hands.fill()
    _step(hands, incident, StepId.RULERS)
    for ruler in ("How important", "How sure"):
        hands.press("8", of=ruler)
    hands.fill()
    _step(hands, incident, StepId.SOLVE)
    hands.press("One more obstacle")
    hands.fill()
    hands.fill()
    if hands.can_press("What has worked for others"):
        hands.press("What has worked for others")
    _step(hands, incident, StepId.PLAN)
    hands.press("One more for the inside")
    hands.fill()
    hands.enter("Leave by", "8:15 AM")
    hands.press(hands.button_with("said the plan out loud"))


def _move(hands: Hands, incident: str) -> None:
    """Put off a due date, plan a next contact with the calendar."""
    _step(hands, incident, StepId.NOTE)
    hands.press("Move…")
    hands.enter("Due, day", "March 11")
    _step(hands, incident, StepId.FOLLOW_UP)
    hands.press("Choose a day")
    for calendar in hands.window.findChildren(CalendarPopup):
        calendar.close()
    hands.fill()
    hands.press("Set this date")
    hands.enter("Day", "March 18")
    hands.press("Set this date")


def _skip(hands: Hands, incident: str) -> None:
    """Leave a step out with a reason, put another off."""
    _step(hands, incident, StepId.ATTENDED)
    hands.press("Not now")
    _step(hands, incident, StepId.ATTENDED)
    if hands.can_press("Skip"):
        hands.press("Skip")
        hands.fill()
        hands.press("Skip it")
    _step(hands, incident, StepId.FOLLOW_UP)


def papers(hands: Hands, incident: str) -> None:
    """Shape the note, let the client see it, take it out in every way, mark it as sent."""
    _step(hands, incident, StepId.NOTE)
    hands.fill()
    for way in ("E-mail draft", "Printed letter"):
        hands.press(way)
        hands.fill()
        hands.press("Send it this way")
    _letter_check(hands)
    _hand_edit(hands)
    _in_a_narrow_window(hands)
    hands.press("Show to the client")
    hands.press("Done: give it back")
    hands.press("Copy the words")
    for row in FORMATS:
        if row.papers:
            save_note(hands, row.key)
    print_paper(hands, "draft.pdf")
    hands.press(hands.button_with("Every sentence is true"))
    hands.press("You say: ")
    print_paper(hands, "note-printed.pdf")
    hands.open_dialog("QuestionDialog")
    hands.press("Mark as sent")
    _other_papers(hands, incident)


def print_paper(hands: Hands, name: str) -> None:
    """Print the paper on the screen: the preview, the system's dialog."""
    hands.choose_menu("Print")
    hands.open_dialog("PrintDialog")
    hands.press("Print")
    hands.print_out(name)


def save_note(hands: Hands, format_key: str) -> None:
    """Save the note on the screen by the button of a format (an e-mail draft is a way to send, too)."""
    buttons = hands.window.findChildren(QAbstractButton)
    next(one for one in buttons if one.property("format") == format_key and one.isVisible()).click()
    hands.save_to(f"Folder of Qwzelda/note.{format_key}")


def _letter_check(hands: Hands) -> None:
    """Write what the check finds; settle it with a reason, open it again, and once more."""
    hands.write("One sentence", f"It was not my fault, Zanzefir made me late. {hands.words()}")
    for time in range(2):
        hands.wait_until(lambda: _settling(hands), timeout=20_000)
        row, button = _settling(hands)[0]
        if not row.head.isChecked():
            row.head.click()
        button.click()
        hands.fill()
        hands.press("Keep it" if hands.can_press("Keep it") else "It is a false alarm")
        hands.settle(300)
        if not time:
            hands.press("Open again")
            hands.settle(300)
    hands.write("One sentence", hands.words())
    hands.settle(300)


def _in_a_narrow_window(hands: Hands) -> None:
    """Look at the paper where there is room for a button of it only, and make room again."""
    size = hands.window.size()
    hands.window.resize(1024, 640)
    for _more in range(4):
        hands.choose_menu("Larger text")
    hands.wait_until(lambda: hands.can_press("Paper"))
    hands.press("Paper")
    hands.choose_menu("Normal text size")
    hands.window.resize(size)
    hands.settle(300)


def _settling(hands: Hands) -> list[tuple[FindingRow, QAbstractButton]]:
    """Return the buttons that settle a finding while its words stay."""
    rows = [row for row in hands.window.findChildren(FindingRow) if row.isVisible()]
    kept = {Verb.KEEP.value, Verb.DENY.value}
    return [(row, one) for row in rows for one in row.buttons if one.property("verb") in kept]


def _hand_edit(hands: Hands) -> None:
    hands.press("Edit by hand")
    hands.fill(lambda field: field.accessibleName().startswith("Part 4"))
    hands.press("Done editing")


def _other_papers(hands: Hands, incident: str) -> None:
    """Print the call card and the plan card."""
    for step, name in ((StepId.REHEARSE, "call-card.pdf"), (StepId.PLAN, "plan-card.pdf")):
        _step(hands, incident, step)
        panel = hands.window.findChild(DraftPanel)
        assert panel is not None and panel.letter() is not None
        print_paper(hands, name)


def corrected(hands: Hands, incident: str) -> None:
    """Say that a report was a mistake; look at the list of incidents."""
    _step(hands, incident, StepId.HAPPENED)
    hands.press("Came late after all")
    hands.press("Reported by mistake")
    hands.go("incidents")
    if hands.can_press("Put it right"):
        hands.press("Put it right")
    hands.choose_menu("Back")


def missed_again(hands: Hands, incident: str) -> None:
    """The second chance was missed too: the linked incident opens."""
    _step(hands, incident, StepId.ATTENDED)
    hands.press("Missed again")
    hands.fill()
    hands.go("today")
