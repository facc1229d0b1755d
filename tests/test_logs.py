"""Reports say where it broke and what it came from, and not a word of what was said."""

from __future__ import annotations

from noshow_desk import logs

NAME = "Marcus Reed"


def shown(act: object) -> str:
    """Return the report of what `act()` raises."""
    try:
        act()  # type: ignore[operator]
    except BaseException as error:
        return logs.report(error)
    raise AssertionError("nothing broke")


def cause() -> None:
    """Break because of something else."""
    try:
        {}[NAME]
    except KeyError as error:
        raise RuntimeError(NAME) from error


def endless(depth: int = 0) -> int:
    """Go down for ever."""
    return endless(depth + 1)


def test_a_cause_is_named_with_its_place() -> None:
    text = shown(cause)
    assert text.startswith("RuntimeError\n") and "\ncaused by KeyError\n" in text
    assert "test_logs.py" in text and " cause" in text and NAME not in text


def test_a_group_names_its_members() -> None:
    def several() -> None:
        raise ExceptionGroup(NAME, [ValueError(NAME), KeyError(NAME)])

    text = shown(several)
    assert "together with ValueError" in text and "together with KeyError" in text and NAME not in text


def test_an_endless_recursion_stays_readable() -> None:
    lines = shown(endless).splitlines()
    assert lines[0] == "RecursionError" and len(lines) == logs.MOST_PLACES + 2
    assert any("more" in line for line in lines)


def test_code_made_while_running_is_not_named() -> None:
    def made() -> None:
        exec(compile("def Marcus(): return 1 / 0\nMarcus()", f"/records/{NAME}.py", "exec"), {})

    text = shown(made)
    assert "(made while running):1" in text and "Marcus" not in text


def test_a_type_made_while_running_is_not_named() -> None:
    def made() -> None:
        raise type("Marcus", (LookupError,), {})(NAME)

    assert shown(made).startswith("LookupError\n")


def test_a_ring_of_causes_ends() -> None:
    one, other = ValueError(NAME), KeyError(NAME)
    one.__cause__, other.__cause__ = other, one
    assert logs.report(one).count("caused by") == 1
