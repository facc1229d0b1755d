"""A rule file that an agency broke: its line is told, and all else goes on working."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk.coaching.letter_check import check_letter, load_rules
from noshow_desk.coaching.letter_check.rule_file import MOST_BYTES, read_rule_file

EXCUSE = '[[rule]]\ncode = "excuse"\npatterns = ["my jitney"]\n'


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def has_excuse(text: str, path: Path) -> bool:
    found = check_letter(text, kind="apology", language="en", rules=load_rules("en", path))
    return any(one.code == "excuse" for one in found)


def test_an_agency_adds_words_and_rules(tmp_path: Path) -> None:
    text = '[class]\nvehicle = ["jitney"]\n\n[rewrite]\nexcuse = "That is on me."\n'
    path = own(tmp_path, text)
    assert has_excuse("Some jitney trouble.", path)
    assert has_excuse("Some bus trouble.", path)
    assert load_rules("en", path).rewrites["excuse"] == "That is on me."
    assert not has_excuse("Some jitney trouble.", own(tmp_path, ""))


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('[class]\nvehicle = ["jitney"\n', 2),
        ('[class]\n\nvehicle = "jitney"\n', 3),
        ('# mine\n[[rule]]\ncode = "excuse"\npatterns = ["fine", "( open"]\n', 4),
        ('[[rule]]\ncode = "excuses"\npatterns = ["x"]\n', 2),
        ('[[rule]]\ncode = "excuse"\npatern = ["x"]\n', 3),
        ('[[rule]]\ncode = "excuse"\nkinds = ["letter"]\npatterns = ["x"]\n', 3),
        ('[[rule]]\ncode = "excuse"\npatterns = ["x"]\nunless = ["%nothing"]\n', 4),
        ('[clas]\nvehicle = ["x"]\n', 1),
        ("nonsense\n", 1),
    ],
)
def test_a_broken_file_gives_its_line_and_the_rest_works(tmp_path: Path, broken: str, line: int) -> None:
    path = own(tmp_path, f"{broken}\n{EXCUSE}")
    rules = load_rules("en", path)
    assert [(one.file, one.line) for one in rules.problems] == [("own.toml", line)]
    assert rules.problems[0].sentence.startswith(f"own.toml:{line}: ")
    assert has_excuse("My jitney.", path) and has_excuse("The bus broke down.", path)


def test_a_file_that_is_no_text_or_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"[class]\nvehicle = ['\xff']\n")
    assert [one.line for one in load_rules("en", path).problems] == [2]
    rules = load_rules("es", tmp_path / "gone.toml")
    assert [one.line for one in rules.problems] == [0]
    assert check_letter("El bus nunca pasó.", kind="apology", language="es", rules=rules)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    source = read_rule_file(own(tmp_path, EXCUSE + "#" * MOST_BYTES))
    assert source.is_unread and [one.sentence for one in source.problems] == [
        "own.toml: this file cannot be read"
    ]


def test_a_device_ends_where_a_file_must() -> None:
    device = Path("/dev/zero")
    if device.is_char_device():
        assert read_rule_file(device).is_unread
