"""`demo`: the main job without a display, in a temporary practice vault."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from noshow_desk.cli.options import FOLDER, Common, with_common
from noshow_desk.cli.output import say, say_json
from noshow_desk.cli.spoken import command, option
from noshow_desk.cli.words import STATES
from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.incident import (
    ClientCall,
    ContactAttempt,
    Courtesy,
    Debrief,
    Decision,
    IfThen,
    InsideReason,
    Insight,
    Obstacle,
    OutsideReason,
    Plan,
    Rehearsal,
    Ruler,
    Safety,
    Story,
)
from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    DecisionChoice,
    InsideFactor,
    OutsideFactor,
    PaperKind,
    WantsIt,
)
from noshow_desk.domain.step import Derived
from noshow_desk.domain.working_days import next_working_day
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _
from noshow_desk.services import (
    incidents,
    interviewers,
    missed,
    opening,
    paper_text,
    papers,
    practice_data,
    queries,
    summaries,
)
from noshow_desk.services.desk import Desk

PLACE = "1200 Harbor Road"
TEN = time(10)
ADDRESS = "1200 Harbor Road\nBayside, NY 11360"
DAYS_AHEAD = 14
CLIENTS = 12


@dataclass(frozen=True, slots=True)
class Walked:
    """What the walk left: the steps as they stand, and the files."""

    steps: Derived
    files: tuple[Path, ...]


@command(
    short_help=N_("The main job without a window, in a temporary practice vault."),
    help=N_("Walk one missed interview through to a thank-you note and a case summary, both written as PDF."),
)
@option(
    "-o",
    "--output",
    type=FOLDER,
    metavar=N_("DIR"),
    help=N_("Where to write the two PDFs (default: a new temporary folder)."),
)
@with_common
def demo(common: Common, output: Path | None) -> int:
    """Do the main job once and print its steps and files; return the exit code."""
    folder = output or Path(tempfile.mkdtemp(prefix="noshow-desk-demo-"))
    with tempfile.TemporaryDirectory(prefix="noshow-desk-practice-") as place:
        made = practice_data.new_practice_vault(Path(place) / "vault", clients=CLIENTS, seed=1)
        try:
            walked = walk(made.desk, folder)
        finally:
            opening.close(made.desk)
    if common.as_json:
        steps = [{"id": step.id.value, "state": step.state.value} for step in walked.steps.steps]
        say_json({"steps": steps, "files": [str(file) for file in walked.files]})
        return 0
    say(_("A practice vault, one missed interview, and how it was put right:"))
    for step in walked.steps.steps:
        say(f"  {_(STATES[step.state]):<15} {step.title.say()}")
    for file in walked.files:
        say(_("Written: {file}").format(file=file))
    return 0


def walk(desk: Desk, folder: Path) -> Walked:
    """Put one missed interview right with the services that the windows use; write its two papers to
    `folder`.
    """
    incident_id = _report(desk)
    _talk(desk, incident_id)
    _call(desk, incident_id)
    note = _note(desk, incident_id, folder)
    summary = _summary(desk, incident_id, folder)
    return Walked(queries.derived(desk, incident_id), (note, summary))


def _report(desk: Desk) -> str:
    starts = desk.local_now() - timedelta(minutes=42)
    made = missed.report_missed(
        desk,
        client_name="Marcus Reed",
        interviewer_name="Ms. Rosa Alvarez",
        number="(555) 555-0142",
        organisation="Bayside Warehouse",
        starts=starts,
    ).made
    person = queries.facts(desk, made).interviewer
    interviewers.edit_interviewer(desk, interviewer=replace(person, postal_address=ADDRESS))
    tried = ContactAttempt(at=desk.now(), result=AttemptResult.NO_ANSWER)
    incidents.record_contact_attempt(desk, incident_id=made, attempt=tried)
    incidents.record_courtesy(desk, incident_id=made, courtesy=Courtesy(at=desk.now(), told="Ms. Alvarez"))
    return made


def _talk(desk: Desk, incident_id: str) -> None:
    now = desk.now()
    reached = ContactAttempt(at=now, result=AttemptResult.REACHED)
    incidents.record_contact_attempt(desk, incident_id=incident_id, attempt=reached)
    known = queries.facts(desk, incident_id).incident
    told = replace(
        known,
        safety=Safety(danger=False, at=now),
        story=Story(words="The bus did not come and I did not know whom to call.", at=now),
        outside=(OutsideReason(factor=OutsideFactor.TRANSPORT, confirmed_true=True),),
        inside=(InsideReason(factor=InsideFactor.AFRAID_OF_FAILING),),
        insight=Insight(words="I keep thinking they have already decided."),
        wants_it=WantsIt.YES,
        importance=Ruler(value=9, why_not_lower="My daughter."),
        confidence=Ruler(value=6, why_not_lower="I have done this work before."),
        obstacles=(Obstacle(what="Getting there on time", idea="Take the bus before"),),
        decision=Decision(choice=DecisionChoice.ASK, at=now),
        rehearsals=(Rehearsal(at=now, readiness=7),),
        own_words="I have been practicing how to talk about my past work, and I am ready.",
    )
    incidents.save_incident(desk, incident=told)


def _call(desk: Desk, incident_id: str) -> None:
    now = desk.now()
    call = ClientCall(at=now, sorry_for_miss=True, sorry_for_trouble=True, asked=True, answer=Answer.GRANTED)
    incidents.record_call(desk, incident_id=incident_id, call=call)
    day = next_working_day(desk.today() + timedelta(days=DAYS_AHEAD), desk.rules.holidays)
    starts = datetime.combine(day, TEN)
    incidents.grant_second_chance(desk, incident_id=incident_id, starts=starts, place=PLACE)
    known = queries.facts(desk, incident_id).incident
    thens = (
        IfThen(if_this="the bus has not come by 8:10", then_i="call Ray"),
        IfThen(if_this="I think they have already decided", then_i="say my first line", inside=True),
    )
    grown = Debrief(growth_sentence="I said it myself and my voice held.", at=now)
    incidents.save_incident(
        desk, incident=replace(known, debrief=grown, plan=Plan(if_thens=thens, said_aloud_at=now))
    )


def _note(desk: Desk, incident_id: str, folder: Path) -> Path:
    from noshow_desk.domain.file_names import paper_file_name
    from noshow_desk.export.options import PaperOptions
    from noshow_desk.export.saving import save_new
    from noshow_desk.printing.paper_size import system_paper_size
    from noshow_desk.printing.writers import write_paper  # deferred: loads Qt

    paper_id = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU).made
    papers.confirm_true(desk, paper_id=paper_id, by_client=True, nothing_untrue=True)
    letter = paper_text.fill_paper(desk, paper_id=paper_id)
    if not isinstance(letter, Letter):
        raise UserError(letter[0].sentence)
    content = write_paper("pdf", letter, PaperOptions(size=system_paper_size()))
    client = queries.facts(desk, incident_id).client
    folder.mkdir(parents=True, exist_ok=True)
    name = paper_file_name(PaperKind.THANK_YOU, client, desk.today(), ".pdf")
    written = save_new(folder, name, content)
    papers.mark_sent(desk, paper_id=paper_id, content=content, format="pdf", how="printed")
    return written


def _summary(desk: Desk, incident_id: str, folder: Path) -> Path:
    from noshow_desk.domain.file_names import summary_file_name
    from noshow_desk.domain.summary import SummaryOptions
    from noshow_desk.export.options import PaperOptions
    from noshow_desk.export.saving import save_new
    from noshow_desk.printing.paper_size import system_paper_size
    from noshow_desk.printing.writers import write_summary  # deferred: loads Qt

    client = queries.facts(desk, incident_id).client
    made = summaries.preview_summary(desk, client_id=client.id, options=SummaryOptions())
    language = "en"
    content = write_summary("pdf", made, language, PaperOptions(size=system_paper_size()))
    written = save_new(folder, summary_file_name(client, desk.today(), ".pdf", language), content)
    summaries.log_release(desk, client_id=client.id, recipient="Demo", format="pdf")
    return written
