"""Every format through one door, and none of them lets out what stays."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.formats import FORMATS
from noshow_desk.errors import UserError
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.writers import WRITERS
from noshow_desk.printing.writers import write_paper, write_summary
from tests.export.samples import (
    INSIDE_WORDS,
    NEVER_WORDS,
    PRIVATE_WORDS,
    SENSITIVE_WORDS,
    block,
    case,
    corrected,
    letter,
    summary,
)


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    """One application for all tests of a run."""


PAPERS = [row.key for row in FORMATS if row.papers]
SUMMARIES = [row.key for row in FORMATS if row.summaries]


def readable(key: str, content: bytes) -> str:
    """Return all the text of a file and its properties, compressed or not."""
    if key == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return "\n".join(file.read(name).decode(errors="replace") for name in file.namelist())
    if key == "pdf":
        pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        return pages + content.decode("latin-1")
    return content.decode("utf-8")


def test_every_format_has_one_writer_that_holds_what_it_says() -> None:
    assert {writer.format for writer in WRITERS} | {"pdf"} == {row.key for row in FORMATS}
    for writer in WRITERS:
        row = next(row for row in FORMATS if row.key == writer.format)
        assert (writer.write is not None, writer.write_summary is not None) == (row.papers, row.summaries)


@pytest.mark.parametrize("key", PAPERS)
def test_a_paper_in_every_format(key: str) -> None:
    assert "Marcus Reed" in readable(key, write_paper(key, letter()))


@pytest.mark.parametrize("key", SUMMARIES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_summary_in_every_format_and_language(key: str, language: str) -> None:
    assert "Marcus Reed" in readable(key, write_summary(key, summary(), language))


@pytest.mark.parametrize("key", SUMMARIES)
def test_section_7_by_default_nothing_inside_private_or_sensitive_leaves(key: str) -> None:
    text = readable(key, write_summary(key, summary(case(), corrected()), "en"))
    hidden = (*INSIDE_WORDS.values(), *PRIVATE_WORDS.values(), *SENSITIVE_WORDS, *NEVER_WORDS)
    assert [word for word in hidden if word in text] == []


@pytest.mark.parametrize("key", PAPERS)
def test_section_6_no_paper_names_the_product_or_its_maker(key: str) -> None:
    text = readable(key, write_paper(key, letter(), PaperOptions(to="rosa@bayside.example"))).lower()
    assert [word for word in ("noshow", "python-docx", "qt 6", "second start") if word in text] == []


@pytest.mark.parametrize("key", ["csv", "json", "doc", ""])
def test_what_cannot_hold_a_paper_is_one_plain_sentence(key: str) -> None:
    with pytest.raises(UserError):
        write_paper(key, letter())


@pytest.mark.parametrize("key", ["txt", "eml", "xlsx"])
def test_what_cannot_hold_a_summary_is_one_plain_sentence(key: str) -> None:
    with pytest.raises(UserError):
        write_summary(key, summary(), "en")


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.strip() + done.stderr.strip()


def test_the_door_alone_loads_neither_qt_nor_the_word_library() -> None:
    code = (
        "import sys, noshow_desk.printing.writers\n"
        "print([name for name in ('PySide6', 'docx', 'jinja2', 'babel', 'email') if name in sys.modules])"
    )
    assert run(code) == "[]"


def test_a_pdf_is_written_without_a_display() -> None:
    code = (
        "from tests.export.samples import letter\n"
        "from noshow_desk.printing.writers import write_paper\n"
        "print(write_paper('pdf', letter())[:5])"
    )
    assert run(code) == "b'%PDF-'"


@pytest.mark.parametrize(("count", "numbered"), [(1, False), (40, True)])
def test_a_word_file_numbers_its_pages_as_print_does(count: int, numbered: bool) -> None:
    made = letter(blocks=tuple(block("I am sorry for the trouble. " * 8) for _one in range(count)))
    assert ("NUMPAGES" in readable("docx", write_paper("docx", made))) is numbered
    assert ("Page 1 of" in readable("pdf", write_paper("pdf", made))) is numbered
