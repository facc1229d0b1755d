"""Nothing grows too large to be read: files, functions, the main window."""

from __future__ import annotations

import ast

from tests.house.source import functions, length, name_of, python_files, text, tree

FILE_LINES = 300
FUNCTION_LINES = 40
SHORT_FUNCTION_LINES = 22
SHORT_SHARE = 0.90
MAIN_WINDOW_LINES = 250

FILES = python_files("noshow_desk", "packaging")


def test_no_file_is_too_long() -> None:
    too_long = {name_of(path): count for path in FILES if (count := text(path).count("\n")) > FILE_LINES}
    assert not too_long


def test_the_main_window_stays_small() -> None:
    windows = [path for path in FILES if path.name == "main_window.py"]
    assert all(text(path).count("\n") <= MAIN_WINDOW_LINES for path in windows)


def test_no_function_is_too_long() -> None:
    assert not {
        f"{name_of(path)}:{one.lineno} {one.name}": length(one)
        for path in FILES
        for one in functions(tree(path))
        if length(one) > FUNCTION_LINES
    }


def test_nearly_all_functions_are_short() -> None:
    lengths = [length(one) for path in FILES for one in functions(tree(path))]
    short = sum(one < SHORT_FUNCTION_LINES for one in lengths)
    assert short >= SHORT_SHARE * len(lengths)


def test_length_counts_from_def_to_the_last_line() -> None:
    sample = ast.parse("@decorated\ndef one(\n    a,\n):\n    def inner():\n        return 1\n    return a\n")
    assert {one.name: length(one) for one in functions(sample)} == {"one": 6, "inner": 2}
