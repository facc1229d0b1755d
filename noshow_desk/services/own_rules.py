"""An agency's own rule file for the letter check: kept in the vault, so that it travels with the backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from noshow_desk.domain.file_names import safe_file_name
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.paths import resource
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk

_KEY = "letter_rules_{language}"
LARGEST = 200_000  # bytes: most of the length of all shipped rules, and an office adds a few lines
SUFFIX = ".toml"
FIELD = "own_rules"

_FAULT = N_("Line {line}: {what}.")
_BROKEN = N_(
    'Line {line} is not written like vehicle = ["jitney", "van"]. '
    "A bracket, a comma or a quotation mark may be missing."
)
_MORE = N_("Further lines with a fault: {lines}.")
_MOST_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """The file of own rules for papers in one language, and what it adds."""

    name: str
    text: str
    added_on: date
    rules: int
    words: int


def read_own_rules(path: Path, *, language: str, today: date) -> OwnRules:
    """Return what the file at `path` would add to the check of papers in `language`; needs no vault.

    Raises UserError with the line and what is wrong there, for everything that could not be read whole.
    """
    # deferred: a quarter of a second of work that no window needs at first
    from noshow_desk.coaching.letter_check.own_file import read_own_file
    from noshow_desk.coaching.letter_check.rule_file import NOT_WRITTEN_SO

    text = _text_of(path)
    own = read_own_file(path.name, text, language)
    if own.problems:
        first, *others = own.problems
        broken = first.message.text == NOT_WRITTEN_SO
        said = [Message(_BROKEN if broken else _FAULT, {"line": first.line, "what": first.message}).say()]
        if others:
            lines = ", ".join(dict.fromkeys(str(one.line) for one in others[:_MOST_LINES]))
            said.append(_(_MORE).format(lines=lines + (" …" if len(others) > _MOST_LINES else "")))
        raise UserError(" ".join([*said, _("Nothing was changed.")]), field=FIELD)
    return OwnRules(
        name=safe_file_name(path.stem, path.suffix),
        text=text,
        added_on=today,
        rules=own.added_rules,
        words=own.added_words,
    )


def take_own_rules(desk: Desk, *, language: str, own: OwnRules) -> Changes:
    """Check papers in `language` by these rules, too, from now on; they take the place of an earlier file."""
    kept = {
        "name": own.name,
        "text": own.text,
        "added_on": own.added_on.isoformat(),
        "rules": own.rules,
        "words": own.words,
    }
    return _put(desk, language, kept, N_("Undo taking in your own words"))


def take_out_own_rules(desk: Desk, *, language: str) -> Changes:
    """Check papers in `language` by the shipped rules alone."""
    return _put(desk, language, None, N_("Undo taking out your own words"))


def own_rules(desk: Desk, language: str) -> OwnRules | None:
    """Return the own rules for papers in `language`; None when there are none."""
    return desk.remembered(f"own_rules_{language}", partial(_kept, language))


def own_rules_text(desk: Desk, language: str) -> str:
    """Return the text of the own rules for papers in `language`; "" when there are none."""
    own = own_rules(desk, language)
    return own.text if own is not None else ""


def example_rules(language: str) -> bytes:
    """Return a commented example to start from, as the content of a file."""
    return resource(f"letter_rules/example_{language}.toml").read_bytes()


def _put(desk: Desk, language: str, kept: dict[str, Any] | None, undo: str) -> Changes:
    with desk.act() as act:
        desk.vault.settings.put(_KEY.format(language=language), kept)
    return Changes(act=act.id, settings=True, undo=Message(undo))


def _kept(language: str, desk: Desk) -> OwnRules | None:
    kept = desk.vault.settings.get(_KEY.format(language=language))
    if kept is None:
        return None
    return OwnRules(**{**kept, "added_on": date.fromisoformat(kept["added_on"])})


def _text_of(path: Path) -> str:
    """Return the text of a file. Raises UserError when it is none, or far too long."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        raise UserError(_("This file cannot be read. Choose another one."), field=FIELD) from None
    if len(content) > LARGEST:
        raise UserError(_("This file is too large for rules. Choose another one."), field=FIELD)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what = Message(N_("this line is not UTF-8 text"))
        said = Message(_FAULT, {"line": line, "what": what}).say()
        raise UserError(f"{said} {_('Nothing was changed.')}", field=FIELD) from None
