"""Our suggestions wait for the client's own idea (R8)."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.suggestions import suggestions_for
from noshow_desk.domain.kinds import InsideFactor, OutsideFactor
from tests.letters import rules

SILENT = {
    OutsideFactor.NONE,
    InsideFactor.NOT_EXPLORED,
    InsideFactor.PREFERS_NOT_TO_SAY,
}


@pytest.mark.parametrize("idea", ["", "  \n"])
def test_R8_nothing_is_suggested_before_the_client_s_idea(idea: str) -> None:
    assert suggestions_for(list(OutsideFactor), "en", idea=idea) == ()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("factor", [*OutsideFactor, *InsideFactor])
def test_every_factor_has_suggestions_in_both_languages(
    factor: OutsideFactor | InsideFactor, language: str
) -> None:
    found = suggestions_for([factor], language, idea="I ask my sister")
    assert bool(found) is (factor not in SILENT)
    assert len(found) == len(suggestions_for([factor], "en", idea="x"))
    if language == "es":
        assert not any(rules.TUTEO.search(text) for text in found)


def test_suggestions_come_in_the_order_of_the_factors_without_repeats() -> None:
    factors = [InsideFactor.ASHAMED, OutsideFactor.PHONE, InsideFactor.ASHAMED]
    found = suggestions_for(factors, "en", idea="x")
    assert found[0].startswith("Say the four lines")
    assert len(found) == len(set(found))
