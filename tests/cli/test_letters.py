"""`letters`: a batch as one PDF or one file each, the rest listed; nothing is left of one that is stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from noshow_desk.__main__ import main
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.export.window import WINDOW_NOTE
from noshow_desk.printing import batch, pdf
from noshow_desk.services import interviewers, opening, papers, queries
from noshow_desk.services.page_setup import PageSetup, keep_page_setup
from tests.cli.conftest import Ask


@pytest.fixture(scope="module")
def vault_with_notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice vault in which three clients have a note: two that are true, one that nobody read yet."""
    folder = tmp_path_factory.mktemp("letters") / "practice"
    assert main(["practice", str(folder), "--clients", "60", "--seed", "3", "--json"]) == 0
    desk = opening.open_vault(folder, passphrase=opening.PRACTICE_PASSPHRASE)
    open_ones = [row for row in queries.open_incidents(desk) if not row.parked]
    ready = 0
    for row in open_ones:
        made = papers.draft_paper(desk, incident_id=row.incident_id, kind=PaperKind.THANK_YOU).made
        if ready == 2:
            break
        papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
        if papers.missing_before_final(desk, paper_id=made):
            papers.archive_draft(desk, paper_id=made)
        else:
            ready += 1
    opening.close(desk)
    return folder


def long_address(folder: Path) -> str:
    """Make a ready letter to an address of nine lines in a practice vault; return the case number."""
    assert main(["practice", str(folder), "--clients", "60", "--seed", "3", "--json"]) == 0
    desk = opening.open_vault(folder, passphrase=opening.PRACTICE_PASSPHRASE)
    high = "\n".join(f"Line {number}" for number in range(9))
    for row in (one for one in queries.open_incidents(desk) if not one.parked):
        facts = queries.facts(desk, row.incident_id)
        assert facts.interviewer is not None
        interviewers.edit_interviewer(desk, interviewer=replace(facts.interviewer, postal_address=high))
        made = papers.draft_paper(
            desk,
            incident_id=row.incident_id,
            kind=PaperKind.THANK_YOU,
            channel=Channel.LETTER,
            reason="asked",
        ).made
        papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
        if not papers.missing_before_final(desk, paper_id=made):
            opening.close(desk)
            return facts.client.case_number
        papers.archive_draft(desk, paper_id=made)
    raise AssertionError("nobody has a letter")


def test_an_address_that_a_window_hides_is_told_with_envelopes_too(ask: Ask, tmp_path: Path) -> None:
    number = long_address(tmp_path / "vault")
    words = ("letters", "--template", "thank_you", "--client", number, "--vault", tmp_path / "vault")
    for form, more in (("pdf", ()), ("pdf", ("--envelopes",)), ("docx", ("--envelopes",)), ("txt", ())):
        answer = ask(*words, "--to", form, "-o", tmp_path / f"out-{form}{len(more)}", *more)
        told = f"{number}: {WINDOW_NOTE}" in answer.err
        assert answer.code == 0 and told is (form != "txt")


def test_one_pdf_of_the_ready_ones_and_the_rest_is_listed(
    ask: Ask, vault_with_notes: Path, tmp_path: Path
) -> None:
    out = tmp_path / "notes.pdf"
    out.write_bytes(b"an older one")
    answer = ask("letters", "--template", "thank_you", "--to", "pdf", "-o", out, "--vault", vault_with_notes)
    assert answer.code == 1 and answer.err.count("Left out, ") == 1 and "Written: 2 of 2" in answer.err
    assert len(PdfReader(out).pages) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.pdf"]


def test_one_file_each_never_replaces_one(ask: Ask, vault_with_notes: Path, tmp_path: Path) -> None:
    words = ("letters", "--template", "thank_you", "--to", "docx", "-o", tmp_path / "out", "--json")
    for count in (2, 4):
        answer = json.loads(ask(*words, "--vault", vault_with_notes).out)
        assert answer["letters"] == 2 and len(answer["left_out"]) == 1
        assert len(list((tmp_path / "out").iterdir())) == count
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert all(name.startswith(("thank-you-note-", "nota-de-agradecimiento-")) for name in names)


