"""Programs of others that look at what we write; a test that needs one skips by its name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
needs_pdftoppm = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not installed")
needs_pdffonts = pytest.mark.skipif(not shutil.which("pdffonts"), reason="pdffonts is not installed")
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="soffice is not installed")


def pdf_text(content: bytes, *, layout: bool = False) -> str:
    """Return the text of a PDF as pdftotext reads it; with `layout` as it stands on the page."""
    mode = ["-layout"] if layout else []
    done = subprocess.run(["pdftotext", *mode, "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def words_from_left(content: bytes) -> list[str]:
    """Return the words of a PDF of one line as they stand on the page, from its left to its right."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True)
    boxes = re.findall(r'<word xMin="([\d.]+)"[^>]*>(.*?)</word>', done.stdout.decode())
    return [word for _left, word in sorted((float(left), word) for left, word in boxes)]


def to_pdf(folder: Path, files: Iterable[Path], **variables: str) -> None:
    """Have LibreOffice, with a profile of its own in `folder`, make a PDF of each of `files` there."""
    words = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    subprocess.run(
        [*words, "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=600,
        env=os.environ | variables,
    )


def office_text(content: bytes, suffix: str) -> str:
    """Return the text of a document as LibreOffice shows it, by way of a PDF, with blanks for line breaks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"paper.{suffix}"
        source.write_bytes(content)
        to_pdf(folder, [source])
        return " ".join(pdf_text((folder / "paper.pdf").read_bytes()).split())
