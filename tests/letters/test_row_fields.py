"""Inside a "for each" the fields of its rows are known, and outside of it they are not."""

from __future__ import annotations

import pytest

from noshow_desk.letters.fill import check_template
from noshow_desk.letters.row_fields import row_fields, rows_open
from noshow_desk.letters.variables import VARIABLES

PLANS = "{% for row in plan.if_thens %}"


@pytest.mark.parametrize(
    ("before", "rows"),
    [
        ("", []),
        (PLANS, [("row", "plan.if_thens")]),
        (f"{PLANS}\n- If {{{{ row.if_part }}}}, {{% if new.date %}}", [("row", "plan.if_thens")]),
        (f"{PLANS}{{% if new.date %}}x{{% else %}}", [("row", "plan.if_thens")]),
        (f"{PLANS}{{% if new.date %}}x{{% endif %}}{{% else %}}", []),
        (f"{PLANS}{{% else %}}x{{% endfor %}}", []),
        (f"{PLANS}x{{% endfor %}}y", []),
        (f"{{% if new.date %}}{PLANS}x{{% endfor %}}", []),
        (
            f"{PLANS}{{%- for day in incident.days -%}}",
            [("row", "plan.if_thens"), ("day", "incident.days")],
        ),
        ("{% for a, b in plan.if_thens %}", []),
        ("{% for row in", []),
        ("{% endfor %}{% endif %}{% else %}", []),
    ],
)
def test_lists_that_are_open(before: str, rows: list[tuple[str, str]]) -> None:
    assert rows_open(before) == rows


def test_the_fields_of_the_inner_list_come_first() -> None:
    found = row_fields(f"{PLANS}{{% for day in incident.days %}}")
    assert [(one.name, one.label.say("en"), one.of.say("en")) for one in found] == [
        ("day", "One of: Days I can keep", "Days I can keep"),
        ("row.if_part", "what may happen", "If-then plans"),
        ("row.then_part", "what the client does then", "If-then plans"),
    ]
    assert row_fields("{% for x in client.first_name %}{% for y in no.such %}") == ()


@pytest.mark.parametrize("variable", [row for row in VARIABLES if row.is_list], ids=lambda row: row.name)
def test_each_is_a_field_that_a_template_may_use_there(variable: object) -> None:
    begin = f"{{% for row in {variable.name} %}}"  # type: ignore[attr-defined]
    found = row_fields(begin)
    assert found
    fields = "".join(f"{{{{ {one.name} }}}}" for one in found)
    assert not check_template(f"{begin}{fields}{{% endfor %}}") and check_template(fields)
