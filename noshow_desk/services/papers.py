"""Papers: draft one, change it, confirm that it is true, mark it as sent."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.paper import PAPER_TITLES, Paper
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import paper_text, sending, typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import Left
from noshow_desk.services.queries.cases import facts as facts_of
from noshow_desk.services.templates import keep_shipped, template_for


def draft_paper(
    desk: Desk,
    *,
    incident_id: str,
    kind: PaperKind,
    language: str = "",
    channel: Channel | None = None,
    reason: str = "",
    another: bool = False,
) -> Changes:
    """Start a paper and return it as `made`; the unsent one of this kind when there is one (unless
    `another`).

    Without a channel the letter-or-e-mail rule chooses; a channel of one's own is kept with its `reason`.
    Without a language it is the interviewer's, for the client's own papers the client's. Raises UserError
    (field "channel") for an e-mail notice that the client did not agree to.
    """
    open_draft = None if another else paper_text.open_draft(desk, incident_id, kind)
    if open_draft is not None:
        return Changes(papers=ids(open_draft.id), incidents=ids(incident_id), made=open_draft.id)
    facts = facts_of(desk, incident_id)
    tongue = language or paper_text.language_of(desk, facts, kind)
    way, why = paper_text.way_of(desk, facts, kind, channel, reason)
    _must_be_allowed(desk, facts, kind, way)
    template = template_for(desk, facts, kind=kind, language=tongue, channel=way)
    with desk.act() as act:
        made = desk.vault.papers.add(
            Paper(
                incident_id=incident_id,
                kind=kind,
                language=tongue,
                channel=way,
                channel_reason=why,
                template_version_id=keep_shipped(desk, template),
            )
        )
    return changes_of(
        desk, replace(Paper(incident_id=incident_id, kind=kind), id=made), act.id, N_("Undo draft"), made
    )


def save_draft(desk: Desk, *, paper: Paper) -> Changes:
    """Write a draft as it is now. Words that changed have to be confirmed as true again.

    Raises UserError when the paper was sent: what was sent stays as it was.
    """
    kept, before = typed.cleaned(paper).value, draft(desk, paper.id)
    if paper_text.words_differ(kept, before):
        kept = replace(kept, true_by_client_at=None, nothing_untrue_at=None)
    with desk.act() as act:
        desk.vault.papers.change(kept)
    return changes_of(desk, kept, act.id, N_("Undo change of the draft"))


def change_channel(desk: Desk, *, paper_id: str, channel: Channel, reason: str) -> Changes:
    """Send a draft another way than the rule says, with the reason. Raises UserError (field "reason")
    without.
    """
    paper, why = draft(desk, paper_id), typed.prose(reason, "reason")
    if not why:
        raise UserError(_("Say in a few words why it goes this way."), field="reason")
    facts = facts_of(desk, paper.incident_id)
    _must_be_allowed(desk, facts, paper.kind, channel)
    template = template_for(desk, facts, kind=paper.kind, language=paper.language, channel=channel)
    return _with_template(desk, replace(paper, channel=channel, channel_reason=why), template)


def follow_rule(desk: Desk, *, paper_id: str) -> Changes:
    """Send a draft as the letter-or-e-mail rule says by now."""
    paper = draft(desk, paper_id)
    facts = facts_of(desk, paper.incident_id)
    channel, why = paper_text.way_of(desk, facts, paper.kind, None, "")
    template = template_for(desk, facts, kind=paper.kind, language=paper.language, channel=channel)
    return _with_template(desk, replace(paper, channel=channel, channel_reason=why), template)


def change_language(desk: Desk, *, paper_id: str, language: str) -> Changes:
    """Write a draft in another language."""
    paper = draft(desk, paper_id)
    facts = facts_of(desk, paper.incident_id)
    template = template_for(desk, facts, kind=paper.kind, language=language, channel=paper.channel)
    return _with_template(desk, replace(paper, language=language), template)


def use_template(desk: Desk, *, paper_id: str, template: Template, discard_edits: bool = False) -> Changes:
    """Fill a draft from another template.

    Raises UserError (field "discard_edits") when words were changed by hand and `discard_edits` does not say
    that they may go.
    """
    paper = draft(desk, paper_id)
    if paper.blocks_json and not discard_edits:
        raise UserError(
            _("This draft was changed by hand. Another template would replace those words."),
            field="discard_edits",
        )
    return _with_template(desk, replace(paper, language=template.language, blocks_json=""), template)


def confirm_true(desk: Desk, *, paper_id: str, by_client: bool, nothing_untrue: bool) -> Changes:
    """Set or take back the two ticks of R13: the client's "every sentence is true", the caseworker's own."""
    paper, now = draft(desk, paper_id), desk.now()
    ticked = replace(
        paper,
        true_by_client_at=(paper.true_by_client_at or now) if by_client else None,
        nothing_untrue_at=(paper.nothing_untrue_at or now) if nothing_untrue else None,
    )
    with desk.act() as act:
        desk.vault.papers.change(ticked)
    return changes_of(desk, paper, act.id, N_("Undo tick"))


def missing_before_final(desk: Desk, *, paper_id: str) -> tuple[Message, ...]:
    """Return what has to be done before this paper is final (the musts); while there is any it prints as
    DRAFT.
    """
    return paper_text.musts(desk, desk.vault.papers.get(paper_id))


def mark_sent(
    desk: Desk,
    *,
    paper_id: str,
    content: bytes,
    format: str,
    how: str,
    letter: Letter | None = None,
    left: Left | None = None,
) -> Changes:
    """Freeze the exact bytes that were printed or sent, their words, in which format and how ("printed",
    "email", "hand" …).

    `letter` holds the words as they were seen; what stands in the paper now when left out. `left` tells when
    they left, which counts where they may not any more. Raises UserError when a must is open, when the paper
    was sent before, and for no bytes at all.
    """
    paper = desk.vault.papers.get(paper_id)
    leaving = sending.Leaving(
        incident_id=paper.incident_id,
        paper_id=paper_id,
        letter=letter,
        content=content,
        format=format,
        how=how,
        left=left,
    )
    final = sending.final_form(desk, leaving)
    with desk.act() as act:
        sending.freeze(desk, final)
    said = Message(N_("{paper}: marked as sent."), {"paper": Message(PAPER_TITLES[paper.kind])})
    return replace(changes_of(desk, paper, act.id, N_("Undo mark as sent")), said=said)


def archive_draft(desk: Desk, *, paper_id: str) -> Changes:
    """Put a draft away. Raises UserError when the paper was sent."""
    paper = draft(desk, paper_id)
    with desk.act() as act:
        desk.vault.papers.archive(paper_id)
    return changes_of(desk, paper, act.id, N_("Undo putting the draft away"))


def draft(desk: Desk, paper_id: str) -> Paper:
    """Return an unsent paper. Raises UserError when it was sent."""
    paper = desk.vault.papers.get(paper_id)
    sending.must_be_draft(paper)
    return paper


def _must_be_allowed(desk: Desk, facts: CaseFacts, kind: PaperKind, channel: Channel) -> None:
    if not paper_text.may_go(facts, kind, channel, desk.today()):
        raise UserError(paper_text.MAIL_NAMES_AGENCY.say(), field="channel")


def _with_template(desk: Desk, paper: Paper, template: Template) -> Changes:
    with desk.act() as act:
        version = keep_shipped(desk, template)
        desk.vault.papers.change(
            replace(paper, template_version_id=version, true_by_client_at=None, nothing_untrue_at=None)
        )
    return changes_of(desk, paper, act.id, N_("Undo change of the draft"))


def changes_of(desk: Desk, paper: Paper, act: str, undo: str, made: str = "") -> Changes:
    """Return the Changes of an act on `paper`; `undo` names it for its undo."""
    incident = desk.vault.incidents.get(paper.incident_id)
    appointment = desk.vault.appointments.get(incident.appointment_id)
    return Changes(
        act=act,
        clients=ids(appointment.client_id),
        incidents=ids(paper.incident_id),
        papers=ids(paper.id),
        made=made,
        undo=Message(undo),
    )
