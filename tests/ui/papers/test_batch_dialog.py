"""Letters for several clients: the ready ones ticked, written in slices, stopped clean, marked in one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import letter_to_json, to_text
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, PaperKind
from noshow_desk.errors import SystemTrouble
from noshow_desk.printing import batch
from noshow_desk.services import consents, history, papers, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.last_out import last_out
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.incident_wizard.hand_words import block_texts, with_texts
from noshow_desk.ui.kit.question import Question
from noshow_desk.ui.papers.batch_dialog import BatchDialog
from noshow_desk.ui.papers.print_dialog import PrintDialog
from tests.builders import Clock
from tests.services.batching import granted, note
from tests.ui.accessible import nameless
from tests.ui.desk_fixtures import failures
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.showing import shown

PEOPLE = ("Ana Cruz", "Ben Okafor", "Cleo Nunez")


@dataclass
class Told:
    """What the bridge told."""

    changes: list[Changes]
    failed: list[tuple[str, str]]


@pytest.fixture
def told(bridge: Bridge) -> Told:
    made = Told([], failures(bridge))
    bridge.changed.connect(made.changes.append)
    return made


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, told: Told) -> BatchDialog:
    """The dialog over two notes that are ready and one that is not."""
    for name in PEOPLE:
        note(desk, granted(desk, name), true=name != "Cleo Nunez")
    made = shown(qtbot, BatchDialog(desk, bridge, dialogs))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test's end frees it
    qtbot.waitUntil(made.one_button.isEnabled)
    return made


def idle(qtbot: QtBot, dialog: BatchDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.out.busy)


def test_the_ready_ones_are_ticked_and_the_others_say_why(dialog: BatchDialog) -> None:
    rows = dialog.form.list.rows
    shown_rows = [rows.data(rows.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert shown_rows[0] == "Ana Cruz. ticked. Rosa Alvarez · Letter"
    assert shown_rows[2].startswith("Cleo Nunez. not ready. Cleo has not said yet")
    assert [row.name for row in dialog.form.chosen()] == ["Ana Cruz", "Ben Okafor"]
    assert rows.index(2).data(Qt.ItemDataRole.CheckStateRole) is None
    assert nameless(dialog) == []


def test_the_one_that_is_picked_is_shown(dialog: BatchDialog) -> None:
    assert dialog.about.text() == "Ana Cruz" and dialog.preview.page_count == 1
    dialog.form.list.setCurrentIndex(dialog.form.list.rows.index(2))
    assert dialog.about.text().startswith("Cleo Nunez: Cleo has not said yet")


def test_ticks_by_key_and_button(qtbot: QtBot, dialog: BatchDialog) -> None:
    dialog.form.list.setFocus()
    qtbot.keyClick(dialog.form.list, Qt.Key.Key_Space)
    assert [row.name for row in dialog.form.chosen()] == ["Ben Okafor"]
    dialog.form.none_button.click()
    assert not dialog.one_button.isEnabled() and not dialog.print_button.isEnabled()
    dialog.form.all_button.click()
    assert len(dialog.form.chosen()) == 2 and dialog.one_button.isEnabled()


def ticks(dialog: BatchDialog) -> dict[str, bool]:
    """Return the names of the ready ones, and whether they are ticked."""
    chosen = {row.name for row in dialog.form.chosen()}
    return {row.name: row.name in chosen for row in dialog.form._rows.values() if row.ready}


def look_for(qtbot: QtBot, dialog: BatchDialog, words: str, count: int) -> None:
    dialog.form.words.setText(words)
    dialog.form.words.edited.emit(words)
    qtbot.waitUntil(lambda: dialog.form.list.rows.rowCount() == count and dialog._looking is None)


def test_a_tick_that_was_taken_off_stays_off_when_the_list_is_looked_at_anew(
    qtbot: QtBot, desk: Desk, dialog: BatchDialog, dialogs: FakeDialogs, clock: Clock, tmp_path: Path
) -> None:
    dialog.form.list.setFocus()
    qtbot.keyClick(dialog.form.list, Qt.Key.Key_Space)
    assert ticks(dialog) == {"Ana Cruz": False, "Ben Okafor": True}
    look_for(qtbot, dialog, "cruz", 1)  # a search, and the whole list again
    assert ticks(dialog) == {"Ana Cruz": False}
    look_for(qtbot, dialog, "", 3)
    assert ticks(dialog) == {"Ana Cruz": False, "Ben Okafor": True}
    note(desk, granted(desk, "Dario Fo"))  # a new one is ticked
    clock.forward(days=1)
    dialogs.answers.append(tmp_path / "all.pdf")
    dialog.one_button.click()  # a new day: everything is looked at anew
    qtbot.waitUntil(dialog.one_button.isEnabled)
    assert ticks(dialog) == {"Ana Cruz": False, "Ben Okafor": True, "Dario Fo": True}
    assert dialog.form.count.text().startswith("2 of 3 ticked")
    dialog.form.all_button.click()
    dialog.look()
    qtbot.waitUntil(dialog.one_button.isEnabled)
    assert all(ticks(dialog).values())


def test_ticks_belong_to_the_kind_of_paper(qtbot: QtBot, dialog: BatchDialog) -> None:
    dialog.form.none_button.click()
    for kind, ticked in ((PaperKind.CALL_CARD, True), (PaperKind.THANK_YOU, False)):
        dialog.form.kind.set_value(kind)
        dialog.form.kind.chosen.emit(kind)
        qtbot.waitUntil(lambda kind=kind: _kinds(dialog) == {kind} and dialog._looking is None)
        assert set(ticks(dialog).values()) == {ticked}


def _kinds(dialog: BatchDialog) -> set[PaperKind]:
    return {row.letter.kind for row in dialog.form._rows.values() if row.letter is not None}


def test_what_would_print_a_box_is_kept_back(qtbot: QtBot, desk: Desk, dialog: BatchDialog) -> None:
    note(desk, granted(desk, "Dana 🙂"))
    note(desk, granted(desk, "李 小龍"))
    dialog.look()
    qtbot.waitUntil(lambda: dialog.form.list.rows.rowCount() == 5)
    why = {row.name: row.why.say("en") for row in dialog.form._rows.values() if row.why}
    assert why["Dana 🙂"] == "Cannot be printed: 🙂 Write it another way." and "李 小龍" not in why


def test_a_search_lists_others_too(qtbot: QtBot, desk: Desk, dialog: BatchDialog) -> None:
    granted(desk, "Dario Fo")
    dialog.form.words.setText("dario")
    dialog.form.words.edited.emit("dario")
    qtbot.waitUntil(lambda: "There is no draft yet" in dialog.about.text())
    assert dialog.form.list.rows.rowCount() == 1 and not dialog.one_button.isEnabled()


def test_a_search_without_a_hit_says_so(qtbot: QtBot, dialog: BatchDialog) -> None:
    dialog.form.words.setText("zzqq")
    dialog.form.words.edited.emit("zzqq")
    qtbot.waitUntil(lambda: dialog.about.text().startswith("No client found for “zzqq”."))
    dialog.form.words.setText("")
    dialog.form.words.edited.emit("")
    qtbot.waitUntil(lambda: dialog.about.text() == "Ana Cruz")


def test_one_pdf_then_all_marked_with_one_undo(
    qtbot: QtBot, desk: Desk, dialog: BatchDialog, dialogs: FakeDialogs, told: Told, tmp_path: Path
) -> None:
    dialogs.answers.extend([tmp_path / "all.pdf", "sent"])
    dialog.one_button.click()
    qtbot.waitUntil(lambda: bool(told.changes))
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 2
    (changes,) = told.changes
    sent = [queries.sent_paper(desk, one) for one in changes.papers]
    assert all(one is not None and one.content.startswith(b"%PDF") and one.letter for one in sent)
    qtbot.waitUntil(lambda: dialog.form.list.rows.rowCount() == 1)  # who is left
    history.undo(desk, act=changes.act)
    assert all(queries.paper(desk, one).sent_at is None for one in changes.papers)


def test_one_file_each_keeps_the_bytes_of_the_files(
    qtbot: QtBot, desk: Desk, dialog: BatchDialog, dialogs: FakeDialogs, told: Told, tmp_path: Path
) -> None:
    dialog.form.format.set_value("eml")
    dialogs.answers.extend([tmp_path / "new", "sent"])
    dialog.each_button.click()
    qtbot.waitUntil(lambda: bool(told.changes))
    written = {path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert written == {queries.frozen(desk, one) for one in told.changes[0].papers}
    assert {queries.paper(desk, one).sent_how for one in told.changes[0].papers} == {"email"}


def test_envelopes_lie_beside_the_letters(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialog.form.envelopes.setChecked(True)
    dialogs.answers.extend([tmp_path / "all.pdf", ""])
    dialog.one_button.click()
    idle(qtbot, dialog)
    boxes = [page.mediabox for page in PdfReader(tmp_path / "all.pdf").pages]
    assert [float(box.width) > float(box.height) for box in boxes] == [False, True, False, True]


@pytest.mark.parametrize(
    ("count", "asks", "mark"),
    [(1, "Is it on its way?", "&Mark it as sent"), (2, "Are they on their way?", "&Mark these 2 as sent")],
)
def test_one_paper_is_asked_about_as_one(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, tmp_path: Path, count: int, asks: str, mark: str
) -> None:
    if count == 1:
        dialog.form.list.setFocus()
        qtbot.keyClick(dialog.form.list, Qt.Key.Key_Space)
    dialogs.answers.extend([tmp_path / "all.pdf", ""])
    dialog.one_button.click()
    idle(qtbot, dialog)
    question = dialogs.questions[-1]
    assert asks in question.text and question.answers[0] == ("sent", mark)


@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize("by", ["stop", "close", "hide"])
def test_stopped_in_between_nothing_is_left(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, tmp_path: Path, each: bool, by: str
) -> None:
    (tmp_path / "out.pdf").write_bytes(b"an older one")
    dialogs.answers.append(tmp_path / ("folder" if each else "out.pdf"))
    dialog.out.said.connect(lambda words: _end(dialog, by) if words.startswith("1 of") else None)
    (dialog.each_button if each else dialog.one_button).click()
    idle(qtbot, dialog)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out.pdf", b"an older one")]
    assert not any(title.startswith("Mark") for title in dialogs.asked)


def test_stop_says_that_nothing_was_written(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.answers.append(tmp_path / "out.pdf")
    steps: list[tuple[int, int]] = []

    def on_said(words: str, done: int, of: int) -> None:
        bar = dialog.progress.findChild(QProgressBar)
        if words:
            steps.append((bar.value(), bar.maximum()))
        if done == 1:
            dialog.stop_button.click()

    dialog.out.said.connect(on_said)
    dialog.one_button.click()
    idle(qtbot, dialog)
    assert steps == [(0, 2), (1, 2)]
    assert dialog.progress.isVisible() and dialog.progress.text() == "Stopped. Nothing was written."
    assert not dialog.progress.findChild(QProgressBar).isVisible()


def test_at_the_end_it_says_how_many_and_who_was_left_out(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(dialogs, "ask", lambda question, _answered: said.append(question.text))
    dialogs.answers.append(tmp_path / "all.pdf")
    dialog.one_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("2 papers saved as all.pdf.\n1 left out: Cleo Nunez.")


def _end(dialog: BatchDialog, by: str) -> None:
    {"stop": dialog.stop_button.click, "close": dialog.reject, "hide": dialog.hide}[by]()


def test_a_full_stick_is_a_sentence_and_leaves_nothing(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batch.save_new

    def full(folder: Path, name: str, content: bytes) -> Path:
        if list(folder.iterdir()):
            raise SystemTrouble("No room.")
        return real(folder, name, content)

    monkeypatch.setattr(batch, "save_new", full)
    dialogs.answers.append(tmp_path / "stick")
    dialog.each_button.click()
    idle(qtbot, dialog)
    assert dialogs.asked[-1] == "It was not finished: No room." and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("each", [False, True])
def test_a_stick_that_is_really_full_is_a_sentence(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, told: Told, tmp_path: Path, each: bool
) -> None:
    resource = pytest.importorskip("resource")
    dialogs.answers.append(tmp_path / ("folder" if each else "all.pdf"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        (dialog.each_button if each else dialog.one_button).click()
        idle(qtbot, dialog)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert dialogs.asked[-1].startswith("It was not finished: ") and "make room" in dialogs.asked[-1]
    assert list(tmp_path.iterdir()) == [] and told.changes == [] and dialog.one_button.isEnabled()


def test_files_not_yet_on_their_way_are_what_is_marked_as_sent_later(
    qtbot: QtBot, desk: Desk, dialog: BatchDialog, dialogs: FakeDialogs, clock: Clock, tmp_path: Path
) -> None:
    rows = dialog.form.chosen()
    dialog.form.format.set_value("docx")
    dialogs.answers.extend([tmp_path / "new", ""])
    dialog.each_button.click()
    drafts = [papers.draft(desk, row.paper_id) for row in rows]
    qtbot.waitUntil(lambda: not dialog.out.busy and all(last_out(desk, paper=one) for one in drafts))
    clock.forward(days=1)
    outs = [last_out(desk, paper=one) for one in drafts]
    written = {path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert {one.content for one in outs if one} == written and {one.format for one in outs if one} == {"docx"}
    assert all("March 10, 2026" in to_text(one.letter) for one in outs if one)
    assert dialog.print_button.isEnabled()


@pytest.fixture
def last_day(desk: Desk, told: Told, dialog: BatchDialog, qtbot: QtBot) -> BatchDialog:
    """The dialog on the last day on which Ana's letter may name the agency."""
    (ana,) = [row for row in dialog.form.chosen() if row.name == "Ana Cruz"]
    facts, draft = queries.facts(desk, ana.incident_id), papers.draft(desk, ana.paper_id)
    may = Consent(
        client_id=facts.client.id,
        interviewer_id=facts.interviewer.id,
        level=ConsentLevel.MAY_NAME_AGENCY,
        until=desk.today(),
    )
    consents.decide_consent(desk, consent=may)
    assert ana.letter is not None
    texts = block_texts(ana.letter)
    texts[3] += " Second Start Job Center helped me."
    words = letter_to_json(with_texts(ana.letter, texts))
    papers.save_draft(desk, paper=replace(draft, blocks_json=words))
    papers.confirm_true(desk, paper_id=draft.id, by_client=True, nothing_untrue=True)
    dialog.look()
    qtbot.waitUntil(dialog.one_button.isEnabled)
    assert [row.name for row in dialog.form.chosen()] == ["Ana Cruz", "Ben Okafor"], dialog.about.text()
    return dialog


