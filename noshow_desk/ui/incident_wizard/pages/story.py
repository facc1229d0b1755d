"""Step `story`: the person first, then their own words, then outside and inside apart (R0, R2, R3, R4)."""

from __future__ import annotations

from noshow_desk.coaching import hints
from noshow_desk.coaching.hints import SAY_TRUE
from noshow_desk.domain.kinds import InsideFactor, OutsideFactor, PaperKind, StepId, StoryState
from noshow_desk.i18n import N_, Message
from noshow_desk.ui.incident_wizard.blocks.safety_card import SafetyCard
from noshow_desk.ui.incident_wizard.choices import STORY_STATES, WHOSE, options_of
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.nudges import nudge_of
from noshow_desk.ui.incident_wizard.situation import Situation


def truth_line(situation: Situation) -> Message | None:
    """R13: shown before the story."""
    return SAY_TRUE


def told(situation: Situation) -> bool:
    """Say whether there is a story to write down."""
    story = situation.facts.incident.story
    return story is None or story.state is StoryState.TOLD


def in_full(situation: Situation) -> bool:
    """Say whether there is time for more than the short story (section 3, fast path)."""
    return told(situation) and not situation.derived.fast_path


def not_in_full(situation: Situation) -> Message | None:
    """Return what is put off on the fast path."""
    if not situation.derived.fast_path:
        return None
    return Message(
        N_("Someone is waiting: the short story is enough. The rest comes after the call."),
    )


def stigma(situation: Situation) -> Message | None:
    """R1: the nudge about a word in the notes that judges instead of telling."""
    found = hints.stigma_words(situation.facts.incident.inside_notes)
    return found[0].message if found else None


def slow(situation: Situation) -> bool:
    """Say whether this is not the fast path."""
    return not situation.derived.fast_path


PAGE = StepPage(
    step=StepId.STORY,
    title=N_("Ask {client} what happened"),
    lead=N_("Always ask why. People act for reasons that are good to them."),
    rows=(
        Block(make=SafetyCard),
        Say(truth_line, "green", "scale"),
        Say(not_in_full, "plain", "hourglass"),
        Field(
            path="incident.story.state",
            kind=FieldKind.CHOICE,
            label=N_("What {client} chose"),
            options=STORY_STATES,
            stamp="incident.story.at",
        ),
        Field(
            path="incident.story.words",
            kind=FieldKind.TEXT,
            label=N_("In {client}’s own words"),
            hint=N_(
                "As it was said. There is no place here for an offence, a diagnosis, or immigration status."
            ),
            lines=3,
            shown=told,
            stamp="incident.story.at",
        ),
        Field(
            path="incident.story.thought",
            kind=FieldKind.LINE,
            label=N_("A thought then"),
            shown=in_full,
            half=True,
        ),
        Field(
            path="incident.story.feeling",
            kind=FieldKind.LINE,
            label=N_("A feeling"),
            shown=in_full,
            half=True,
        ),
        Field(
            path="incident.story.belief",
            kind=FieldKind.LINE,
            label=N_("What {client} believed would happen"),
            shown=in_full,
        ),
        Field(
            path="incident.outside",
            kind=FieldKind.FACTORS,
            label=N_("Outside"),
            hint=N_("What was in the way. Tick “true” where {client} says so."),
            options=options_of(OutsideFactor),
            shown=slow,
            half=True,
        ),
        Field(
            path="incident.inside",
            kind=FieldKind.FACTORS,
            label=N_("Inside"),
            hint=N_("What went on within. Stays between you two."),
            options=options_of(InsideFactor),
            shown=slow,
            half=True,
        ),
        nudge_of(StepId.STORY),
        Heading(
            text=N_("Did {client} see something about it?"),
            note=N_("One sentence worth keeping. It stays on top of every later step."),
            shown=slow,
        ),
        Field(path="incident.insight.words", kind=FieldKind.LINE, label=N_("The insight"), shown=slow),
        Field(
            path="incident.insight.whose",
            kind=FieldKind.CHOICE,
            label=N_("Whose words"),
            options=WHOSE,
            shown=slow,
        ),
        Field(
            path="incident.inside_notes",
            kind=FieldKind.TEXT,
            label=N_("Inside notes"),
            hint=N_("Left out of every summary unless you choose otherwise."),
            shown=slow,
        ),
        Say(stigma, "amber", "pencil"),
    ),
    draft=PaperKind.CALL_CARD,
)
