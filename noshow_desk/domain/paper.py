"""Papers: anything printed or sent, and what is known of each kind (PRACTICE section 5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from noshow_desk.domain.kinds import Channel, PaperKind, Who
from noshow_desk.i18n import N_


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One kind of paper: `title` is its plain name, `voice` who speaks in it, `ways` its channels."""

    kind: PaperKind
    title: str
    voice: Who
    ways: tuple[Channel, ...]


# To add a kind of paper: a row here, a member of PaperKind, and starters in both languages under
# resources/templates/.
PAPERS: tuple[PaperRow, ...] = (
    PaperRow(PaperKind.COURTESY, N_("Courtesy notice"), Who.CASEWORKER, (Channel.CALL, Channel.EMAIL)),
    PaperRow(PaperKind.CALL_CARD, N_("Call card"), Who.CLIENT, (Channel.CALL,)),
    PaperRow(PaperKind.APOLOGY, N_("Apology"), Who.CLIENT, (Channel.LETTER, Channel.EMAIL)),
    PaperRow(PaperKind.THANK_YOU, N_("Thank-you note"), Who.CLIENT, (Channel.LETTER, Channel.EMAIL)),
    PaperRow(PaperKind.WITHDRAWAL, N_("Withdrawal note"), Who.CLIENT, (Channel.LETTER, Channel.EMAIL)),
    PaperRow(PaperKind.PLAN_CARD, N_("Plan card"), Who.CLIENT, (Channel.HAND,)),
    PaperRow(PaperKind.WORKSHEET, N_("Worksheet"), Who.BOTH, (Channel.HAND,)),
    PaperRow(PaperKind.SUMMARY, N_("Case summary"), Who.CASEWORKER, (Channel.HAND,)),
)
PAPER_TITLES = {row.kind: row.title for row in PAPERS}


class Settled(StrEnum):
    """How a finding of the letter check was settled without changing the words."""

    KEPT = "kept"  # the client wants them, and said why
    FALSE_ALARM = "false_alarm"  # they do not say what the check read in them
    ASIDE = "aside"  # a nudge that was seen


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFinding:
    """A finding of the letter check that was settled while its words stay, with the reason.

    `words` are those of the paper, empty for a finding about the paper as a whole. It holds as long as the
    check finds the same code in the same words.
    """

    code: str
    words: str
    reason: str
    how: Settled = Settled.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of an incident. Unsent papers are drafts; `blocks_json` is set once it was edited by hand.

    `inputs` are the values typed for this paper only (name → text). `channel_reason` is the sentence of the
    letter-or-e-mail rule, or the reason it was overridden. `true_by_client_at` is the tick "every sentence is
    true"; `nothing_untrue_at` the caseworker's "I know of nothing untrue here". `frozen` are the exact bytes
    that were sent or printed as final.
    """

    id: str = ""
    incident_id: str = ""
    kind: PaperKind = PaperKind.THANK_YOU
    language: str = "en"
    channel: Channel = Channel.LETTER
    channel_reason: str = ""
    template_version_id: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    blocks_json: str = ""
    true_by_client_at: datetime | None = None
    nothing_untrue_at: datetime | None = None
    findings_kept: tuple[KeptFinding, ...] = ()
    frozen: bytes = b""
    frozen_format: str = ""
    sent_at: datetime | None = None
    sent_how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The next contact chosen by hand."""

    id: str = ""
    client_id: str = ""
    incident_id: str = ""
    on: date
    what: str = ""
    done_at: datetime | None = None
