"""The codes of the letter check: on which kinds of paper each one counts, how much, and why, in one line."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.coaching.letter_check.finding import CLIENT_KINDS, Kind, Severity
from noshow_desk.i18n import N_

# Shown for other rules to read, and no element of a paper.
FRAMES = frozenset({"reason-frame", "setting", "workplace", "old-story", "other-sorrow", "denial"})

_ALL = frozenset(Kind)
_ASKING = frozenset({Kind.APOLOGY, Kind.CALL_SCRIPT})


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `shows` names the element whose absence is the finding; empty for things that are there."""

    name: str
    kinds: frozenset[Kind]
    severity: Severity
    message: str
    shows: str = ""


# To add a code: a row here, its rules and its rewrite in resources/letter_rules/, a row in the table test.
CODES: tuple[Code, ...] = (
    Code(
        "missing-apology",
        _ALL,
        Severity.MUST,
        N_("Nothing here says sorry for the missed appointment."),
        "apology",
    ),
    Code(
        "missing-thanks",
        frozenset({Kind.THANK_YOU}),
        Severity.MUST,
        N_("Nothing here says thanks for the chance, the time or the call."),
        "thanks",
    ),
    Code("missing-request", _ASKING, Severity.MUST, N_("Nothing here asks for another time."), "request"),
    Code(
        "missing-contact-promise",
        frozenset({Kind.NOTICE}),
        Severity.MUST,
        N_("Nothing here says that the client will be in touch, or will be asked to."),
        "contact-promise",
    ),
    Code(
        "missing-ownership",
        _ASKING,
        Severity.MUST,
        N_("Nobody owns the miss yet: it takes one sentence that begins with “I”."),
        "ownership",
    ),
    Code(
        "missing-inconvenience",
        _ASKING,
        Severity.MUST,
        N_("Sorry for the miss is there. Sorry for the other person's trouble is not."),
        "inconvenience",
    ),
    Code(
        "excuse",
        _ALL,
        Severity.MUST,
        N_("This gives a reason for the absence. Without it the letter is shorter and stronger."),
    ),
    Code(
        "blame",
        _ALL,
        Severity.MUST,
        N_("This finds fault with somebody else. The letter speaks for one person only."),
    ),
    Code(
        "disclosure",
        _ALL,
        Severity.MUST_NEVER_KEEP,
        N_("This tells something private that the other person does not need to know."),
    ),
    Code(
        "contradiction",
        _ALL,
        Severity.MUST_NEVER_KEEP,
        N_("The record does not hold this reason as confirmed true."),
    ),
    Code(
        "wrong-voice",
        _ALL,
        Severity.MUST_NEVER_KEEP,
        N_("This letter is the client's: “I”, and nobody on the client's behalf."),
    ),
    Code(
        "pleading",
        CLIENT_KINDS,
        Severity.SHOULD,
        N_("This begs or runs oneself down. One polite request is stronger."),
    ),
    Code(
        "over-promise",
        CLIENT_KINDS,
        Severity.SHOULD,
        N_("Nobody can keep this for ever. A plan for the one new date is believed."),
    ),
    Code(
        "conditional-apology",
        CLIENT_KINDS,
        Severity.SHOULD,
        N_("“If” takes the apology back. Say it straight."),
    ),
    Code(
        "agency-named",
        _ALL,
        Severity.MUST,
        N_("This names the agency or someone who works there, and the client has not agreed to that."),
    ),
    Code("too-long", _ALL, Severity.SHOULD, N_("{words} words. Up to {most} are read to the end.")),
    Code("placeholder", _ALL, Severity.MUST, N_("A blank is still to be filled in.")),
    Code(
        "reading-level",
        CLIENT_KINDS,
        Severity.SHOULD,
        N_("This reads like grade {grade}. Shorter sentences and plain words reach more people."),
    ),
    Code(
        "vague-date",
        CLIENT_KINDS,
        Severity.SHOULD,
        N_("A day without its date can be misread. Add the date."),
    ),
)
BY_NAME = {code.name: code for code in CODES}
WRONG_VOICE_OF_A_NOTICE = N_("This asks for a favour. The notice cancels; asking is the client's own part.")

# What is said where no rule stands behind it: of what only reads like it nobody is sure.
LIKELY = {
    "excuse": N_("This reads like a reason for the absence. Without one the letter is shorter and stronger."),
    "blame": N_("This reads as if somebody else were at fault. The letter speaks for one person only."),
    "disclosure": N_("This reads like something private. The other person does not need to know it."),
    "wrong-voice": N_("This reads as if somebody spoke for the client. The letter is the client's own: “I”."),
    "pleading": N_("This reads like begging or running oneself down. One polite request is stronger."),
    "over-promise": N_("This reads like a promise for ever. A plan for the one new date is believed."),
    "conditional-apology": N_("This reads like an apology with an “if” in it. Say it straight."),
    "agency-named": N_(
        "This reads like a name of the agency or of its people. The client has not agreed to that."
    ),
}
LIKELY_FAVOUR = N_(
    "This reads like asking for a favour. The notice cancels; asking is the client's own part."
)
