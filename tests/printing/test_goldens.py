"""Every paper looks and reads as it did when somebody last looked at it.

After a wanted change: python -m tests.printing.goldens --write, and look at what git says is different.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.letters.starters import starter
from noshow_desk.printing import fonts
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.pdf import write_pdf
from noshow_desk.printing.picture import render_page
from noshow_desk.printing.printout import lay_out
from tests.printing.goldens import pictures
from tests.printing.goldens.files import (
    PICTURES,
    TEXTS,
    pages_of,
    picture_path,
    text_of,
    text_path,
)
from tests.printing.goldens.papers import Paper, filled, papers
from tests.tools.outside import needs_pdftoppm, needs_pdftotext

ROOT = Path(__file__).resolve().parents[2]
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
ALL = tuple(papers())
each_paper = pytest.mark.parametrize("paper", ALL, ids=[paper.key for paper in ALL])


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def apology() -> Letter:
    """A letter with two addresses, five paragraphs and a signature."""
    return filled(starter(PaperKind.APOLOGY, "en", Channel.LETTER))


def small_pages(letter: Letter) -> list[QImage]:
    printout = lay_out(letter)
    return [pictures.small_page(printout, page) for page in range(printout.page_count)]


@each_paper
def test_a_paper_looks_as_it_did(paper: Paper) -> None:
    made = pages_of(paper)
    assert len(list(PICTURES.glob(f"{paper.key}-*.png"))) == len(made)
    for number, page in enumerate(made):
        assert pictures.apart(page, pictures.read(picture_path(paper, number))) <= pictures.LIMIT, number


@needs_pdftotext
@each_paper
def test_a_paper_reads_as_it_did(paper: Paper) -> None:
    assert text_of(paper.lay_out()) == text_path(paper).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in TEXTS.iterdir()} == {paper.key for paper in ALL}
    assert {path.stem.rpartition("-")[0] for path in PICTURES.iterdir()} == {paper.key for paper in ALL}


@pytest.mark.parametrize("missing", [0, 2, 4, -1])
def test_a_missing_block_is_seen(apology: Letter, missing: int) -> None:
    kept = list(apology.blocks)
    del kept[missing]
    shorter = small_pages(replace(apology, blocks=tuple(kept)))
    assert pictures.apart(small_pages(apology)[0], shorter[0]) > pictures.LIMIT


@pytest.mark.parametrize(("right", "down"), [(1, 0), (0, 1), (0, -1)])
def test_a_page_moved_by_a_fortieth_of_an_inch_is_seen(apology: Letter, right: int, down: int) -> None:
    page = small_pages(apology)[0]
    moved = page.copy(-right, -down, page.width(), page.height())
    assert pictures.apart(page, moved) > pictures.LIMIT


def test_another_font_is_seen(apology: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    page = small_pages(apology)[0]
    monkeypatch.setattr(fonts, "TEXT_FAMILIES", ["DejaVu Sans"])
    assert pictures.apart(page, small_pages(apology)[0]) > pictures.LIMIT


@pytest.mark.parametrize("finer", [2, 8])
def test_another_smoothing_is_not(apology: Letter, finer: int) -> None:
    printout = lay_out(apology)
    other = pictures.small(render_page(printout, 0, pictures.DPI * finer), printout)
    assert pictures.apart(pictures.small_page(printout, 0), other) <= pictures.LIMIT


@needs_pdftoppm
def test_another_program_paints_the_pdf_as_the_preview(apology: Letter, tmp_path: Path) -> None:
    printout = lay_out(apology)
    (tmp_path / "a.pdf").write_bytes(write_pdf([printout]))
    command = ["pdftoppm", "-r", "160", "-png", "-singlefile", "a.pdf", "a"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
    theirs = pictures.small(QImage(str(tmp_path / "a.png")), printout)
    assert pictures.apart(pictures.small_page(printout, 0), theirs) <= pictures.LIMIT


def test_a_machine_without_fonts_makes_the_same_pages(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS, encoding="utf-8")
    here = sums_in_a_process_of_its_own({})
    assert len(here) == len(ALL)
    assert sums_in_a_process_of_its_own({"FONTCONFIG_FILE": str(config)}) == here


def sums_in_a_process_of_its_own(machine: dict[str, str]) -> dict[str, list[str]]:
    """Return the checksum of every page as a fresh process paints it, where `machine` says something else."""
    command = [sys.executable, "-m", "tests.printing.goldens", "--sums"]
    told = subprocess.run(
        command, cwd=ROOT, env=os.environ | machine, capture_output=True, check=True, timeout=600
    )
    made: dict[str, list[str]] = json.loads(told.stdout)
    return made