@pytest.mark.parametrize("answer", ["sent", ""])
def test_what_left_on_the_last_day_is_marked_as_sent_past_midnight(
    qtbot: QtBot,
    desk: Desk,
    last_day: BatchDialog,
    dialogs: FakeDialogs,
    clock: Clock,
    told: Told,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
) -> None:
    drafts, left_at = [row.paper_id for row in last_day.form.chosen()], desk.now()

    def ask_past_midnight(question: Question, answered: Callable[[str], None]) -> None:
        clock.forward(days=1)
        answered(answer)

    monkeypatch.setattr(dialogs, "ask", ask_past_midnight)
    dialogs.answers.append(tmp_path / "all.pdf")
    last_day.one_button.click()
    if answer:
        qtbot.waitUntil(lambda: all(queries.paper(desk, one).sent_at for one in drafts))
        ana, ben = (queries.paper(desk, one) for one in drafts)
        assert (ana.sent_at, ben.sent_at) == (left_at, desk.now())
    else:
        qtbot.waitUntil(lambda: all(last_out(desk, paper=papers.draft(desk, one)) for one in drafts))
        out = last_out(desk, paper=papers.draft(desk, drafts[0]))
        assert out is not None and out.left.at == left_at


@pytest.mark.parametrize("each", [False, True])
def test_past_midnight_all_is_looked_at_anew_before_it_is_written(
    qtbot: QtBot, last_day: BatchDialog, dialogs: FakeDialogs, clock: Clock, tmp_path: Path, each: bool
) -> None:
    clock.forward(days=1)
    target = tmp_path / ("folder" if each else "all.pdf")
    dialogs.answers.extend([target, target, ""])
    button = last_day.each_button if each else last_day.one_button
    button.click()
    assert "A new day has begun" in dialogs.asked[-1] and list(tmp_path.iterdir()) == []
    qtbot.waitUntil(button.isEnabled)
    assert [row.name for row in last_day.form.chosen()] == ["Ben Okafor"]
    button.click()
    idle(qtbot, last_day)
    (written,) = target.iterdir() if each else [target]
    words = PdfReader(written).pages[0].extract_text()
    assert len(PdfReader(written).pages) == 1 and "Ben Okafor" in words and "Second Start" not in words


