"""In which language a paper starts, and which way it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.blocks import Letter, has_address
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.services import paper_text, queries, settings
from noshow_desk.services.desk import Desk
from tests.builders import missed_by_marcus


@pytest.mark.parametrize(
    ("reader", "language"),
    [
        (Interviewer(id="known", language="en"), "en"),
        (Interviewer(id="known", language="es"), "es"),
        (Interviewer(language="es"), "es"),  # typed just now
        (Interviewer(), "es"),  # nobody is named: as the office writes
    ],
)
def test_a_letter_starts_in_the_language_of_its_reader(
    desk: Desk, reader: Interviewer, language: str
) -> None:
    settings.change_setting(desk, key="paper_language", value="es")
    facts = replace(queries.facts(desk, missed_by_marcus(desk)), interviewer=reader)
    assert paper_text.language_of(desk, facts, PaperKind.APOLOGY) == language


def test_a_card_starts_in_the_clients_language(desk: Desk) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    spanish = replace(facts, client=replace(facts.client, paper_language="es"))
    assert paper_text.language_of(desk, spanish, PaperKind.PLAN_CARD) == "es"


@pytest.mark.parametrize("channel", [Channel.LETTER, Channel.EMAIL])
def test_a_preview_goes_the_way_that_is_asked_for(desk: Desk, channel: Channel) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    reader = replace(facts.interviewer, postal_address="1200 Harbor Road", email="rosa@example.org")
    known = replace(facts, interviewer=reader)
    letter = paper_text.preview_paper(desk, facts=known, kind=PaperKind.APOLOGY, channel=channel)
    assert isinstance(letter, Letter)
    assert (has_address(letter), bool(letter.subject)) == (
        channel is Channel.LETTER,
        channel is Channel.EMAIL,
    )
