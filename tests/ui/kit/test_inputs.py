"""Typing, pasting, picking; days and times that say when they are not understood."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.calendar import CalendarPopup
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import ComboField, LineField, PhoneField, SearchBox, TextField
from noshow_desk.ui.kit.moments import DateField, DateTimeField, TimeField, day_words, time_words
from noshow_desk.ui.kit.options import Choice
from noshow_desk.ui.kit.toast import Toast
from tests.ui.showing import shown

TODAY = date(2026, 3, 10)


def today() -> date:
    return TODAY


def leave(widget) -> None:
    """Do what leaving a line field does."""
    widget.editingFinished.emit()


def copied(text: str) -> QMimeData:
    source = QMimeData()
    source.setText(text)
    return source


def told(widget: QWidget) -> str:
    """Return what the window of `widget` says at its foot; "" for nothing."""
    toast = widget.window().findChild(Toast)
    return toast.text() if toast is not None and toast.isVisible() else ""


def test_pasted_text_is_plain(qtbot: QtBot) -> None:
    field = TextField(limit=10)
    qtbot.addWidget(field)
    source = copied("bold and\r\nx")
    source.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    field.insertFromMimeData(source)
    assert field.toPlainText() == "bold and\nx"


def test_text_that_does_not_fit_is_not_cut_but_told(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 460, 200)
    field = TextField("words", limit=1_000, parent=window)
    field.insertFromMimeData(copied("x" * 996))
    assert field.toPlainText() == "words"
    assert told(field) == "That is too long: 1,000 characters fit here at most. Nothing was put in."
    toast = window.findChild(Toast)
    assert toast is not None and window.rect().contains(toast.geometry())
    (said,) = (label for label in toast.findChildren(QLabel) if label.text() == toast.text())
    assert said.height() >= said.heightForWidth(said.width()) > 0  # whole, on several lines


def test_what_is_chosen_makes_room_for_what_is_pasted_over_it(qtbot: QtBot) -> None:
    field = TextField("o" * 15, limit=20)
    qtbot.addWidget(field)
    field.selectAll()
    field.insertFromMimeData(copied("n" * 14))
    assert field.toPlainText() == "n" * 14 and told(field) == ""


def test_a_field_that_is_over_full_can_become_shorter_by_pasting(qtbot: QtBot) -> None:
    field = TextField("o" * 30, limit=20)
    qtbot.addWidget(field)
    field.selectAll()
    field.insertFromMimeData(copied("n" * 25))
    assert field.toPlainText() == "n" * 25


def test_a_line_says_that_the_end_of_what_was_pasted_is_left_out(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 460, 200)
    field = LineField(limit=120, parent=window)
    field.insert("L" * 120)
    assert field.value() == "L" * 120 and told(field) == ""
    field.insert("M")
    assert told(field) == "Only 120 characters fit here. What was over is left out."


def test_a_text_field_grows_to_its_most_and_leaves_tab_to_the_page(qtbot: QtBot) -> None:
    field = TextField(lines=2, most=5)
    qtbot.addWidget(field)
    field.resize(300, 60)
    field.show()
    heights = []
    for lines in (1, 2, 3, 5, 9):
        field.setPlainText("\n".join("x" * 3 for _ in range(lines)))
        heights.append(field.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    assert field.tabChangesFocus()


def test_setting_a_value_is_silent_and_typing_is_told(qtbot: QtBot) -> None:
    for field in (LineField(), TextField()):
        qtbot.addWidget(field)
        told: list[str] = []
        field.edited.connect(told.append)
        field.set_value("by hand")
        assert (field.value(), told) == ("by hand", [])
        field.setFocus()
        qtbot.keyClicks(field, "!")
        assert len(told) == 1


def test_setting_the_same_value_keeps_the_cursor(qtbot: QtBot) -> None:
    field = LineField("Marcus")
    qtbot.addWidget(field)
    field.setCursorPosition(3)
    field.set_value("Marcus")
    assert field.cursorPosition() == 3


def test_escape_empties_a_search_box(qtbot: QtBot) -> None:
    box = SearchBox("Filter clients", "Filter clients", shortcut="Ctrl+F")
    qtbot.addWidget(box)
    told: list[str] = []
    box.edited.connect(told.append)
    qtbot.keyClicks(box, "ma")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), told) == ("", ["m", "ma", ""])


def test_a_combo_gives_back_values_not_words(qtbot: QtBot) -> None:
    combo = ComboField((Choice("en", "English"), Choice("es", "Español")), value="es")
    qtbot.addWidget(combo)
    assert combo.value() == "es"
    told: list[object] = []
    combo.chosen.connect(told.append)
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert (combo.value(), told) == ("en", ["en"])
    combo.set_value("xx")
    assert combo.value() is None
    combo.set_choices((Choice("fr", "Français"),))
    assert combo.value() is None


def test_an_odd_phone_number_is_only_warned_about(qtbot: QtBot) -> None:
    phone = PhoneField(check=lambda number: "" if len(number) > 6 else "This number looks short.")
    field = Field("Phone", phone)
    qtbot.addWidget(field)
    phone.set_value("123")
    leave(phone)
    assert (phone.value(), field.error()) == ("123", "This number looks short.")
    phone.set_value("555 010 0142")
    leave(phone)
    assert field.error() == ""


def test_a_day_is_read_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField(today, name="Decided on")
    qtbot.addWidget(field)
    told: list[object] = []
    field.changed.connect(told.append)
    line = field.focusProxy()
    qtbot.keyClicks(line, "friday")
    assert field.value() == date(2026, 3, 13)
    leave(line)
    assert line.text() == "Fri, Mar 13, 2026" == day_words(date(2026, 3, 13))
    line.clear()
    leave(line)
    assert field.value() is None
    assert told == [date(2026, 3, 13), None]


def test_a_day_and_a_time_are_told_before_they_are_left(qtbot: QtBot) -> None:
    field = DateTimeField(today, datetime(2026, 3, 13, 10, 0))
    qtbot.addWidget(field)
    told: list[object] = []
    field.changed.connect(told.append)
    line = field.day.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, "mar 20")
    assert (told[-1], line.text()) == (datetime(2026, 3, 20, 10, 0), "mar 20")
    field.time.selectAll()
    qtbot.keyClicks(field.time, "7:45 am")
    assert (told[-1], field.time.text()) == (datetime(2026, 3, 20, 7, 45), "7:45 am")
    count = len(told)
    leave(line)
    leave(field.time)
    assert len(told) == count and field.time.text() == "7:45 AM"


def test_words_that_mean_no_day_say_so_and_are_kept(qtbot: QtBot) -> None:
    editor = DateField(today, TODAY)
    field = Field("Decided on", editor)
    qtbot.addWidget(field)
    line = editor.focusProxy()
    line.setText("some day")
    leave(line)
    assert field.error() == "Write a day such as Mar 13 or Friday."
    assert (editor.value(), line.text()) == (None, "some day")
    line.setText("3/12")
    leave(line)
    assert (editor.value(), field.error()) == (date(2026, 3, 12), "")


def test_arrow_keys_step_days_and_quarter_hours(qtbot: QtBot) -> None:
    day, at = DateField(today, TODAY), TimeField(time(23, 45))
    for widget in (day, at):
        qtbot.addWidget(widget)
    qtbot.keyClick(day.focusProxy(), Qt.Key.Key_Up)
    assert day.value() == date(2026, 3, 11)
    qtbot.keyClick(at, Qt.Key.Key_Up)
    assert at.value() == time(23, 45)
    qtbot.keyClick(at, Qt.Key.Key_Down)
    assert at.value() == time(23, 30)
    edge = DateField(today, date(9999, 12, 31))
    qtbot.addWidget(edge)
    qtbot.keyClick(edge.focusProxy(), Qt.Key.Key_Up)
    assert edge.value() == date(9999, 12, 31)


def test_a_moment_is_there_when_both_parts_are(qtbot: QtBot) -> None:
    field = DateTimeField(today, name="New interview")
    qtbot.addWidget(field)
    told: list[object] = []
    field.changed.connect(told.append)
    field.day.focusProxy().setText("3/13")
    leave(field.day.focusProxy())
    assert field.value() is None
    field.time.setText("10")
    leave(field.time)
    assert field.value() == datetime(2026, 3, 13, 10, 0)
    assert told == [None, datetime(2026, 3, 13, 10, 0)]
    field.set_value(datetime(2026, 3, 14, 0, 0))
    assert field.time.text() == "12:00 AM" == time_words(time(0))


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")  # what the offscreen platform says at any popup
def test_the_calendar_picks_and_is_freed(qtbot: QtBot) -> None:
    field = DateField(today, TODAY)
    shown(qtbot, field)
    popup = CalendarPopup(TODAY, field)
    gone: list[bool] = []
    popup.destroyed.connect(lambda *_: gone.append(True))
    popup.open_below(field)
    with qtbot.waitSignal(popup.picked) as picked:
        qtbot.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Right)
        qtbot.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Return)
    assert picked.args == [date(2026, 3, 11)]
    qtbot.waitUntil(lambda: gone == [True])


def test_a_form_has_one_column_when_narrow(qtbot: QtBot) -> None:
    form = Form()
    fields = [form.add_field(f"Field {at}", LineField()) for at in range(4)]
    qtbot.addWidget(form)
    form.resize(900, 300)
    form.show()
    assert form.columns() == 2
    assert fields[0].y() == fields[1].y()
    form.resize(360, 600)
    qtbot.waitUntil(lambda: form.columns() == 1)
    form.layout().activate()
    assert len({field.x() for field in fields}) == 1
    assert [field.y() for field in fields] == sorted(field.y() for field in fields)


def test_a_field_describes_its_hint_and_its_mistake(qtbot: QtBot) -> None:
    editor = LineField()
    field = Field("&Name", editor, "As the client says it")
    qtbot.addWidget(field)
    assert editor.accessibleName() == "Name"
    field.show_error("Write a name.")
    assert editor.accessibleDescription() == "Write a name. As the client says it"
    assert editor.property("wrong") is True
    field.show_error("")
    assert editor.accessibleDescription() == "As the client says it"
    assert editor.property("wrong") is False


def test_a_text_field_in_a_layout_shows_every_line_and_no_bar_while_it_grows(qtbot: QtBot) -> None:
    page = QWidget()
    fields = [
        TextField("I am sorry for the time and trouble it cost you. " * many, lines=1, most=6)
        for many in (1, 2, 30)
    ]
    box = QVBoxLayout(page)
    for field in fields:
        box.addWidget(field)
    box.addStretch(1)
    shown(qtbot, page, 900, 700)
    for width in (260, 330, 700, 300):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: all(field.height() == field.sizeHint().height() for field in fields))
        assert [field.verticalScrollBar().maximum() for field in fields[:2]] == [0, 0]
    assert [field.verticalScrollBar().isVisible() for field in fields] == [False, False, True]
    fields[2].set_value("Short again.")
    qtbot.waitUntil(lambda: fields[2].height() == fields[2].minimumSizeHint().height())
    assert not fields[2].verticalScrollBar().isVisible()
