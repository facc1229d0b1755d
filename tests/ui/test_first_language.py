"""The first window speaks as the computer does, until somebody chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from noshow_desk.settings import Settings
from noshow_desk.ui.first_language import computer_language, language_before_opening


@pytest.fixture
def prefers(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """A computer that is set to these languages, the first one first."""

    class Computer:
        def uiLanguages(self) -> list[str]:
            return list(request.param)

    monkeypatch.setattr(QLocale, "system", lambda: Computer())


@pytest.mark.parametrize(
    ("prefers", "language"),
    [
        (["es-Latn-MX", "es-MX", "es"], "es"),
        (["en-US", "en"], "en"),
        (["es_US"], "es"),
        (["ca-ES", "ca", "es-ES", "en"], "es"),
        (["vi-VN", "vi"], "en"),
        (["est-EE"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
    indirect=["prefers"],
)
@pytest.mark.usefixtures("prefers")
def test_the_first_language_that_we_have(language: str) -> None:
    assert computer_language() == language
    assert language_before_opening(Settings()) == language


@pytest.mark.parametrize("prefers", [["es"]], indirect=True)
@pytest.mark.usefixtures("prefers")
def test_a_choice_goes_before_the_computer() -> None:
    assert language_before_opening(Settings({"screen_language": "en"})) == "en"
