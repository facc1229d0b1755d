"""Collects the words of the screens, and compiles the Spanish catalogue: `catalogue.py extract` and
`catalogue.py compile`.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "locale" / "es" / "LC_MESSAGES" / "noshow_desk.po"
MO = PO.with_suffix(".mo")
QT_TS = ROOT / "resources" / "locale" / "es" / "qt_more_es.ts"  # beside the Spanish file of Qt itself
KEYWORDS = {"_": None, "N_": None, "Message": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def collect() -> Catalog:
    """Return every marked text of the package; places are left out, so that moving code changes no
    catalogue.
    """
    catalogue = Catalog(project="NoShow Desk", charset="utf-8")
    rows = extract_from_dir(str(ROOT / "noshow_desk"), [("**.py", "python")], keywords=KEYWORDS)
    for _name, _line, text, _comments, context in rows:
        if text:  # the empty text is the head of a catalogue
            catalogue.add(text, context=context)
    return catalogue


def translated() -> Catalog:
    """Return the Spanish catalogue as it stands."""
    with PO.open("rb") as file:
        return read_po(file, locale="es", domain="noshow_desk")


def untranslated() -> list[str]:
    """Return the texts that the Spanish catalogue does not hold or leaves empty."""
    spanish = translated()
    missing = []
    for message in collect():
        known = spanish.get(message.id, message.context) if message.id else None
        if message.id and (known is None or not known.string or not all(known.string) or known.fuzzy):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return sorted(missing)


def compiled() -> bytes:
    """Return the bytes of the compiled Spanish catalogue."""
    out = BytesIO()
    write_mo(out, translated())
    return out.getvalue()


def compile_qt_words(target: Path) -> None:
    """Write the words for Qt's own dialogs in the form that Qt reads."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", QT_TS, "-qm", target], check=True)


def extract() -> None:
    """Bring the Spanish catalogue up to date with the code; texts that are gone leave it."""
    catalogue = translated() if PO.exists() else Catalog(locale="es", domain="noshow_desk")
    catalogue.header_comment = "# Spanish words of NoShow Desk; see CONTRIBUTING.md."
    catalogue.project, catalogue.version, catalogue.fuzzy = "NoShow Desk", "-", False
    catalogue.last_translator = catalogue.language_team = "NoShow Desk contributors"
    catalogue.msgid_bugs_address = "-"
    catalogue.update(collect(), no_fuzzy_matching=True)
    # A fixed date: the history of the file tells when, and a changing line would only cause conflicts.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=110, omit_header=False, sort_output=True, ignore_obsolete=True)


def main(words: list[str]) -> int:
    """Run `extract` or `compile`; return the exit code."""
    if words == ["extract"]:
        extract()
    elif words == ["compile"]:
        MO.write_bytes(compiled())
        compile_qt_words(QT_TS.with_suffix(".qm"))
    else:
        print("usage: catalogue.py extract|compile", file=sys.stderr)
        return 2
    missing = untranslated()
    print(f"{len(missing)} texts without Spanish")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