class PrinterDialog(QObject):
    """Stands in for the system's dialog."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, printer: QPrinter, _window: QWidget) -> None:
        super().__init__()
        self.printer = printer

    def setOption(self, *_given: Any) -> None: ...

    def setWindowModality(self, _modality: Any) -> None: ...

    def show(self) -> None: ...


@pytest.fixture
def printer(dialog: BatchDialog, dialogs: FakeDialogs) -> list[PrinterDialog]:
    """The system's dialog, opened from the preview of the first paper."""
    opened: list[PrinterDialog] = []

    def make(printer: QPrinter, window: QWidget) -> Any:
        opened.append(PrinterDialog(printer, window))
        return opened[-1]

    dialog.print_button.click()
    (preview,) = dialogs.shown
    assert isinstance(preview, PrintDialog)
    preview._printer._make_dialog = make
    preview.size_field.set_value("a4")
    preview.print_button.click()
    return opened


def test_all_are_one_job_and_offered_to_be_marked(
    qtbot: QtBot,
    desk: Desk,
    dialogs: FakeDialogs,
    told: Told,
    printer: list[PrinterDialog],
    tmp_path: Path,
) -> None:
    printer[0].printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer[0].printer.setOutputFileName(str(tmp_path / "job.pdf"))
    dialogs.answers.append("sent")
    printer[0].accepted.emit()
    qtbot.waitUntil(lambda: bool(told.changes))
    job = PdfReader(tmp_path / "job.pdf").pages
    assert len(job) == 2 and len(told.changes[0].papers) == 2
    for paper_id in told.changes[0].papers:  # what is kept as sent is on the sheet that was printed
        kept = PdfReader(BytesIO(queries.frozen(desk, paper_id))).pages[0].mediabox
        assert float(kept.width) == pytest.approx(595, abs=1)


