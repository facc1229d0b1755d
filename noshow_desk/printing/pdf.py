"""Printouts as one PDF: embedded fonts, text that can be copied, and properties that name nobody."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.summary import Summary
from noshow_desk.errors import SystemTrouble
from noshow_desk.export.options import DEFAULT_OPTIONS, PaperOptions
from noshow_desk.export.saving import replacing
from noshow_desk.i18n import _
from noshow_desk.printing.gui import ensure_gui
from noshow_desk.printing.printout import Printout, lay_out, lay_out_summary
from noshow_desk.printing.sheet import LAYOUT_DPI, page_layout

# The library signs what it writes. Blanks of the same length keep every offset of the file right.
_SIGNATURES = (
    re.compile(rb"(?<=/Producer \()[^)]*(?=\))"),
    re.compile(rb'(?<=pdf:Producer=")[^"]*(?=")'),
)
# Qt writes what it says of a document before the first page, and this behind the last.
_HEAD = 256_000  # bytes
_TAIL = 64  # bytes that hold the end
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = b"xref"


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as a PDF. Needs no display."""
    ensure_gui()
    return write_pdf([lay_out(letter, size=options.size, draft=options.draft, margin=options.margin)])


def write_summary(summary: Summary, language: str, options: PaperOptions = DEFAULT_OPTIONS) -> bytes:
    """Return `summary` as a PDF. Needs no display."""
    ensure_gui()
    return write_pdf([lay_out_summary(summary, language, size=options.size, margin=options.margin)])


def write_pdf(printouts: Iterable[Printout]) -> bytes:
    """Return all `printouts` as one PDF; each is asked for when the one before is painted.

    Raises SystemTrouble when Qt cannot paint.
    """
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    for _painted in _painting(QPdfWriter(target), printouts):
        pass
    target.close()
    return _unsigned(bytes(target.data().data()))


def save_pdf(path: Path, printouts: Iterable[Printout]) -> None:
    """Write all `printouts` as one PDF to `path`, by replace; the way for hundreds of them.

    Raises SystemTrouble when Qt cannot paint or the disk is full; then `path` is as it was.
    """
    for _painted in saving_pdf(path, printouts):
        pass


def saving_pdf(path: Path, printouts: Iterable[Printout]) -> Generator[None, None, None]:
    """Do what `save_pdf` does, one printout a step; closing it before its end leaves `path` as it was.

    Each page goes to the disk when it is painted: ten thousand letters take no more memory than a thousand.
    """
    with replacing(path) as part:
        yield from _painting(QPdfWriter(str(part)), printouts)
        finish_file(part)


def finish_file(path: Path) -> None:
    """Take the signature out of a PDF that Qt has written. Raises OSError when a part of it is missing."""
    with path.open("r+b") as file:
        head = _unsigned(file.read(_HEAD))
        file.seek(0)
        file.write(head)
        if not _is_whole(file):  # Qt says nothing when the disk is full
            raise OSError(errno.ENOSPC, "the PDF is not whole")


def _painting(writer: QPdfWriter, printouts: Iterable[Printout]) -> Generator[None, None, None]:
    writer.setResolution(LAYOUT_DPI)
    writer.setCreator("")
    painter = QPainter()
    try:
        for printout in printouts:
            writer.setPageLayout(page_layout(printout.sheet))
            for page in range(printout.page_count):
                if painter.isActive():
                    writer.newPage()
                else:
                    writer.setTitle(printout.title)
                    if not painter.begin(writer):
                        raise SystemTrouble(
                            _("The PDF could not be made. Close other programs and try again.")
                        )
                printout.paint(painter, page)
            yield
    finally:
        painter.end()


def _is_whole(file: BinaryIO) -> bool:
    """Say whether a PDF has its end, and its table where the end says: then nothing between is lost."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
    found = _START.search(file.read())
    if found is None:
        return False
    file.seek(int(found.group(1)))
    return file.read(len(_TABLE)) == _TABLE


def _unsigned(content: bytes) -> bytes:
    for signature in _SIGNATURES:
        content = signature.sub(_blanks, content)
    return content


def _blanks(found: re.Match[bytes]) -> bytes:
    """Return blanks as long as what was found; two bytes a character after a byte-order mark."""
    old = found.group()
    return old[:2] + b"\x00 " * ((len(old) - 2) // 2) if old.startswith(b"\xfe\xff") else b" " * len(old)
