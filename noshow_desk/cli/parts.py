"""The parts that the self-test tries, each without a window and without this user's data."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from gettext import GNUTranslations
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from noshow_desk import i18n
from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import StepId
from noshow_desk.paths import resource
from noshow_desk.services import clients, opening, queries
from noshow_desk.services.desk import Desk

PASSPHRASE = "a self test opens what it made"
LEAST_ICONS = 20


class Wrong(Exception):
    """A part does not do what it should; the text says what."""


class Skipped(Exception):
    """A part that this build does not have; the text says so."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the program and how to try it; `check` returns what it found."""

    name: str
    check: Callable[[], str]


def vault() -> str:
    """Make a vault, write, close it, open it with the passphrase and with the recovery key, and read."""
    with tempfile.TemporaryDirectory(prefix="noshow-desk-test-") as place:
        folder = Path(place) / "vault"
        made = opening.create_vault(folder, passphrase=PASSPHRASE, caseworker=Caseworker(name="Self Test"))
        clients.add_client(made.desk, client=Client(first_name="José", last_name="Núñez"))
        opening.close(made.desk)
        _must_read(opening.open_vault(folder, passphrase=PASSPHRASE))
        _must_read(opening.open_vault(folder, recovery_key=made.recovery_key))
        _must_be_unreadable(folder)
    return "made, opened with passphrase and recovery key, unreadable without"


def _must_read(desk: Desk) -> None:
    found = [hit.title for hit in queries.search(desk, "jose nun")]
    opening.close(desk)
    if found != ["José Núñez"]:
        raise Wrong("the search did not find the client that was written")


def _must_be_unreadable(folder: Path) -> None:
    for file in folder.iterdir():
        if "José".encode() in file.read_bytes():
            raise Wrong(f"a name stands readable in {file.name}")


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def practice() -> str:
    """Derive the steps of the sample case."""
    from noshow_desk.domain.practice import derive  # deferred with the rest of what is tried
    from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts

    now = _noon(SAMPLE_TODAY)
    steps = derive(sample_facts(), now).steps
    if [step.id for step in steps] != list(StepId):
        raise Wrong("steps are missing or out of order")
    return f"{len(steps)} steps"


def papers() -> str:
    """Fill every shipped template with the sample case and write it in every format."""
    from noshow_desk.letters.fill import fill_template  # deferred: loads Jinja
    from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
    from noshow_desk.letters.starters import starters
    from noshow_desk.printing.writers import write_paper  # deferred: loads Qt

    forms = [row.key for row in FORMATS if row.papers]
    for template in starters():
        letter = fill_template(template, sample_facts(template.language), today=SAMPLE_TODAY)
        for form in forms:
            _must_hold(form, write_paper(form, letter), template.id)
    return f"{len(starters())} papers in {', '.join(forms)}"


def summaries() -> str:
    """Write the summary of the sample case in every format."""
    from noshow_desk.domain.practice import derive  # deferred with the rest of what is tried
    from noshow_desk.domain.summary import SummaryOptions, build_summary
    from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts
    from noshow_desk.printing.writers import write_summary  # deferred: loads Qt

    facts = sample_facts()
    case = (facts, derive(facts, _noon(SAMPLE_TODAY)))
    made = build_summary(facts.client, [case], SummaryOptions(), SAMPLE_TODAY)
    forms = [row.key for row in FORMATS if row.summaries]
    for form in forms:
        for language in i18n.LANGUAGES:
            _must_hold(form, write_summary(form, made, language), f"summary in {language}")
    return ", ".join(forms)


def _must_hold(form: str, content: bytes, name: str) -> None:
    if not content:
        raise Wrong(f"{name}: nothing was written as {form}")
    if form == "pdf" and (not content.startswith(b"%PDF") or b"/FontFile" not in content):
        raise Wrong(f"{name}: the PDF has no embedded font")


def fonts() -> str:
    """Load the bundled fonts."""
    from noshow_desk.export.typefaces import TEXT_FAMILIES
    from noshow_desk.printing.fonts import FILES  # deferred: loads Qt
    from noshow_desk.printing.gui import ensure_gui

    ensure_gui()
    return f"{len(FILES)} files, {TEXT_FAMILIES[0]}"


def icons() -> str:
    """Read every icon."""
    files = sorted(resource("icons").glob("*.svg"))
    for file in files:
        ElementTree.parse(file)
    if len(files) < LEAST_ICONS:
        raise Wrong(f"only {len(files)} icons")
    return f"{len(files)} icons"


def themes() -> str:
    """Read every theme."""
    files = sorted(resource("themes").glob("*.json"))
    for file in files:
        json.loads(file.read_bytes())
    if not files:
        raise Wrong("no theme")
    return ", ".join(file.stem for file in files)


def translations() -> str:
    """Load the catalogue of every language but English, which is in the code."""
    for language in i18n.LANGUAGES[1:]:
        catalogue = i18n.load(language)
        if not isinstance(catalogue, GNUTranslations):
            raise Skipped(f"the screens are not translated into {language} in this build")
        if catalogue.gettext("Today") == "Today":
            raise Wrong(f"the catalogue of {language} is empty")
    return ", ".join(i18n.LANGUAGES)


def coaching() -> str:
    """Read the questions for every step in every language."""
    from noshow_desk.coaching.prompts import prompts  # deferred: reads its files

    found = [
        prompts(step, language, client="Ann", interviewer="Ms. Bo")
        for step in StepId
        for language in i18n.LANGUAGES
    ]
    if not any(found):
        raise Wrong("no questions")
    return f"{sum(len(some) for some in found)} questions"


def help_pages() -> str:
    """Count the help pages."""
    found = {language: len(list((resource("help") / language).glob("*"))) for language in i18n.LANGUAGES}
    if not found["en"]:
        raise Wrong("no help page")
    return ", ".join(f"{language} {count}" for language, count in found.items())


def dates() -> str:
    """Write a date in every language, and find a zone."""
    zone = ZoneInfo("America/New_York")
    return "; ".join(i18n.full_date(date(2026, 3, 13), language) for language in i18n.LANGUAGES) + f"; {zone}"


def spell_check() -> str:
    """Find a misspelt word in each language, and what was meant."""
    from noshow_desk.coaching.spelling import speller  # deferred with the rest of what is tried

    for language, wrong, right in (("en", "intervew", "interview"), ("es", "entrebista", "entrevista")):
        found = speller(language)
        if found is None:
            raise Skipped("the spelling library is not installed")
        if [one.word for one in found.misspelt(f"{right} {wrong}")] != [wrong]:
            raise Wrong(f"a word is judged wrongly in {language}")
        if right not in found.suggestions(wrong):
            raise Wrong(f"nothing is suggested in {language}")
    return "English and Spanish"


# To add a part: a function above and its row here.
PARTS: tuple[Part, ...] = (
    Part("vault and search", vault),
    Part("practice", practice),
    Part("papers", papers),
    Part("summaries", summaries),
    Part("fonts", fonts),
    Part("icons", icons),
    Part("themes", themes),
    Part("translations", translations),
    Part("dates", dates),
    Part("coaching", coaching),
    Part("help", help_pages),
    Part("spell check", spell_check),
)
