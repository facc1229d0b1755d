"""No widget takes what a record says for rich text: Qt opens files and addresses that are named in it.

SAFETY, "Other doors". The strace run of the proofs looks at what happens; this looks at what is written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import name_of, python_files, tree

# Classes that guess from the text whether it is rich, or open what they show. To use one: its place, and why.
GUESSING = {
    "QLabel", "QMessageBox", "QTextBrowser", "QErrorMessage", "QInputDialog", "QSplashScreen", "QWhatsThis",
    "QTextEdit", "QTextDocument", "QSystemTrayIcon", "QDesktopServices",
}  # fmt: skip
CLASSES = {
    ("noshow_desk/ui/kit/labels.py", "QLabel"): "PlainLabel, which stays plain",
    ("noshow_desk/ui/templates/easy_text.py", "QTextEdit"): "takes words only: setAcceptRichText(False)",
    ("noshow_desk/printing/sheet.py", "QTextDocument"): "the paper, which loads nothing",
}
# Calls that take a text for rich, or may.
RICH = {
    "setToolTip", "setStatusTip", "setWhatsThis", "showText", "setHtml", "insertHtml", "setMarkdown",
    "insertMarkdown", "insertImage", "addResource", "setOpenExternalLinks", "setInformativeText",
    "setDetailedText", "openUrl",
}  # fmt: skip
CALLS = {("noshow_desk/ui/kit/base.py", "setToolTip"): "plain_tip, which escapes"}


def made(source: ast.AST) -> Iterator[str]:
    """Yield the guessing classes that are made or built upon, and the calls that take rich text."""
    for node in ast.walk(source):
        if isinstance(node, ast.ClassDef):
            yield from (base.id for base in node.bases if isinstance(base, ast.Name) and base.id in GUESSING)
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in GUESSING:
                yield node.func.id
            elif isinstance(node.func, ast.Attribute) and node.func.attr in RICH | GUESSING:
                yield node.func.attr
            elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                yield from {node.func.value.id} & GUESSING


def test_nothing_takes_text_for_rich() -> None:
    allowed = CLASSES | CALLS
    found = {(name_of(path), what) for path in python_files("noshow_desk") for what in made(tree(path))}
    assert not found - set(allowed)


def test_every_place_is_still_there() -> None:
    found = {(name_of(path), what) for path in python_files("noshow_desk") for what in made(tree(path))}
    assert not set(CLASSES | CALLS) - found


@pytest.mark.parametrize(
    "source",
    [
        "label = QLabel(client.name)",
        "class Note(QLabel): pass",
        "QMessageBox.warning(window, title, text)",
        "widget.setToolTip(name)",
        "QToolTip.showText(place, name)",
        "document.setHtml(text)",
        "QtWidgets.QLabel(name)",
        "QDesktopServices.openUrl(url)",
    ],
)
def test_a_careless_line_is_found(source: str) -> None:
    assert list(made(ast.parse(source)))


def test_a_plain_line_is_fine() -> None:
    assert not list(made(ast.parse("label = PlainLabel(name)\nedit.setPlainText(text)\nfields: QLabel")))
