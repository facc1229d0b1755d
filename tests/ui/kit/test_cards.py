"""Cards, coaching prompts, messages with undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.ui.kit.buttons import IconButton, PrimaryButton
from noshow_desk.ui.kit.cards import Banner, CoachCard, SectionHeader
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.empty import EmptyState
from noshow_desk.ui.kit.toast import Toast
from tests.ui.showing import shown


def test_next_prompt_goes_round(qtbot: QtBot) -> None:
    card = CoachCard("Ask Marcus first", ("One?", "Two?"))
    qtbot.addWidget(card)
    card.show()
    button = next(child for child in card.findChildren(QPushButton) if child.text() == "Next prompt")
    seen = [card.prompt()]
    for _ in range(2):
        qtbot.keyClick(button, Qt.Key.Key_Return)
        seen.append(card.prompt())
    assert seen == ["One?", "Two?", "One?"]
    card.show_prompts(("Only one?",))
    assert not button.isVisible()
    card.show_prompts(())
    assert card.prompt() == ""


def test_a_banner_offers_its_action_only_when_there_is_one(qtbot: QtBot) -> None:
    banner = Banner("Practice vault", action="Remove")
    qtbot.addWidget(banner)
    banner.show()
    button = banner.findChild(QPushButton)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    banner.show_text("Read only")
    assert not button.isVisible()


def test_toast_undoes_the_act_it_was_given(qtbot: QtBot) -> None:
    window = QWidget()
    toast = Toast(window)
    qtbot.addWidget(window)
    window.show()
    toast.say("Archived R&B.", undo="Undo archive R&B", act="act-7")
    button = next(child for child in toast.findChildren(QPushButton) if child.text())
    assert button.text() == "Undo archive R&&B"
    with qtbot.waitSignal(toast.undone) as undone:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone.args == ["act-7"]
    assert toast.isHidden()
    toast.say("Saved.")
    assert not button.isVisible()


def test_a_message_stands_whole_above_its_undo_where_both_need_more_than_a_line(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 700, 300)
    toast = Toast(window)
    toast.say("New papers use this version from now on.", undo="Undo version of Thanks", act="1")
    button = next(child for child in toast.findChildren(QPushButton) if child.text())
    (said,) = (label for label in toast.findChildren(QLabel) if label.text() == toast.text())
    for room, apart in ((690, False), (360, True), (200, True)):
        toast.fit(room)
        assert toast.width() <= room
        assert (button.geometry().top() > said.geometry().bottom()) is apart
        assert said.height() >= said.heightForWidth(said.width()) > 0
        assert button.text().startswith("Undo") and button.width() >= button.sizeHint().width()
        assert toast.rect().contains(button.geometry()) and not button.geometry().intersects(said.geometry())


def test_a_very_long_name_loses_its_middle_in_a_message_and_never_its_undo(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget(), 700, 300)
    toast = Toast(window)
    toast.say(f"Archived {'Name ' * 90}now.", undo=f"Undo archive {'Name ' * 90}now", act="1")
    toast.fit(600)
    button = next(child for child in toast.findChildren(QPushButton) if child.text())
    assert button.text().startswith("Undo archive") and button.text().endswith("now") and "…" in button.text()
    assert button.accessibleName() == f"Undo archive {'Name ' * 90}now"
    assert toast.accessibleName() == toast.text() == f"Archived {'Name ' * 90}now."
    assert toast.rect().contains(button.geometry()) and toast.height() < 200


def test_toast_waits_while_its_button_has_the_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    toast = Toast(window)
    shown(qtbot, window, 600, 300)
    toast.say("Archived.", undo="Undo archive", act="1")
    button = next(child for child in toast.findChildren(QPushButton) if child.text())
    button.setFocus()
    toast._on_timeout()
    assert toast.isVisible()
    button.clearFocus()
    toast._on_timeout()
    assert not toast.isVisible()


def test_chips_and_headers_say_their_words(qtbot: QtBot) -> None:
    chip = Chip("Act now", "red")
    header = SectionHeader("Follow-ups", 3)
    for widget in (chip, header):
        qtbot.addWidget(widget)
        widget.show()
    assert chip.accessibleName() == "Act now"
    chip.show_chip("")
    assert chip.isHidden()
    header.show_count(None)
    assert header.findChild(Chip).isHidden()


def test_buttons_make_room_for_icon_gap_and_text(qtbot: QtBot) -> None:
    bare, dressed = PrimaryButton("Put it right"), PrimaryButton("Put it right", "life-buoy")
    icon = IconButton("printer", "Print <this>")
    for widget in (bare, dressed, icon):
        qtbot.addWidget(widget)
    assert dressed.sizeHint().width() - bare.sizeHint().width() == 28
    assert icon.sizeHint().width() == icon.sizeHint().height()
    assert icon.accessibleName() == "Print <this>"
    assert not icon.toolTip().startswith("Print <")


def test_an_empty_state_shows_all_of_its_text(qtbot: QtBot) -> None:
    text = "When a client misses an appointment, press the button above. Until then, add people."
    state = EmptyState("Nothing is waiting", text)
    shown(qtbot, state, 600, 400)
    label = next(one for one in state.findChildren(QLabel) if one.text() == text)
    assert label.height() >= label.heightForWidth(label.width())
