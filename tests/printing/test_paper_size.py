"""The sheet of this country, asked of the machine."""

from __future__ import annotations

import pytest

from noshow_desk.export.options import PaperSize
from noshow_desk.printing.paper_size import system_paper_size


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, PaperSize.LETTER),
        ({"LANG": "es_US"}, PaperSize.LETTER),
        ({"LANG": "de_DE.UTF-8@euro"}, PaperSize.A4),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "en_GB.UTF-8"}, PaperSize.A4),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "es_MX.UTF-8"}, PaperSize.LETTER),
        ({"LANG": "C.UTF-8"}, PaperSize.LETTER),
    ],
)
def test_auto_asks_the_locale(
    names: dict[str, str], expected: PaperSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert system_paper_size() is expected


def test_a_setting_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert system_paper_size("letter") is PaperSize.LETTER
