"""What stands in a paper: its words, its language, its way, and what has to be right before it is final."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from noshow_desk.domain.blocks import Letter, letter_from_json
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.channel_rule import choose_channel
from noshow_desk.domain.consent import may_name_agency
from noshow_desk.domain.kinds import CLIENT_LETTERS, Channel, PaperKind
from noshow_desk.domain.paper import PAPERS, Paper
from noshow_desk.domain.practice import derive_next
from noshow_desk.i18n import LANGUAGES, N_, Message
from noshow_desk.letters.events import gives_reason
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.services import typed
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import NOTHING, Checked, LetterFinding, Weight, together
from noshow_desk.services.letter_findings import check_draft, load_rules
from noshow_desk.services.own_rules import own_rules_text
from noshow_desk.services.queries.cases import facts as facts_of
from noshow_desk.services.templates import template_for

# The client's own letters: they go to somebody, so the client says that every sentence is true (R13).
LETTERS = frozenset(CLIENT_LETTERS)
# Papers in the hands of the client, in the client's language.
FOR_THE_CLIENT = frozenset({PaperKind.PLAN_CARD, PaperKind.WORKSHEET})
# Papers for the one who waited; a card is in the hands of the client, and no mail takes it there by mistake.
_FOR_THE_INTERVIEWER = LETTERS | {PaperKind.COURTESY}
# Letters that say that the appointment was missed.
OF_A_MISS = frozenset({PaperKind.APOLOGY, PaperKind.THANK_YOU})
NO_INPUTS: Mapping[str, str] = {}

_WAYS = {row.kind: row.ways for row in PAPERS}

TICK_MISSING = Message(
    N_("{client} has not said yet that every sentence is true. Read it aloud and tick it.")
)
OWN_TICK_MISSING = Message(N_("Tick “I know of nothing untrue here” first."))
REASON_NOT_TRUE = N_("The reason in this letter is not confirmed as true by {client}. Ask, or leave it out.")
STILL_AHEAD = Message(
    N_("The appointment is still ahead, so this note is not true yet. Call now to cancel or move it.")
)
CHANGE_OR_KEEP = N_("“{words}”: {why} Change it, or keep it with the client’s reason.")
CHANGE_OR_DENY = N_("“{words}”: {why} Change it, or say that it is a false alarm.")
ADD_OR_KEEP = N_("{why} Put it right, or keep it as it is with the client’s reason.")
MAIL_NAMES_AGENCY = Message(
    N_("Your e-mail address names your agency, and the client has not agreed to that. Call instead.")
)
PROBLEM_LEFT = N_("The template of this paper has a problem: {problem}")


def papers_to_load(desk: Desk) -> Callable[[], None]:
    """Return the work of `load_papers` for this desk, for a worker: that one never asks the vault."""
    return partial(load_papers, {language: own_rules_text(desk, language) for language in LANGUAGES})


def load_papers(own: Mapping[str, str] = NO_INPUTS) -> None:
    """Load what fills and checks papers; a worker does it while nobody waits.

    `own` is the text of the agency's own rules for each language that has some.
    """
    from noshow_desk.letters import fill  # noqa: F401 - deferred: loads Jinja, 100 ms
    from noshow_desk.letters.starters import starters

    starters()
    for language in LANGUAGES:
        load_rules(language, own=own.get(language, ""))


def fill_paper(desk: Desk, *, paper_id: str) -> Letter | list[TemplateProblem]:
    """Return what stands in this paper now: the words changed by hand, else the template filled with the
    facts.
    """
    return _filled(desk, desk.vault.papers.get(paper_id))


def preview_paper(
    desk: Desk,
    *,
    facts: CaseFacts,
    kind: PaperKind,
    language: str = "",
    channel: Channel | None = None,
    inputs: Mapping[str, str] = NO_INPUTS,
) -> Letter | list[TemplateProblem]:
    """Return the paper that these facts would make, before anything is written: the live draft."""
    from noshow_desk.letters.fill import fill  # deferred: loads Jinja, 50 ms

    tongue = language or language_of(desk, facts, kind)
    way = channel or way_of(desk, facts, kind, None, "")[0]
    template = template_for(desk, facts, kind=kind, language=tongue, channel=way)
    as_now = as_of(facts, desk.now())
    return fill(template.source, as_now, today=desk.today(), language=tongue, kind=kind, inputs=inputs)


def as_of(facts: CaseFacts, now: datetime) -> CaseFacts:
    """Return the facts with what was ahead when it was reported, and is missed at `now`, no longer ahead."""
    if not facts.incident.imminent or not derive_next(facts, now).counts_as_no_show:
        return facts
    return replace(facts, incident=replace(facts.incident, imminent=False))


def preview_draft(
    desk: Desk, *, paper: Paper, facts: CaseFacts, today: date | None = None
) -> Letter | list[TemplateProblem]:
    """Return what this draft would say with these facts and inputs, before anything of them is written; as of
    another day where `today` says so.
    """
    from noshow_desk.letters.fill import fill  # deferred: loads Jinja, 50 ms

    if paper.blocks_json:
        return letter_from_json(paper.blocks_json)
    source = desk.vault.templates.version(paper.template_version_id).source
    day = today or desk.today()
    return fill(source, facts, today=day, language=paper.language, kind=paper.kind, inputs=paper.inputs)


def open_draft(desk: Desk, incident_id: str, kind: PaperKind) -> Paper | None:
    """Return the newest unsent paper of this kind."""
    drafts = [paper for paper in desk.vault.papers.of_incident(incident_id) if paper.sent_at is None]
    return next((paper for paper in reversed(drafts) if paper.kind is kind), None)


def language_of(desk: Desk, facts: CaseFacts, kind: PaperKind) -> str:
    """Return the language a paper starts in: the reader's."""
    if kind in FOR_THE_CLIENT:
        return facts.client.paper_language
    if facts.interviewer.id or facts.interviewer.language != "en":
        return facts.interviewer.language
    return desk.settings.text("paper_language")


