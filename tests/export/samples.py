"""A letter and a case for the writers: everything that must not leave carries a word of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run
from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.client import Caseworker, Client, Phone
from noshow_desk.domain.incident import (
    ClientCall,
    ContactAttempt,
    Correction,
    Courtesy,
    Debrief,
    Decision,
    IfThen,
    Incident,
    InsideReason,
    Insight,
    Obstacle,
    OutsideReason,
    Plan,
    Ruler,
    Safety,
    Skip,
    Story,
)
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    Channel,
    CorrectionKind,
    DecisionChoice,
    InsideFactor,
    OutsideFactor,
    PaperKind,
    StepId,
    WantsIt,
)
from noshow_desk.domain.paper import FollowUp
from noshow_desk.domain.practice import derive
from noshow_desk.domain.summary import Summary, SummaryOptions, build_summary

NOW = datetime(2026, 3, 20, 15, 0, tzinfo=UTC)
TODAY = date(2026, 3, 20)
CALLED = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)  # 10:05 in New York

# Words that only one field holds, and which option lets them leave.
INSIDE_WORDS = {
    "story": "wordsofthestory", "thought": "wordsofthethought", "feeling": "wordsofthefeeling",
    "belief": "wordsofthebelief", "reason": "wordsoftheinside", "notes": "wordsofinsidenotes",
    "true": "wordsofthetruesentence", "matters": "wordsofwhyitmatters", "own": "wordsfortheletter",
    "different": "wordsofdifference", "obstacle": "wordsoftheobstacle", "idea": "wordsoftheidea",
    "if": "wordsofif", "then": "wordsofthen", "outside": "wordsofoutside",
}  # fmt: skip
PRIVATE_WORDS = {
    "notes": "worknotesword", "private": "privatenotesword", "attempt": "attemptnoteword",
    "detail": "answerdetailword", "call": "callnoteword", "courtesy": "courtesynoteword",
    "policy": "policyword", "said": "caseworkersaidword", "skip": "skipreasonword",
    "correction": "correctionnoteword", "follow": "followupword",
}  # fmt: skip
SENSITIVE_WORDS = ("Illness", "Supervision or court", "In danger", "Safety")
NEVER_WORDS = (
    "Second Start", "555-0100", "4 Mill Lane", "dana@agency.example",  # the office
    "555-0142", "marcus@home.example", "12 Tide Street", "tagword", "reminderword",  # ways to the client
    "555-0177", "rosa@bayside.example", "interviewernoteword", "safetynoteword", "whynotlowerword",
    "NoShow",
)  # fmt: skip


def letter(**changes: object) -> Letter:
    """Return a thank-you note with every kind of block and run."""
    known: dict[str, object] = {
        "kind": PaperKind.THANK_YOU,
        "language": "en",
        "title": "Thank-you note",
        "blocks": (
            block("Marcus Reed", "12 Tide Street", kind=BlockKind.ADDRESS),
            block("March 10, 2026"),
            block("Dear Ms. Alvarez,"),
            block("Thank you for your first-class office time; the waffle fluff offered “fine” affinity."),
            Block(
                BlockKind.PARAGRAPH,
                (
                    (
                        Run("I will see you on "),
                        Run("Friday, March 13, at 10:00 AM", True, Origin.FIELD, "new.starts"),
                        Run(" at "),
                        Run("[place]", False, Origin.MISSING, "new.place"),
                        Run(". "),
                        Run("I am ready.", False, Origin.OWN_WORDS, "incident.own_words"),
                    ),
                ),
            ),
            block("One thing", "Another thing", kind=BlockKind.LIST),
            block("Sincerely,"),
            block("Marcus Reed", kind=BlockKind.SIGNATURE),
        ),
    }
    return Letter(**(known | changes))  # type: ignore[arg-type]


def block(*lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    """Return a block of plain lines."""
    return Block(kind, tuple((Run(line),) for line in lines))


def client() -> Client:
    """Return a client whose every field is filled."""
    return Client(
        case_number="0042",
        first_name="Marcus",
        last_name="Reed",
        phones=(Phone(number="555-0142"),),
        email="marcus@home.example",
        postal_address="12 Tide Street",
        reminder_preference="reminderword",
        tags=("tagword",),
        notes=PRIVATE_WORDS["notes"],
        private_notes=PRIVATE_WORDS["private"],
    )


def case(**changes: object) -> CaseFacts:
    """Return a case of which nothing is unknown: missed, told, asked, granted; the new date still open."""
    known: dict[str, object] = {
        "client": client(),
        "caseworker": Caseworker(
            name="Dana Whitfield",
            office_name="Second Start",
            office_address="4 Mill Lane",
            phone="555-0100",
            email="dana@agency.example",
        ),
        "interviewer": Interviewer(
            first_name="Rosa",
            last_name="Alvarez",
            phones=("555-0177",),
            email="rosa@bayside.example",
            notes="interviewernoteword",
        ),
        "organisation": Organisation(name="Bayside Warehouse"),
        "appointment": Appointment(role="Forklift operator", starts=datetime(2026, 3, 10, 9), place="Dock 4"),
        "new_appointment": Appointment(starts=datetime(2026, 3, 27, 10)),
        "incident": incident(),
        "papers": (
            PaperFact(kind=PaperKind.THANK_YOU, sent_at=CALLED),
            PaperFact(kind=PaperKind.PLAN_CARD, channel=Channel.HAND),
        ),
        "follow_ups": (FollowUp(on=date(2026, 3, 24), what=PRIVATE_WORDS["follow"]),),
    }
    return CaseFacts(**(known | changes))  # type: ignore[arg-type]


def incident(**changes: object) -> Incident:
    """Return an incident whose every field is filled."""
    return replace(_told(), **(_done() | changes))  # type: ignore[arg-type]


def _told() -> Incident:
    inside = INSIDE_WORDS
    return Incident(
        reported_at=CALLED,
        safety=Safety(danger=True, at=CALLED, over_at=CALLED, note="safetynoteword"),
        story=Story(
            words=inside["story"],
            thought=inside["thought"],
            feeling=inside["feeling"],
            belief=inside["belief"],
        ),
        outside=(
            OutsideReason(factor=OutsideFactor.TRANSPORT, words=inside["outside"]),
            OutsideReason(factor=OutsideFactor.ILLNESS),
            OutsideReason(factor=OutsideFactor.SAFETY),
            OutsideReason(factor=OutsideFactor.SUPERVISION_OR_COURT),
        ),
        inside=(InsideReason(factor=InsideFactor.ASHAMED, words=inside["reason"]),),
        inside_notes=inside["notes"],
        insight=Insight(words="I can call before I hide."),
        wants_it=WantsIt.YES,
        why_it_matters=inside["matters"],
        importance=Ruler(value=8, why_not_lower="whynotlowerword"),
        obstacles=(Obstacle(what=inside["obstacle"], idea=inside["idea"]),),
        true_sentence=inside["true"],
        own_words=inside["own"],
        different_this_time=inside["different"],
    )


def _done() -> dict[str, object]:
    private = PRIVATE_WORDS
    return {
        "contact_attempts": (
            ContactAttempt(
                at=CALLED, result=AttemptResult.REACHED, number="555-0142", note=private["attempt"]
            ),
        ),
        "courtesy": Courtesy(at=CALLED, told="Rosa", note=private["courtesy"]),
        "decision": Decision(choice=DecisionChoice.ASK, policy=private["policy"]),
        "calls": (
            ClientCall(
                at=CALLED,
                asked=True,
                answer=Answer.GRANTED,
                answer_detail=private["detail"],
                note=private["call"],
            ),
        ),
        "debrief": Debrief(growth_sentence="I called though I was scared.", caseworker_said=private["said"]),
        "plan": Plan(
            if_thens=(IfThen(if_this=INSIDE_WORDS["if"], then_i=INSIDE_WORDS["then"]),), said_aloud_at=CALLED
        ),
        "skips": (Skip(step=StepId.RULERS, reason=private["skip"], at=CALLED),),
        "corrections": (),
    }


def corrected() -> CaseFacts:
    """Return a case that was reported by mistake."""
    row = Correction(kind=CorrectionKind.REPORTED_BY_MISTAKE, at=CALLED, note=PRIVATE_WORDS["correction"])
    return case(incident=incident(corrections=(row,)))


def summary(*cases: CaseFacts, **options: object) -> Summary:
    """Return the summary of `cases` (one case when none is given)."""
    told = [(facts, derive(facts, NOW)) for facts in (cases or (case(),))]
    return build_summary(client(), told, SummaryOptions(**options), TODAY)  # type: ignore[arg-type]


def words_of(made: Summary, language: str = "en") -> str:
    """Return all that a writer could write of a summary."""
    rows = list(made.head)
    parts = [made.title.say(language), made.closing.say(language)]
    for figure in made.figures:
        parts += [figure.label.say(language), figure.value.say(language), figure.definition.say(language)]
    for told in made.cases:
        parts.append(told.title.say(language))
        for section in told.sections:
            parts.append(section.title.say(language))
            rows += section.rows
    for row in rows:
        parts += [row.key, row.label.say(language), row.value.say(language), str(row.data)]
    return "\n".join(parts)
