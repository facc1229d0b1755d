"""Words are added to the spell check one by one, kept in the vault, undone by themselves and told."""

from __future__ import annotations

import pytest

from noshow_desk.errors import UserError
from noshow_desk.services import history, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.spelling_words import add_word, added_words, take_out_word


def test_words_are_listed_by_the_alphabet_and_taken_out(desk: Desk) -> None:
    for word in ("jitney", "Bayside", " ñandú ", "ma’am"):
        add_word(desk, word=word)
    assert added_words(desk) == ("Bayside", "jitney", "ma'am", "ñandú")
    take_out_word(desk, word="JITNEY")
    assert added_words(desk) == ("Bayside", "ma'am", "ñandú")
    add_word(desk, word="jitney")
    assert "jitney" in added_words(desk)


def test_each_is_undone_by_itself_whatever_came_after(desk: Desk) -> None:
    first = add_word(desk, word="Bayside")
    add_word(desk, word="jitney")
    taken = take_out_word(desk, word="Bayside")
    history.undo(desk, act=taken.act)
    assert added_words(desk) == ("Bayside", "jitney")
    history.undo(desk, act=first.act)
    assert added_words(desk) == ("jitney",)
    add_word(desk, word="Bayside")
    assert added_words(desk) == ("Bayside", "jitney")


@pytest.mark.parametrize("word", ["", "two words", "b2b", "x" * 41, "{{ today }}"])
def test_only_a_word_is_added(desk: Desk, word: str) -> None:
    with pytest.raises(UserError) as trouble:
        add_word(desk, word=word)
    assert trouble.value.field == "spelling_word" and added_words(desk) == ()


def test_a_word_is_added_once(desk: Desk) -> None:
    add_word(desk, word="Bayside")
    with pytest.raises(UserError, match="is one of your words already"):
        add_word(desk, word="BAYSIDE")


def test_the_history_tells_of_each(desk: Desk) -> None:
    add_word(desk, word="Bayside")
    take_out_word(desk, word="Bayside")
    lines = queries.settings_history(desk)
    assert [line.sentence.say().split(" on ")[0] for line in lines] == [
        "Dana removed the word “Bayside” of the spell check",
        "Dana added the word “Bayside” of the spell check",
    ]
    assert "{" not in lines[0].sentence.say("es")