def way_of(
    desk: Desk, facts: CaseFacts, kind: PaperKind, channel: Channel | None, reason: str
) -> tuple[Channel, str]:
    """Return the channel of a paper and the sentence that explains it."""
    if channel is not None:
        return channel, typed.prose(reason, "reason")
    if kind not in LETTERS:
        return _WAYS[kind][0], ""
    rules = desk.rules
    choice = choose_channel(facts, desk.today(), rules.mail_days, rules.holidays)
    return choice.channel, choice.why.say()


def email_to(facts: CaseFacts, kind: PaperKind) -> str:
    """Return the e-mail address that a paper of this kind goes to; "" for one that stays with the client."""
    return facts.interviewer.email if kind in _FOR_THE_INTERVIEWER else ""


def words_differ(paper: Paper, before: Paper) -> bool:
    """Say whether what stands in the paper may have changed."""
    return (paper.inputs, paper.blocks_json, paper.template_version_id, paper.language) != (
        before.inputs,
        before.blocks_json,
        before.template_version_id,
        before.language,
    )


def check(desk: Desk, *, paper: Paper) -> Checked:
    """Return what the letter check finds in this paper; nothing in one whose template cannot be filled."""
    facts = facts_of(desk, paper.incident_id)
    letter = preview_draft(desk, paper=paper, facts=facts)
    if not isinstance(letter, Letter):
        return NOTHING
    return check_draft(desk, letter, facts=facts, kept=paper.findings_kept, paper=paper)


@contextmanager
def ticks_follow_words(desk: Desk, incident_id: str) -> Iterator[None]:
    """Take back the ticks of each draft of this incident whose words are others afterwards (R13).

    For use around a change of facts, inside its act.
    """
    drafts = [paper for paper in desk.vault.papers.of_incident(incident_id) if paper.sent_at is None]
    ticked = [paper for paper in drafts if paper.true_by_client_at or paper.nothing_untrue_at]
    before = [_filled(desk, paper) for paper in ticked]
    yield
    for paper, words in zip(ticked, before, strict=True):
        if _filled(desk, paper) != words:
            desk.vault.papers.change(replace(paper, true_by_client_at=None, nothing_untrue_at=None))


