"""Every page of help exists in both languages, with the same outline."""

from __future__ import annotations

import pytest

from noshow_desk.i18n import LANGUAGES
from noshow_desk.ui.help.topics import TOPICS, pieces


@pytest.mark.parametrize("key", [topic.key for topic in TOPICS])
def test_both_languages_tell_the_same(key: str) -> None:
    outlines = {language: [piece.role for piece in pieces(key, language)] for language in LANGUAGES}
    assert outlines["en"] == outlines["es"]
    assert outlines["en"][0] == "title"
