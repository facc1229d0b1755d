"""One's own templates: what is gone is made anew, what is brought in has a text and a name of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.paper import Paper
from noshow_desk.errors import NotFound, UserError
from noshow_desk.letters.starters import starter
from noshow_desk.letters.template_file import LARGEST, template_file
from noshow_desk.services import history, papers, queries, templates, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.services.template_names import names_of_versions
from tests.builders import missed_by_marcus

SHIPPED = "starter-en-withdrawal-letter"


def test_a_version_of_a_template_that_is_gone_becomes_a_new_template(desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED)
    first = templates.use_version(desk, template=replace(shipped, source="First."))
    copy = templates.template(desk, first.made)
    assert templates.taken_away(desk, copy.id) is None
    history.undo(desk, act=first.act)
    assert templates.taken_away(desk, copy.id) == copy
    made = templates.use_version(desk, template=replace(copy, source="Second.")).made
    assert made != copy.id and templates.template(desk, made).source == "Second."
    own = [one.source for one in templates.templates(desk) if not one.shipped]
    assert own == ["Second."]


def test_no_version_returns_to_a_template_that_is_gone(desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED)
    first = templates.use_version(desk, template=replace(shipped, source="First."))
    version = templates.versions(desk, first.made)[0]
    templates.archive_template(desk, template_id=first.made)
    with pytest.raises(NotFound):
        templates.restore_version(desk, template_id=first.made, version_id=version.id)


def test_an_own_template_takes_another_name_with_its_next_version(desk: Desk) -> None:
    made = templates.use_version(desk, template=replace(templates.template(desk, SHIPPED), name="Ours")).made
    templates.use_version(desk, template=replace(templates.template(desk, made), name="Ours, shorter"))
    assert templates.template(desk, made).name == "Ours, shorter"


def test_a_restored_version_puts_away_what_was_typed(desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED)
    made = templates.use_version(desk, template=replace(shipped, source="First.")).made
    key = f"template:{made}"
    unsaved.keep_unsaved(desk, form_key=key, payload={"source": "Half a thou"})
    version = templates.versions(desk, made)[0]
    done = templates.restore_version(desk, template_id=made, version_id=version.id, form_key=key)
    assert unsaved.unsaved_form(desk, key) is None and done.said is not None and done.undo is not None


def renamed(desk: Desk, template_id: str, name: str, source: str) -> str:
    """Use another name and text, and return the id of the version that this made, or of the one it left."""
    own = replace(templates.template(desk, template_id), name=name, source=source)
    templates.use_version(desk, template=own)
    return templates.template(desk, template_id).version_id


def test_a_restored_version_brings_its_name_back(desk: Desk) -> None:
    made = templates.use_version(desk, template=replace(templates.template(desk, SHIPPED), name="Ours")).made
    first = templates.template(desk, made).version_id
    second = renamed(desk, made, "Ours, shorter", "Shorter.")
    assert renamed(desk, made, "Ours, short", "Shorter.") == second  # a name alone makes no version
    third = renamed(desk, made, "Ours, long", "Longer.")
    named = {first: "Ours", second: "Ours, short", third: "Ours, long"}
    assert names_of_versions(desk, made) == named
    done = templates.restore_version(desk, template_id=made, version_id=second)
    back = templates.template(desk, made)
    assert (back.name, back.source, back.version) == ("Ours, short", "Shorter.", 4)
    assert names_of_versions(desk, made) == {**named, back.version_id: "Ours, short"}
    history.undo(desk, act=done.act)
    assert templates.template(desk, made).name == "Ours, long"
    templates.restore_version(desk, template_id=made, version_id=first)
    assert templates.template(desk, made).name == "Ours"


def test_names_of_versions_follow_an_undo(desk: Desk) -> None:
    made = templates.use_version(desk, template=replace(templates.template(desk, SHIPPED), name="Ours")).made
    first = templates.template(desk, made).version_id
    other = replace(templates.template(desk, made), name="Theirs", source="Theirs.")
    act = templates.use_version(desk, template=other).act
    history.undo(desk, act=act)
    assert names_of_versions(desk, made)[first] == "Ours"
    renamed(desk, made, "Nobody’s", "Ours anew.")
    templates.restore_version(desk, template_id=made, version_id=first)
    assert templates.template(desk, made).name == "Ours"


def test_a_shipped_template_has_no_names_of_versions(desk: Desk) -> None:
    assert names_of_versions(desk, SHIPPED) == {}


@pytest.mark.parametrize("source", ["", " \n\n"])
def test_a_template_without_a_text_is_not_brought_in(desk: Desk, source: str) -> None:
    empty = template_file(replace(templates.template(desk, SHIPPED), source=source))
    with pytest.raises(UserError) as error:
        templates.bring_in(desk, content=empty)
    assert error.value.field == "source"
    assert all(one.shipped for one in templates.templates(desk))


def test_the_problem_of_a_file_is_counted_in_its_lines(desk: Desk) -> None:
    head = "name: Disculpa\nkind: apology\nlanguage: es\nchannel: letter\n---\n"
    with pytest.raises(UserError) as error:
        templates.bring_in(desk, content=f"{head}Hola\n{{{{ client.nobody }}}}\n".encode())
    assert "7" in error.value.sentence and "client.nobody" in error.value.sentence


def test_templates_brought_in_under_one_name_are_counted(desk: Desk) -> None:
    file = template_file(replace(templates.template(desk, SHIPPED), name="Ours"))
    done = [templates.bring_in(desk, content=file) for _time in range(3)]
    names = [templates.template(desk, one.made).name for one in done]
    assert names == ["Ours", "Ours (2)", "Ours (3)"]
    assert [one.said.say("en") for one in done if one.said] == [
        f"“{name}” was brought in. From now on new papers use it." for name in names
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_template_that_another_program_saved_is_brought_in(desk: Desk, encoding: str) -> None:
    head = "name: Disculpa\r\nkind: apology\r\nlanguage: es\r\nchannel: letter\r\n---\r\n"
    made = templates.bring_in(desk, content=f"{head}Sra. Muñoz, lo siento.\r\n".encode(encoding)).made
    read = templates.template(desk, made)
    assert (read.name, read.language, read.source) == ("Disculpa", "es", "Sra. Muñoz, lo siento.")


@pytest.mark.parametrize(
    ("content", "said"), [(b"%PDF-1.7\n\xff\xfe\x00", "no text"), (b"x" * (LARGEST + 1), "too large")]
)
def test_a_file_that_is_no_template_is_told(desk: Desk, content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        templates.bring_in(desk, content=content)
    assert all(one.shipped for one in templates.templates(desk))


def started_from(desk: Desk) -> str:
    """Return the name of the template that a new withdrawal note starts from."""
    incident = missed_by_marcus(desk)
    made = papers.draft_paper(desk, incident_id=incident, kind=PaperKind.WITHDRAWAL, another=True).made
    version = queries.paper(desk, made).template_version_id
    return templates.template_of_version(desk, version).name


def test_a_new_paper_starts_from_the_own_template_that_was_used_last(desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED)
    plain = templates.use_version(desk, template=replace(shipped, name="Plain")).made
    formal = templates.use_version(desk, template=replace(shipped, name="Formal")).made
    assert started_from(desk) == "Formal" and templates.not_in_use(desk) == {plain}
    chosen = templates.use_version(desk, template=templates.template(desk, plain))
    assert started_from(desk) == "Plain" and templates.not_in_use(desk) == {formal}
    history.undo(desk, act=chosen.act)
    assert started_from(desk) == "Formal"


def test_another_language_leads_to_the_own_template_in_use(desk: Desk) -> None:
    spanish = templates.template(desk, "starter-es-withdrawal-letter")
    first = templates.use_version(desk, template=replace(spanish, name="A", source="Uno.")).made
    last = templates.use_version(desk, template=replace(spanish, name="B", source="Dos.")).made
    templates.use_version(desk, template=replace(templates.template(desk, first), source="Tres."))
    found = templates.in_other_language(desk, templates.template(desk, SHIPPED), "es")
    assert found is not None and found.id == first != last


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("Disculpa (correo)", "Disculpa (correo electrónico)"),
        ("Disculpa (carta)", "Disculpa (carta)"),
        ("Mi disculpa (correo)", "Mi disculpa (correo)"),
        ("Gracias sin pedir (correo)", "Gracias sin pedir (correo)"),  # that is the name of another paper
        ("Disculpa (correo) (2)", "Disculpa (correo) (2)"),
    ],
)
def test_a_copy_that_nobody_named_is_called_as_its_shipped_one_by_now(
    desk: Desk, kept: str, shown: str
) -> None:
    shipped = starter(PaperKind.APOLOGY, "es", Channel.EMAIL)
    made = templates.use_version(desk, template=replace(shipped, name=kept)).made
    assert templates.template(desk, made).name == shown
    assert templates.in_other_language(desk, shipped, "es").name == shown  # type: ignore[union-attr]


def test_a_shipped_template_of_a_paper_that_was_sent_is_called_as_it_is_by_now(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    shipped = starter(PaperKind.APOLOGY, "es", Channel.EMAIL)
    with desk.act():
        version = templates.keep_shipped(desk, replace(shipped, name="Disculpa (correo)"))
        paper_id = desk.vault.papers.add(
            Paper(incident_id=made, kind=PaperKind.APOLOGY, template_version_id=version)
        )
        desk.vault.papers.freeze(paper_id, content=b"x", format="pdf", sent_at=desk.now(), how="email")
    sheet = queries.sent_paper(desk, paper_id)
    assert sheet is not None and sheet.template == "Disculpa (correo electrónico)"


def test_an_archived_template_is_named_and_can_be_undone_or_brought_back(desk: Desk) -> None:
    made = templates.use_version(desk, template=replace(templates.template(desk, SHIPPED), name="Ours")).made
    unsaved.keep_unsaved(desk, form_key=f"template:{made}", payload={"source": "Half a thou"})
    done = templates.archive_template(desk, template_id=made)
    assert done.said and done.undo
    assert (done.said.say("en"), done.undo.say("en")) == ("Archived Ours.", "Undo archive Ours")
    assert [one.id for one in templates.archived(desk)] == [made]
    history.undo(desk, act=done.act)
    assert templates.template(desk, made).name == "Ours" and templates.archived(desk) == []
    templates.archive_template(desk, template_id=made)
    back = templates.restore_template(desk, template_id=made)
    assert back.said and back.said.say("en") == "Ours is back in the list."
    assert templates.template(desk, made).name == "Ours"
    assert unsaved.unsaved_form(desk, f"template:{made}") is not None
    history.undo(desk, act=back.act)
    assert [one.id for one in templates.archived(desk)] == [made]


@pytest.mark.parametrize(
    "head",
    [
        "kind: summary\nchannel: hand",
        "kind: call_card\nchannel: email",
        "kind: withdrawal\nchannel: text",
        "kind: thank_you\nchannel: letter\nvariant: nonsense",
    ],
)
def test_a_template_that_no_paper_would_use_is_not_brought_in(desk: Desk, head: str) -> None:
    with pytest.raises(UserError, match="No paper would use this template"):
        templates.bring_in(desk, content=f"name: Ours\nlanguage: en\n{head}\n---\nWords.\n".encode())
    assert all(one.shipped for one in templates.templates(desk))


def test_every_template_on_show_can_be_brought_in(desk: Desk) -> None:
    shipped = templates.templates(desk)
    for one in shipped:
        templates.bring_in(desk, content=template_file(one))
    assert len(templates.templates(desk)) == 2 * len(shipped)


def test_marks_that_turn_the_direction_are_not_brought_in(desk: Desk) -> None:
    file = template_file(replace(templates.template(desk, SHIPPED), source="Pay \u202e001\u202c now\u2066."))
    made = templates.bring_in(desk, content=file).made
    assert templates.template(desk, made).source == "Pay 001 now."


def test_copies_are_told_apart_by_a_number(desk: Desk) -> None:
    shipped = templates.template(desk, SHIPPED)
    first = templates.use_version(desk, template=shipped)
    second = templates.use_version(desk, template=shipped)
    names = [templates.template(desk, one.made).name for one in (first, second)]
    assert names == [shipped.name, f"{shipped.name} (2)"]
    assert second.undo and second.undo.say("en") == f"Undo version of {names[1]}"
    again = templates.use_version(desk, template=templates.template(desk, second.made))
    assert templates.template(desk, again.made).name == names[1]
    renamed_alike = replace(templates.template(desk, second.made), name=shipped.name, source="Second.")
    templates.use_version(desk, template=renamed_alike)
    assert templates.template(desk, second.made).name == names[1]
    spanish = replace(templates.template(desk, SHIPPED.replace("-en-", "-es-")), name=shipped.name)
    assert templates.template(desk, templates.use_version(desk, template=spanish).made).name == shipped.name


def test_a_template_brought_back_beside_another_of_its_name_gets_a_number(desk: Desk) -> None:
    ours = replace(templates.template(desk, SHIPPED), name="Ours")
    first = templates.use_version(desk, template=ours).made
    templates.archive_template(desk, template_id=first)
    templates.use_version(desk, template=ours)
    back = templates.restore_template(desk, template_id=first)
    assert templates.template(desk, first).name == "Ours (2)"
    assert back.said and back.said.say("en") == "Ours (2) is back in the list."
