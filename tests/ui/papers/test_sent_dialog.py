"""What was sent is shown as it left, saved byte for byte, and printed again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.blocks import to_text
from noshow_desk.domain.paper import KeptFinding, Settled
from noshow_desk.services import clients, queries, sending
from noshow_desk.services.desk import Desk
from noshow_desk.services.kept_words import kept_words
from noshow_desk.services.sending import Leaving
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.detail import ClientDetail
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.papers.sent_dialog import SentDialog
from tests.services.batching import granted, note
from tests.ui.accessible import nameless
from tests.ui.kit.fake_dialogs import FakeDialogs

BYTES = b"%PDF-1.4 exactly \x00\xff\r\n what left"


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def sent(desk: Desk) -> str:
    """A note that was sent; its client was renamed since."""
    incident_id = granted(desk, "Ana Cruz")
    made = note(desk, incident_id)
    sending.mark_all_sent(
        desk,
        sent=list(sending.finals(desk, [Leaving(incident_id=incident_id, paper_id=made, content=BYTES)])),
    )
    client = queries.facts(desk, incident_id).client
    clients.edit_client(desk, client=replace(client, first_name="Anastasia", preferred_name=""))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, sent: str) -> SentDialog:
    """The dialog, opened from the client's papers."""
    detail = ClientDetail(desk, bridge, dialogs)
    qtbot.addWidget(detail)
    detail.show_client(queries.facts(desk, queries.paper(desk, sent).incident_id).client.id)
    detail.papers.list.acted.emit(sent)
    (made,) = dialogs.shown
    assert isinstance(made, SentDialog)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_shows_the_words_as_they_left(dialog: SentDialog, desk: Desk, sent: str) -> None:
    sheet = queries.sent_paper(desk, sent)
    assert sheet is not None and sheet.letter is not None
    assert "Ana Cruz" in to_text(sheet.letter) and "Anastasia" not in to_text(sheet.letter)
    assert dialog.preview.page_count == 1 and dialog.print_button.isEnabled()
    assert nameless(dialog) == []


def test_a_copy_is_the_same_byte_for_byte(dialog: SentDialog, dialogs: FakeDialogs, tmp_path: Path) -> None:
    dialogs.answers.append(tmp_path / "copy.pdf")
    dialog.save_button.click()
    assert (tmp_path / "copy.pdf").read_bytes() == BYTES


def test_a_copy_that_cannot_be_written_is_told(
    dialog: SentDialog, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialog.write(tmp_path / "missing" / "copy.pdf")
    assert any("not saved" in said for said in dialogs.asked) and list(tmp_path.glob("missing*")) == []


def test_without_words_there_is_no_empty_page(
    qtbot: QtBot, desk: Desk, dialogs: FakeDialogs, sent: str, tmp_path: Path
) -> None:
    sheet = queries.sent_paper(desk, sent)
    assert sheet is not None
    shown = SentDialog(desk, dialogs, replace(sheet, letter=None))
    qtbot.addWidget(shown)
    shown.show()
    assert not shown.preview.isVisible() and not shown.print_button.isEnabled()
    shown.write(tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == BYTES


def test_what_was_kept_is_said_as_in_the_list(
    qtbot: QtBot, desk: Desk, dialogs: FakeDialogs, sent: str
) -> None:
    sheet = queries.sent_paper(desk, sent)
    assert sheet is not None
    kept = (
        KeptFinding(code="too-long", words="", how=Settled.KEPT, reason="She asked for all of it."),
        KeptFinding(code="excuse", words="the bus", how=Settled.ASIDE, reason=""),
    )
    shown = SentDialog(desk, dialogs, replace(sheet, kept=kept))
    qtbot.addWidget(shown)
    shown.show()
    said = [label.text() for label in shown.findChildren(PlainLabel)]
    assert kept_words(kept[0]) in said and not any("the bus" in words for words in said)


def test_a_draft_is_opened_in_its_incident(
    qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs
) -> None:
    incident_id = granted(desk, "Ben Okafor")
    made = note(desk, incident_id)
    detail = ClientDetail(desk, bridge, dialogs)
    qtbot.addWidget(detail)
    detail.show_client(queries.facts(desk, incident_id).client.id)
    with qtbot.waitSignal(detail.wished) as told:
        detail.papers.list.acted.emit(made)
    assert told.args[0].kind == "incident" and told.args[0].id == incident_id
    assert queries.sent_paper(desk, made) is None
