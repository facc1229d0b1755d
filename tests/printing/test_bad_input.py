"""What goes wrong on the way to paper ends in a sentence, and what is odd to print is printed whole."""

from __future__ import annotations

import errno
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import BlockKind, Letter
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import DEFAULT_OPTIONS
from noshow_desk.export.saving import save
from noshow_desk.printing import pdf, printer
from noshow_desk.printing.batch import Outgoing, writing_each
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.printer import new_printer, printing_to
from noshow_desk.printing.printout import lay_out
from noshow_desk.printing.writers import write_paper
from tests.export.samples import block, letter
from tests.tools.outside import needs_libreoffice, needs_pdftotext, office_text, pdf_text

needs_pdffonts = pytest.mark.skipif(not shutil.which("pdffonts"), reason="pdffonts is not installed")
NINE = tuple(f"Line {number} of the address" for number in range(1, 10))
# A name in a script that Inter lacks, and the bundled font that has it.
NAMES = (
    ("محمد علي", "DejaVuSans"),
    ("מרים כהן", "DejaVuSans"),
    ("ნინო", "DejaVuSans"),
    ("Արամ", "DejaVuSans"),
    ("ສົມ", "DejaVuSans"),
    ("李小龍", "DroidSansFallback"),
    ("さくら", "DroidSansFallback"),
    ("김철수", "DroidSansFallback"),
    ("प्रिया", "NotoSansDevanagari-Regular"),
    ("রহিম", "NotoSansBengali-Regular"),
    ("ਸਿੰਘ", "NotoSansGurmukhi-Regular"),
    ("પ્રિયા", "NotoSansGujarati-Regular"),
    ("அருண்", "NotoSansTamil-Regular"),
    ("రవి", "NotoSansTelugu-Regular"),
    ("ರವಿ", "NotoSansKannada-Regular"),
    ("രവി", "NotoSansMalayalam-Regular"),
    ("නිමල්", "NotoSansSinhala-Regular"),
    ("สมชาย", "NotoSansThai-Regular"),
    ("សុខា", "NotoSansKhmer-Regular"),
    ("အောင်", "NotoSansMyanmar-Regular"),
    ("ሰላም", "NotoSansEthiopic-Regular"),
    ("ܡܪܝܡ", "NotoSansSyriac-Regular"),
    ("ᏣᎳᎩ", "NotoSansCherokee-Regular"),
)


@pytest.fixture(autouse=True)
def _gui(qapp: QApplication) -> None:
    load_fonts()


# ------------------------------------------------------------------ names


@needs_pdffonts
@pytest.mark.parametrize(("name", "font"), NAMES, ids=[f"{name[0]!a} {font}" for name, font in NAMES])
def test_a_name_in_another_script_is_never_a_box(tmp_path: Path, name: str, font: str) -> None:
    made = letter(blocks=(block(f"Dear {name},"),))
    assert lay_out(made).unprintable() == ""
    (tmp_path / "a.pdf").write_bytes(pdf.write(made, DEFAULT_OPTIONS))
    told = subprocess.run(["pdffonts", tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
    rows = [line.split() for line in told.stdout.splitlines()[2:]]
    assert font in {row[0].rpartition("+")[2] for row in rows}
    assert all("yes" in row for row in rows)  # embedded: the reader's computer needs none of them


def test_a_character_that_no_font_has_is_told_beforehand() -> None:
    assert lay_out(letter(blocks=(block("Dear 🙂,"),))).unprintable() == "🙂"


# ------------------------------------------------------------------ length


def of_address(*lines: str) -> Letter:
    return letter(
        blocks=(block(*lines, kind=BlockKind.ADDRESS), block("Dear Ms. Alvarez,"), block("Thanks."))
    )


@needs_pdftotext
@pytest.mark.parametrize("lines", [NINE[:1], NINE], ids=["one", "nine"])
def test_addresses_of_one_and_of_nine_lines(lines: tuple[str, ...]) -> None:
    text = pdf_text(pdf.write(of_address(*lines), DEFAULT_OPTIONS)).split("\n")
    assert [line for line in text if line.startswith("Line")] == list(lines)
    assert lay_out(of_address(*lines)).page_count == 1


@needs_libreoffice
@needs_pdftotext
def test_fifty_pages_and_nine_lines_in_word_too() -> None:
    lines = [f"Sentence number {number} of a very long letter." for number in range(1600)]
    made = letter(blocks=(block(*NINE, kind=BlockKind.ADDRESS), *(block(line) for line in lines)))
    text = office_text(write_paper("docx", made), "docx")
    assert all(line in text for line in (*NINE, *lines))


# ------------------------------------------------------------------ files


def test_a_file_that_another_program_holds_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    path = tmp_path / "note.pdf"
    path.write_bytes(b"an older one")
    monkeypatch.setattr(Path, "replace", held)
    for write in (
        lambda: save(path, b"new"),
        lambda: pdf.save_pdf(path, [lay_out(letter())]),
    ):
        with pytest.raises(SystemTrouble, match="could not be written"):
            write()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("note.pdf", b"an older one")]


def test_a_stick_that_is_full_in_the_middle_keeps_none_of_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, written = Path.write_bytes, []

    def full(self: Path, content: bytes) -> int:
        written.append(self)
        if len(written) == 3:
            real(self, content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, content)

    real(tmp_path / "note.pdf", b"an older one")
    monkeypatch.setattr(Path, "write_bytes", full)
    papers = [Outgoing(letter(), "note.pdf") for _number in range(5)]
    with pytest.raises(SystemTrouble, match="make room"):
        list(writing_each(tmp_path, papers, "pdf", DEFAULT_OPTIONS))
    assert len(written) == 3
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("note.pdf", b"an older one")]


