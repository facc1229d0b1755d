"""Shows every widget of the kit; saves pictures with python -m tests.ui.kit.gallery FOLDER."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.ui.dress import dress
from noshow_desk.ui.kit.buttons import IconButton, LinkButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import AmberCard, Banner, Card, CoachCard, RedCard, SectionHeader
from noshow_desk.ui.kit.checks import CheckBox, ChoiceChips
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.fields import Form
from noshow_desk.ui.kit.inputs import ComboField, LineField, PhoneField, SearchBox, TextField
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.kit.moments import DateField, DateTimeField, TimeField
from noshow_desk.ui.kit.options import Choice, FilterChips, NumberRuler, RadioList, Segmented
from noshow_desk.ui.kit.pages import Canvas, PaperSheet, ScrollPage
from noshow_desk.ui.kit.row_list import RowItem, RowModel, RowView
from noshow_desk.ui.kit.rows import RowList, RowWords
from noshow_desk.ui.kit.step_rail import RailState, RailStep, StepRail
from noshow_desk.ui.kit.tabs import Tabs
from noshow_desk.ui.kit.timeline import Timeline, TimelineEntry

DAY = date(2026, 3, 10)

ROWS = (
    RowWords(
        "1",
        "Tanya Brooks: send the thank-you note",
        "Metro Transit · call went well yesterday",
        "file-pen",
        "Due tomorrow",
        "amber",
        "Write note",
    ),
    RowWords(
        "2",
        "Andre Willis: check in",
        "No contact for 6 days",
        "phone-call",
        "Due today",
        "amber",
        "Log contact",
    ),
    RowWords(
        "3",
        "Denise Carter: prepare for second interview",
        "Harbor Staffing · Friday 10:00 AM",
        "calendar-clock",
        "In 3 days",
        "neutral",
        "Open client",
    ),
)
CLIENTS = (
    RowItem("a", "Marcus Reed", "Missed interview 9:00 today", "MR", chip="Act now", chip_tone="red"),
    RowItem("b", "Tanya Brooks", "Thank-you note due tomorrow", "TB", chip="Note due", chip_tone="amber"),
    RowItem("c", "Luis Ortega", "Interview Thu 2:30 PM · Español", "LO", chip="Confirmed", chip_tone="green"),
    RowItem("d", "Kiara Johnson", "Started job Mar 2", "KJ", chip="Working"),
    RowItem("e", "<img src=/etc/passwd>", "A name stays a name", "<I"),
)
STEPS = (
    RailStep("happened", "What happened", "Facts only", RailState.DONE),
    RailStep("courtesy", "Call the interviewer", "Done 9:12 AM by you", RailState.DONE),
    RailStep("story", "Talk with Marcus", "Done 9:40 AM", RailState.DONE),
    RailStep("rulers", "How sure", "Not now", RailState.SKIPPED),
    RailStep("ask", "Ask to reschedule", "Will get back", RailState.WAITING),
    RailStep("note", "Thank-you note", "Today is best"),
    RailStep("follow_up", "Wrap up", "Next contact date"),
)
HAPPENINGS = (
    TimelineEntry(
        "1",
        "Missed interview: Bayside Warehouse",
        "Interviewer: Rosa Alvarez. No call from Marcus before the start time.",
        when="Today, 9:00 AM",
        icon="phone-missed",
        tone="red",
    ),
    TimelineEntry(
        "2",
        "Coaching session · 40 min",
        "Talked about what a good first day looks like. Marcus said he worries about the background "
        "question, and that he has had a hard week with the bus and with his cousin's kids.",
        "“I keep thinking they already decided.”",
        "Mar 5, 1:00 PM",
        "notebook-pen",
    ),
    TimelineEntry(
        "3",
        "Showed up: Career fair",
        "Spoke with two employers.",
        when="Mar 3, 10:00 AM",
        icon="circle-check",
        tone="green",
    ),
)


def board() -> QWidget:
    """Cards and rows, as on Today."""
    page = ScrollPage()
    page.add(PlainLabel("Good morning, Dana", "title"))
    page.add(PlainLabel("Tuesday, March 10 · 1 missed interview needs you now", tone="muted"))
    red = RedCard(
        "Marcus Reed missed his 9:00 interview",
        "Bayside Warehouse · Rosa Alvarez is still waiting. The first call matters most.",
        "42 minutes ago",
    )
    red.add_action(PrimaryButton("&Put it right", "life-buoy"))
    red.add_action(SecondaryButton("Marcus did show up", "circle-check"))
    page.add(red)
    page.add(AmberCard("Ana's note was due on Friday", "Nobody waits for it.", "3 days", "file-pen"))
    page.add(SectionHeader("Follow-ups", 3))
    page.add(RowList(ROWS))
    page.add(Banner("Practice vault: made-up clients only.", "coach", "sprout", "Remove practice data"))
    page.add(
        Banner("Line 16: there is no field new.tiem. Did you mean new.time?", "red", "circle-alert", "Fix it")
    )
    data = Card("Your data", "shield-check")
    data.add(PlainLabel("Saved on this computer only. Last backup: today, 8:02 AM.", tone="muted", wrap=True))
    page.add(data)
    page.add(StatusLine("Saved 10:06 AM"))
    page.finish()
    return page


def form() -> QWidget:
    """Everything to fill in, as in the wizard."""
    page = ScrollPage()
    page.add(PlainLabel("Help Marcus write a thank-you note", "title", wrap=True))
    page.add(
        CoachCard(
            "Ask Marcus first",
            ("“What part of that call are you proud of?”", "“What was hard?”"),
            "Then rehearse once out loud. Short, honest, no excuses.",
        )
    )
    fields = Form()
    kinds = (Choice("a", "Thank-you after rescheduling"), Choice("b", "Thank-you after a no"))
    fields.add_field("&Template", ComboField(kinds, value="a"))
    fields.add_field(
        "&Language of the note", ComboField((Choice("en", "English"), Choice("es", "Español")), value="en")
    )
    fields.add_field("Addr&essed to", LineField("Ms. Rosa Alvarez"))
    fields.add_field("Phone", PhoneField("(555) 010-0142"))
    fields.add_field("&New interview", DateTimeField(today, datetime(2026, 3, 13, 10, 0)), wide=True)
    fields.add_field("Decided on", DateField(today, DAY))
    wrong = fields.add_field("Leave by", TimeField())
    wrong.show_error("Write a time such as 2:30 PM.")
    fields.add_field(
        "One sentence in &his own words",
        TextField("I have been practicing.", placeholder="His words"),
        "Optional. It is the part employers remember.",
        wide=True,
    )
    page.add(fields)
    page.add(choices())
    footer = page.show_footer()
    footer.add_left(LinkButton("Save and close"))
    footer.add_right(PlainLabel("Step 6 of 7", tone="muted"))
    footer.add_right(SecondaryButton("&Back", "chevron-left"))
    footer.add_right(SecondaryButton("&Skip with reason…"))
    footer.add_right(PrimaryButton("&Mark as sent", "check"))
    page.finish()
    return page


def choices() -> QWidget:
    """Everything to choose from."""
    card = Card("How did it go?")
    card.add(
        Segmented(
            "How did it go?",
            (
                Choice("r", "Reached Rosa", "phone-call"),
                Choice("m", "Left message", "message-circle"),
                Choice("n", "No answer", "phone-missed"),
            ),
            value="r",
        )
    )
    card.add(
        RadioList(
            "Decision",
            (
                Choice("ask", "Ask now", hint="The client asks in the call."),
                Choice("policy", "Policy forbids it", hint="Name the policy."),
            ),
            value="ask",
        )
    )
    card.add(NumberRuler("How important is it?", "not at all", "more than anything", value=7))
    card.add(
        ChoiceChips(
            "What got in the way",
            [
                Choice(word, word)
                for word in (
                    "Transport",
                    "Child care",
                    "Wrong date or place",
                    "Work shift",
                    "Illness",
                    "Phone",
                    "Weather",
                )
            ],
            values=("Transport", "Phone"),
        )
    )
    card.add(
        CheckBox(
            "Every sentence is true, and Marcus said so himself", "He ticks it, or says it over the phone."
        )
    )
    ticked = CheckBox("I know of nothing untrue here")
    ticked.setChecked(True)
    card.add(ticked)
    return card


def lists() -> QWidget:
    """A list, a timeline and tabs, as on Clients."""
    side = QWidget()
    side.setProperty("ground", "surface")
    column = QVBoxLayout(side)
    head = QHBoxLayout()
    head.addWidget(SearchBox("Filter clients", "Filter clients"), 1)
    head.addWidget(IconButton("plus", "Add client"))
    column.addLayout(head)
    column.addWidget(
        FilterChips(
            "Show",
            (
                Choice("all", "All", count=42),
                Choice("now", "Act now", count=1),
                Choice("due", "Due", count=4),
                Choice("es", "Español", count=6),
            ),
            value="all",
        )
    )
    view = RowView("Clients")
    view.setModel(RowModel(CLIENTS, view))
    view.pick(0)
    column.addWidget(view, 1)
    side.setFixedWidth(336)
    tabs = Tabs("Marcus Reed")
    timeline = Timeline("Timeline")
    timeline.show_entries(HAPPENINGS)
    tabs.add("timeline", "Timeline", timeline)
    tabs.add("details", "Details", EmptyState("No papers yet", "Papers you draft for Marcus appear here."))
    tabs.add("papers", "Letters", Chip("x"), 3)
    whole = QWidget()
    whole.setProperty("ground", "surface")
    row = QHBoxLayout(whole)
    row.addWidget(side)
    row.addWidget(tabs, 1)
    return whole


def paper() -> QWidget:
    """The rail and a paper on its canvas, as in the wizard."""
    whole = QWidget()
    whole.setProperty("ground", "surface")
    rail = StepRail()
    rail.show_steps(STEPS, "note")
    narrow = StepRail("Steps, numbers only")
    narrow.show_steps(STEPS, "story")
    narrow.set_narrow(True)
    canvas = Canvas()
    canvas.body.addWidget(PlainLabel("Draft", "card"))
    sheet = PaperSheet()
    sheet.show_paper(PlainLabel("March 10, 2026\n\nMs. Rosa Alvarez\nBayside Warehouse", tone="paper"))
    canvas.body.addWidget(sheet, 1)
    canvas.body.addWidget(StatusLine("Grade 5 reading level · 71 words · fits 1 page", "circle-check"))
    row = QHBoxLayout(whole)
    row.addWidget(rail)
    row.addWidget(narrow)
    row.addWidget(
        EmptyState(
            "Nobody waits",
            "Clients whose appointment was missed appear here.",
            "sun",
            SecondaryButton("Add client", "plus"),
        )
    )
    row.addWidget(canvas, 1)
    return whole


def today() -> date:
    """The day of the pictures."""
    return DAY


SCENES = {"board": board, "form": form, "lists": lists, "paper": paper}


def save_pictures(folder: Path) -> None:
    """Save each scene in both themes, and in 140 % text, as PNG files in `folder`."""
    app = QApplication.instance() or QApplication(sys.argv)
    folder.mkdir(parents=True, exist_ok=True)
    for theme, scale in (("light", 1.0), ("dark", 1.0), ("light", 1.4)):
        dress(app, theme, scale)
        for name, scene in SCENES.items():
            widget = scene()
            widget.resize(1000, 736)
            widget.show()
            app.processEvents()
            widget.grab().save(str(folder / f"{name}-{theme}-{round(scale * 100)}.png"))
            widget.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    save_pictures(Path(sys.argv[1]))
