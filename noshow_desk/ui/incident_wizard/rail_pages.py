"""The pages of the rail: which steps belong together, in which order, and what each page found."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.kinds import StepId, StepState
from noshow_desk.domain.step import Step
from noshow_desk.i18n import N_, _, clock, short_date
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.incident_wizard.titles import short_when
from noshow_desk.ui.kit.step_rail import RailState, RailStep


@dataclass(frozen=True, slots=True)
class RailPage:
    """One page of the rail; `title` may hold {client}; `tells` is the step that speaks for the page."""

    key: str
    title: str
    steps: tuple[StepId, ...]
    tells: StepId | None = None


_HAPPENED = RailPage("happened", N_("What happened"), (StepId.HAPPENED,))
_REACH = RailPage("reach", N_("Reach and call"), (StepId.REACH, StepId.COURTESY))
_REHEARSE = RailPage("rehearse", N_("Rehearse"), (StepId.REHEARSE,))
_CALL = RailPage("call", N_("{client} calls"), (StepId.CALL, StepId.ASK, StepId.DEBRIEF), StepId.ASK)
_NOTE = RailPage("note", N_("The note"), (StepId.NOTE,))
_PLAN = RailPage(
    "plan", N_("Plan and next"), (StepId.PLAN, StepId.ATTENDED, StepId.FOLLOW_UP), StepId.ATTENDED
)
_TALK = RailPage(
    "talk",
    N_("Talk with {client}"),
    (StepId.STORY, StepId.DECIDE, StepId.RULERS, StepId.SOLVE),
    StepId.DECIDE,
)
_TALK_SHORT = RailPage("talk", N_("Talk, the short way"), (StepId.STORY, StepId.DECIDE), StepId.DECIDE)
_TALK_MORE = RailPage("talk_more", N_("Talk in full"), (StepId.RULERS, StepId.SOLVE), StepId.SOLVE)

# How a step is called on the strip of its page, in a word or three.
PART_NAMES: dict[StepId, str] = {
    StepId.HAPPENED: N_("Facts"),
    StepId.REACH: N_("Reach {client}"),
    StepId.COURTESY: N_("Let them know"),
    StepId.STORY: N_("Story"),
    StepId.DECIDE: N_("Another chance?"),
    StepId.RULERS: N_("How sure"),
    StepId.SOLVE: N_("In the way"),
    StepId.REHEARSE: N_("Rehearse"),
    StepId.CALL: N_("The call"),
    StepId.ASK: N_("The answer"),
    StepId.DEBRIEF: N_("What it took"),
    StepId.NOTE: N_("The note"),
    StepId.PLAN: N_("Plan"),
    StepId.ATTENDED: N_("Did it happen?"),
    StepId.FOLLOW_UP: N_("Next contact"),
}

# To add a page: a row here, in both orders. A step stands on exactly one page of each.
RAIL: tuple[RailPage, ...] = (_HAPPENED, _REACH, _TALK, _REHEARSE, _CALL, _NOTE, _PLAN)
# Section 3, fast path: an interviewer who was not told waits; what can wait comes after the call.
FAST_RAIL: tuple[RailPage, ...] = (
    _HAPPENED, _REACH, _TALK_SHORT, _REHEARSE, _CALL, _TALK_MORE, _NOTE, _PLAN
)  # fmt: skip


def rail_of(situation: Situation) -> tuple[RailPage, ...]:
    """Return the pages in the order that fits this incident."""
    called_untold = situation.facts.incident.courtesy is None and bool(situation.calls)
    return FAST_RAIL if situation.derived.fast_path or called_untold else RAIL


def walk(situation: Situation) -> tuple[StepId, ...]:
    """Return the steps that apply, in the order in which Next goes through them."""
    return tuple(
        step
        for page in rail_of(situation)
        for step in page.steps
        if situation.step(step).state is not StepState.DOES_NOT_APPLY
    )


def neighbour(situation: Situation, step: StepId, way: int) -> StepId | None:
    """Return the applying step after (`way` 1) or before (-1) `step`; None at the end."""
    order = [each for page in rail_of(situation) for each in page.steps]
    place = order.index(step)
    rest = order[place + 1 :] if way > 0 else order[:place][::-1]
    applying = set(walk(situation))
    return next((each for each in rest if each in applying), None)


def rail_steps(situation: Situation) -> tuple[RailStep, ...]:
    """Return the lines of the rail: each page with what it found, or by when it is due."""
    return tuple(_rail_step(situation, page) for page in rail_of(situation))


def page_with(situation: Situation, step: StepId) -> RailPage:
    """Return the page that holds `step`."""
    return next(page for page in rail_of(situation) if step in page.steps)


def parts_of(situation: Situation, step: StepId) -> tuple[Step, ...]:
    """Return the steps on the page of `step` that apply, and `step` itself."""
    page = page_with(situation, step)
    return tuple(situation.step(each) for each in page.steps if each is step or _applies(situation, each))


def first_part(situation: Situation, key: str) -> StepId:
    """Return where a page opens: its first open step, else its first that applies, else its first."""
    page = next(page for page in rail_of(situation) if page.key == key)
    steps = [situation.step(each) for each in page.steps]
    wanted = [each for each in steps if each.state is StepState.OPEN]
    wanted = wanted or [each for each in steps if each.state is not StepState.DOES_NOT_APPLY]
    return (wanted or steps)[0].id


def place_of(situation: Situation, step: StepId) -> tuple[int, int, int, int]:
    """Return (page, pages, part, parts) for the footer's "Step 3 of 7"."""
    pages = rail_of(situation)
    page = page_with(situation, step)
    parts = [each.id for each in parts_of(situation, step)]
    return pages.index(page) + 1, len(pages), parts.index(step) + 1, len(parts)


