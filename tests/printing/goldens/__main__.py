"""Write the golden files, or large pictures of every paper to look at.

Run it from the root of the project:

    python -m tests.printing.goldens --write            the golden files, to be read before they are kept
    python -m tests.printing.goldens --look FOLDER      every page at 100 dots to the inch
    python -m tests.printing.goldens --beside FOLDER    our pages above LibreOffice's of the Word file
    python -m tests.printing.goldens --sums             a checksum for each page, as JSON
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from noshow_desk.export.options import PaperSize
from noshow_desk.printing.gui import ensure_gui
from noshow_desk.printing.picture import render_pages
from tests.printing.goldens.beside import look, pairs
from tests.printing.goldens.files import sums, write_goldens
from tests.printing.goldens.papers import papers

_LOOK_DPI = 100


def main() -> None:
    """Do what the options ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.printing.goldens")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--look", type=Path)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--sums", action="store_true")
    asked = parser.parse_args()
    ensure_gui()
    if asked.write:
        print(write_goldens(), "golden files written. Look at them: git diff, --look")
    if asked.look:
        _write_pictures(asked.look)
    if asked.beside:
        asked.beside.mkdir(parents=True, exist_ok=True)
        for pair in pairs(asked.beside, PaperSize.LETTER):
            look(pair).save(str(asked.beside / f"beside-{pair.name}.png"))
    if asked.sums:
        print(json.dumps(sums()))


def _write_pictures(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers():
        for page, picture in enumerate(render_pages(paper.lay_out(), _LOOK_DPI)):
            picture.save(str(folder / f"{paper.key}-{page + 1}.png"))


if __name__ == "__main__":
    main()