def musts(desk: Desk, paper: Paper) -> tuple[Message, ...]:
    """Return what PRACTICE makes a must before this paper is final, in the order to do it."""
    facts = facts_of(desk, paper.incident_id)
    letter = preview_draft(desk, paper=paper, facts=facts)
    if not isinstance(letter, Letter):
        return (Message(PROBLEM_LEFT, {"problem": letter[0].message}),)
    checked = check_draft(desk, letter, facts=facts, kept=paper.findings_kept, paper=paper)
    return musts_of(desk, paper, facts, checked)


def musts_of(
    desk: Desk, paper: Paper, facts: CaseFacts, checked: Checked, *, at: datetime | None = None
) -> tuple[Message, ...]:
    """Return what is still to do before a paper that was checked is final, now or at another time (aware):
    first the words, then the ticks, which other words would take back.
    """
    now = at or desk.now()
    words = words_to_right(paper, facts, checked, now=now, day=desk.local(now).date())
    return (*words, *_unticked(facts, paper))


def words_to_right(
    paper: Paper, facts: CaseFacts, checked: Checked, *, now: datetime, day: date
) -> tuple[Message, ...]:
    """Return what is to do about the words and the way of a paper before the ticks, `now` (aware) and on
    `day`; this needs no vault.
    """
    ahead = _too_early(facts, paper, now)
    way = [] if may_go(facts, paper.kind, paper.channel, day) else [MAIL_NAMES_AGENCY]
    words = [to_do(group[0]) for group in together(checked.open) if group[0].gates]
    return (*ahead, *way, *_untrue(facts, paper), *words)


def may_go(facts: CaseFacts, kind: PaperKind, channel: Channel, day: date) -> bool:
    """A1: say whether a paper may go this way on `day`. A work e-mail names the agency by its address, so a
    courtesy notice by e-mail needs the client's consent.
    """
    if kind is not PaperKind.COURTESY or channel is not Channel.EMAIL:
        return True
    return may_name_agency(facts.consent, day)


def to_do(finding: LetterFinding) -> Message:
    """Return the sentence that names what to do about a finding before the paper is final."""
    if not finding.words:
        return Message(ADD_OR_KEEP, {"why": finding.message})
    never_kept = finding.weight is Weight.NEVER_KEPT
    return Message(
        CHANGE_OR_DENY if never_kept else CHANGE_OR_KEEP, {"words": finding.words, "why": finding.message}
    )


def _too_early(facts: CaseFacts, paper: Paper, now: datetime) -> list[Message]:
    """R13: nobody has missed what is still ahead, unless the client has already called about it."""
    if paper.kind in OF_A_MISS and not facts.incident.calls and derive_next(facts, now).imminent:
        return [STILL_AHEAD]
    return []


def _untrue(facts: CaseFacts, paper: Paper) -> list[Message]:
    given = gives_reason(paper.inputs) and facts.incident.true_sentence
    if paper.kind in LETTERS and given and facts.incident.true_sentence_confirmed_at is None:
        return [Message(REASON_NOT_TRUE, {"client": facts.client.called})]
    return []


def _unticked(facts: CaseFacts, paper: Paper) -> list[Message]:
    if paper.kind not in LETTERS:
        return []
    found = []
    if paper.true_by_client_at is None:
        found.append(Message(TICK_MISSING.text, {"client": facts.client.called}))
    if paper.nothing_untrue_at is None:
        found.append(OWN_TICK_MISSING)
    return found


def _filled(desk: Desk, paper: Paper) -> Letter | list[TemplateProblem]:
    return preview_draft(desk, paper=paper, facts=facts_of(desk, paper.incident_id))
