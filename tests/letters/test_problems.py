"""What is wrong with a template is said in one plain sentence, at its place, with what was likely meant."""

from __future__ import annotations

import pytest

from noshow_desk.domain.blocks import Origin, runs, to_text
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.letters.fill import check_template, fields_used, preview
from noshow_desk.letters.problem import excerpt
from noshow_desk.letters.sample import SAMPLE_TODAY, sample_facts

SENTENCES = (
    ("a\nb\nDear {{ clent }}", 3, 9, "There is no field called clent (line 3). Did you mean client?"),
    ("{{ clent.first_name }}", 1, 4, "There is no field called clent (line 1). Did you mean client?"),
    (
        "I come at {{ new.tiem }}.",
        1,
        14,
        "There is no field called new.tiem (line 1). Did you mean new.time?",
    ),
    (
        "{{ client.frist_name }}",
        1,
        4,
        "There is no field called client.frist_name (line 1). Did you mean client.first_name?",
    ),
    (
        "{% for p in plan.if_thens %}{{ p.if_prt }}{% endfor %}",
        1,
        32,
        "There is no field called p.if_prt (line 1). Did you mean p.if_part?",
    ),
    ("{{ zebra.x }}", 1, 4, "There is no field called zebra.x (line 1)."),
    ("{{ today | long_dat }}", 1, 12, "There is no filter called long_dat (line 1). Did you mean long_date?"),
    (
        "x\n{% if client.email %}",
        2,
        4,
        "“if” is opened and never closed (line 2). Add {% endif %} after it.",
    ),
    ("{% endif %}", 1, 4, "“endif” closes something that was not opened (line 1)."),
    ("{% fro a in b %}", 1, 4, "There is no instruction called fro (line 1). Did you mean for?"),
    ("{{ client.email", 1, 0, "A field or instruction is opened and not closed (line 1). Check the braces."),
    ("{# a", 1, 0, "A comment is opened and not closed (line 1). Add #} after it."),
    ("{{ client }}", 1, 4, "client holds several fields (line 1). Choose one, such as client.first_name."),
    (
        "{{ incident.days }}",
        1,
        4,
        "incident.days is a list (line 1). Use a filter such as “either”, or a “for”.",
    ),
    ("{{ client.email() }}", 1, 0, "A template can only fill in words; it cannot call anything (line 1)."),
    ("{{ 2 * 2 }}", 1, 0, "Only + and - can be used here (line 1)."),
    ("{% include 'x' %}", 1, 0, "This instruction is not part of templates (line 1). Use if, for and set."),
    ("{% set client = 1 %}", 1, 8, "client is taken (line 1). Choose a new name of your own."),
)


@pytest.mark.parametrize(("source", "line", "column", "sentence"), SENTENCES)
def test_a_problem_is_one_sentence_at_its_place(source: str, line: int, column: int, sentence: str) -> None:
    (problem,) = check_template(source)
    assert (problem.line, problem.column, problem.sentence) == (line, column, sentence)


@pytest.mark.parametrize("row", ["row", "one"])
def test_a_field_of_a_row_outside_of_its_list_is_told_with_the_list(row: str) -> None:
    field = f"{{{{ {row}.if_part }}}}"
    (problem,) = check_template(f"Dear you,\n{field}\n{{% for row in plan.if_thens %}}x{{% endfor %}}")
    assert (problem.line, problem.column, problem.suggestion) == (2, 4, "")
    assert problem.sentence == (
        f"{row}.if_part can be filled in only inside a “for each” of plan.if_thens (line 2). Move it there."
    )
    (problem,) = check_template(f"{{% for other in plan.if_thens %}}{field}{{% endfor %}}")
    assert problem.suggestion == "other.if_part"


def test_every_problem_is_listed_in_order_and_can_be_fixed_in_one_click() -> None:
    source = "{{ clent.email }} and {{ clent.email }}\n{{ new.tiem }}"
    problems = check_template(source)
    assert [(one.line, one.column, one.wrong, one.suggestion) for one in problems] == [
        (1, 4, "clent", "client"),
        (1, 26, "clent", "client"),
        (2, 4, "new.tiem", "new.time"),
    ]
    lines = source.split("\n")
    for one in reversed(problems):
        text, start = lines[one.line - 1], one.column - 1
        lines[one.line - 1] = text[:start] + one.suggestion + text[start + len(one.wrong) :]
    assert check_template("\n".join(lines)) == []


