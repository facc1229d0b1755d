"""The starters: shipped templates of every paper, one file each under resources/templates/.

To add one: a file in the folder of each language, with the header lines name, kind, channel and variant (none
when there is one), then "---" and the text; and its golden file (NOSHOW_GOLDEN=write, then read it).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Answer, Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.letters.known import Known
from noshow_desk.letters.template_file import read_template
from noshow_desk.paths import resource

_BY_WIRE = (Channel.EMAIL, Channel.TEXT)
_ONE_WAY = {
    PaperKind.CALL_CARD: Channel.CALL,
    PaperKind.PLAN_CARD: Channel.HAND,
    PaperKind.WORKSHEET: Channel.HAND,
    PaperKind.SUMMARY: Channel.HAND,
}
# How names of starters ended once, and end now. To end one otherwise: a row here.
_ENDINGS = (("(correo)", "(correo electrónico)"),)
_ANSWERS = {Answer.GRANTED: "granted", Answer.REFUSED: "refused", Answer.WILL_GET_BACK: "pending"}


@cache
def starters() -> tuple[Template, ...]:
    """Return all shipped templates, in the order of kinds, languages and file names. Read once."""
    made = [_read(path) for path in sorted(resource("templates").glob("*/*.txt"))]
    order = list(PaperKind)
    return tuple(sorted(made, key=lambda template: (order.index(template.kind), template.language)))


def starter(kind: PaperKind, language: str, channel: Channel, variant: str = "") -> Template:
    """Return the starter of a paper. Raises UserError when no such starter is shipped."""
    for template in starters():
        same_paper = template.kind is kind and template.language == language
        if same_paper and template.channel is channel and template.variant == variant:
            return template
    raise UserError(_("There is no template for this paper yet. Write one under Templates."))


def named_by_now(template: Template) -> Template:
    """Return a template of the vault under the name that its starter has by now; as it is, when somebody gave
    it a name.
    """
    names = {one.name for one in starters() if (one.kind, one.language) == (template.kind, template.language)}
    for before, now in _ENDINGS:
        name = template.name.removesuffix(before) + now
        if template.name.endswith(before) and name in names:
            return replace(template, name=name)
    return template


def fitting(facts: CaseFacts, kind: PaperKind, language: str, channel: Channel, today: date) -> Template:
    """Return the starter that fits: by the answer; after two voicemails; with Spanish under each line."""
    known = Known(facts=facts, today=today, language=language)
    return starter(kind, language, _channel(kind, channel), _variant(known, kind))


def _variant(known: Known, kind: PaperKind) -> str:
    if kind is PaperKind.THANK_YOU:
        if known.answer is None:
            return "no_ask" if known.decided_against else "granted"
        return _ANSWERS[known.answer]
    if kind is PaperKind.APOLOGY:
        return "after_voicemail" if known.case.written_instead else ""
    if kind is PaperKind.CALL_CARD:
        client = known.facts.client
        speaks_spanish = "es" in (client.spoken_language, client.paper_language)
        return "with_spanish" if speaks_spanish and known.language == "en" else ""
    return ""


def _channel(kind: PaperKind, channel: Channel) -> Channel:
    """Return the channel whose starter serves: a text reads like an e-mail, a handed note like a letter."""
    if kind in _ONE_WAY:
        return _ONE_WAY[kind]
    if channel in _BY_WIRE:
        return Channel.EMAIL
    return Channel.CALL if kind is PaperKind.COURTESY else Channel.LETTER


def _read(path: Path) -> Template:
    """Return the template in one file; its folder says the language."""
    language = path.parent.name
    key = f"starter-{language}-{path.stem}"
    read = read_template(path.read_text(encoding="utf-8"), language=language)
    return replace(read, id=key, shipped=True, version_id=f"{key}-1")