def test_a_printer_that_vanishes_is_a_sentence(
    qtbot: QtBot,
    dialog: BatchDialog,
    dialogs: FakeDialogs,
    told: Told,
    printer: list[PrinterDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("noshow_desk.printing.printer._next_page", lambda *_given, **_named: False)
    dialogs.answers.append("print")  # at the printer, says the person
    printer[0].accepted.emit()
    idle(qtbot, dialog)
    assert "The printer did not take the paper" in dialogs.asked[-1] and told.changes == []


def test_a_job_to_a_file_that_cannot_be_is_a_sentence(
    qtbot: QtBot, dialog: BatchDialog, dialogs: FakeDialogs, told: Told, printer: list[PrinterDialog]
) -> None:
    printer[0].printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer[0].printer.setOutputFileName("/dev/null/there/is/no/printer.pdf")
    printer[0].accepted.emit()
    idle(qtbot, dialog)
    assert "The file printer.pdf could not be written" in dialogs.asked[-1] and told.changes == []


def test_past_midnight_nothing_is_printed_of_yesterday(
    qtbot: QtBot,
    dialog: BatchDialog,
    dialogs: FakeDialogs,
    printer: list[PrinterDialog],
    clock: Clock,
    tmp_path: Path,
) -> None:
    printer[0].printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer[0].printer.setOutputFileName(str(tmp_path / "job.pdf"))
    clock.forward(days=1)
    printer[0].accepted.emit()
    assert "A new day has begun" in dialogs.asked[-1] and list(tmp_path.iterdir()) == []
    qtbot.waitUntil(dialog.one_button.isEnabled)
