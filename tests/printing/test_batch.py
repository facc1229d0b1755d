"""Papers of several clients, one file each: with their envelopes, and nothing left when stopped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Origin, Run
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.export.options import DEFAULT_OPTIONS
from noshow_desk.printing.batch import Outgoing, printouts, step_count, writing_each
from tests.export.samples import block, letter

LINES = ("Rosa Alvarez", "1200 Harbor Road", "Bayside, NY 11360")
ADDRESS = Block(
    BlockKind.ADDRESS,
    tuple((Run(line, origin=Origin.FIELD, field=RECIPIENT),) for line in LINES),
)


def papers() -> list[Outgoing]:
    with_address: Letter = letter(blocks=(ADDRESS, block("Thank you.")))
    without: Letter = letter(blocks=(block("Thank you."),))
    return [Outgoing(with_address, "thank-you-note-MR.txt"), Outgoing(without, "thank-you-note-AC.txt")]


def test_an_envelope_is_a_pdf_of_its_own_beside_its_letter(qapp: QApplication, tmp_path: Path) -> None:
    written = list(writing_each(tmp_path, papers(), "txt", DEFAULT_OPTIONS, envelopes=True))
    assert [(one.place, one.envelope, one.path.name) for one in written] == [
        (0, False, "thank-you-note-MR.txt"),
        (0, True, "thank-you-note-MR-envelope.pdf"),
        (1, False, "thank-you-note-AC.txt"),
    ]
    assert all(one.path.read_bytes() == one.content for one in written)
    assert {path.name for path in tmp_path.iterdir()} == {one.path.name for one in written}


def test_stopped_behind_an_envelope_takes_it_away_too(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    steps = writing_each(folder, papers(), "txt", DEFAULT_OPTIONS, envelopes=True)
    next(steps)
    assert next(steps).envelope
    steps.close()
    assert not folder.exists()


def test_cards_share_sheets_as_one_file_and_are_counted_singly_as_files(
    qapp: QApplication, tmp_path: Path
) -> None:
    cards = [replace(letter(blocks=(block("Leave by 8:45."),)), kind=PaperKind.PLAN_CARD)] * 5
    assert step_count(cards) == len(list(printouts(cards, DEFAULT_OPTIONS))) == 2
    each = [Outgoing(card, f"card-{number}.txt") for number, card in enumerate(cards)]
    written = list(writing_each(tmp_path, each, "txt", DEFAULT_OPTIONS))
    assert step_count(cards, apart=True) == len(written) == 5


def test_letters_are_counted_with_their_envelopes() -> None:
    letters = [one.letter for one in papers()]
    assert [step_count(letters, envelopes=wanted, apart=True) for wanted in (False, True)] == [2, 3]
