"""What left last of a draft: kept as it left, until the words are others; nobody's once they are erased."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.blocks import Letter
from noshow_desk.services import clients, paper_text, papers, queries, sending, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why, erase_records
from noshow_desk.services.last_out import KEY, Left, Out, keep_out, last_out
from noshow_desk.services.sending import Leaving
from tests.builders import Clock
from tests.services.batching import granted, note


@pytest.fixture
def incident(desk: Desk) -> str:
    return granted(desk, "Ana Cruz")


@pytest.fixture
def paper_id(desk: Desk, incident: str) -> str:
    return note(desk, incident)


def words(desk: Desk, paper_id: str) -> Letter:
    paper = queries.paper(desk, paper_id)
    letter = paper_text.preview_draft(desk, paper=paper, facts=queries.facts(desk, paper.incident_id))
    assert isinstance(letter, Letter)
    return letter


def out_now(desk: Desk, paper_id: str, format: str = "pdf", content: bytes = b"%PDF") -> Out:
    facts = queries.facts(desk, queries.paper(desk, paper_id).incident_id)
    left = Left(at=desk.now(), consent=facts.consent)
    return Out(letter=words(desk, paper_id), format=format, content=content, left=left)


def saved(desk: Desk, paper_id: str, content: bytes = b"PK\x00\xff") -> Out:
    out = out_now(desk, paper_id, format="docx", content=content)
    keep_out(desk, paper_id=paper_id, out=out)
    return out


def test_nothing_left_of_a_new_draft(desk: Desk, paper_id: str) -> None:
    assert last_out(desk, paper=papers.draft(desk, paper_id)) is None


def test_it_is_kept_as_it_left_and_bears_its_own_day(desk: Desk, paper_id: str, clock: Clock) -> None:
    out = saved(desk, paper_id)
    clock.forward(days=3)
    assert words(desk, paper_id) != out.letter
    assert last_out(desk, paper=papers.draft(desk, paper_id)) == out


def test_a_letter_of_yesterday_left_on_screen_counts_as_of_its_day(
    desk: Desk, paper_id: str, clock: Clock
) -> None:
    out = out_now(desk, paper_id)
    clock.forward(days=1)
    keep_out(desk, paper_id=paper_id, out=out)
    assert last_out(desk, paper=papers.draft(desk, paper_id)) == out


def test_the_last_one_counts(desk: Desk, paper_id: str) -> None:
    saved(desk, paper_id, b"first")
    second = saved(desk, paper_id, b"second")
    assert last_out(desk, paper=papers.draft(desk, paper_id)) == second


def test_other_words_end_it_and_the_same_words_again_do_not(desk: Desk, paper_id: str) -> None:
    out, before = saved(desk, paper_id), papers.draft(desk, paper_id)
    other = {"interviewer.formal_name": "Ms. Lee"}
    papers.save_draft(desk, paper=replace(before, inputs=other))
    assert last_out(desk, paper=papers.draft(desk, paper_id)) is None
    papers.save_draft(desk, paper=before)
    assert last_out(desk, paper=papers.draft(desk, paper_id)) == out


def test_facts_that_change_the_words_end_it(desk: Desk, incident: str, paper_id: str) -> None:
    saved(desk, paper_id)
    client = queries.facts(desk, incident).client
    clients.edit_client(desk, client=replace(client, last_name="Cruz-Lopez"))
    assert last_out(desk, paper=papers.draft(desk, paper_id)) is None


def test_words_that_the_draft_never_had_are_not_kept_nor_what_was_before(desk: Desk, paper_id: str) -> None:
    out = saved(desk, paper_id)
    keep_out(desk, paper_id=paper_id, out=replace(out, letter=replace(out.letter, blocks=())))
    assert last_out(desk, paper=papers.draft(desk, paper_id)) is None


def test_it_is_no_form_that_was_being_filled(desk: Desk, paper_id: str) -> None:
    saved(desk, paper_id)
    assert unsaved.unsaved_forms(desk) == []


def test_another_file_that_was_sent_takes_its_place(desk: Desk, paper_id: str) -> None:
    saved(desk, paper_id)
    papers.mark_sent(desk, paper_id=paper_id, content=b"%PDF", format="pdf", how="printed")
    assert desk.vault.unsaved.keys(KEY) == []


def test_what_was_sent_is_forgotten_when_the_next_one_leaves(desk: Desk, paper_id: str) -> None:
    out = saved(desk, paper_id)
    papers.mark_sent(desk, paper_id=paper_id, content=out.content, format="docx", how="printed")
    assert desk.vault.unsaved.keys(KEY) == [KEY + paper_id]
    other = note(desk, granted(desk, "Ben Okafor"))
    saved(desk, other)
    assert desk.vault.unsaved.keys(KEY) == [KEY + other]


def test_nothing_is_kept_of_a_paper_that_was_sent(desk: Desk, incident: str, paper_id: str) -> None:
    out = out_now(desk, paper_id)
    leaving = Leaving(incident_id=incident, paper_id=paper_id, content=b"%PDF", how="hand")
    (final,) = sending.finals(desk, [leaving])
    with desk.act():
        sending.freeze(desk, final)
    keep_out(desk, paper_id=paper_id, out=out)
    assert desk.vault.unsaved.keys(KEY) == []


def test_it_is_erased_with_the_client(desk: Desk, incident: str, paper_id: str) -> None:
    saved(desk, paper_id)
    client = queries.facts(desk, incident).client
    erase_records(desk, client_id=client.id, why=next(iter(Why)))
    assert desk.vault.unsaved.keys(KEY) == []


def test_what_cannot_be_read_counts_as_nothing(desk: Desk, paper_id: str) -> None:
    desk.vault.unsaved.put(KEY + paper_id, {"letter": "{", "day": "soon"}, desk.now())
    assert last_out(desk, paper=papers.draft(desk, paper_id)) is None
