"""Papers of several clients, one file each: with their envelopes, and nothing left when stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Origin, Run
from noshow_desk.export.options import DEFAULT_OPTIONS
from noshow_desk.printing.batch import Outgoing, writing_each
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
