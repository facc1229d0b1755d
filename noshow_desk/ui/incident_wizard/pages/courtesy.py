"""Step `courtesy`: the caseworker lets the interviewer know, with as little as possible (A1)."""

from __future__ import annotations

from noshow_desk.domain.consent import can_be_taken_back, has_run_out, level_on, was_taken_back
from noshow_desk.domain.kinds import ConsentLevel, PaperKind, StepId, StepState
from noshow_desk.i18n import N_, Message, full_date
from noshow_desk.ui.incident_wizard.blocks.consent_acts import ConsentActs
from noshow_desk.ui.incident_wizard.blocks.courtesy_mail import CourtesyMail
from noshow_desk.ui.incident_wizard.blocks.replies import Replies
from noshow_desk.ui.incident_wizard.choices import CONSENTS, COURTESY_HOW, TOPICS
from noshow_desk.ui.incident_wizard.fields import Block, Field, FieldKind, Heading, Say, StepPage
from noshow_desk.ui.incident_wizard.situation import Situation

_LEVELS = {
    ConsentLevel.NOT_ASKED: N_(
        "{client} was not asked yet. Give only your own first name, and do not name your office."
    ),
    ConsentLevel.NO_CONTACT: N_("{client} decided: no contact with {interviewer}. Do not make this call."),
    ConsentLevel.CALL_WITHOUT_AGENCY: N_("{client} agreed: you may call, without naming your office."),
    ConsentLevel.MAY_NAME_AGENCY: N_("{client} agreed: you may call and name your office."),
}
_TAKEN_BACK = N_(
    "{client} took the consent back on {day}. Give only your own first name, and do not name your office."
)
_RUN_OUT = N_(
    "What {client} allowed held until {day}. Ask again; until then give only your own first name, and do not"
    " name your office."
)


def level(situation: Situation) -> ConsentLevel:
    """Return the consent in force today."""
    return level_on(situation.facts.consent, situation.today)


def may_be_said(situation: Situation) -> Message | None:
    """Return what the consent allows; of one that is over, since when."""
    consent, today = situation.facts.consent, situation.today
    if consent.revoked_on is not None and was_taken_back(consent, today):
        return Message(_TAKEN_BACK, situation.names | {"day": full_date(consent.revoked_on)})
    if consent.until is not None and has_run_out(consent, today):
        return Message(_RUN_OUT, situation.names | {"day": full_date(consent.until)})
    return Message(_LEVELS[level(situation)], dict(situation.names))


def caller_id(situation: Situation) -> Message | None:
    """Return the warning about what a telephone or a mailbox gives away."""
    if level(situation) is ConsentLevel.MAY_NAME_AGENCY:
        return None
    return Message(
        N_(
            "Caller ID, a call-back number or a work e-mail can name your office."
            " Hide your number, or use another phone. Send no e-mail notice."
        )
    )


def not_needed(situation: Situation) -> Message | None:
    """Return why no courtesy call is due when the client was reached or has called."""
    if situation.step(StepId.COURTESY).state is not StepState.DOES_NOT_APPLY:
        return None
    return situation.step(StepId.COURTESY).why


def was_told(situation: Situation) -> bool:
    """Say whether the interviewer was told."""
    return situation.facts.incident.courtesy is not None


def offered(situation: Situation) -> Message | None:
    """Return what an offered time is and is not."""
    courtesy = situation.facts.incident.courtesy
    if courtesy is None or not courtesy.offered:
        return None
    return Message(
        N_("Recorded as offered, not as granted: {client} calls to answer."),
        {"client": situation.names["client"]},
    )


def may_name(situation: Situation) -> bool:
    """Say whether topics are worth asking about."""
    return is_asked_here(situation) and situation.facts.consent.level is ConsentLevel.MAY_NAME_AGENCY


def is_asked_here(situation: Situation) -> bool:
    """Say whether consent is decided in the fields; what was taken back is asked anew in its dialog."""
    return not was_taken_back(situation.facts.consent, situation.today)


def was_decided(situation: Situation) -> bool:
    """Say whether there is a decision to take back, or one that was taken back."""
    consent, today = situation.facts.consent, situation.today
    return bool(consent.id) and (can_be_taken_back(consent, today) or was_taken_back(consent, today))


PAGE = StepPage(
    step=StepId.COURTESY,
    title=N_("Let {interviewer} know"),
    lead=N_("Apologise, cancel gracefully, say as little as possible. {client} will be in touch."),
    rows=(
        Say(not_needed, "plain"),
        Say(may_be_said, "amber", "shield-check"),
        Say(caller_id, "plain", "phone-off"),
        Field(
            path="courtesy.how",
            kind=FieldKind.CHOICE,
            label=N_("How did it go?"),
            options=COURTESY_HOW,
            at_once=True,
        ),
        Field(path="courtesy.told", kind=FieldKind.LINE, label=N_("Who was told"), shown=was_told, half=True),
        Field(
            path="courtesy.offered",
            kind=FieldKind.LINE,
            label=N_("A time they offered"),
            placeholder=N_("Friday at ten, say"),
            shown=was_told,
            half=True,
        ),
        Say(offered, "plain"),
        Field(path="courtesy.note", kind=FieldKind.LINE, label=N_("Note"), shown=was_told),
        Heading(text=N_("If they talk back")),
        Block(make=Replies),
        Heading(
            text=N_("What {client} allows you to say"),
            note=N_("Decided by {client}, for this interviewer only."),
        ),
        Field(
            path="consent.level",
            kind=FieldKind.PICK,
            label=N_("Consent"),
            options=CONSENTS,
            shown=is_asked_here,
            half=True,
        ),
        Field(path="consent.until", kind=FieldKind.DAY, label=N_("Until"), shown=is_asked_here, half=True),
        Field(
            path="consent.topics",
            kind=FieldKind.CHECKS,
            label=N_("Topics that may be mentioned"),
            options=TOPICS,
            shown=may_name,
        ),
        Block(make=CourtesyMail),
        Block(make=ConsentActs, shown=was_decided),
    ),
    draft=PaperKind.COURTESY,
)
