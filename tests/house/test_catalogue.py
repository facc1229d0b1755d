"""The Spanish of the screens is whole: texts, placeholders, keys to press; what is compiled is what is
written.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message as Row
from babel.messages.extract import extract_from_dir

from tests.house.source import ROOT, python_files, tree

HOLE = re.compile(r"(?<!\{)\{(\w*)[^{}]*\}(?!\})")
KEY = re.compile(r"&([A-Za-z])")  # a letter that every keyboard has
# Words that are the same in both languages, names, and texts that are nothing but placeholders.
SAME = {"A4", "Formal", "No", "OK", "PDF", "Plan", "Español"}


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    """packaging/catalogue.py; packaging/ is no package, and has the name of one that is installed."""
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "packaging" / "catalogue.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pairs(catalogue: ModuleType) -> list[tuple[str, str]]:
    """Every English text with its Spanish; of texts with a plural both forms."""
    return [pair for row in catalogue.translated() if row.id for pair in forms(row)]


def forms(row: Row) -> Iterator[tuple[str, str]]:
    english = [row.id] if isinstance(row.id, str) else list(row.id)
    spanish = [row.string] if isinstance(row.string, str) else list(row.string)
    assert len(english) == len(spanish)
    yield from zip(english, spanish, strict=True)


def holes(text: str) -> Counter[str]:
    return Counter(HOLE.findall(text))


def test_every_text_has_its_spanish(catalogue: ModuleType) -> None:
    assert catalogue.untranslated() == []


def test_every_text_of_the_code_is_known_also_inside_of_another_string(catalogue: ModuleType) -> None:
    """Babel passes over a call inside an f-string, and English would stay in a Spanish window."""
    known = {row.id if isinstance(row.id, str) else row.id[0] for row in catalogue.collect()}
    assert {said for path in python_files("noshow_desk") for said in texts_of(path)} - known == set()


def texts_of(path: Path) -> Iterator[str]:
    """Yield what is written in the calls of `_` and `N_` in a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "N_"}:
            yield from (part.value for part in node.args if isinstance(part, ast.Constant))


def test_no_text_stays_behind_that_the_program_lost(catalogue: ModuleType) -> None:
    known = {(row.id, row.context) for row in catalogue.collect()}
    assert not {(row.id, row.context) for row in catalogue.translated()} - known


def test_what_is_compiled_is_what_is_written(catalogue: ModuleType) -> None:
    assert catalogue.MO.read_bytes() == catalogue.compiled()


def test_placeholders_are_the_same(pairs: list[tuple[str, str]]) -> None:
    assert [pair for pair in pairs if holes(pair[0]) != holes(pair[1])] == []


def test_doubled_braces_stay_doubled(pairs: list[tuple[str, str]]) -> None:
    both = [(english, spanish) for english, spanish in pairs if "{{" in english or "}}" in english]
    assert both
    for english, spanish in both:
        assert [spanish.count(braces) for braces in ("{{", "}}")] == [
            english.count(braces) for braces in ("{{", "}}")
        ]


def test_lines_and_dots_are_the_same(pairs: list[tuple[str, str]]) -> None:
    for english, spanish in pairs:
        assert spanish.count("\n") == english.count("\n"), english
        assert spanish.endswith("…") == english.endswith("…"), english
        assert (spanish[:1].isspace(), spanish[-1:].isspace()) == (
            english[:1].isspace(),
            english[-1:].isspace(),
        ), english


def test_spanish_is_spanish(pairs: list[tuple[str, str]]) -> None:
    words = re.compile(r"[^\W\d_]{2,}")
    same = {english for english, spanish in pairs if english == spanish} - SAME
    assert not [text for text in same if words.search(HOLE.sub("", text))]


def test_spanish_marks_and_quotes(pairs: list[tuple[str, str]]) -> None:
    for _english, spanish in pairs:
        assert "“" not in spanish and "”" not in spanish, spanish
        assert spanish.count("«") == spanish.count("»"), spanish
        plain = HOLE.sub("", spanish)
        assert ("?" in plain) == ("¿" in plain) and ("!" in plain) == ("¡" in plain), spanish
        assert "\u202f" not in spanish and "\u00a0" not in spanish, spanish


def test_no_stop_after_a_time(pairs: list[tuple[str, str]]) -> None:
    """A Spanish time ends with a stop of its own: "9:00 a. m."."""
    stop = re.compile(r"\{(time|when|clock|at)\}\.")
    assert [spanish for _english, spanish in pairs if stop.search(spanish)] == []


def test_spanish_says_usted_and_blames_nobody(pairs: list[tuple[str, str]]) -> None:
    never = re.compile(
        r"\b(tú|tu|tus|ti|contigo|vos|vosotros|vuestr\w+|fall[óo]|fracas\w*|incumpl\w*|se negó|rechaz\w*|"
        r"ordenador|móvil|@s|os/as|\w+o/a)\b",
        re.IGNORECASE,
    )
    assert [spanish for _english, spanish in pairs if never.search(spanish)] == []


def test_a_key_where_english_has_one(pairs: list[tuple[str, str]]) -> None:
    for english, spanish in pairs:
        plain = (english.replace("&&", ""), spanish.replace("&&", ""))
        assert plain[1].count("&") == plain[0].count("&"), english
        assert len(KEY.findall(plain[1])) == plain[1].count("&"), spanish


def test_keys_of_one_page_are_different_keys(catalogue: ModuleType) -> None:
    """Texts of one module stand beside each other: what English keeps apart, Spanish keeps apart."""
    spanish = {row.id: row.string for row in catalogue.translated() if isinstance(row.id, str)}
    beside = defaultdict(set)
    rows = extract_from_dir(str(ROOT / "noshow_desk"), [("**.py", "python")], keywords=catalogue.KEYWORDS)
    for name, _line, text, _comments, _context in rows:
        if isinstance(text, str) and KEY.search(text.replace("&&", "")) and name != "ui/actions.py":
            beside[name].add(text)
    assert beside
    clashes = [
        (name, one, other)
        for name, texts in beside.items()
        for one, other in combinations(sorted(texts), 2)
        if key(one) != key(other) and key(spanish[one]) == key(spanish[other])
    ]
    assert clashes == []


def test_keys_of_one_menu_are_different_keys(catalogue: ModuleType) -> None:
    from noshow_desk.ui.actions import ACTIONS, MENUS

    spanish = {row.id: row.string for row in catalogue.translated() if isinstance(row.id, str)}
    groups = [[text for _name, text in MENUS]]
    groups += [[action.text for action in ACTIONS if action.menu == name] for name, _text in MENUS]
    for texts in groups:
        for said in (texts, [spanish[text] for text in texts]):
            keys = [key(text) for text in said]
            assert len(set(keys)) == len(keys), said


def key(text: str) -> str:
    found = KEY.search(text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


@pytest.mark.parametrize("text", ["{a} and {b:>3}", "{{% if x %}} {line}"])
def test_holes_are_found(text: str) -> None:
    assert set(holes(text)) == ({"a", "b"} if "and" in text else {"line"})