def ticked_numbers(folder: Path) -> list[str]:
    """Return the case numbers of the clients whose note is confirmed as true."""
    desk = opening.open_vault(folder, passphrase=opening.PRACTICE_PASSPHRASE)
    drafts = desk.vault.papers.drafts(PaperKind.THANK_YOU)
    ticked = [incident for incident, paper in drafts.items() if paper.true_by_client_at is not None]
    numbers = [queries.facts(desk, incident).client.case_number for incident in ticked]
    opening.close(desk)
    return numbers


def test_a_client_who_is_named_twice_gets_one_letter_and_done_is_zero(
    ask: Ask, vault_with_notes: Path, tmp_path: Path
) -> None:
    number = ticked_numbers(vault_with_notes)[0]
    words = ("letters", "--template", "thank_you", "--to", "pdf", "--vault", vault_with_notes, "--json")
    answer = ask(*words, "--client", number, "--client", number, "-o", tmp_path / "out.pdf")
    told = json.loads(answer.out)
    assert (answer.code, told["letters"], told["left_out"]) == (0, 1, [])
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 1


def test_chosen_clients_who_are_not_ready_are_listed(
    ask: Ask, vault_with_notes: Path, tmp_path: Path
) -> None:
    words = ("letters", "--template", "thank_you", "--to", "pdf", "--vault", vault_with_notes)
    told = json.loads(ask(*words, "-o", tmp_path / "a.pdf", "--json").out)
    assert told["letters"] == 2
    numbers = {row["case_number"] for row in told["left_out"]}
    answer = ask(*words, "-o", tmp_path / "b.pdf", "--client", numbers.pop())
    assert answer.code == 1 and "No paper is ready" in answer.err and not (tmp_path / "b.pdf").exists()
    assert ask(*words, "-o", tmp_path / "b.pdf", "--client", "nobody").code == 1


@pytest.mark.parametrize("each", [False, True])
def test_stopped_in_between_nothing_is_left(
    ask: Ask, vault_with_notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, each: bool
) -> None:
    real, calls = batch.lay_out if not each else batch.write_paper, []

    def stop_at_the_second(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*given, **named)  # type: ignore[operator]

    monkeypatch.setattr(batch, "write_paper" if each else "lay_out", stop_at_the_second)
    out = tmp_path / ("folder" if each else "notes.pdf")
    words = ["letters", "--template", "thank_you", "--to", "pdf", "-o", out, "--vault", vault_with_notes]
    answer = ask(*words, *(["--each"] if each else []))
    assert answer.code == 1 and "Stopped" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_what_ends_a_process_leaves_nothing_either(
    ask: Ask, vault_with_notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, each: bool
) -> None:
    number = getattr(signal, name, None)
    if number is None or signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("there is no such signal here")
    real, finished, before = (batch.write_paper if each else batch.lay_out), [], signal.getsignal(number)

    def ended_at_the_second(*given: object, **named: object) -> object:
        if len(finished) == 1:
            assert signal.getsignal(number) is not signal.SIG_DFL  # else it is this test that ends
            signal.raise_signal(number)
        made = real(*given, **named)  # type: ignore[operator]
        finished.append(made)  # never in the middle of a paper
        return made

    monkeypatch.setattr(batch, "write_paper" if each else "lay_out", ended_at_the_second)
    out = tmp_path / ("folder" if each else "notes.pdf")
    words = ["letters", "--template", "thank_you", "--to", "pdf", "-o", out, "--vault", vault_with_notes]
    answer = ask(*words, *(["--each"] if each else []))
    assert answer.code == 1 and "Stopped" in answer.err and answer.out == ""
    assert len(finished) == 2 and list(tmp_path.iterdir()) == []
    assert signal.getsignal(number) is before


