"""Papers for several clients at once: whose are ready, and why the others are left out (R13)."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.client import Client
from noshow_desk.domain.consent import NOT_ASKED, Consent
from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.formats import format_named
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.paper import Paper
from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.i18n import N_, Message, _
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.services import paper_text, queries
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_findings import check_draft
from noshow_desk.services.queries.rows import IncidentRow
from noshow_desk.services.templates import template_for, templates
from noshow_desk.services.unsaved import unwritten_incidents

# Papers that go out for several clients at once: each speaks of one client, and can wait a minute.
KINDS = (
    PaperKind.THANK_YOU,
    PaperKind.APOLOGY,
    PaperKind.WITHDRAWAL,
    PaperKind.PLAN_CARD,
    PaperKind.CALL_CARD,
)
MOST_AT_ONCE = 500

NO_INCIDENT = Message(N_("There is no open incident."))
NO_DRAFT = Message(N_("There is no draft yet. Write it in the steps of the incident."))
UNWRITTEN = Message(
    N_("Something typed about this incident was not recorded yet. Open it, and look at it on its page.")
)
SENT_ALREADY = Message(N_("It was sent already."))
OTHER_TEMPLATE = Message(N_("The draft comes from another template."))
NO_NEW_DATE = Message(N_("There is no new date yet."))
NOT_SAFE = N_("Waits until {client} is safe.")
NOT_PRINTABLE = N_("Cannot be printed: {characters} Write it another way.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a batch is made of: papers of a kind, from one template where one is named."""

    kind: PaperKind
    template: Template | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A client who may get a paper: the newest open incident, and its draft where there is one.

    `named` is False when nobody was asked for: then who has no such paper coming is not worth a word.
    """

    client_id: str
    incident: IncidentRow | None = None
    paper: Paper | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """One client in a batch: the finished letter, or `why` there is none yet.

    `paper_id` is empty for cards, which are no letters and need no draft. `to` is an e-mail address,
    `subject` the one of a letter that goes by e-mail, `consent` the one that was looked at.
    """

    client: Client
    name: str
    incident_id: str = ""
    paper_id: str = ""
    letter: Letter | None = None
    channel: Channel = Channel.HAND
    waiting: str = ""
    to: str = ""
    subject: str = ""
    consent: Consent = NOT_ASKED
    why: Message | None = None

    @property
    def ready(self) -> bool:
        """Say whether the batch takes it."""
        return self.letter is not None and self.why is None


def not_printable(row: BatchRow, characters: str) -> BatchRow:
    """Return `row` as kept back because no font has these characters; as it is where there are none."""
    if not characters or row.why is not None:
        return row
    return replace(row, why=Message(NOT_PRINTABLE, {"characters": " ".join(characters)}))


def with_letters(rows: Iterable[BatchRow]) -> list[tuple[BatchRow, Letter]]:
    """Return the rows that have a letter, each with it."""
    return [(row, row.letter) for row in rows if row.letter is not None]


def file_name(row: BatchRow, letter: Letter, format_key: str, day: date) -> str:
    """Return the name of the file of one paper: what it is, initials and the day, nothing that tells whom it
    is about. `format_key` is that of a row of FORMATS.
    """
    kind = format_named(format_key)
    assert kind is not None
    return paper_file_name(letter.kind, row.client, day, kind.suffix, letter.language)


def wanted_named(desk: Desk, name: str) -> Wanted:
    """Return what `name` asks for: a kind of paper ("thank_you"), or a template by id, short id or name.

    Raises NotFound for a name of nothing, and for papers that go to nobody or cannot wait.
    """
    if name in KINDS:
        return Wanted(kind=PaperKind(name))
    for one in templates(desk):
        if name in (one.id, one.id.removeprefix("starter-"), one.name) and one.kind in KINDS:
            return Wanted(kind=one.kind, template=one)
    raise NotFound(
        _("There is no such paper for several clients. Kinds: {kinds}, or a template of these.").format(
            kinds=", ".join(KINDS)
        )
    )


def candidates(
    desk: Desk, wanted: Wanted, *, words: str = "", client_ids: Sequence[str] | None = None
) -> list[Candidate]:
    """Return who may get a paper, by `words` as in the search box, or just these clients.

    With neither it is everybody who has a draft of this kind; for cards, everybody with an open incident.
    """
    open_ones, drafts = _open_by_client(desk), desk.vault.papers.drafts(wanted.kind)
    if client_ids is None and words.strip():
        client_ids = queries.client_ids(desk, words)
    if client_ids is not None:
        return [_candidate(one, open_ones.get(one, []), drafts, named=True) for one in client_ids]
    by_name = [one for one in queries.client_ids(desk) if one in open_ones]
    everybody = [_candidate(one, open_ones[one], drafts, named=False) for one in by_name]
    letters = wanted.kind in paper_text.LETTERS
    return [one for one in everybody if one.paper is not None or not letters]


def rows(desk: Desk, wanted: Wanted, chosen: Iterable[Candidate]) -> Generator[BatchRow | None, None, None]:
    """Look at one candidate after the other: None for one that is not worth a word.

    Looking fills and checks a letter, a few milliseconds each; consent counts as it is today.
    """
    unwritten = unwritten_incidents(desk)
    for one in chosen:
        row = _row(desk, wanted, one)
        if row.ready and row.incident_id in unwritten:
            row = replace(row, why=UNWRITTEN)
        yield None if row.why == NO_NEW_DATE and not one.named else row


def _open_by_client(desk: Desk) -> dict[str, list[IncidentRow]]:
    """Return the open incidents by client, the newest appointment first."""
    while not queries.catch_up(desk, MOST_AT_ONCE):
        pass
    found: dict[str, list[IncidentRow]] = {}
    for row in sorted(queries.open_incidents(desk, limit=10**9), key=_start, reverse=True):
        found.setdefault(row.client_id, []).append(row)
    return found


def _start(row: IncidentRow) -> tuple[str, str]:
    return row.starts.isoformat() if row.starts else "", row.incident_id


def _candidate(
    client_id: str, incidents: list[IncidentRow], drafts: dict[str, Paper], *, named: bool
) -> Candidate:
    with_draft = next((row for row in incidents if row.incident_id in drafts), None)
    chosen = with_draft or next(iter(incidents), None)
    paper = drafts.get(chosen.incident_id) if chosen else None
    return Candidate(client_id=client_id, incident=chosen, paper=paper, named=named)


def _row(desk: Desk, wanted: Wanted, one: Candidate) -> BatchRow:
    if one.incident is None:
        client = queries.client(desk, one.client_id)
        return BatchRow(client=client, name=shown_name(client), why=NO_INCIDENT)
    facts = queries.facts(desk, one.incident.incident_id)
    paper, letter, why = _paper(desk, wanted, one, facts)
    return BatchRow(
        client=facts.client,
        name=shown_name(facts.client),
        incident_id=one.incident.incident_id,
        paper_id=paper.id,
        letter=letter,
        channel=paper.channel,
        waiting=one.incident.waiting_name or one.incident.organisation,
        to=paper_text.email_to(facts, wanted.kind),
        subject=_subject(desk, letter, facts),
        consent=facts.consent,
        why=why,
    )


def _subject(desk: Desk, letter: Letter | None, facts: CaseFacts) -> str:
    from noshow_desk.letters.subject import email_subject  # deferred: loads Jinja, 50 ms

    return email_subject(letter, facts, desk.today()) if letter is not None else ""


def _paper(
    desk: Desk, wanted: Wanted, one: Candidate, facts: CaseFacts
) -> tuple[Paper, Letter | None, Message | None]:
    """Return the paper of a candidate, what stands in it, and what keeps it back."""
    paper = one.paper or Paper(incident_id=facts.incident.id, kind=wanted.kind)
    missing = _missing(desk, wanted, one, facts)
    if missing is not None:
        return paper, None, missing
    if one.paper is None:
        paper, filled = _card(desk, wanted, facts)
    else:
        filled = paper_text.preview_draft(desk, paper=paper, facts=facts)
    if not isinstance(filled, Letter):
        return paper, None, Message(paper_text.PROBLEM_LEFT, {"problem": filled[0].message})
    checked = check_draft(desk, filled, facts=facts, kept=paper.findings_kept, paper=paper)
    return paper, filled, next(iter(paper_text.musts_of(desk, paper, facts, checked)), None)


def _missing(desk: Desk, wanted: Wanted, one: Candidate, facts: CaseFacts) -> Message | None:
    """Return why there is nothing to look at yet."""
    if one.incident is not None and one.incident.parked:
        return Message(NOT_SAFE, {"client": facts.client.called})
    if wanted.kind is PaperKind.PLAN_CARD and facts.new_appointment is None:
        return NO_NEW_DATE
    if one.paper is None:
        if wanted.kind not in paper_text.LETTERS:
            return None
        sent = any(paper.kind is wanted.kind and paper.sent_at for paper in facts.papers)
        return SENT_ALREADY if sent else NO_DRAFT
    version = desk.vault.templates.version(one.paper.template_version_id)
    named = wanted.template
    return OTHER_TEMPLATE if named is not None and version.template_id != named.id else None


def _card(desk: Desk, wanted: Wanted, facts: CaseFacts) -> tuple[Paper, Letter | list[TemplateProblem]]:
    """Return a card that needs no draft, filled from the facts."""
    from noshow_desk.letters.fill import fill  # deferred: loads Jinja, 50 ms

    language = paper_text.language_of(desk, facts, wanted.kind)
    channel = paper_text.way_of(desk, facts, wanted.kind, None, "")[0]
    chosen = wanted.template or template_for(
        desk, facts, kind=wanted.kind, language=language, channel=channel
    )
    paper = Paper(incident_id=facts.incident.id, kind=wanted.kind, language=chosen.language, channel=channel)
    as_now = paper_text.as_of(facts, desk.now())
    return paper, fill(
        chosen.source, as_now, today=desk.today(), language=chosen.language, kind=wanted.kind, inputs={}
    )
