"""Every setting in one table, and typed read access to what is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _


class SettingKind(StrEnum):
    """What a setting holds, and so which field shows it."""

    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    LINES = "lines"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a setting and its plain name."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row: `default` is text as stored; numbers have bounds; `unlocked` ones are needed before the vault
    opens.

    An `unlocked` setting is also kept in a plain file beside the vault, so it may hold nothing about a
    person.
    """

    key: str
    kind: SettingKind
    default: str
    label: str
    group: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    least: int = 0
    most: int = 0
    unlocked: bool = False


SCREEN = N_("Screen")
PAPERS = N_("Papers")
DATES = N_("Dates")
SAFETY = N_("Safety")

LANGUAGE_CHOICES = (Choice("en", "English"), Choice("es", "Español"))

# To add a setting: a row here. The settings page is built from this table; read it with
# `settings.number("key")`.
SETTINGS: tuple[Setting, ...] = (
    Setting(
        key="screen_language",
        kind=SettingKind.CHOICE,
        default="en",
        label=N_("Language of the screens"),
        group=SCREEN,
        choices=LANGUAGE_CHOICES,
        unlocked=True,
    ),
    Setting(
        key="theme",
        kind=SettingKind.CHOICE,
        default="system",
        label=N_("Colours"),
        group=SCREEN,
        choices=(
            Choice("system", N_("As the computer is set")),
            Choice("light", N_("Light")),
            Choice("dark", N_("Dark")),
        ),
        unlocked=True,
    ),
    Setting(
        key="text_scale",
        kind=SettingKind.NUMBER,
        default="100",
        label=N_("Size of the text, in percent"),
        group=SCREEN,
        least=90,
        most=160,
        unlocked=True,
    ),
    Setting(
        key="paper_language",
        kind=SettingKind.CHOICE,
        default="en",
        label=N_("Language of papers"),
        group=PAPERS,
        hint=N_("For an interviewer whose language is not known. Each paper can be changed."),
        choices=LANGUAGE_CHOICES,
    ),
    Setting(
        key="paper_size",
        kind=SettingKind.CHOICE,
        default="auto",
        label=N_("Paper size"),
        group=PAPERS,
        choices=(
            Choice("auto", N_("As in this country")),
            Choice("letter", N_("US Letter")),
            Choice("a4", N_("A4")),
        ),
    ),
    Setting(
        key="mail_days",
        kind=SettingKind.NUMBER,
        default="3",
        label=N_("Working days a letter takes"),
        group=DATES,
        hint=N_("A thank-you note goes by letter when there is at least one working day more than this."),
        least=1,
        most=15,
    ),
    Setting(
        key="holidays",
        kind=SettingKind.FLAG,
        default="yes",
        label=N_("Skip US federal holidays when counting working days"),
        group=DATES,
    ),
    Setting(
        key="idle_minutes",
        kind=SettingKind.NUMBER,
        default="10",
        label=N_("Lock after this many minutes without a key or click"),
        group=SAFETY,
        least=1,
        most=120,
    ),
    Setting(
        key="retention_years",
        kind=SettingKind.NUMBER,
        default="0",
        label=N_("Remind me of clients without any activity for this many years"),
        group=SAFETY,
        hint=N_("0: no reminder. Nothing is erased by itself; you decide about each client."),
        least=0,
        most=50,
    ),
    Setting(
        key="crisis_numbers",
        kind=SettingKind.LINES,
        default=N_(
            "Emergency: 911\nSuicide and crisis line: 988 (call or text)\nDomestic violence: 1-800-799-7233"
        ),
        label=N_("Crisis numbers shown when a client is not safe"),
        group=SAFETY,
        hint=N_("One number a line. Add the ones in your town."),
    ),
    Setting(
        key="ask_at_printer",
        kind=SettingKind.FLAG,
        default="yes",
        label=N_("Ask “Are you at the printer?” before printing"),
        group=SAFETY,
    ),
)

_ROWS = {row.key: row for row in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, by key; a key without a value has its default."""

    values: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return the setting as text. An unknown key is a bug (KeyError)."""
        row = _ROWS[key]
        return self.values.get(key, row.default)

    def words(self, key: str) -> str:
        """Return a text to read: a default one is ours and speaks the language of the screens, what was typed
        stays as it is.
        """
        text = self.text(key)
        return _(text) if text and text == _ROWS[key].default else text

    def number(self, key: str) -> int:
        """Return a number setting; its default when the stored value is not a number within its bounds."""
        row = _ROWS[key]
        try:
            value = int(self.values.get(key, row.default))
        except ValueError:
            return int(row.default)
        return min(max(value, row.least), row.most)

    def flag(self, key: str) -> bool:
        """Say whether a yes-or-no setting is on."""
        return self.text(key) == "yes"


def setting_named(key: str) -> Setting:
    """Return the row of SETTINGS with this key. Raises UserError when there is none."""
    row = _ROWS.get(key)
    if row is None:
        raise UserError(_("There is no setting called {key}.").format(key=key))
    return row


def checked(key: str, value: str) -> str:
    """Return `value` as it is stored. Raises UserError (field = key) when the setting cannot hold it."""
    row = setting_named(key)
    if row.kind is SettingKind.NUMBER:
        return _checked_number(row, value)
    allowed = {SettingKind.CHOICE: [choice.value for choice in row.choices], SettingKind.FLAG: ["yes", "no"]}
    if row.kind in allowed and value not in allowed[row.kind]:
        names = ", ".join(allowed[row.kind])
        raise UserError(_("{setting} can be: {names}.").format(setting=_(row.label), names=names), field=key)
    return value.strip()


def _checked_number(row: Setting, value: str) -> str:
    text = value.strip()
    if not (text.isascii() and text.isdigit() and row.least <= int(text[:6]) <= row.most):
        raise UserError(
            _("{setting}: a number from {least} to {most}.").format(
                setting=_(row.label), least=row.least, most=row.most
            ),
            field=row.key,
        )
    return str(int(text))