@pytest.mark.parametrize(
    ("typed", "wrong", "offer"),
    [
        ("clent.first_name", "clent", "client"),
        ("clent.frist_name", "clent.frist_name", "client.first_name"),
        ("Client.first_name", "Client", "client"),
        ("client.FIRST_NAME", "client.FIRST_NAME", "client.first_name"),
        ("organization.name", "organization", "organisation"),
        ("case_worker.phone", "case_worker", "caseworker"),
        ("new.dat", "new.dat", "new.date"),
        ("new_date", "new_date", "new.date"),
        ("client_first_name", "client_first_name", "client.first_name"),
        ("tody", "tody", "today"),
    ],
)
def test_a_slip_of_the_keys_is_mended_with_one_click(typed: str, wrong: str, offer: str) -> None:
    (problem,) = check_template(f"{{{{ {typed} }}}}")
    assert (problem.wrong, problem.suggestion) == (wrong, offer)


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("interviewer.last_name", ("interviewer.formal_name", "interviewer.full_name")),
        ("interviewer.surname", ("interviewer.formal_name", "interviewer.full_name")),
        ("interviewer.name", ("interviewer.formal_name", "interviewer.full_name")),
        ("interviewer.title", ("interviewer.formal_name", "interviewer.job_title")),
        ("interviewer.first_name", ("interviewer.full_name",)),
        ("client.surname", ("client.last_name", "client.full_name")),
        ("caseworker.full_name", ("caseworker.name",)),
        ("client.telephone", ("client.phone",)),
    ],
)
def test_a_field_of_the_same_person_is_offered_by_its_meaning(typed: str, offers: tuple[str, ...]) -> None:
    (problem,) = check_template(f"{{{{ {typed} }}}}")
    assert problem.wrong == typed
    assert tuple(name for name in (problem.suggestion, problem.other) if name) == offers
    assert problem.sentence.endswith(f"Did you mean {' or '.join(offers)}?")
    assert not check_template("".join(f"{{{{ {name} }}}}" for name in offers))


@pytest.mark.parametrize(
    "typed",
    [
        "reschedule.dat",  # appointment.date is the day that was missed
        "next.date",
        "client.date",
        "date",
        "apointment.is_online",
        "interviewer.place",
        "caseworker.last_name",  # the caseworker has a first name only
        "client.name",  # as near to the last name as to the full one
        "client_name",
        "is_today",
        "incident.not_granted",
        "incident.reason_unknown",
    ],
)
def test_a_field_of_another_meaning_is_never_offered(typed: str) -> None:
    (problem,) = check_template(f"{{{{ {typed} }}}}")
    assert (problem.wrong, problem.suggestion) == (typed, "")
    assert problem.sentence == f"There is no field called {typed} (line 1)."


def test_a_preview_shows_the_letter_with_the_unknown_field_marked() -> None:
    shown = preview(
        "See you at {{ new.tiem | time }}.{% if new.dat %} Never.{% endif %}"
        "{% for x in new.list %}{{ x.y }}{% endfor %}",
        sample_facts(),
        today=SAMPLE_TODAY,
        language="en",
        kind=PaperKind.THANK_YOU,
    )
    assert shown.letter is not None
    assert to_text(shown.letter) == "See you at new.tiem?."
    assert [run.field for run in runs(shown.letter) if run.origin is Origin.UNKNOWN] == ["new.tiem"]
    assert [problem.wrong for problem in shown.problems] == ["new.tiem", "new.dat", "new.list"]


def test_a_preview_of_a_broken_template_has_no_letter() -> None:
    shown = preview(
        "{{ client.email", sample_facts(), today=SAMPLE_TODAY, language="en", kind=PaperKind.THANK_YOU
    )
    assert shown.letter is None
    assert len(shown.problems) == 1


def test_fields_used_are_named_once_in_order_of_use() -> None:
    source = (
        "{{ client.email }}{% set a = new.date %}{{ a | long_date }}"
        "{% for p in plan.if_thens %}{{ p.if_part }}{% endfor %}{{ client.email }}"
    )
    assert fields_used(source) == ("client.email", "new.date", "plan.if_thens")


LONG = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("text", "wrong", "shown"),
    [
        ("See you  at\tten", "", "See you at ten"),
        (f"{LONG} wrong", "", "one two three four five six seven eight nine ten eleven…"),
        (f"{LONG} wrong", "wrong", "…four five six seven eight nine ten eleven twelve wrong"),
        (f"{LONG} wrong {LONG}", "wrong", "…ten eleven twelve wrong one two three four five six seven…"),
    ],
)
def test_an_excerpt_holds_what_is_wrong(text: str, wrong: str, shown: str) -> None:
    assert excerpt(text, wrong) == shown and wrong in shown
