"""The history calls each setting by its plain name, in both languages, and shows no PIN."""

from __future__ import annotations

from pathlib import Path

import pytest

from noshow_desk import i18n
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.services import (
    client_pin,
    drills,
    history,
    own_rules,
    page_setup,
    queries,
    second_folder,
    settings,
    spelling_words,
)
from noshow_desk.services.desk import Desk
from noshow_desk.services.drills import Tried
from noshow_desk.services.page_setup import PageSetup
from noshow_desk.services.queries.setting_words import KEPT, NOTED, is_set_by_people, setting_name
from noshow_desk.settings import SETTINGS, Setting, SettingKind
from tests.services.test_own_rules import read

OTHER = {"screen_language": "es", "theme": "dark", "paper_language": "es", "paper_size": "a4"}


def set_another(desk: Desk, row: Setting) -> None:
    """Change one setting."""
    number = str(row.most - 1) if row.kind is SettingKind.NUMBER else "Help: 211"
    value = "no" if row.kind is SettingKind.FLAG else OTHER.get(row.key, number)
    settings.change_setting(desk, key=row.key, value=value)


def told(desk: Desk, language: str = "en") -> list[str]:
    """Return the sentences, newest first."""
    return [line.sentence.say(language) for line in queries.settings_history(desk)]


def test_own_words_taken_in_and_out_are_told(desk: Desk, tmp_path: Path) -> None:
    own_rules.take_own_rules(desk, language="en", own=read(tmp_path))
    own_rules.take_out_own_rules(desk, language="en")
    words = "the own words that papers in English are checked by on Tuesday, March 10"
    assert told(desk) == [f"Dana removed {words}", f"Dana added {words}"]
    spanish = "las palabras propias con que se revisan los papeles en inglés"
    assert [spanish in one for one in told(desk, "es")] == [True, True]
    removed, added = queries.settings_history(desk)
    assert (removed.old, removed.new) == ("town.toml · 1 rule · 2 words or phrases", "")
    assert (added.old, added.new) == ("", removed.old) and "third floor" not in removed.old
    history.restore_value(desk, seq=removed.seq)
    assert own_rules.own_rules(desk, "en") is not None and told(desk)[0] == told(desk)[2]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("row", SETTINGS, ids=[row.key for row in SETTINGS])
def test_every_setting_has_its_name_in_both_languages(
    desk: Desk, row: Setting, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_screen", language)
    set_another(desk, row)
    name = setting_name(row.key).say()
    said = {
        "en": f"Dana changed {name} on Tuesday, March 10",
        "es": f"Dana cambió el martes 10 de marzo: {name}",
    }
    assert told(desk, language) == [said[language]]
    opened = name.count("“") + name.count("«")
    assert opened == 0 or (opened == 1 and i18n.translate(row.label, language) in name)


def test_values_are_shown_as_on_the_settings_page(desk: Desk) -> None:
    settings.change_setting(desk, key="theme", value="dark")
    settings.change_setting(desk, key="holidays", value="no")
    settings.change_setting(desk, key="idle_minutes", value="5")
    shown = [(line.old, line.new) for line in queries.settings_history(desk)]
    assert shown == [("10", "5"), ("Yes", "No"), ("As the computer is set", "Dark")]
    history.restore_value(desk, seq=queries.settings_history(desk)[2].seq)
    assert desk.settings.text("theme") == "system"


def test_a_pin_is_told_and_never_shown(desk: Desk) -> None:
    client_pin.set_pin(desk, pin="4711")
    client_pin.set_pin(desk, pin="4712")
    client_pin.remove_pin(desk)
    assert [one.split(" on ")[0] for one in told(desk)] == [
        "Dana removed the PIN of the client view",
        "Dana changed the PIN of the client view",
        "Dana added the PIN of the client view",
    ]
    lines = queries.settings_history(desk)
    assert not any(line.old or line.new or line.restorable for line in lines)


def test_whatever_is_kept_among_the_settings_has_a_name(
    desk: Desk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    own_rules.take_own_rules(desk, language="en", own=read(tmp_path))
    client_pin.set_pin(desk, pin="4711")
    for kind in PaperKind:
        page_setup.keep_page_setup(desk, kind=kind, setup=PageSetup(copies=2))
    second_folder.put_off_second_folder(desk)
    second_folder.choose_second_folder(desk, folder=stick)
    second_folder.note_copy(desk)
    spelling_words.add_word(desk, word="jitney")
    drills.note_drill(desk, Tried(file=tmp_path / "x.backup"))
    for key in desk.vault.settings.all():
        assert setting_name(key).say() != key and is_set_by_people(key) == (key not in NOTED), key
    assert str(stick) in {line.new for line in queries.settings_history(desk)}
    assert "how “Call card” is printed" in " ".join(told(desk))
    assert not any(name in one for one in told(desk) for name in NOTED.values())


@pytest.mark.parametrize("key", [*KEPT, *NOTED])
def test_each_name_has_its_spanish(key: str) -> None:
    english, spanish = setting_name(key).say("en"), setting_name(key).say("es")
    assert english != spanish and "{" not in spanish
