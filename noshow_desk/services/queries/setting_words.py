"""What the settings and their values are called in the history: "Dana changed the setting “Colours”"."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import msgspec

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.labels import label
from noshow_desk.i18n import N_, Message, _, ngettext
from noshow_desk.settings import SETTINGS, Setting, SettingKind
from noshow_desk.storage.changes import Change

_A_SETTING = N_("the setting “{name}”")
_PAGES = N_("how “{paper}” is printed")
_OWN_RULES = "letter_rules_"
_SPELLING = "spelling.word."

# Rows whose label has quotation marks of its own.
_ASKING = MappingProxyType({"ask_at_printer": N_("whether printing asks if you are at the printer")})

# What services keep among the settings, beside the rows of SETTINGS. To add one: a row here.
KEPT = MappingProxyType(
    {
        "client_view_pin": N_("the PIN of the client view"),
        f"{_OWN_RULES}en": N_("the own words that papers in English are checked by"),
        f"{_OWN_RULES}es": N_("the own words that papers in Spanish are checked by"),
        "backups.second_folder": N_("the second folder for backups"),
        **{f"page_setup.{kind}": _PAGES for kind in PaperKind},
    }
)
# What the program notes for itself there: nobody sets it.
NOTED = MappingProxyType(
    {
        "backups.second_copied_at": N_("when a backup was last copied"),
        "backups.second_asked_at": N_("when a second folder was last offered"),
        "backups.drill": N_("which backup was last opened to try"),
        "erasures": N_("the list of what was erased"),
        "keys.replaced": N_("the day of the new keys"),
        "keys.earlier": N_("how to tell backups under earlier keys"),
    }
)
_ROWS = MappingProxyType({row.key: row for row in SETTINGS})


def setting_name(key: str) -> Message:
    """Return what a setting is called as the object of a sentence; its key when nothing else is known."""
    if key in _ROWS:
        return Message(_ASKING.get(key, _A_SETTING), {"name": Message(_ROWS[key].label)})
    if key.startswith("page_setup."):
        return Message(_PAGES, {"paper": Message(label(PaperKind(key.partition(".")[2])))})
    if key.startswith(_SPELLING):
        return Message(N_("the word “{word}” of the spell check"), {"word": key.removeprefix(_SPELLING)})
    return Message(KEPT.get(key) or NOTED.get(key) or key)


def is_set_by_people(key: str) -> bool:
    """Say whether a person sets this; False for what the program notes for itself."""
    return key in _ROWS or key in KEPT or key.startswith(_SPELLING)


def can_come_back(key: str) -> bool:
    """Say whether an earlier value may be written again: not a PIN, which nobody could read before."""
    return key in _ROWS or key.startswith((_OWN_RULES, "page_setup."))


def what_was_done(change: Change) -> str:
    """Return "made", "changed" or "removed": what has a default is never but changed."""
    if change.row in _ROWS or change.row.startswith("page_setup."):
        return "changed"
    if _plain(change.new) is None:
        return "removed"
    return "made" if _plain(change.old) is None else "changed"


def setting_value(key: str, value: object) -> str:
    """Return a value of a setting in words; "" for none, and for what is not to be read (a PIN)."""
    plain = _plain(value)
    if key in _ROWS:
        return _chosen(_ROWS[key], _ROWS[key].default if plain is None else str(plain))
    if key.startswith(_OWN_RULES) and isinstance(plain, dict):
        count = int(plain.get("rules", 0)), int(plain.get("words", 0))
        rules = ngettext("{count} rule", "{count} rules", count[0]).format(count=count[0])
        words = ngettext("{count} word or phrase", "{count} words or phrases", count[1])
        return " · ".join((str(plain.get("name", "")), rules, words.format(count=count[1])))
    return str(plain) if key == "backups.second_folder" and plain is not None else ""


def _chosen(row: Setting, value: str) -> str:
    if row.kind is SettingKind.FLAG:
        return _("Yes") if value == "yes" else _("No")
    labels = {choice.value: choice.label for choice in row.choices}
    shown = labels.get(value, value)
    return _(shown) if shown and (value in labels or value == row.default) else shown


def _plain(value: object) -> Any:
    """Return a value as it was set; None for nothing (never set, undone, taken out)."""
    if value is None:
        return None
    try:
        return msgspec.json.decode(str(value))
    except msgspec.DecodeError:
        return str(value)  # from an older version: better as it is than not at all
