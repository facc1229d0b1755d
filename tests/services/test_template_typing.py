"""What is typed in a template and not in use yet is known, can be thrown away, and comes back with undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.errors import UserError
from noshow_desk.services import history, templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.template_typing import form_key, throw_away, typed_in, typed_words

SHIPPED = "starter-en-withdrawal-letter"
SPANISH = "starter-es-withdrawal-letter"
KEY = form_key(SHIPPED)


def keep(desk: Desk, **payload: str) -> None:
    unsaved.keep_unsaved(desk, form_key=KEY, payload=payload)


def typed(desk: Desk) -> dict[str, str]:
    return typed_words(desk, templates.template(desk, SHIPPED))


def test_words_that_differ_from_those_in_use_are_typed(desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED)
    assert typed(desk) == {} and typed_in(desk) == frozenset()
    keep(desk, name=shipped.name, source=shipped.source)
    assert typed(desk) == {} and typed_in(desk) == frozenset()
    keep(desk, name="Ours", source=shipped.source)
    assert typed(desk) == {"name": "Ours"} and typed_in(desk) == {SHIPPED}


def test_the_name_that_a_screen_gives_a_shipped_template_was_not_typed(desk: Desk) -> None:
    other = templates.template(desk, SPANISH)
    keep(desk, name=other.name, source="Half a thou")
    assert other.name != templates.template(desk, SHIPPED).name
    assert typed(desk) == {"source": "Half a thou"}


def test_words_of_a_template_that_is_gone_are_in_no_list(desk: Desk) -> None:
    unsaved.keep_unsaved(desk, form_key=form_key("gone"), payload={"source": "Half a thou"})
    assert typed_in(desk) == frozenset()


def test_thrown_away_words_come_back_and_go_again(desk: Desk) -> None:
    keep(desk, source="Half a thou")
    done = throw_away(desk, template_id=SHIPPED)
    assert typed(desk) == {} and done.said and done.undo
    undone = history.undo(desk, act=done.act)
    assert typed(desk) == {"source": "Half a thou"}
    again = history.undo(desk, act=undone.act)
    assert typed(desk) == {}
    history.undo(desk, act=again.act)
    assert typed(desk) == {"source": "Half a thou"}


def test_words_typed_since_stay(desk: Desk) -> None:
    keep(desk, source="Half a thou")
    done = throw_away(desk, template_id=SHIPPED)
    keep(desk, source="Something else")
    with pytest.raises(UserError, match="typed there since"):
        history.undo(desk, act=done.act)
    assert typed(desk) == {"source": "Something else"}
    throw_away(desk, template_id=SHIPPED)
    history.undo(desk, act=done.act)
    assert typed(desk) == {"source": "Half a thou"}


@pytest.mark.parametrize("own", [False, True])
def test_a_version_that_is_undone_leaves_its_words_typed(desk: Desk, own: bool) -> None:
    shipped = templates.template(desk, SHIPPED)
    first = replace(shipped, source="First.")
    start = templates.template(desk, templates.use_version(desk, template=first).made) if own else shipped
    key = form_key(start.id)
    unsaved.keep_unsaved(desk, form_key=key, payload={"source": "Second."})
    done = templates.use_version(desk, template=replace(start, source="Second."), form_key=key)
    assert unsaved.unsaved_form(desk, key) is None
    history.undo(desk, act=done.act)
    assert typed_in(desk) == {start.id} and typed_words(desk, start) == {"source": "Second."}
