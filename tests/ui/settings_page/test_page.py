"""Settings are written when picked or left; what cannot be kept is said under its field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk import i18n
from noshow_desk.services.client_pin import is_pin_set
from noshow_desk.services.desk import Desk
from noshow_desk.settings import SETTINGS
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.dress import dress
from noshow_desk.ui.settings_page.editors import SettingField
from noshow_desk.ui.settings_page.page import WHOLE_LINE, SettingsPage
from noshow_desk.ui.wishes import Wish
from tests.ui.desk_fixtures import failures
from tests.ui.kit.fake_dialogs import FakeDialogs
from tests.ui.showing import shown


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, bridge: Bridge) -> SettingsPage:
    """The settings of an empty vault."""
    return shown(qtbot, SettingsPage(desk, bridge, FakeDialogs()))


def field(page: SettingsPage, key: str) -> SettingField:
    """Return the field of one setting."""
    return next(one for one in page.fields if one.row.key == key)


def test_every_setting_has_a_field(page: SettingsPage) -> None:
    assert [one.row.key for one in page.fields] == [row.key for row in SETTINGS]


def test_a_number_is_written_when_left(page: SettingsPage, desk: Desk) -> None:
    days = field(page, "mail_days")
    days.editor.setText("5")
    days.editor.editingFinished.emit()
    assert desk.settings.number("mail_days") == 5


def test_a_wrong_number_says_what_fits(page: SettingsPage, desk: Desk) -> None:
    days = field(page, "mail_days")
    days.editor.setText("many")
    days.editor.editingFinished.emit()
    assert days.field is not None and "number from" in days.field.error()
    assert desk.settings.number("mail_days") == 3 and days.editor.value() == "many"


def test_opening_the_page_writes_nothing(page: SettingsPage, desk: Desk) -> None:
    assert page.leave()
    assert desk.vault.settings.all() == {}


def test_your_name_is_written_on_leaving(page: SettingsPage, desk: Desk) -> None:
    page.profile.fields["title"].editor.setText("Job coach")
    assert page.leave()
    assert desk.caseworker.title == "Job coach"


def test_an_empty_name_keeps_the_page(page: SettingsPage, desk: Desk, bridge: Bridge) -> None:
    said = failures(bridge)
    page.profile.fields["name"].editor.setText("")
    assert not page.leave()
    assert [title for _sentence, title in said] == ["Your details were not saved"]
    assert desk.caseworker.name == "Dana Whitfield"


def test_a_pin_is_set_and_taken_away(page: SettingsPage, desk: Desk) -> None:
    page.pin_card.pin.setText("12")
    page.pin_card.set_button.click()
    assert "4 to 8 digits" in page.pin_card.field.error() and not is_pin_set(desk)
    page.pin_card.pin.setText("1234")
    page.pin_card.set_button.click()
    assert is_pin_set(desk) and page.pin_card.pin.text() == "" and page.pin_card.remove_button.isVisible()
    page.pin_card.remove_button.click()
    assert not is_pin_set(desk) and not page.pin_card.remove_button.isVisible()


def test_the_history_of_the_settings_is_one_click_away(page: SettingsPage) -> None:
    wishes: list[Wish] = []
    page.wished.connect(wishes.append)
    page.history_button.click()
    assert wishes == [Wish("history", detail="setting")]


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text at 140 %, in Spanish."""
    dress(qapp, "light", 1.4)
    i18n.set_language("es")
    yield
    i18n.set_language("en")
    dress(qapp, "light", 1.0)


@pytest.mark.parametrize("width", [806, 1140, 1300])
def test_nothing_stands_squeezed_beside_another_setting(
    large_text: None, qtbot: QtBot, desk: Desk, bridge: Bridge, width: int
) -> None:
    page = shown(qtbot, SettingsPage(desk, bridge, FakeDialogs()), width, 540)
    qtbot.waitUntil(lambda: field(page, "crisis_numbers").width() > width / 3)
    for one in page.fields:
        form = one.parentWidget()
        assert form is not None and one.width() > 0.4 * form.width(), one.row.key
        if one.row.kind in WHOLE_LINE:
            beside = [other for other in page.fields if other.parentWidget() is form and other is not one]
            assert one.width() > 0.9 * form.width()
            assert not any(other.geometry().intersects(one.geometry()) for other in beside)
