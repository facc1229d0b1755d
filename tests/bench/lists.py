"""Search, and from a key to the repainted list, at 2,000 and 100,000 clients."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.clients.list_pane import ListPane
from noshow_desk.ui.dress import dress
from noshow_desk.ui.session.garbage import Sweeper
from tests.bench import vaults
from tests.bench.measure import Row, percentile, seconds

FRAME = 1000 / 60
ROUNDS = 3
WORDS = ("smith", "marcus reed", "garc", "jose", "w", "0142", "1044", "ortega", "tanya", "zz")


def search_row(clients: int) -> Row:
    """Measure the query behind the list alone: every beginning of some words."""
    desk = vaults.open_practice(vaults.practice_vault(clients))
    texts = [word[:end] for word in WORDS for end in range(1, len(word) + 1)] * 5
    queries.client_ids(desk, "warm")
    took = [seconds(partial(queries.client_ids, desk, text)) * 1000 for text in texts]
    desk.close()
    beside = f"median {statistics.median(took):.1f} ms over {len(took)} searches"
    return Row(
        name=f"search, query only, {clients:,} clients, p99",
        unit="ms",
        value=percentile(took, 0.99),
        goal=FRAME,
        spread=(min(took), max(took)),
        beside=beside,
    )


def keystroke_rows(clients: int) -> Iterator[Row]:
    """Measure from a key in the filter box to the painted list, against a Python QSortFilterProxyModel."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress(application, "light", 1.0)
    desk = vaults.open_practice(vaults.practice_vault(clients))
    sweeper = Sweeper()  # as in the program: Python's garbage is collected by a timer, not at a key
    ours = _of_pane(application, desk)
    theirs = _of_proxy(application, desk)
    sweeper.deleteLater()
    desk.close()
    name = f"keystroke to repainted list, {clients:,} clients"
    low_high = (min(ours), max(ours))
    yield Row(name=f"{name}, median", unit="ms", value=statistics.median(ours), goal=FRAME, spread=low_high)
    yield Row(name=f"{name}, p99", unit="ms", value=percentile(ours, 0.99), goal=33.0, spread=low_high)
    faster = statistics.median(theirs) / statistics.median(ours)
    beside = f"proxy median {statistics.median(theirs):.0f} ms"
    goal = 10.0 if clients >= 100_000 else None
    yield Row(
        name=f"{name}, against a proxy model", unit="×", value=faster, goal=goal, at_least=True, beside=beside
    )


def _of_pane(application: QApplication, desk: Desk) -> list[float]:
    pane = ListPane(desk)
    pane.resize(330, 690)
    pane.show()
    pane.reload()
    application.processEvents()
    took = _typing(application, pane.box)
    pane.close()
    return took


def _of_proxy(application: QApplication, desk: Desk) -> list[float]:
    rows = desk.vault.clients.many(desk.vault.clients.ids())
    source = QStringListModel([f"{row.full_name} {row.case_number}" for row in rows])
    proxy, box, view = PythonFilter(), QLineEdit(), QListView()
    proxy.setSourceModel(source)
    view.setUniformItemSizes(True)
    view.setModel(proxy)
    box.textEdited.connect(proxy.set_words)
    for widget in (box, view):
        widget.resize(330, 690)
        widget.show()
    application.processEvents()
    return _typing(application, box)


def _typing(application: QApplication, box: QLineEdit) -> list[float]:
    """Type words letter by letter and take them back again; return milliseconds for each key."""
    took = []
    for word in WORDS[:6] * ROUNDS:
        for letter in word:
            took.append(seconds(partial(_key, application, box, letter)) * 1000)
        for _letter in word:
            took.append(seconds(partial(_key, application, box, "")) * 1000)
    return took


def _key(application: QApplication, box: QLineEdit, letter: str) -> None:
    if letter:
        QTest.keyClicks(box, letter)
    else:
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    application.processEvents()


class PythonFilter(QSortFilterProxyModel):
    """The usual way: a filter asked in Python for every row."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def set_words(self, text: str) -> None:
        """Show the rows that hold `text`."""
        self._words = text.casefold()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether the row holds the words."""
        index = self.sourceModel().index(row, 0, parent)
        return self._words in str(index.data()).casefold()
