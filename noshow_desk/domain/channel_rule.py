"""Letter or e-mail: the way a client's note leaves, and the sentence that explains it (PRACTICE section 4).

A way of one's own is kept on the paper, with the reason, in place of this sentence (`Paper.channel_reason`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Answer, Channel, DecisionChoice
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.rules import Rules
from noshow_desk.domain.working_days import DAY_END, working_days_between
from noshow_desk.i18n import LANGUAGES, N_, Message, translate

MAIL_DAYS = 3

_IN_TIME = N_("By letter: {left} before {date}, and the mail takes {mail}.")
_TOO_FEW = N_("By e-mail: {left} before {date}, too few for a letter.")
_NO_ADDRESS = N_("By e-mail: no postal address is known.")
_BROUGHT = N_("By hand: there is no time for a letter or no address, and no e-mail is known.")
_ON_ARRIVAL = N_("Say it on arrival on {date}: nothing would get there before.")
_UNDATED = N_("By e-mail: the new date is not written down yet.")
_UNDATED_BROUGHT = N_("By hand: the new date is not written down yet, and no e-mail is known.")
_REMEMBERED = N_("By letter: there is no hurry, and a letter is remembered.")
_TODAY = N_("By e-mail today: {because}.")
_NO_EMAIL = N_("By letter: no e-mail address is known.")
_NOWHERE = N_("By hand: neither a postal address nor an e-mail address is known. Ask for one.")
# To add a sentence of the rule: a name above, and here.
SENTENCES = (
    _IN_TIME, _TOO_FEW, _NO_ADDRESS, _BROUGHT, _ON_ARRIVAL, _UNDATED, _UNDATED_BROUGHT, _REMEMBERED, _TODAY,
    _NO_EMAIL, _NOWHERE,
)  # fmt: skip
_HOLE = re.compile(r"\\\{\w+\\\}")


@dataclass(frozen=True, slots=True)
class ChannelChoice:
    """The way, and why. `days_left` are the working days strictly between today and the new date, if there is
    one.
    """

    channel: Channel
    why: Message
    days_left: int | None = None


def choose_channel(
    facts: CaseFacts,
    today: date,
    mail_days: int = MAIL_DAYS,
    holidays: frozenset[date] = frozenset(),
) -> ChannelChoice:
    """Return how the client's note goes best on `today`.

    Granted: a letter when an address is known and `mail_days` + 1 working days or more are left, else e-mail,
    else by hand or said on arrival. Refused: a letter, else e-mail. Not decided yet, and after two
    voicemails: e-mail, else a letter.
    """
    rules = Rules(mail_days=mail_days, holidays=holidays)
    case = Reading(facts, datetime.combine(today, DAY_END, facts.appointment.tz), rules)
    if case.granted:
        return _before_the_date(facts, today, rules)
    if case.declines:
        return _at_once(facts, Message(N_("the answer should not wait")))
    if case.answer is Answer.REFUSED or case.choice is DecisionChoice.POLICY_FORBIDS:
        return _unhurried(facts)
    return _at_once(facts, _undecided(case))


def is_of_the_rule(sentence: str) -> bool:
    """Say whether `sentence` was written by this rule, in any language of the screens; else it is a person's
    own reason.
    """
    texts = (translate(text, language) for text in SENTENCES for language in LANGUAGES)
    return any(re.fullmatch(_HOLE.sub(".+", re.escape(text)), sentence) for text in texts)


def postal_address(facts: CaseFacts) -> str:
    """Return the interviewer's postal address, else the organisation's; empty when neither is known."""
    return facts.interviewer.postal_address.strip() or facts.organisation.postal_address.strip()


def _before_the_date(facts: CaseFacts, today: date, rules: Rules) -> ChannelChoice:
    new = facts.new_appointment
    if new is None or new.starts is None:
        return _undated(facts)
    day = new.starts.date()
    left = working_days_between(today, day, rules.holidays)
    values: dict[str, object] = {"left": _left(left), "date": day, "mail": _working_days(rules.mail_days)}
    known = bool(postal_address(facts))
    if known and left >= rules.mail_days + 1:
        return _choice(Channel.LETTER, _IN_TIME, values, left)
    if facts.interviewer.email.strip():
        return _choice(Channel.EMAIL, _TOO_FEW if known else _NO_ADDRESS, values, left)
    if day > today and (known or new.place.strip()):
        return _choice(Channel.HAND, _BROUGHT, values, left)
    return _choice(Channel.SPOKEN, _ON_ARRIVAL, values, left)


def _undated(facts: CaseFacts) -> ChannelChoice:
    """Granted, and the new date is not written down yet: nobody knows whether a letter would be in time."""
    if facts.interviewer.email.strip():
        return _choice(Channel.EMAIL, _UNDATED)
    return _choice(Channel.HAND, _UNDATED_BROUGHT)


def _undecided(case: Reading) -> Message:
    """Return why there is no answer yet; that they are deciding is true only of who was asked."""
    if case.answer is Answer.WILL_GET_BACK:
        return Message(N_("they are still deciding"))
    if case.written_instead:
        return Message(N_("two calls did not get through"))
    if case.spoke is None:
        client = case.facts.client.called or Message(N_("the client"))
        return Message(N_("{client} has not talked with them yet"), {"client": client})
    if any(call.asked for call in case.calls):
        return Message(N_("there is no answer yet"))
    return Message(N_("they have not been asked for another time yet"))


def _unhurried(facts: CaseFacts) -> ChannelChoice:
    """Refused, or not allowed: a letter weighs more, and nothing is lost by a few days."""
    if postal_address(facts):
        return _choice(Channel.LETTER, _REMEMBERED)
    if facts.interviewer.email.strip():
        return _choice(Channel.EMAIL, _NO_ADDRESS)
    return _nowhere()


def _at_once(facts: CaseFacts, because: Message) -> ChannelChoice:
    if facts.interviewer.email.strip():
        return _choice(Channel.EMAIL, _TODAY, {"because": because})
    if postal_address(facts):
        return _choice(Channel.LETTER, _NO_EMAIL)
    return _nowhere()


def _nowhere() -> ChannelChoice:
    return _choice(Channel.HAND, _NOWHERE)


def _choice(
    channel: Channel, why: str, values: dict[str, object] | None = None, left: int | None = None
) -> ChannelChoice:
    return ChannelChoice(channel, Message(why, values or {}), left)


def _left(count: int) -> Message:
    if count == 0:
        return Message(N_("no working day is left"))
    if count == 1:
        return Message(N_("1 working day is left"))
    return Message(N_("{count} working days are left"), {"count": count})


def _working_days(count: int) -> Message:
    return (
        Message(N_("1 working day")) if count == 1 else Message(N_("{count} working days"), {"count": count})
    )