def found_text(situation: Situation, step: Step) -> str:
    """Return what a step found, when it was done, or by when it is due."""
    if step.id is StepId.HAPPENED and step.state is StepState.DONE:
        return short_when(situation)
    if step.state is StepState.DONE:
        done = _done_text(situation, step)
        return step.found.say() if step.found is not None else done
    if step.state is StepState.SKIPPED:
        return _("Skipped: {reason}").format(reason=step.skip_reason) if step.skip_reason else _("Skipped")
    if step.state is StepState.DOES_NOT_APPLY:
        return _("Not needed here")
    if step.deferred:
        return _("Not now")
    if step.waits_for is not None:
        return ""
    return _due_text(situation, step)


def _rail_step(situation: Situation, page: RailPage) -> RailStep:
    parts = [situation.step(step) for step in page.steps if _applies(situation, step)]
    return RailStep(
        key=page.key,
        title=_(page.title).format(**situation.names),
        second=_page_text(situation, page, parts),
        state=_page_state(parts),
    )


def _page_text(situation: Situation, page: RailPage, parts: list[Step]) -> str:
    if not parts:
        return found_text(situation, situation.step(page.steps[0]))
    open_parts = [part for part in parts if part.state is StepState.OPEN]
    done = [part for part in parts if part.state is StepState.DONE]
    found = [part for part in done if part.id is page.tells] or [
        part for part in done if part.found is not None
    ]
    told = open_parts[0] if open_parts else found[-1] if found else parts[-1]
    return found_text(situation, told)


def _page_state(parts: list[Step]) -> RailState:
    states = {part.state for part in parts}
    if StepState.OPEN in states:
        return RailState.OPEN
    if StepState.DONE in states:
        return RailState.DONE
    return RailState.SKIPPED if StepState.SKIPPED in states else RailState.OPEN


def _applies(situation: Situation, step: StepId) -> bool:
    return situation.step(step).state is not StepState.DOES_NOT_APPLY


def _done_text(situation: Situation, step: Step) -> str:
    if step.done_at is None:
        return _("Done")
    at = situation.at_the_place(step.done_at)
    when = clock(at) if at.date() == situation.today else short_date(at.date())
    return _("Done {when}").format(when=when)


def _due_text(situation: Situation, step: Step) -> str:
    if step.due is None:
        return ""
    due = situation.at_the_place(step.due)
    if step.due <= situation.now:
        after = situation.derived.next
        return _("Now") if after is not None and after.id is step.id else ""
    if due.date() == situation.today:
        return _("Today") if due.hour >= 17 else _("Today {time}").format(time=clock(due))
    return short_date(due.date())
