"""`check-letter`: one line a file, and exit codes that a script can trust."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from noshow_desk.domain.facts_form import to_json
from noshow_desk.domain.kinds import ConsentLevel, Topic
from noshow_desk.letters.sample import sample_facts
from tests.cli.conftest import Ask

CLEAN = (
    "Dear Ms. Alvarez,\n\nI missed our interview, and that is my responsibility. I am sorry for that, and "
    "for the trouble it gave you. May I come on another day?\n\nMarcus Reed\n"
)
EXCUSED = CLEAN.replace("I am sorry", "My car broke down. I am sorry")
NUDGED = CLEAN.replace("Marcus", "I will never be late again. Marcus")
APOLOGY = ("--kind", "apology", "--lang", "en")


@pytest.fixture
def letters(tmp_path: Path) -> dict[str, Path]:
    made = {}
    for name, text in {"clean": CLEAN, "excused": EXCUSED, "nudged": NUDGED}.items():
        made[name] = tmp_path / f"{name}.txt"
        made[name].write_text(text, encoding="utf-8")
    return made


def test_json_is_one_line_a_file(ask: Ask, letters: dict[str, Path]) -> None:
    answer = ask("check-letter", *APOLOGY, "--json", letters["clean"], letters["excused"])
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["file"] for row in rows] == [str(letters["clean"]), str(letters["excused"])]
    assert rows[0]["findings"] == [] and answer.code == 1
    (found,) = rows[1]["findings"]
    assert set(found) == {"code", "start", "end", "severity", "message", "suggestion"}
    assert EXCUSED[found["start"] : found["end"]] == "My car broke down"
    assert (found["code"], found["severity"]) == ("excuse", "must")


def test_a_nudge_is_no_must(ask: Ask, letters: dict[str, Path]) -> None:
    answer = ask("check-letter", *APOLOGY, letters["nudged"])
    assert answer.code == 0 and "over-promise (should)" in answer.out
    assert ask("check-letter", *APOLOGY, letters["clean"]).code == 0


def test_people_are_told_the_line(ask: Ask, letters: dict[str, Path]) -> None:
    letters["excused"].write_text("Hello,\n\n" + EXCUSED, encoding="utf-8")
    out = ask("check-letter", *APOLOGY, letters["excused"]).out
    assert out.startswith(f"{letters['excused']}:5: excuse (must) “My car broke down”")


def test_must_never_keep_is_a_must(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(CLEAN.replace("Marcus", "I am ninety days sober. Marcus"), encoding="utf-8")
    answer = ask("check-letter", *APOLOGY, path)
    assert answer.code == 1 and "disclosure (must!)" in answer.out


def test_the_record_is_held_against_the_letter(ask: Ask, letters: dict[str, Path], facts_file: Path) -> None:
    answer = ask("check-letter", *APOLOGY, "--json", "--record", facts_file, letters["excused"])
    codes = {one["code"] for one in json.loads(answer.out)["findings"]}
    held = {one.factor.value for one in sample_facts().incident.outside if one.confirmed_true}
    assert ("contradiction" in codes) is ("transport" not in held)


@pytest.mark.parametrize(("now", "named"), [("2026-03-10T09:00", False), ("2026-03-11T09:00", True)])
def test_a_consent_taken_back_allows_nothing_from_that_day(
    ask: Ask, tmp_path: Path, now: str, named: bool
) -> None:
    facts = sample_facts()
    consent = replace(
        facts.consent,
        level=ConsentLevel.MAY_NAME_AGENCY,
        topics=(Topic.AGENCY,),
        until=None,
        revoked_on=date(2026, 3, 11),
    )
    record, path = tmp_path / "facts.json", tmp_path / "letter.txt"
    record.write_bytes(to_json(replace(facts, consent=consent)))
    path.write_text(CLEAN.replace("May I", "My case manager helps me. May I"), encoding="utf-8")
    answer = ask("check-letter", *APOLOGY, "--json", "--record", record, "--now", now, path)
    codes = {one["code"] for one in json.loads(answer.out)["findings"]}
    assert bool(codes & {"agency-named", "disclosure"}) is named


def test_a_broken_part_of_the_rules_is_told_and_the_letter_checked(
    ask: Ask, letters: dict[str, Path], tmp_path: Path
) -> None:
    rules = tmp_path / "own.toml"
    rules.write_text('[class]\nvehicle = ["jitney"]\n\n[guard]\nx = [\n', encoding="utf-8")
    answer = ask("check-letter", *APOLOGY, "--rules", rules, letters["excused"])
    assert "own.toml:5: this is not written like" in answer.err
    assert "excuse" in answer.out and answer.code == 1


@pytest.mark.parametrize(
    ("content", "line"), [(b"{", ":1"), (b"[class]\nx = [\n", ":2"), (b"\xff\xfea", ":1")]
)
def test_rules_that_cannot_be_read_at_all_are_a_bad_call(
    ask: Ask, letters: dict[str, Path], tmp_path: Path, content: bytes, line: str
) -> None:
    rules = tmp_path / "bad.json"
    rules.write_bytes(content)
    answer = ask("check-letter", *APOLOGY, "--rules", rules, letters["clean"])
    assert answer.code == 2 and answer.out == "" and answer.err.count("\n") == 1
    assert f"bad.json{line}: this " in answer.err


def test_what_is_wrong_in_rules_is_told_in_the_chosen_language(
    ask: Ask, letters: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    rules = tmp_path / "bad.json"
    rules.write_text("{", encoding="utf-8")
    said = ask("check-letter", *APOLOGY, "--rules", rules, letters["clean"]).err
    assert "bad.json:1: esto no está escrito como" in said and "Invalid" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("check-letter", "--kind", "postcard", "--lang", "en", "x.txt"),
        ("check-letter", "--kind", "apology", "--lang", "fr", "x.txt"),
        ("check-letter", "--kind", "apology", "--lang", "en"),
        ("check-letter", "--kind", "apology", "--lang", "en", "not-there.txt"),
        ("check-letter", "--lang", "en", "x.txt"),
        ("check-letter", "--kind", "apology", "--lang", "en", "--now", "soon", "x.txt"),
    ],
)
def test_a_bad_call(ask: Ask, letters: dict[str, Path], words: tuple[str, ...]) -> None:
    answer = ask(*(letters["clean"] if word == "x.txt" else word for word in words))
    assert answer.code == 2 and answer.out == "" and answer.err and "Traceback" not in answer.err


def test_a_file_that_is_no_text_is_a_bad_call(ask: Ask, tmp_path: Path, letters: dict[str, Path]) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"\xff\xfe\x00")
    assert ask("check-letter", *APOLOGY, path).code == 2
    path.write_text("{ not json", encoding="utf-8")
    assert ask("check-letter", *APOLOGY, "--record", path, letters["clean"]).code == 2


def test_a_letter_that_cannot_be_read_stops_none_of_the_others(
    ask: Ask, letters: dict[str, Path], tmp_path: Path
) -> None:
    picture, gone = tmp_path / "picture.png", tmp_path / "gone.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff")
    answer = ask("check-letter", *APOLOGY, letters["clean"], picture, gone, tmp_path, letters["excused"])
    assert answer.code == 2
    assert "clean.txt: nothing found" in answer.out and "excuse (must)" in answer.out
    assert len(answer.err.splitlines()) == 3 and "picture.png is no text" in answer.err
    answer = ask("check-letter", *APOLOGY, "--json", picture, letters["excused"])
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 2 and [sorted(row) for row in rows] == [["error", "file"], ["file", "findings"]]
    assert rows[0]["error"] == answer.err.strip()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_letters_of_other_programs_are_read(ask: Ask, tmp_path: Path, encoding: str) -> None:
    text = (
        "Estimada Sra. Muñoz:\n\nFalté a nuestra cita del 10 de marzo, y la responsabilidad es mía. "
        "Se me descompuso el carro. Le pido disculpas por no haber ido y por las molestias que le causé. "
        "¿Podría darme otra fecha?\n\nJosé Núñez\n"
    )
    path = tmp_path / "carta.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    answer = ask("check-letter", "--kind", "apology", "--lang", "es", "--json", path)
    (found,) = (one for one in json.loads(answer.out)["findings"] if one["code"] == "excuse")
    assert text[found["start"] : found["end"]] == "Se me descompuso el carro"
    assert answer.err == "" and answer.code == 1


def test_a_broken_record_names_the_place(ask: Ask, letters: dict[str, Path], tmp_path: Path) -> None:
    record = tmp_path / "facts.json"
    record.write_text('{\n  "client": {"first_name": "Ana",}\n}', encoding="utf-8")
    answer = ask("check-letter", *APOLOGY, "--record", record, letters["clean"])
    assert answer.code == 2 and answer.out == ""
    assert "line 2, column 34 cannot be read" in answer.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device here never ends")
def test_a_device_is_no_file_of_text(ask: Ask, letters: dict[str, Path]) -> None:
    answer = ask("check-letter", *APOLOGY, "/dev/zero", letters["clean"])
    assert answer.code == 2 and answer.err == "/dev/zero is a device, not a file of text.\n"
    assert "clean.txt: nothing found" in answer.out
