"""What each command answers."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from noshow_desk.cli.parts import PARTS, Part, Skipped, Wrong
from noshow_desk.domain.client import Client
from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.summary import SummaryOptions
from noshow_desk.letters.sample import sample_facts
from noshow_desk.letters.starters import starters
from noshow_desk.letters.template_file import template_file
from noshow_desk.services import clients, opening, queries, summaries
from noshow_desk.storage import reserve
from tests.cli.conftest import Ask
from tests.small_disk import fill, small_disk

NOTE = "en-thank_you-letter-granted"
WHEN = ("--now", "2026-03-10T09:42")


# ------------------------------------------------------------------ practice, find


def test_practice_makes_as_many_clients_as_asked(ask: Ask, tmp_path: Path) -> None:
    answer = ask("practice", tmp_path / "vault", "--clients", 3, "--seed", 5)
    assert answer.code == 0 and "3 clients" in answer.out and opening.PRACTICE_PASSPHRASE in answer.out
    again = ask("practice", tmp_path / "vault")
    assert again.code == 1 and "already a vault" in again.err


def test_find_finds_what_the_search_box_finds(ask: Ask, practice_vault: Path) -> None:
    plain = ask("find", "1001", "--vault", practice_vault)
    assert plain.code == 0 and "1001" in plain.out
    hits = json.loads(ask("find", "1001", "--vault", practice_vault, "--json").out)
    assert [hit["case_number"] for hit in hits] == ["1001"] and hits[0]["kind"] == "client"


def test_a_full_disk_shuts_nobody_out(ask: Ask, practice_vault: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        home = Path(shutil.copytree(practice_vault, disk / "vault"))
        ask("find", "1001", "--vault", home)  # opened once, it has its reserve
        fill(disk)
        assert ask("find", "1001", "--vault", home).code == 0
        (home / reserve.RESERVE_NAME).unlink()
        fill(disk)
        answer = ask("find", "1001", "--vault", home)
        assert answer.code == 1 and "The disk is full" in answer.err


def test_find_nothing_is_a_no(ask: Ask, practice_vault: Path) -> None:
    answer = ask("find", "qqqq", "--vault", practice_vault, "--json")
    assert (answer.code, json.loads(answer.out)) == (1, [])


# ------------------------------------------------------------------ steps


def test_steps_are_all_there_in_order(ask: Ask, facts_file: Path) -> None:
    answer = json.loads(ask("steps", facts_file, *WHEN, "--json").out)
    assert [row["id"] for row in answer] == [step.value for step in StepId]
    assert {tuple(row) for row in answer} == {("id", "title", "who", "why", "due", "state")}
    assert {row["state"] for row in answer} <= {"done", "open", "skipped", "does-not-apply"}


def test_steps_are_a_table_for_people(ask: Ask, facts_file: Path) -> None:
    lines = ask("steps", facts_file, *WHEN).out.splitlines()
    assert lines[0].split()[:4] == ["Step", "State", "Who", "Due"] and len(lines) == 16
    assert "Mar 10" in "\n".join(lines)


def test_steps_read_a_pipe(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe:
        buffer = io.BytesIO(b"{}")

    monkeypatch.setattr("sys.stdin", Pipe())
    assert ask("steps", "-", *WHEN, "--json").code == 0


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{", "not JSON"),
        ('{"incident": {"prior_offence": "x"}}', "incident.prior_offence"),
        ('{"appointment": {"starts": "soon"}}', "appointment.starts"),
        ('{"client": {"first_name": 3}}', "client.first_name"),
        ("[]", "Expected an object"),
        ("\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "not JSON"),
    ],
)
def test_a_facts_file_that_does_not_fit_is_one_sentence(
    ask: Ask, tmp_path: Path, text: str, part: str
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(text, encoding="utf-8")
    answer = ask("steps", path)
    assert answer.code == 1 and part in answer.err and answer.err.count("\n") == 1


def test_the_schema_knows_every_record_of_the_form(ask: Ask) -> None:
    schema = json.loads(ask("steps", "--schema").out)
    assert {"CaseFacts", "Incident", "Appointment", "ClientCall"} <= set(schema["$defs"])


def test_help_documents_the_facts_form(ask: Ask) -> None:
    text = ask("steps", "--help").out
    for field in (
        "reported_at",
        "incident.contact_attempts[]",
        "wants_it",
        "appointment (",
        "sorry_for_trouble",
    ):
        assert field in text


@pytest.mark.parametrize("now", ["yesterday", "", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_a_time_that_is_none_is_a_bad_call(ask: Ask, facts_file: Path, now: str) -> None:
    answer = ask("steps", facts_file, "--now", now)
    assert answer.code == 2 and "is not a time like 2026-03-10T09:42" in answer.err


# ------------------------------------------------------------------ render


@pytest.mark.parametrize("form", ["txt", "html", "pdf", "docx", "eml"])
def test_render_writes_every_format(ask: Ask, facts_file: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"note.{form}"
    out.write_bytes(b"what was there before")
    answer = ask("render", NOTE, "--data", facts_file, "--to", form, "-o", out, *WHEN)
    assert answer.code == 0 and str(out) in answer.out
    assert out.stat().st_size > 300
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.parametrize(
    ("template", "addressed"),
    [(NOTE, True), ("en-courtesy-email", True), ("en-call_card", False), ("en-plan_card", False)],
)
def test_only_what_the_interviewer_is_to_read_is_addressed(
    ask: Ask, facts_file: Path, template: str, addressed: bool
) -> None:
    """A card in the hands of the client says what the client fears: no mail takes it there by mistake."""
    mail = ask("render", template, "--data", facts_file, "--to", "eml", "-o", "-", *WHEN).out
    assert "X-Unsent: 1" in mail and ("\nTo: rosa.alvarez@" in mail.replace("\r", "")) is addressed


def test_render_fills_the_facts_in(ask: Ask, facts_file: Path) -> None:
    text = ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-", *WHEN, "--confirmed-true").out
    assert "Friday, March 13" in text and "Dear Ms. Alvarez" in text and "DRAFT" not in text


@pytest.mark.parametrize(("lines", "told"), [(2, False), (9, True)])
@pytest.mark.parametrize("form", ["pdf", "docx", "txt"])
def test_an_address_that_an_envelopes_window_hides_is_told(
    ask: Ask, facts_file: Path, tmp_path: Path, lines: int, told: bool, form: str
) -> None:
    facts = json.loads(facts_file.read_text("utf-8"))
    facts["interviewer"]["postal_address"] = "\n".join(f"Line {number}" for number in range(lines))
    other = tmp_path / "other.json"
    other.write_text(json.dumps(facts), encoding="utf-8")
    letter = "en-thank_you-letter-granted"
    answer = ask("render", letter, "--data", other, "--to", form, "-o", tmp_path / "note", *WHEN)
    assert answer.code == 0 and ("window" in answer.err) is (told and form != "txt")


@pytest.mark.parametrize(("form", "code"), [("eml", 0), ("txt", 1)])
def test_a_letter_to_nobody_known_is_a_whole_email(
    ask: Ask, facts_file: Path, tmp_path: Path, form: str, code: int
) -> None:
    facts = json.loads(facts_file.read_text("utf-8"))
    facts["interviewer"], facts["organisation"] = {"email": "office@bayside.example"}, {}
    other, out = tmp_path / "other.json", tmp_path / "note"
    other.write_text(json.dumps(facts), encoding="utf-8")
    letter = ("render", "en-thank_you-letter-granted", "--data", other, "--confirmed-true")
    answer = ask(*letter, "--to", form, "-o", out, *WHEN)
    assert answer.code == code and ("DRAFT" in answer.err) is bool(code)
    assert ("no postal address and no date" in answer.err) is (form == "eml")
    assert ("nterviewer's address]" in out.read_text("utf-8")) is (form == "txt")


def test_R13_an_unticked_letter_is_marked_draft(ask: Ask, facts_file: Path) -> None:
    assert "DRAFT" in ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-", *WHEN).out


def with_own_words(facts_file: Path, words: str) -> None:
    facts = json.loads(facts_file.read_text(encoding="utf-8"))
    facts["incident"]["own_words"] = words
    facts_file.write_text(json.dumps(facts), encoding="utf-8")


@pytest.mark.parametrize("form", ["txt", "html", "eml", "pdf"])
def test_R14_what_has_to_be_put_right_keeps_a_paper_a_draft(
    ask: Ask, facts_file: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"note.{form}"
    call = ("render", NOTE, "--data", facts_file, "--to", form, "-o", out, *WHEN, "--confirmed-true")
    assert ask(*call).code == 0
    office = sample_facts().caseworker.office_name
    with_own_words(facts_file, f"I was in jail for a DUI and {office} helped me.")
    answer = ask(*call)
    assert answer.code == 1 and str(out) in answer.out
    said = [line for line in answer.err.splitlines() if "no postal address" not in line]
    assert said and all(line.startswith("Marked DRAFT: ") for line in said)
    assert "jail" in answer.err and office in answer.err
    written = PdfReader(out).pages[0].extract_text() if form == "pdf" else out.read_text(encoding="utf-8")
    assert "DRAFT" in written
    told = json.loads(ask(*call, "--json").out)
    assert told["draft"] is True and len(told["to_do"]) == len(said)


def test_blanks_keep_every_paper_a_draft(ask: Ask, facts_file: Path) -> None:
    facts_file.write_text('{"client": {"first_name": "Marcus"}}', encoding="utf-8")
    for template in (NOTE, "en-plan_card", "en-call_card"):
        answer = ask("render", template, "--data", facts_file, "--to", "txt", "-o", "-", "--confirmed-true")
        assert answer.code == 1 and answer.out.startswith("DRAFT") and "still blank" in answer.err


def test_a_blank_worksheet_is_no_draft(ask: Ask, facts_file: Path) -> None:
    answer = ask("render", "en-worksheet", "--data", facts_file, "--to", "txt", "-o", "-", *WHEN)
    assert answer.code == 0 and "DRAFT" not in answer.out


def test_no_agency_in_a_paper_without_consent(ask: Ask, facts_file: Path, tmp_path: Path) -> None:
    office = sample_facts().caseworker.office_name
    assert office
    for form in ("txt", "html", "eml"):
        out = tmp_path / f"note.{form}"
        ask("render", NOTE, "--data", facts_file, "--to", form, "-o", out, *WHEN)
        assert office not in out.read_text(encoding="utf-8")


def test_a_template_problem_names_its_line(ask: Ask, facts_file: Path, tmp_path: Path) -> None:
    template = tmp_path / "mine.txt"
    template.write_text("Dear you,\n\n{{ clent.name }}\n{{ intervewer.full_name }}\n")
    answer = ask("render", template, "--data", facts_file, "--to", "txt", "-o", tmp_path / "out.txt")
    assert answer.code == 1 and not (tmp_path / "out.txt").exists()
    first, second = answer.err.splitlines()
    assert first.startswith(f"{template}:3: ") and second.startswith(f"{template}:4: ")
    as_json = ask("render", template, "--data", facts_file, "--to", "txt", "-o", "-", "--json")
    assert [row["line"] for row in json.loads(as_json.out)["problems"]] == [3, 4]


def test_a_template_of_ones_own_is_filled(ask: Ask, facts_file: Path, tmp_path: Path) -> None:
    template = tmp_path / "mine.txt"
    template.write_bytes("\ufeffGracias,\r\n\r\n{{ client.full_name }}".encode())
    own = ("--lang", "es", "--kind", "plan_card")
    answer = ask("render", template, "--data", facts_file, "--to", "txt", "-o", "-", *own)
    assert answer.out == "Gracias,\n\nMarcus Reed" or answer.out == "Gracias,\n\nMarcus Reed\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_template_of_another_program_is_filled(
    ask: Ask, facts_file: Path, tmp_path: Path, encoding: str
) -> None:
    template = tmp_path / "carta.txt"
    template.write_bytes("Estimada Sra. Muñoz,\r\n\r\nmañana llamaré. ¡Gracias!\r\n".encode(encoding))
    own = ("--lang", "es", "--kind", "plan_card")
    answer = ask("render", template, "--data", facts_file, "--to", "txt", "-o", "-", *own)
    assert answer.out.strip() == "Estimada Sra. Muñoz,\n\nmañana llamaré. ¡Gracias!"


def test_a_template_that_the_window_saved_knows_its_kind_and_language(
    ask: Ask, facts_file: Path, tmp_path: Path
) -> None:
    template, out = tmp_path / "mine.txt", ("--to", "txt", "-o", "-")
    shipped = next(one for one in starters() if one.id == f"starter-{NOTE}")
    template.write_bytes(template_file(replace(shipped, name="Mine", language="es")))
    answer = ask("render", template, "--data", facts_file, *out, *WHEN)
    assert "BORRADOR" in answer.out and "kind:" not in answer.out and "I look forward" in answer.out
    template.write_text("name: Mine\nkind: apology\nlanguage: en\nchannel: letter\n---\nHi\n{{ clent.name }}")
    said = ask("render", template, "--data", facts_file, *out).err
    assert said.startswith(f"{template}:7: ") and "(line 7)" in said


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n\xff\xfe\x00\x01", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfe\x00"]
)
def test_a_template_that_is_no_text_is_one_sentence(
    ask: Ask, facts_file: Path, tmp_path: Path, content: bytes
) -> None:
    template = tmp_path / "mine.txt"
    template.write_bytes(content)
    answer = ask("render", template, "--data", facts_file, "--to", "txt", "-o", tmp_path / "out.txt")
    assert answer.code == 1 and answer.err.endswith("mine.txt is no text. Save it as plain text (UTF-8).\n")
    template.write_bytes(b"x" * 1_000_001)
    assert "too large" in ask("render", template, "--data", facts_file, "--to", "txt", "-o", "-").err


def test_names_in_a_facts_file_are_made_safe_and_that_is_said(ask: Ask, facts_file: Path) -> None:
    name = '"first_name": "Ma\\u202er\\u200bcus\\r\\nBcc: x@y.example", "last_name": "Reed"'
    facts_file.write_text(f'{{"client": {{{name}}}}}', encoding="utf-8")
    answer = ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-", "--confirmed-true")
    assert "Marcus Bcc: x@y.example Reed" in answer.out
    assert answer.err.startswith("Characters that cannot be seen were taken out of a name.\n")
    facts_file.write_text(f'{{"client": {{"first_name": "{"A" * 300}"}}}}', encoding="utf-8")
    answer = ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-")
    place = f"{facts_file}: client.first_name: "
    assert answer.code == 1 and answer.err.startswith(f"{place}That is too long for one line.")


def test_a_template_without_a_word_makes_no_paper(ask: Ask, facts_file: Path, tmp_path: Path) -> None:
    template, out = tmp_path / "mine.txt", tmp_path / "out.txt"
    template.write_text(" \n\n{% if not client.first_name %}x{% endif %}\n")
    answer = ask("render", template, "--data", facts_file, "--to", "txt", "-o", out)
    assert answer.code == 1 and "empty paper" in answer.err and not out.exists()


def test_a_pdf_with_empty_boxes_is_not_written(ask: Ask, tmp_path: Path) -> None:
    facts, out = tmp_path / "facts.json", tmp_path / "note.pdf"
    call = ("--data", facts, "--confirmed-true", *WHEN)
    facts.write_text('{"client": {"first_name": "ᚱᚢ", "last_name": "Lee"}}', encoding="utf-8")
    answer = ask("render", NOTE, *call, "--to", "pdf", "-o", out)
    assert answer.code == 1 and "ᚱ ᚢ" in answer.err and not out.exists()
    ask("render", NOTE, *call, "--to", "docx", "-o", tmp_path / "note.docx")
    assert (tmp_path / "note.docx").exists()


def test_names_in_other_scripts_are_written_without_a_word(facts_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "note.pdf"
    facts = json.loads(facts_file.read_text(encoding="utf-8"))
    facts["client"] |= {"first_name": "राजेश", "last_name": "สมชาย"}
    facts_file.write_text(json.dumps(facts), encoding="utf-8")
    call = [
        "render",
        NOTE,
        "--data",
        str(facts_file),
        "--to",
        "pdf",
        "-o",
        str(out),
        "--confirmed-true",
        *WHEN,
    ]
    done = subprocess.run(
        [sys.executable, "-m", "noshow_desk", *call], capture_output=True, text=True, check=True
    )
    assert done.stderr == "" and out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_facts_that_a_shell_kept_are_read(ask: Ask, facts_file: Path, encoding: str) -> None:
    facts_file.write_bytes(facts_file.read_text(encoding="utf-8").encode(encoding))
    assert "Dear Ms. Alvarez" in ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-").out


def test_a_name_that_is_no_template_is_answered_with_those_there_are(ask: Ask, facts_file: Path) -> None:
    answer = ask("render", "thankyou", "--data", facts_file, "--to", "txt", "-o", "-")
    assert answer.code == 1 and NOTE in answer.err


def test_an_input_for_this_paper_only(ask: Ask, facts_file: Path) -> None:
    own = ("--input", "incident.own_words=I am ready.")
    assert "I am ready." in ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-", *own).out
    assert ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", "-", "--input", "x").code == 2


@pytest.mark.parametrize("field", ["incident.own_word", "new.date", ""])
def test_an_input_that_no_paper_takes_is_a_bad_call(
    ask: Ask, facts_file: Path, tmp_path: Path, field: str
) -> None:
    out = tmp_path / "note.txt"
    answer = ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", out, "--input", f"{field}=I see.")
    assert answer.code == 2 and not out.exists()
    assert "incident.own_words" in answer.err and "paper.with_reason" in answer.err


def test_a_file_that_cannot_be_written_is_one_sentence(ask: Ask, facts_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "no-such-folder" / "x.txt"
    answer = ask("render", NOTE, "--data", facts_file, "--to", "txt", "-o", out)
    assert answer.code == 1 and answer.err.count("\n") == 1


# ------------------------------------------------------------------ summary


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "csv", "json"])
def test_summary_writes_every_format_and_is_written_down(
    ask: Ask, practice_vault: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"summary.{form}"
    whom = ("--recipient", f"County {form}", "--purpose", "Review")
    answer = ask("summary", "1002", "--vault", practice_vault, "--to", form, "-o", out, *whom)
    assert answer.code == 0 and out.stat().st_size > 100
    desk = opening.open_vault(practice_vault, passphrase=opening.PRACTICE_PASSPHRASE)
    client = queries.client_numbered(desk, "1002")
    assert client is not None
    assert f"County {form}" in [one.recipient for one in queries.releases_of(desk, client.id)]
    opening.close(desk)


def test_what_left_is_written_down_alike_in_each_language(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    ask("practice", tmp_path / "vault", "--clients", "2")
    ask("summary", "1001", "--vault", tmp_path / "vault", "--to", "csv", "-o", tmp_path / "out.csv")
    desk = opening.open_vault(tmp_path / "vault", passphrase=opening.PRACTICE_PASSPHRASE)
    client = queries.client_numbered(desk, "1001")
    assert client is not None
    (release,) = queries.releases_of(desk, client.id)
    made = summaries.preview_summary(desk, client_id=client.id, options=SummaryOptions())
    assert release.leaves == tuple(row.say("en") for row in made.leaves) != ()
    opening.close(desk)


@pytest.mark.parametrize(("form", "told"), [("pdf", True), ("html", False)])
def test_a_summary_as_pdf_names_what_no_font_has(
    ask: Ask, practice_vault: Path, tmp_path: Path, form: str, told: bool
) -> None:
    desk = opening.open_vault(practice_vault, passphrase=opening.PRACTICE_PASSPHRASE)
    made = clients.add_client(desk, client=Client(first_name="Ana", last_name="Cruz 🙂")).made
    number = queries.client(desk, made).case_number
    opening.close(desk)
    out = tmp_path / f"summary.{form}"
    answer = ask("summary", number, "--vault", practice_vault, "--to", form, "-o", out)
    assert answer.code == 0 and out.stat().st_size > 100
    assert ("Cannot be printed: 🙂 Write it another way." in answer.err) is told


def test_inside_notes_leave_only_when_named(ask: Ask, practice_vault: Path) -> None:
    note = "Talked about the first ten minutes of an interview."
    for number in range(1001, 1031):
        call = ("summary", number, "--vault", practice_vault, "--to", "json", "-o", "-")
        assert note not in ask(*call).out
        if note in ask(*call, "--include", "inside,private").out:
            return
    pytest.fail("no client of the practice vault has inside notes")


def test_a_summary_as_csv_is_a_table(ask: Ask, practice_vault: Path) -> None:
    answer = ask("summary", "1002", "--vault", practice_vault, "--to", "csv", "-o", "-")
    assert len(list(csv.reader(io.StringIO(answer.out)))) > 5


def test_a_client_who_is_not_there_is_a_no(ask: Ask, practice_vault: Path, tmp_path: Path) -> None:
    answer = ask("summary", "999999", "--vault", practice_vault, "--to", "pdf", "-o", tmp_path / "x.pdf")
    assert answer.code == 1 and "999999" in answer.err and not (tmp_path / "x.pdf").exists()


# ------------------------------------------------------------------ demo, self-test


def test_the_demo_does_the_main_job_and_names_its_files(ask: Ask, tmp_path: Path) -> None:
    answer = json.loads(ask("demo", "-o", tmp_path / "out", "--json").out)
    states = {row["id"]: row["state"] for row in answer["steps"]}
    assert states["call"] == states["ask"] == states["note"] == states["plan"] == "done"
    note, summary = (Path(file) for file in answer["files"])
    assert note.read_bytes().startswith(b"%PDF") and summary.read_bytes().startswith(b"%PDF")
    assert "Reed" not in note.name + summary.name


def test_the_self_test_passes_and_writes_its_report(ask: Ask, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    answer = ask("--self-test", "--report", report)
    found = json.loads(answer.out)
    assert answer.code == 0 and found == json.loads(report.read_text(encoding="utf-8"))
    assert {row["part"] for row in found["parts"]} == {part.name for part in PARTS}
    assert found["failed"] == 0 and found["passed"] >= 10
    spell = next(row for row in found["parts"] if row["part"] == "spell check")
    assert spell["result"] == "passed" and "Spanish" in spell["found"]


def test_the_self_test_says_what_is_broken(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong() -> str:
        raise Wrong("no icons")

    def missing() -> str:
        raise Skipped("not there")

    def broken() -> str:
        raise RuntimeError("Marcus Reed")

    parts = (Part("one", wrong), Part("two", missing), Part("three", broken))
    monkeypatch.setattr("noshow_desk.cli.self_test.PARTS", parts)
    answer = ask("--self-test")
    found = json.loads(answer.out)
    assert (answer.code, found["failed"], found["skipped"]) == (1, 2, 1)
    assert "Marcus" not in answer.out and "RuntimeError" in found["parts"][2]["found"]


# ------------------------------------------------------------------ import


def test_clients_are_looked_at_then_brought_in(ask: Ask, tmp_path: Path) -> None:
    vault, file = tmp_path / "vault", tmp_path / "list.csv"
    ask("practice", vault, "--clients", 2, "--seed", 5)
    file.write_text("Kunde;Handy\nZora Quill;555-0142\n", encoding="utf-8")
    given = ("--map", "name=Kunde", "--map", "phone=Handy", "--vault", vault)
    dry = json.loads(ask("import", file, *given, "--dry-run", "--json").out)
    assert dry["clients"] == 1 and not dry["brought_in"] and dry["delimiter"] == ";"
    assert ask("find", "zora", "--vault", vault).code == 1
    assert "Brought in one client." in ask("import", file, *given).out
    assert ask("find", "zora", "--vault", vault).code == 0
    again = ask("import", file, *given)
    assert again.code == 1 and "no new client" in again.err


def test_names_with_what_cannot_be_seen_are_told_of(ask: Ask, tmp_path: Path) -> None:
    vault, file = tmp_path / "vault", tmp_path / "list.csv"
    ask("practice", vault, "--clients", 2, "--seed", 5)
    file.write_text("name\nZo\u202era Quill\nAda Lee\n", encoding="utf-8")
    dry = json.loads(ask("import", file, "--vault", vault, "--dry-run", "--json").out)
    assert [row["line"] for row in dry["notices"]] == [2]
    said = ask("import", file, "--vault", vault)
    assert "Line 2: Characters that cannot be seen" in said.err and "Brought in 2 clients." in said.out
    again = ask("import", file, "--vault", vault, "--dry-run")
    assert "tells nothing more" in again.err and "0 clients" in again.out


def test_a_row_that_cannot_be_taken_keeps_all_of_them_out(ask: Ask, tmp_path: Path) -> None:
    vault, file = tmp_path / "vault", tmp_path / "list.csv"
    ask("practice", vault, "--clients", 2, "--seed", 5)
    file.write_text("name,since\nZora Quill,2026-01-01\nAda L,soon\n", encoding="utf-8")
    answer = ask("import", file, "--vault", vault)
    assert answer.code == 1 and "Line 3" in answer.err
    assert ask("find", "zora", "--vault", vault).code == 1
    assert ask("import", file, "--map", "nonsense", "--vault", vault).code in (1, 2)


def test_rows_that_cannot_be_taken_are_left_out_when_asked(ask: Ask, tmp_path: Path) -> None:
    vault, file = tmp_path / "vault", tmp_path / "list.csv"
    ask("practice", vault, "--clients", 2, "--seed", 5)
    file.write_text(
        "name,since\nZora Quill,2026-01-01\nAda L,soon\nZora Quill,2026-01-02\n", encoding="utf-8"
    )
    dry = ask("import", file, "--leave-out", "--dry-run", "--vault", vault)
    assert dry.code == 0 and "2 clients would come in." in dry.out and "Line 3" in dry.err
    answer = ask("import", file, "--leave-out", "--vault", vault)
    assert answer.code == 0 and "Line 3" in answer.err
    assert "Brought in 2 clients. Rows left out: 1." in answer.out
    assert ask("find", "zora", "--vault", vault).code == 0
    assert ask("import", file, "--leave-out", "--vault", vault).code == 1