def test_bad_calls(ask: Ask, vault_with_notes: Path, tmp_path: Path) -> None:
    words = ("letters", "--to", "pdf", "--vault", vault_with_notes)
    assert ask(*words, "--template", "thank_you", "-o", tmp_path).code == 2
    answer = ask(*words, "--template", "courtesy", "-o", tmp_path / "a.pdf")
    assert answer.code == 1 and "thank_you" in answer.err
    missing = tmp_path / "no" / "such" / "a.pdf"
    answer = ask(*words, "--template", "call_card", "-o", missing)
    assert answer.code == 1 and "could not be written" in answer.err


def test_plan_cards_share_a_sheet(ask: Ask, vault_with_notes: Path, tmp_path: Path) -> None:
    words = ("letters", "--template", "plan_card", "--to", "pdf", "--vault", vault_with_notes, "--json")
    told = json.loads(ask(*words, "-o", tmp_path / "cards.pdf").out)
    pages = len(PdfReader(tmp_path / "cards.pdf").pages)
    assert told["letters"] > 1 and pages == -(-told["letters"] // 4)


def test_sheet_and_margins_are_those_last_printed(ask: Ask, vault_with_notes: Path, tmp_path: Path) -> None:
    desk = opening.open_vault(vault_with_notes, passphrase=opening.PRACTICE_PASSPHRASE)
    for kind in (PaperKind.THANK_YOU, PaperKind.SUMMARY):
        keep_page_setup(desk, kind=kind, setup=PageSetup(size="a4"))
    number = queries.client(desk, queries.client_ids(desk)[0]).case_number
    opening.close(desk)
    letters = ("letters", "--template", "thank_you", "--to", "pdf")
    for command in (letters, ("summary", number, "--to", "pdf")):
        for words, width in (((), 595), (("--size", "letter"), 612)):
            out = tmp_path / f"{command[0]}-{width}.pdf"
            ask(*command, "-o", out, "--vault", vault_with_notes, *words)
            assert float(PdfReader(out).pages[0].mediabox.width) == pytest.approx(width, abs=1)


@pytest.mark.skipif(sys.platform != "linux", reason="file-size limits are the system's own")
def test_a_vault_that_cannot_be_written_is_named(vault_with_notes: Path, tmp_path: Path) -> None:
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        "from noshow_desk.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    words = ["letters", "--template", "plan_card", "--to", "pdf", "-o", str(tmp_path / "cards.pdf")]
    asked = [sys.executable, "-c", program, *words, "--vault", str(vault_with_notes)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith(f"The vault in {vault_with_notes} could not be opened.")
    assert "connected" not in done.stderr and list(tmp_path.iterdir()) == []


def test_a_pdf_that_cannot_be_written_is_named(
    ask: Ask, vault_with_notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_whole(_file: object) -> bool:
        return False

    monkeypatch.setattr(pdf, "_is_whole", not_whole)
    out = tmp_path / "notes.pdf"
    answer = ask("letters", "--template", "thank_you", "--to", "pdf", "-o", out, "--vault", vault_with_notes)
    assert answer.code == 1 and answer.out == "" and list(tmp_path.iterdir()) == []
    assert "The file notes.pdf could not be written." in answer.err


def test_a_batch_does_not_go_into_a_pipe(
    ask: Ask, vault_with_notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("letters", "--template", "thank_you", "--to", "pdf", "-o", "-", "--vault", vault_with_notes)
    assert answer.code == 2 and "standard output" in answer.err and list(tmp_path.iterdir()) == []


def test_nobody_found_and_nobody_has_one_are_told_apart(
    ask: Ask, vault_with_notes: Path, tmp_path: Path
) -> None:
    words = ("letters", "--to", "pdf", "-o", tmp_path / "a.pdf", "--vault", vault_with_notes)
    unknown = ask(*words, "--template", "thank_you", "--query", "zzzz")
    assert unknown.err == "Nobody was found for “zzzz”: nothing was written.\n"
    folder = tmp_path / "empty"
    ask("practice", folder, "--clients", "1")
    none = ask(*words[:-1], folder, "--template", "withdrawal")
    assert none.code == unknown.code == 1 and "No paper is ready" not in none.err + unknown.err
    assert list(tmp_path.iterdir()) == [folder]