@pytest.fixture
def _little_room() -> Iterator[None]:
    """Let no file of this process grow over 20 kB, as on a stick that is nearly full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("_little_room")
def test_a_pdf_that_finds_no_room_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "all.pdf").write_bytes(b"an older one")
    steps = pdf.saving_pdf(tmp_path / "all.pdf", (lay_out(letter()) for _number in range(60)))
    with pytest.raises(SystemTrouble, match="make room"):
        list(steps)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("all.pdf", b"an older one")]


def test_a_pdf_with_a_hole_is_not_taken_for_whole(tmp_path: Path) -> None:
    content = pdf.write_pdf([lay_out(letter()) for _number in range(3)])
    for name, some in (("whole", content), ("hole", content[:5000] + content[6000:]), ("cut", content[:-9])):
        (tmp_path / name).write_bytes(some)
        with (tmp_path / name).open("rb") as file:
            assert pdf._is_whole(file) is (name == "whole")


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    gone = tmp_path / "stick" / "letters"
    with pytest.raises(SystemTrouble, match="could not be made"):
        list(writing_each(gone, [Outgoing(letter(), "note.pdf")], "pdf", DEFAULT_OPTIONS))
    with pytest.raises(SystemTrouble, match="could not be written"):
        pdf.save_pdf(gone / "all.pdf", [lay_out(letter())])
    assert list(tmp_path.iterdir()) == []


def test_closing_a_batch_before_its_end_takes_everything_back(tmp_path: Path) -> None:
    papers = [Outgoing(letter(), "note.pdf") for _number in range(3)]
    for steps in (
        writing_each(tmp_path / "new", papers, "html", DEFAULT_OPTIONS),
        pdf.saving_pdf(tmp_path / "a.pdf", (lay_out(letter()) for _number in range(3))),
    ):
        next(steps)
        assert list(tmp_path.iterdir())
        steps.close()
        assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------ printers


def test_a_printer_that_vanishes_in_the_middle_drops_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, dropped = [], []

    class Vanishing(QPrinter):
        def newPage(self) -> bool:
            asked.append(1)
            return len(asked) < 2 and super().newPage()

        def abort(self) -> bool:
            dropped.append(1)
            return super().abort()

    monkeypatch.setattr(printer, "QPrinter", Vanishing)
    monkeypatch.setattr(Vanishing, "PrinterMode", QPrinter.PrinterMode, raising=False)
    sheets = [lay_out(letter()) for _number in range(4)]
    made = new_printer(sheets[0])
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "job.pdf"))
    steps = printing_to(made, sheets)
    assert (next(steps), next(steps)) == (1, 2)
    with pytest.raises(SystemTrouble, match="did not take the paper"):
        next(steps)
    assert dropped == [1]
