"""Summaries as web page, Word file, table and data: the same words, and nothing that was not chosen."""

from __future__ import annotations

import csv
import io
import json

import pytest

from noshow_desk.domain.cells import unguarded
from noshow_desk.export import csv as csv_writer
from noshow_desk.export import html
from noshow_desk.export import json as json_writer
from tests.export.samples import case, client, corrected, summary
from tests.export.test_papers import HOSTILE, Page


def table(content: bytes) -> list[list[str]]:
    return [[unguarded(cell) for cell in row] for row in csv.reader(io.StringIO(content.decode("utf-8-sig")))]


def test_a_page_shows_head_figures_with_definitions_and_cases() -> None:
    page = Page(html.write_summary(summary(recipient="Harbor Board"), "en"))
    text = "".join(page.words)
    for words in ("Case summary", "Harbor Board", "1 of 1", "a message left counts", "The attempt", "Dock 4"):
        assert words in text
    assert page.tags.count("h2") == 1
    assert summary().closing.say("en") in text


def test_a_page_of_a_summary_runs_nothing_either() -> None:
    page = Page(html.write_summary(summary(recipient=HOSTILE, purpose=HOSTILE), "en"))
    assert "img" not in page.tags
    assert HOSTILE in "".join(page.words)


def test_the_table_has_one_row_an_item_and_a_definition_for_every_figure() -> None:
    rows = table(csv_writer.write_summary(summary(), "en"))
    assert rows[0] == ["Appointment", "Section", "Item", "Value", "Definition"]
    assert all(len(row) == 5 for row in rows)
    figures = [row for row in rows[1:] if row[4]]
    assert figures[0][2] == "Attempts made by the client"
    assert len(figures) == 4


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1 (555) 010-0177", "＝1+1", "\u00a0@x", "-1"])
def test_no_cell_of_the_table_starts_a_formula(text: str) -> None:
    content = csv_writer.write_summary(summary(recipient=text), "en").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert "'" + text in cells
    assert text in [unguarded(cell) for cell in cells]


def test_the_case_number_keeps_its_zeros() -> None:
    assert client().case_number == "0042"
    assert '"\'0042"' in csv_writer.write_summary(summary(), "en").decode("utf-8-sig")


def test_data_can_be_read_by_a_program_and_by_a_person() -> None:
    form = json.loads(json_writer.write_summary(summary(case(), corrected()), "en"))
    assert form["figures"][0] == {
        "key": "attempts",
        "label": "Attempts made by the client",
        "count": 1,
        "of": 1,
        "text": "1 of 1",
        "definition": form["figures"][0]["definition"],
    }
    sections = {section["key"]: section for section in form["appointments"][0]["sections"]}
    assert sections["attempt"]["rows"][0]["value"] is True
    starts = next(row for row in sections["facts"]["rows"] if row["key"] == "starts")
    assert starts["value"] == "2026-03-10T09:00:00"
    assert starts["text"] == "Tuesday, March 10, 2026, 9:00 AM"


def test_a_lone_half_of_a_character_never_stops_a_writer() -> None:
    made = summary(recipient="x\ud800y\x00")
    for write in (html.write_summary, csv_writer.write_summary, json_writer.write_summary):
        assert b"xy" in write(made, "es")
