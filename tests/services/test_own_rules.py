"""Own rules live in the vault: taken in whole or not at all, used at once, gone when taken out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from noshow_desk.errors import UserError
from noshow_desk.services import history, own_rules, paper_text
from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_findings import are_rules_read, check_draft, load_rules
from noshow_desk.services.own_rules import OwnRules, read_own_rules, take_out_own_rules, take_own_rules
from tests.services.test_letter_findings import facts, letter

RULES = """[[rule]]
code = "disclosure"
patterns = ["third floor"]

[class]
vehicle = ["jitney", "dollar van"]
"""
SAID = "I was on the third floor."
DAY = date(2026, 3, 10)


def read(tmp_path: Path, text: str | bytes = RULES, name: str = "town.toml") -> OwnRules:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_own_rules(path, language="en", today=DAY)


def codes(desk: Desk, words: str = SAID) -> list[str]:
    return [one.code for one in check_draft(desk, letter(words), facts=facts()).open]


def test_papers_are_checked_by_own_rules_at_once(desk: Desk, tmp_path: Path) -> None:
    assert "disclosure" not in codes(desk)
    take_own_rules(desk, language="en", own=read(tmp_path))
    assert "disclosure" in codes(desk)
    take_out_own_rules(desk, language="en")
    assert "disclosure" not in codes(desk)


def test_what_was_taken_in_is_told(desk: Desk, tmp_path: Path) -> None:
    assert own_rules.own_rules(desk, "en") is None
    take_own_rules(desk, language="en", own=read(tmp_path))
    (tmp_path / "town.toml").unlink()  # the stick is gone
    kept = own_rules.own_rules(desk, "en")
    assert kept == OwnRules(name="town.toml", text=RULES, added_on=DAY, rules=1, words=2)
    assert own_rules.own_rules(desk, "es") is None


def test_taking_out_can_be_undone(desk: Desk, tmp_path: Path) -> None:
    take_own_rules(desk, language="en", own=read(tmp_path))
    changes = take_out_own_rules(desk, language="en")
    assert changes.undo is not None
    history.undo(desk, act=changes.act)
    assert "disclosure" in codes(desk)


def test_taking_in_can_be_undone(desk: Desk, tmp_path: Path) -> None:
    changes = take_own_rules(desk, language="en", own=read(tmp_path))
    history.undo(desk, act=changes.act)
    assert own_rules.own_rules(desk, "en") is None


def test_own_rules_are_read_by_a_worker_before_a_paper_needs_them(desk: Desk, tmp_path: Path) -> None:
    own = read(tmp_path, RULES.replace("third", "fourth"))
    assert not are_rules_read("en", own.text)
    load_rules("en", own=own.text)
    assert are_rules_read("en", own.text) and not are_rules_read("en", RULES + "\n# other\n")


def test_own_rules_are_loaded_with_the_papers(desk: Desk, tmp_path: Path) -> None:
    own = read(tmp_path, RULES.replace("third", "fifth"))
    take_own_rules(desk, language="en", own=own)
    load = paper_text.papers_to_load(desk)
    assert not are_rules_read("en", own.text)
    load()
    assert are_rules_read("en", own.text) and are_rules_read("es")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[class]\nvehicle = ["jitney"\n', "Line 2 is not written like vehicle ="),
        ('[class]\nvehicel = ["jitney"]\n', "Line 2: “vehicel” is no list that the check has"),
        (
            f'{RULES}\n[rewrite]\nexcuses = "x"\n\n[[rule]]\ncode = "excuse"\n',
            "Further lines with a fault: 11.",
        ),
        (b"[class]\nvehicle = ['\xff']\n", "Line 2: this line is not UTF-8 text."),
        ("", "Line 1: there is no rule and no word in this file yet."),
    ],
)
def test_a_broken_file_gives_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(UserError, match="Nothing was changed") as caught:
        read(tmp_path, text)
    assert said in caught.value.sentence


def test_what_is_no_file_or_far_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_own_rules(tmp_path / "gone.toml", language="en", today=DAY)
    with pytest.raises(UserError, match="too large"):
        read(tmp_path, "#" * (own_rules.LARGEST + 1))


def test_the_name_of_a_file_is_kept_without_what_could_mislead(tmp_path: Path) -> None:
    assert read(tmp_path, name="to\u202ewn.toml").name == "town.toml"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_example_can_be_taken_in(tmp_path: Path, language: str) -> None:
    path = tmp_path / "example.toml"
    path.write_bytes(own_rules.example_rules(language))
    assert read_own_rules(path, language=language, today=DAY).words == 4
