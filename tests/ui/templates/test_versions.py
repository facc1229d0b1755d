"""What changed between two versions is told in words, with fields and frames by their names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.template import Template, TemplateVersion
from noshow_desk.letters.easy import NotEasy, pieces_of
from noshow_desk.letters.starters import starters
from noshow_desk.services.desk import Desk
from noshow_desk.ui.templates.version_lines import Fate, changed_lines
from noshow_desk.ui.templates.versions_dialog import VersionsDialog

OLD = """Dear {{ interviewer.letter_name }},

{% if new.date %}
I will be there on {{ new.date | long_date }}.
{% else %}
I will wait for your call.
{% endif %}
Thank you.
"""
NEW = OLD.replace("Dear", "Hello").replace("Thank you.\n", "Thank you, {{ client.first_name }}.\n")


def told(old: str, new: str) -> list[tuple[Fate, str]]:
    return [(line.fate, line.text) for line in changed_lines(old, new)]


def changed(old: str, new: str) -> list[tuple[Fate, str]]:
    return [row for row in told(old, new) if row[0] is not Fate.SAME]


def test_what_was_taken_away_and_added_is_told_without_a_brace() -> None:
    found = changed(OLD, NEW)
    assert [fate for fate, _text in found] == [Fate.GONE, Fate.NEW, Fate.GONE, Fate.NEW]
    assert found[1][1].startswith("Hello ") and found[3][1].startswith("Thank you, ")
    assert not any(brace in text for _fate, text in told(OLD, NEW) for brace in "{}|")


def test_frames_are_named_at_both_ends_and_lines_inside_are_deeper() -> None:
    lines = changed_lines(OLD, OLD)
    texts = [line.text for line in lines]
    head = next(text for text in texts if text.startswith("Only if there is"))
    assert f"Otherwise (“{head}” is not so)" in texts and f"End of “{head}”" in texts
    depths = {line.depth for line in lines if line.text.startswith("I will")}
    assert depths == {1} and {line.depth for line in lines if line.text in {head, "Thank you."}} == {0}


def test_a_field_written_another_way_says_the_way() -> None:
    (_gone, before), (_new, after) = changed(OLD, OLD.replace("long_date", "weekday"))
    assert before != after and before.split("(")[0] == after.split("(")[0]


def test_bold_is_bold_and_no_stars_stand_around_it() -> None:
    (line,) = changed_lines("Come on **{{ new.date }} at** ten.", "Come on **{{ new.date }} at** ten.")
    assert "*" not in line.text and [run.bold for run in line.runs] == [False, True, True, False]
    assert line.runs[1].pill and line.text.startswith("Come on ") and line.text.endswith(" at ten.")


def test_a_line_moved_into_a_frame_is_told_by_its_frame() -> None:
    found = changed("A\nB\n", "A\n{% if new.date %}\nB\n{% endif %}\n")
    assert [fate for fate, _text in found] == [Fate.NEW, Fate.NEW]


def test_rows_of_a_list_have_their_plain_names() -> None:
    source = next(one.source for one in starters() if "{% for " in one.source and _is_easy(one.source))
    assert not any(brace in line.text for line in changed_lines(source, source) for brace in "{}")


@pytest.mark.parametrize("starter", list(starters())[:12], ids=lambda one: one.name)
def test_nothing_of_a_starter_is_lost(starter: Template) -> None:
    if not _is_easy(starter.source):
        with pytest.raises(NotEasy):
            changed_lines("", starter.source)
        return
    lines = changed_lines("", starter.source)
    assert len([one for one in lines if one.fate is Fate.NEW]) >= starter.source.count("\n")


def _is_easy(source: str) -> bool:
    try:
        pieces_of(source)
    except NotEasy:
        return False
    return True


def versions(*sources: str) -> list[TemplateVersion]:
    when = datetime(2026, 3, 10, 12, tzinfo=UTC)
    return [
        TemplateVersion(id=str(number), version=number, source=source, saved_at=when)
        for number, source in enumerate(sources, 1)
    ]


def test_the_easy_view_shows_words_and_counts(qtbot: QtBot, desk: Desk) -> None:
    dialog = VersionsDialog(versions(OLD, NEW), desk, easy=True)
    qtbot.addWidget(dialog)
    dialog.list.pick(1)
    shown = dialog.changes.toPlainText()
    assert "Taken away: Thank you." in shown and "Added: Thank you, " in shown and "{" not in shown
    assert dialog.note.text() == "Since this version. Lines taken away: 2. Lines added: 2."
    dialog.list.pick(0)
    assert dialog.note.text() == "This is the text in use now." and not dialog.restore_button.isEnabled()


def test_the_code_view_shows_code(qtbot: QtBot, desk: Desk) -> None:
    dialog = VersionsDialog(versions(OLD, NEW), desk)
    qtbot.addWidget(dialog)
    dialog.list.pick(1)
    assert "− Thank you.\n+ Thank you, {{ client.first_name }}." in dialog.changes.toPlainText()
    assert not dialog.note.isVisibleTo(dialog)


def test_what_is_not_easy_is_compared_as_code_and_says_why(qtbot: QtBot, desk: Desk) -> None:
    dialog = VersionsDialog(versions("{% set a = 1 %}\n", NEW), desk, easy=True)
    qtbot.addWidget(dialog)
    dialog.list.pick(1)
    assert "− {% set a = 1 %}" in dialog.changes.toPlainText()
    assert "here is the code" in dialog.note.text()
