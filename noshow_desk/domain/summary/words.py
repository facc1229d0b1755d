"""What leaves only when chosen: the client's own words about the inside, and notes of every kind."""

from __future__ import annotations

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.if_then import if_part, then_part
from noshow_desk.domain.incident import IfThen, Obstacle, Story
from noshow_desk.domain.labels import label
from noshow_desk.domain.summary.attempts import current_calls, current_contacts
from noshow_desk.domain.summary.happened import outside_shown
from noshow_desk.domain.summary.records import SummaryOptions, SummaryRow, noted, quoted, said
from noshow_desk.i18n import N_, Message


def inside_rows(facts: CaseFacts, options: SummaryOptions) -> tuple[SummaryRow, ...]:
    """Return story, inner reasons, ideas and plan in the client's words."""
    incident = facts.incident
    rows = _story(incident.story) if incident.story else []
    rows += [_with_words("inside", label(row.factor), row.words, str(row.factor)) for row in incident.inside]
    outside = [row for row in outside_shown(facts, options) if row.words]
    rows += [quoted("outside_words", label(row.factor), row.words) for row in outside]
    given = (
        ("inside_notes", N_("Notes about the inside"), incident.inside_notes),
        ("true_sentence", N_("The one true sentence"), incident.true_sentence),
        ("why_it_matters", N_("Why it matters"), incident.why_it_matters),
        ("own_words", N_("In their own words, for the note"), incident.own_words),
        ("different", N_("What will be different"), incident.different_this_time),
    )
    rows += [quoted(key, title, words) for key, title, words in given if words]
    rows += [_obstacle(obstacle) for obstacle in incident.obstacles]
    rows += [_if_then(item) for item in (incident.plan.if_thens if incident.plan else ())]
    return tuple(rows)


def note_rows(facts: CaseFacts) -> tuple[SummaryRow, ...]:
    """Return the notes that were taken along the way, and the reasons for what was left out."""
    incident = facts.incident
    told = N_("Call to the one who waited")
    given = [(N_("Try to reach the client"), row.note) for row in current_contacts(facts)]
    for call in current_calls(facts):
        given += [(told, call.answer_detail), (told, call.note)]
    if incident.courtesy:
        given.append((N_("Courtesy call"), incident.courtesy.note))
    if incident.decision:
        decision = incident.decision
        given += [(N_("Decision"), text) for text in (decision.nature, decision.audience, decision.policy)]
    if incident.debrief:
        given.append((N_("What the caseworker said"), incident.debrief.caseworker_said))
    given += [(N_("Left out, because"), skip.reason) for skip in incident.skips]
    given += [(N_("Correction"), row.note) for row in incident.corrections]
    given += [(N_("Next contact"), row.what) for row in facts.follow_ups]
    return tuple(noted("note", title, text) for title, text in given if text)


def safety_rows(facts: CaseFacts) -> tuple[SummaryRow, ...]:
    """Return what R0 recorded; it leaves with the sensitive reasons only."""
    safety = facts.incident.safety
    if safety is None or not safety.danger:
        return ()
    text = N_("Was in danger; that is over") if safety.over_at else N_("In danger")
    return (SummaryRow("safety", Message(N_("Safety")), Message(text), data=True),)


def sensitive_words(facts: CaseFacts) -> bool:
    """Say whether free words of this case may speak of supervision or court, safety or illness."""
    shown = len(outside_shown(facts, SummaryOptions()))
    return shown < len(facts.incident.outside) or bool(safety_rows(facts))


def _story(story: Story) -> list[SummaryRow]:
    given = (
        ("story", N_("Story"), story.words),
        ("thought", N_("Thought"), story.thought),
        ("feeling", N_("Felt"), story.feeling),
        ("belief", N_("Believed"), story.belief),
    )
    rows = [quoted(key, title, words) for key, title, words in given if words]
    return rows or [SummaryRow("story", Message(N_("Story")), Message(label(story.state)), str(story.state))]


def _with_words(key: str, name: str, words: str, data: str) -> SummaryRow:
    value = Message(name)
    if words:
        value = Message("{name}: “{words}”", {"name": value, "words": words})
    return SummaryRow(key, Message(N_("Inside")), value, data)


def _obstacle(obstacle: Obstacle) -> SummaryRow:
    value = said(obstacle.what)
    if obstacle.idea:
        value = Message(
            N_("{what} → {idea} ({who})"),
            {"what": obstacle.what, "idea": obstacle.idea, "who": Message(label(obstacle.owner))},
        )
    return SummaryRow("obstacle", Message(N_("In the way, and the idea")), value, obstacle.what)


def _if_then(item: IfThen) -> SummaryRow:
    value = Message(N_("If {this}, then I {that}"), {"this": if_part(item), "that": then_part(item)})
    return SummaryRow("if_then", Message(N_("Plan")), value, item.then_i)
