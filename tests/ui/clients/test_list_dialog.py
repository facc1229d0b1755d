"""A list of clients is looked at, its columns told, and brought in as one act; a bad file is a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.client import Client, Phone
from noshow_desk.errors import SystemTrouble
from noshow_desk.services import backups, clients, history, opening, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients import list_dialog
from noshow_desk.ui.clients.list_dialog import ListDialog
from noshow_desk.ui.clients.page import ClientsPage
from noshow_desk.ui.kit.inputs import ComboField
from noshow_desk.ui.wishes import Wish
from tests.builders import dana
from tests.ui.kit.fake_dialogs import FakeDialogs

WORDS = "harbor lantern copper seven"
FILE = "Name,Mobile,Shoe\nMarcus Reed,555-0142,9\nKeisha Wright,555-0143,\n,555-0144,8\nZoë Núñez,,7\n"
SOON = 20_000  # ms; the file is read in a thread
Open = Callable[..., ListDialog]


@pytest.fixture
def open_list(qtbot: QtBot, desk: Desk, bridge: Bridge, tmp_path: Path) -> Open:
    """Return a way to open the dialog on a file with this text, once it was read."""

    def opened(text: str | bytes = FILE, desk: Desk = desk) -> ListDialog:
        path = tmp_path / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        dialog = ListDialog(desk, bridge, path)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: bool(dialog.sentence.text()), timeout=SOON)
        return dialog

    return opened


def rows(view: object) -> list[str]:
    """Return what the rows of a list say."""
    model = view.model()  # type: ignore[attr-defined]
    return [model._rows[at].said() for at in range(model.rowCount())]


def tell(dialog: ListDialog, column: int, field: str) -> ComboField:
    """Say what a column means, as a person picks it."""
    combo = dialog.columns.combos[column]
    at = combo._values.index(field)
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    return combo


def bring_in(qtbot: QtBot, dialog: ListDialog, bridge: Bridge) -> Changes:
    with qtbot.waitSignal(bridge.changed, timeout=SOON) as told:
        dialog.bring_button.click()
    (changes,) = told.args
    assert isinstance(changes, Changes)
    return changes


def test_what_would_come_in_and_what_stays_out_is_shown(desk: Desk, open_list: Open) -> None:
    known = Client(first_name="Marcus", last_name="Reed", phones=(Phone(number="555-0142"),))
    clients.add_client(desk, client=known)
    dialog = open_list()
    assert dialog.sentence.text() == "2 new clients. 2 rows stay out."
    assert rows(dialog.coming) == ["Keisha Wright. 555-0143", "Zoë Núñez"]
    assert rows(dialog.staying) == [
        "Row 2. Marcus Reed is here already.",
        "Row 4. There is no name in this row.",
    ]
    assert dialog.columns.columns() == {0: "name", 1: "phone"}


def test_all_come_in_and_one_undo_takes_them_back(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path, open_list: Open
) -> None:
    place = tmp_path / "vault"
    desk = opening.create_vault(place, passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS).desk
    changes = bring_in(qtbot, open_list(desk=desk), bridge)
    assert [row.reason for row in backups.backups(backups.backup_folder_of(place))] == ["import"]
    assert changes.said is not None and changes.said.say() == "Brought in 3 clients. Rows left out: 1."
    assert len(queries.client_ids(desk)) == 3
    history.undo(desk, act=changes.act)
    assert queries.client_ids(desk) == []
    opening.close(desk)


def test_made_up_clients_need_no_backup(
    qtbot: QtBot, desk: Desk, bridge: Bridge, open_list: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "practice", True)
    bring_in(qtbot, open_list(), bridge)
    assert len(queries.client_ids(desk)) == 3


def test_a_column_means_what_the_person_says(
    qtbot: QtBot, desk: Desk, bridge: Bridge, open_list: Open
) -> None:
    dialog = open_list()
    tell(dialog, 2, "phone")
    assert dialog.columns.columns() == {0: "name", 2: "phone"}  # one column, not two
    assert rows(dialog.coming)[0] == "Marcus Reed. 9"
    tell(dialog, 0, "")
    assert "No column of this file holds names" in dialog.sentence.text()
    assert rows(dialog.coming) == [] and not dialog.bring_button.isEnabled()
    tell(dialog, 0, "last_name")
    assert dialog.bring_button.isEnabled() and "3 new clients" in dialog.sentence.text()


def test_a_file_without_known_headings_asks_which_column_holds_names(open_list: Open) -> None:
    dialog = open_list("Quien,Nr\nAda Lee,1\n")
    assert "No column of this file holds names" in dialog.sentence.text()
    tell(dialog, 0, "name")
    assert rows(dialog.coming) == ["Ada Lee"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "nothing in this file"),
        (b"PK\x03\x04 no zip", "no Excel file"),
        (b"name\n" + b"x" * 30_000 + b"\n", "more than 20,000"),
    ],
)
def test_a_bad_file_is_one_sentence(open_list: Open, content: bytes, said: str) -> None:
    dialog = open_list(content)
    assert said in dialog.sentence.text().replace("20000", "20,000")
    assert not dialog.bring_button.isEnabled() and not dialog.coming.isVisible()


def test_names_and_headings_never_act(open_list: Open) -> None:
    evil = "<img src=/etc/passwd>&Co"
    dialog = open_list(f"Name,{evil}\n{evil} Reed,{evil}\n")
    assert evil in rows(dialog.coming)[0]
    assert dialog.columns.combos[1].accessibleName() == evil


def test_without_a_backup_nobody_comes_in(
    qtbot: QtBot, desk: Desk, open_list: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise SystemTrouble("The disk is full.")

    monkeypatch.setattr(list_dialog, "begin_backup", full)
    dialog = open_list()
    monkeypatch.setattr(desk, "practice", False)
    dialog.bring_button.click()
    qtbot.waitUntil(lambda: dialog.sentence.text() == "The disk is full.", timeout=SOON)
    assert queries.client_ids(desk) == [] and dialog.bring_button.isEnabled()


def test_the_empty_list_leads_there(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = ClientsPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.show()
    page.reload(None)
    wishes: list[Wish] = []
    page.wished.connect(wishes.append)
    assert page.list.list_button.isVisible()
    page.list.list_button.click()
    assert wishes == [Wish("bring_in")]
