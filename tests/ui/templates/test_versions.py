"""What changed between two versions is told in words, with fields and frames by their names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from noshow_desk.domain.template import Template, TemplateVersion
from noshow_desk.letters.easy import NotEasy, pieces_of
from noshow_desk.letters.starters import starters
from noshow_desk.services.desk import Desk
from noshow_desk.ui.templates.version_changes import VersionChanges
from noshow_desk.ui.templates.version_lines import Fate, changed_lines
from noshow_desk.ui.templates.version_words import changed_words, code_lines, with_marks
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


def marks(old: str, new: str) -> list[str]:
    return [changed_words(line) for line in with_marks(changed_lines(old, new))]


def test_the_words_that_differ_are_marked_and_no_others() -> None:
    assert marks("I am sorry that I missed it.", "I am truly sorry that I missed us.") == ["it", "truly … us"]
    assert marks("Thank you.", "Thank you.") == [""]
    assert marks("Come at ten.", "Come **at** ten.") == ["at", "at"]


def test_a_blank_at_the_edge_of_what_changed_is_not_marked() -> None:
    (_gone, added) = with_marks(code_lines("I am sorry.", "I am truly, truly sorry."))
    assert [run.text for run in added.runs if run.changed] == ["truly, truly"]
    (_gone, wider) = with_marks(code_lines("I am.", "I  am."))
    assert [run.text for run in wider.runs if run.changed] == ["  "]


def test_a_field_is_one_word() -> None:
    gone, added = marks(
        "On {{ new.date | long_date }} I come.", "On {{ appointment.date | long_date }} I come."
    )
    assert gone and added and gone != added and "{" not in gone + added


def test_a_line_that_is_wholly_another_is_not_marked_word_by_word() -> None:
    lines = with_marks(code_lines("Thank you for your time.\n", "Sincerely\n"))
    assert [changed_words(line) for line in lines] == ["", ""]


@pytest.mark.parametrize("text", ["a  b, c\n\nd", "\tx {{ new.date }}!"])
def test_marking_loses_no_letter(text: str) -> None:
    old, new = code_lines(text, text.replace("x", "y").replace("b", "q")), code_lines(text, text)
    for lines in (old, new):
        assert [line.text for line in with_marks(lines)] == [line.text for line in lines]


@pytest.mark.parametrize("easy", [True, False])
def test_changed_words_look_other_and_are_told(qtbot: QtBot, desk: Desk, easy: bool) -> None:
    dialog = VersionsDialog(versions("I am sorry.\n", "I am truly sorry.\n"), desk, easy=easy)
    qtbot.addWidget(dialog)
    dialog.list.pick(1)
    assert dialog.changes.accessibleDescription() == "Added: “truly”"
    found = dialog.changes.document().find("truly")
    assert found.charFormat().fontUnderline() and found.charFormat().font().bold()
    other = QTextCursor(dialog.changes.document().find("sorry", found))
    assert not other.charFormat().fontUnderline()


def test_versions_have_numbers_and_one_is_in_use(qtbot: QtBot, desk: Desk) -> None:
    dialog = VersionsDialog(versions(OLD, NEW), desk)
    qtbot.addWidget(dialog)
    said = [str(dialog.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert "Version 2" in said[0] and "in use now" in said[0]
    assert "Version 1" in said[1] and "in use now" not in said[1]


def test_fields_side_by_side_stand_apart(qtbot: QtBot) -> None:
    changes = VersionChanges(easy=True)
    qtbot.addWidget(changes)
    changes.show_change("", "{{ new.date }}{% if new.place %}, {{ new.place }}{% endif %}.")
    place = "New place"
    told = f"Added: New date Only if there is: {place}, {place} End of “Only if there is: {place}”."
    assert told in changes.toPlainText()
