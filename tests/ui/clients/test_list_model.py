"""The list fetches only the pages that are looked at, and keeps a bounded number."""

from __future__ import annotations

from noshow_desk.i18n import Message
from noshow_desk.services.queries.rows import ClientRow
from noshow_desk.ui.clients.list_model import MOST_PAGES, PAGE, ClientListModel
from noshow_desk.ui.kit.row_list import RowRole


def test_only_what_is_looked_at_is_read() -> None:
    asked: list[list[str]] = []

    def fetch(ids: list[str]) -> list[ClientRow]:
        asked.append(ids)
        return [ClientRow(id=one, name=f"Name {one}", initials="N", second=Message("x")) for one in ids]

    model = ClientListModel(fetch)
    model.show_ids([str(number) for number in range(100_000)])
    assert model.rowCount() == 100_000 and asked == []
    assert model.index(99_999).data(RowRole).title == "Name 99999"
    assert len(asked) == 1 and len(asked[0]) <= PAGE
    for row in range(0, PAGE * (MOST_PAGES + 5), PAGE):
        model.index(row).data(RowRole)
    assert len(model._pages) <= MOST_PAGES
