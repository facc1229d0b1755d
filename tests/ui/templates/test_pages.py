"""The template list and the editor: read-only starters, copies, problems at their place, versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.letters.variables import VARIABLES
from noshow_desk.services import templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.toast import Toast
from noshow_desk.ui.templates.editor_page import TemplateEditorPage
from noshow_desk.ui.templates.list_filters import ARCHIVED
from noshow_desk.ui.templates.list_page import TemplatesPage
from noshow_desk.ui.templates.text_pane import CODE, EASY
from noshow_desk.ui.templates.version_lines import Fate
from noshow_desk.ui.templates.version_words import code_lines
from noshow_desk.ui.templates.versions_dialog import VersionsDialog
from noshow_desk.ui.templates.words import name_apart, shown_name
from noshow_desk.ui.wishes import Wish
from tests.builders import missed_by_marcus
from tests.ui.desk_fixtures import failures
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.templates.editing import editor_as_code


def shipped(desk: Desk) -> Template:
    """Return the starter of the English thank-you letter."""
    wanted = (PaperKind.THANK_YOU, "en", Channel.LETTER, "granted")
    found = templates.templates(desk)
    return next(one for one in found if (one.kind, one.language, one.channel, one.variant) == wanted)


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplateEditorPage:
    """The editor on that starter."""
    return editor_as_code(qtbot, desk, bridge, shipped(desk).id)


def retype(page: TemplateEditorPage, text: str) -> None:
    """Replace the text as a person would."""
    page.text.editor.selectAll()
    page.text.editor.insertPlainText(text)


@pytest.mark.parametrize("view", [EASY, CODE])
def test_what_no_template_can_hold_is_not_cut_but_told(editor: TemplateEditorPage, view: str) -> None:
    pane = editor.text
    pane._on_view_chosen(view)
    before, source = pane.source(), QMimeData()
    source.setText("word " * 13_000)
    pane.editor.insertFromMimeData(source)
    assert pane.source() == before
    assert pane.status.text().startswith("That is too long: 64,000 characters fit here at most.")
    source.setText("word " * 12_799)
    pane.editor.selectAll()
    pane.editor.insertFromMimeData(source)
    assert len(pane.source()) == 5 * 12_799


def test_the_longest_name_that_a_template_can_have_is_shown_whole(editor: TemplateEditorPage) -> None:
    editor.text.name.set_value("L" * 200)
    assert editor.text.name.value() == "L" * 200


def test_the_list_shows_both_languages_and_filters(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = TemplatesPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.reload(None)
    everything = page.model.rowCount()
    page.chips.set_value("es")
    page._on_filter_chosen("es")
    assert 0 < page.model.rowCount() < everything
    page.kinds.set_value(PaperKind.THANK_YOU)
    page._on_filter_chosen("x")
    assert page.model.rowCount() >= 4


def test_opening_is_a_wish(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = TemplatesPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.reload(None)
    wishes: list[Wish] = []
    page.wished.connect(wishes.append)
    page.open_button.click()
    assert wishes == [Wish("template", page.list.key())]


def test_an_unknown_field_is_marked_where_it_is_and_fixed_with_a_click(editor: TemplateEditorPage) -> None:
    retype(editor, "Dear reader,\n\nI am {{ client.full_nam }}.\n")
    assert editor.text.editor.has_problem(3) and editor.text.problem.isVisible()
    assert "line 3" in editor.text.problem.sentence.text()
    assert not editor.text.use_button.isEnabled()
    editor.text.problem.fix_button.click()
    assert "{{ client.full_name }}" in editor.text.editor.value()
    assert not editor.text.problem.isVisible() and editor.text.use_button.isEnabled()


def test_a_field_mistyped_in_the_easy_view_is_fixed_with_a_click(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.show()
    page.visit(Wish("template", shipped(desk).id))
    easy = page.text.easy
    assert page.text.editor is easy
    easy.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(easy, "See you at {{ new.tiem }}")
    assert page.text.problem.isVisible() and not page.text.use_button.isEnabled()
    sentence = page.text.problem.sentence.text()
    assert sentence.startswith("There is no field called new.tiem. Did you mean “New time”? It is in “")
    assert sentence.endswith("See you at {{ new.tiem }}”.") and not page.text.problem.code_button.isVisible()
    page.text.problem.fix_button.click()
    assert easy.value().endswith("See you at {{ new.time }}")
    assert not page.text.problem.isVisible() and page.text.use_button.isEnabled()


@pytest.mark.parametrize("typed", ["{{ new.time", "{% if new.time %}", "{# a", "{% endfor %}", "{{ 3 * 4 }}"])
def test_a_fault_typed_in_the_easy_view_is_told_by_its_words_and_shown_as_code(
    qtbot: QtBot, desk: Desk, bridge: Bridge, typed: str
) -> None:
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.show()
    page.visit(Wish("template", shipped(desk).id))
    easy, bar = page.text.easy, page.text.problem
    easy.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(easy, f"See you {typed}")
    sentence = bar.sentence.text()
    assert "line" not in sentence and "It is in “" in sentence and f"See you {typed}”." in sentence
    assert bar.code_button.isVisible() and not bar.fix_button.isVisible()
    bar.code_button.click()
    assert page.text.editor is page.text.code and page.text.view.value() == "code"
    cursor = page.text.code.textCursor()
    assert typed in cursor.block().text() and f"line {cursor.blockNumber() + 1}" in bar.sentence.text()
    assert not bar.code_button.isVisible()


def test_a_syntax_error_keeps_the_last_preview(editor: TemplateEditorPage) -> None:
    retype(editor, "{% if client.full_name %}\nHello\n")
    assert editor.text.problem.isVisible() and editor.preview.paper.page_count == 1


def test_a_shipped_template_is_copied(editor: TemplateEditorPage, desk: Desk) -> None:
    before = shipped(desk).source
    retype(editor, before + "\nOne more line.\n")
    editor.text.use_button.click()
    assert shipped(desk).source == before
    own = [one for one in templates.templates(desk) if not one.shipped]
    assert len(own) == 1 and own[0].source.endswith("One more line.\n")
    assert editor.template_id() == own[0].id


def test_versions_are_kept_and_come_back(editor: TemplateEditorPage, desk: Desk) -> None:
    retype(editor, "First.\n")
    editor.text.use_button.click()
    retype(editor, "Second.\n")
    editor.text.use_button.click()
    kept = templates.versions(desk, editor.template_id())
    assert [one.source for one in kept] == ["First.\n", "Second.\n"]
    editor._versions.show(editor._template, easy=True)
    editor._versions._on_dialog_restore_wanted(kept[0].id)
    assert (
        editor.text.editor.value() == "First.\n" and len(templates.versions(desk, editor.template_id())) == 3
    )


def test_a_version_comes_back_with_its_name(editor: TemplateEditorPage, desk: Desk) -> None:
    for name, source in (("Short note", "First.\n"), ("Long note", "Second.\n")):
        editor.text.name.set_value(name)
        retype(editor, source)
        editor.text.use_button.click()
    dialogs = editor._versions._dialogs
    assert isinstance(dialogs, FakeDialogs)
    editor.text.versions_button.click()
    versions = dialogs.shown[-1]
    assert isinstance(versions, VersionsDialog)
    assert "Its name then" not in versions.note.text()
    versions.list.pick(1)
    assert "Its name then, “Short note”, comes back with it." in versions.note.text()
    versions.restore_button.click()
    assert editor.text.name.value() == "Short note" and editor.text.editor.value() == "First.\n"


def test_typing_is_kept_without_a_save_button(qtbot: QtBot, editor: TemplateEditorPage, desk: Desk) -> None:
    retype(editor, "Half a thou")
    key = f"template:{editor.template_id()}"
    qtbot.waitUntil(lambda: unsaved.unsaved_form(desk, key) is not None, timeout=3_000)
    editor.visit(Wish("template", editor.template_id()))
    assert editor.text.editor.value() == "Half a thou"


def test_a_field_from_the_palette(editor: TemplateEditorPage) -> None:
    retype(editor, "")
    editor.palette_pane.box.setText("full name")
    editor.palette_pane.box.edited.emit("full name")
    QTest.keyClick(editor.palette_pane.list, Qt.Key.Key_Return)
    assert editor.text.editor.value() == "{{ client.full_name }}"


def test_inside_braces_only_the_name_is_put_in(editor: TemplateEditorPage) -> None:
    retype(editor, "{{ ")
    editor.text.editor.insert_field("client.first_name")
    assert editor.text.editor.value() == "{{ client.first_name"


def test_a_real_incident_fills_the_preview(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    incident = missed_by_marcus(desk, client_name="Keisha Wright")
    page = TemplateEditorPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    page.show()
    page.visit(Wish("template", shipped(desk).id))
    page.preview.case.set_value(incident)
    page._show_preview()
    assert page.preview.incident_id() == incident


def test_a_template_that_is_gone_is_not_found(editor: TemplateEditorPage) -> None:
    before = editor.template_id()
    with pytest.raises(NotFound):
        editor.visit(Wish("template", "gone"))
    assert editor.template_id() == before


def test_difference_of_two_versions() -> None:
    told = [(line.fate, line.text) for line in code_lines("a\nb", "a\nc")]
    assert told == [(Fate.SAME, "a"), (Fate.GONE, "b"), (Fate.NEW, "c")]


def test_fields_stand_under_headings_that_the_keys_skip(editor: TemplateEditorPage) -> None:
    palette = editor.palette_pane
    first = palette.list.key()
    assert first == "client.first_name" and not palette.model.index(0).flags()
    palette.list.setFocus()
    seen = set()
    for _step in range(palette.model.rowCount()):
        seen.add(palette.list.key())
        QTest.keyClick(palette.list, Qt.Key.Key_Down)
    assert seen == {row.name for row in VARIABLES}


def test_a_field_is_found_by_its_plain_name_or_says_that_there_is_none(editor: TemplateEditorPage) -> None:
    palette = editor.palette_pane
    QTest.keyClicks(palette.box, "last name")
    assert palette.list.key() == "client.last_name" and palette.none.isHidden()
    QTest.keyClicks(palette.box, " of nobody")
    assert not palette.none.isHidden() and palette.list.isHidden()


def test_a_field_can_be_dragged_into_the_text(editor: TemplateEditorPage) -> None:
    dragged = editor.palette_pane.model.mimeData([editor.palette_pane.list.currentIndex()])
    retype(editor, "I am ")
    editor.text.editor.insertFromMimeData(dragged)
    assert editor.text.editor.value() == "I am {{ client.first_name }}"


def the_list(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TemplatesPage:
    """Return the list page, filled, that reads again on each change."""
    page = TemplatesPage(desk, bridge, FakeDialogs())
    qtbot.addWidget(page)
    bridge.changed.connect(page.reload)
    page.reload(None)
    return page


def test_a_template_goes_out_as_a_file_and_comes_back_as_ones_own(
    qtbot: QtBot, desk: Desk, bridge: Bridge, tmp_path: Path
) -> None:
    page = the_list(qtbot, desk, bridge)
    file = tmp_path / "mine.txt"
    page._save(shipped(desk), file)
    assert "The file is saved." in page.window().findChild(Toast).text()
    page.chips.set_value("es")
    page._on_filter_chosen("es")
    page._bring_in(file)
    own = [one for one in templates.templates(desk) if not one.shipped]
    assert [(one.name, one.source) for one in own] == [(shipped(desk).name, shipped(desk).source)]
    assert page.list.key() == own[0].id and page.chips.value() == "all"
    assert page.archive_button.isEnabled()
    page.archive_button.click()
    assert all(one.shipped for one in templates.templates(desk))


def test_a_problem_of_a_file_is_counted_in_the_lines_of_the_file(
    qtbot: QtBot, desk: Desk, bridge: Bridge, tmp_path: Path
) -> None:
    page = the_list(qtbot, desk, bridge)
    said = failures(bridge)
    file = tmp_path / "mistyped.txt"
    file.write_text("name: A\nkind: apology\nlanguage: en\nchannel: letter\n---\n\n{{ new.tiem }}\n")
    page._bring_in(file)
    ((sentence, title),) = said
    assert "line 7" in sentence and title == "The template was not brought in"


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(("own", "said"), [(0, "0 propias"), (1, "1 propia"), (2, "2 propias")])
def test_ones_own_templates_are_counted_as_one_speaks(
    qtbot: QtBot, desk: Desk, bridge: Bridge, tmp_path: Path, own: int, said: str
) -> None:
    page = the_list(qtbot, desk, bridge)
    page._save(shipped(desk), tmp_path / "mine.txt")
    for _time in range(own):
        page._bring_in(tmp_path / "mine.txt")
    page.reload(None)
    assert page.count.text().endswith(f" plantillas, {said}")


def test_a_template_that_was_not_saved_is_not_said_to_be(
    qtbot: QtBot, desk: Desk, bridge: Bridge, tmp_path: Path
) -> None:
    page = the_list(qtbot, desk, bridge)
    page._save(shipped(desk), tmp_path)
    assert page.window().findChild(Toast) is None and page._dialogs.asked[-1].startswith("It was not saved")


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"name: A\nkind: apology\nlanguage: en\nchannel: letter\n---\n{{ x"]
)
def test_a_file_that_is_no_template_is_refused_and_nothing_changes(
    qtbot: QtBot, desk: Desk, bridge: Bridge, tmp_path: Path, content: bytes
) -> None:
    page = the_list(qtbot, desk, bridge)
    said = failures(bridge)
    file = tmp_path / "wrong.txt"
    file.write_bytes(content)
    page._bring_in(file)
    page._bring_in(tmp_path / "missing.txt")
    assert [title for _sentence, title in said] == ["The template was not brought in"]
    assert page._dialogs.asked == [
        "The template was not brought in: This file cannot be read. Choose another one."
    ]
    assert all(one.shipped for one in templates.templates(desk))


def test_a_shipped_template_cannot_be_archived(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = the_list(qtbot, desk, bridge)
    page.list.pick(page.model.row_of(shipped(desk).id))
    assert not page.archive_button.isEnabled()


def test_an_archived_template_is_brought_back_from_the_list(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    made = templates.use_version(desk, template=shipped(desk)).made
    page = the_list(qtbot, desk, bridge)
    page.show()
    assert ARCHIVED not in [option.choice.value for option in page.chips.options()]
    page.list.pick(page.model.row_of(made))
    page.archive_button.setFocus()
    page.archive_button.click()
    page.kinds.set_value(PaperKind.WORKSHEET)
    assert page.focusWidget() is page.list and page.model.row_of(made) < 0
    assert page.back_button.isHidden()
    page.chips.set_value(ARCHIVED)
    page.chips.chosen.emit(ARCHIVED)
    assert page.list.key() == made and page.model.rowCount() == 1
    assert not page.open_button.isEnabled() and page.archive_button.isHidden() and page.kinds.isHidden()
    wishes: list[Wish] = []
    page.wished.connect(wishes.append)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert wishes == []
    page.kinds.set_value("all")
    page.back_button.click()
    assert page.chips.value() == "all" and page.model.row_of(made) >= 0
    assert page.list.key() == made and page.archive_button.isVisible()


def test_the_list_marks_what_is_typed_and_not_in_use(
    qtbot: QtBot, desk: Desk, bridge: Bridge, editor: TemplateEditorPage
) -> None:
    page = the_list(qtbot, desk, bridge)
    assert "Typed" not in said_in(page, shipped(desk).id)
    retype(editor, "Half a thou")
    editor.leave()
    page.reload(None)
    said = said_in(page, shipped(desk).id)
    assert "Typed, not in use yet" in said and "Shipped" in said


def test_in_a_narrow_window_a_button_brings_the_fields(editor: TemplateEditorPage) -> None:
    assert editor.text.fields_button.isHidden() and editor.palette_pane.isVisible()
    editor.resize(930, 560)
    assert editor.palette_pane.isHidden() and editor.text.fields_button.isVisible()
    retype(editor, "")
    editor.text.fields_button.setFocus()
    QTest.keyClick(editor.text.fields_button, Qt.Key.Key_Space)
    assert editor.palette_pane.isVisible() and editor.preview.isHidden()
    QTest.keyClicks(editor.palette_pane.box, "full name")
    QTest.keyClick(editor.palette_pane.list, Qt.Key.Key_Return)
    assert editor.text.editor.value() == "{{ client.full_name }}"
    assert editor.palette_pane.isHidden() and editor.preview.isVisible()


def test_shipped_names_are_in_the_language_of_the_screens(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_screen", "es")
    names = {one.id: shown_name(one) for one in templates.templates(desk)}
    both = {names["starter-en-apology-email"], names["starter-es-apology-email"]}
    assert both == {"Disculpa (correo electrónico)"}
    english = {one.name for one in templates.templates(desk) if one.language == "en"}
    assert not english & set(names.values())
    own = Template(name="Apology (e-mail)")
    assert shown_name(own) == "Apology (e-mail)"


def test_ones_own_are_told_apart_where_names_stand_alone(desk: Desk) -> None:
    own = templates.template(desk, templates.use_version(desk, template=shipped(desk)).made)
    names = [name_apart(one) for one in (shipped(desk), own)]
    assert names == [own.name, f"{own.name} · yours"]


def said_in(page: TemplatesPage, key: str) -> str:
    """Return what a screen reader says of the row of a template."""
    row = page.model.index(page.model.row_of(key))
    return str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_use_this_version_lets_new_papers_start_from_it(
    qtbot: QtBot, desk: Desk, bridge: Bridge, editor: TemplateEditorPage
) -> None:
    retype(editor, "First.\n")
    editor.text.use_button.click()
    first = editor.template_id()
    second = templates.use_version(desk, template=shipped(desk)).made
    page = the_list(qtbot, desk, bridge)

    def not_in_use() -> set[str]:
        own = (one.id for one in templates.templates(desk) if not one.shipped)
        return {key for key in own if "not in use" in said_in(page, key)}

    assert not_in_use() == {first}
    editor.visit(Wish("template", first))
    assert "another one" in editor.text.note.text()
    editor.text.use_button.click()
    assert not_in_use() == {second} and "another one" not in editor.text.note.text()
