"""What was chosen for printing is remembered for each kind of paper, and odd values fall back."""

from __future__ import annotations

import pytest

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services.desk import Desk
from noshow_desk.services.page_setup import MOST_COPIES, PageSetup, keep_page_setup, page_setup
from noshow_desk.services.settings import change_setting


def test_each_kind_of_paper_remembers_its_own(desk: Desk) -> None:
    chosen = PageSetup(size="a4", margin=0.75, copies=2)
    assert keep_page_setup(desk, kind=PaperKind.APOLOGY, setup=chosen).settings
    assert page_setup(desk, PaperKind.APOLOGY) == chosen
    assert page_setup(desk, PaperKind.THANK_YOU) == PageSetup()
    assert not keep_page_setup(desk, kind=PaperKind.APOLOGY, setup=chosen).act


def test_a_kind_never_printed_takes_the_size_of_the_settings(desk: Desk) -> None:
    change_setting(desk, key="paper_size", value="a4")
    assert page_setup(desk, PaperKind.APOLOGY).size == "a4"


@pytest.mark.parametrize(("copies", "kept"), [(MOST_COPIES, MOST_COPIES), (MOST_COPIES + 1, 1), (0, 1)])
def test_no_more_copies_than_can_be_meant(desk: Desk, copies: int, kept: int) -> None:
    with desk.act():
        desk.vault.settings.put("page_setup.apology", {"copies": copies})
    assert page_setup(desk, PaperKind.APOLOGY).copies == kept


@pytest.mark.parametrize("stored", ["x", None, {"size": "a9", "margin": 9, "copies": 99}, {"copies": "2"}])
def test_odd_values_fall_back(desk: Desk, stored: object) -> None:
    with desk.act():
        desk.vault.settings.put("page_setup.apology", stored)
    assert page_setup(desk, PaperKind.APOLOGY) == PageSetup()
